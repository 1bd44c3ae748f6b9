import { forward } from './play-types.ts';
import { chance, decision, leaf } from './review-tree.ts';
import { answerEachOther } from './settle-answers.ts';
import { ReviewSolveError } from './solve-reviews.ts';
import { logitTwoByTwo, type TwoByTwoAnswer } from './two-by-two.ts';
import {
  beliefPoints as G,
  posterior,
  type Round,
  type TypedReview,
  type TypedSolution,
  width,
} from './typed-review.ts';

export type { TypedReview, TypedSolution } from './typed-review.ts';

/**
 * Agent quantal response with one government of two possible types. Every move of that government is news about its
 * type: the others' belief follows Bayes' rule, and quantal response keeps every move possible for both, so that no
 * belief is ever undefined. Moves and beliefs are solved for together at every decision.
 *
 * Probabilities of moves in the solution are averages over types and beliefs, as they come about from the prior.
 *
 * @param precision λ by party, as for `solveQuantal`.
 * @throws ReviewSolveError where moves and beliefs of a decision do not settle.
 */
export function solvePrivateTypes(
  review: TypedReview,
  reviews: number,
  precision: readonly number[],
): TypedSolution {
  const backward = new Backward(review, precision);
  const rounds = backward.solve(reviews);
  return {
    ...forward(review, rounds),
    concept: 'quantal',
    maximumRegret: backward.regret,
    otherEquilibria: 0,
  };
}

class Backward {
  readonly #review: TypedReview;
  readonly #precision: readonly number[];
  regret = 0;
  readonly #game = { a: new Float64Array(4), b: new Float64Array(4) };
  readonly #answer: TwoByTwoAnswer = { p: 0, q: 0 };

  constructor(review: TypedReview, precision: readonly number[]) {
    this.#review = review;
    this.#precision = precision;
  }

  solve(reviews: number): Round[] {
    const { years, values, party } = this.#review;
    const { tree, states } = years[0];
    const nodes = tree.kind.length;
    const at = (s: number, g: number) => (s * G + g) * width;
    let continuation = new Float64Array(states.length * G * width);
    const afterLast = new Float64Array(continuation.length);
    states.forEach((_, s) => {
      for (let g = 0; g < G; g++) {
        for (let i = 0; i < 3; i++) afterLast[at(s, g) + i] = values[0].last[3 * s + i]!;
        afterLast[at(s, g) + 3] = values[1].last[3 * s + party]!;
      }
    });
    continuation.set(afterLast);
    const rounds: Round[] = [];
    for (let r = reviews - 1; r >= 0; r--) {
      const round: Round = {
        value: new Float64Array(nodes * G * width),
        moves: [new Float64Array(tree.children.length * G), new Float64Array(tree.children.length * G)],
      };
      for (let node = 0; node < nodes; node++) this.#node(node, round, continuation);
      rounds.unshift(round);
      const before = new Float64Array(continuation.length);
      states.forEach((_, s) => {
        const node = tree.begins[s]!;
        const from =
          node < 0
            ? afterLast.subarray(at(s, 0), at(s + 1, 0))
            : round.value.subarray(at(node, 0), at(node + 1, 0));
        before.set(from, at(s, 0));
      });
      continuation = before;
    }
    return rounds;
  }

  #node(node: number, round: Round, continuation: Float64Array): void {
    const { years, values, party } = this.#review;
    const { tree } = years[0];
    const { value } = round;
    if (tree.kind[node] === leaf) {
      const s = tree.ends[node]!;
      for (let g = 0; g < G; g++) {
        for (let i = 0; i < 3; i++) {
          value[(node * G + g) * width + i] =
            values[0].yearly[3 * s + i]! + values[0].patience[i]! * continuation[(s * G + g) * width + i]!;
        }
        value[(node * G + g) * width + 3] =
          values[1].yearly[3 * s + party]! +
          values[1].patience[party]! * continuation[(s * G + g) * width + 3]!;
      }
      return;
    }
    const acts =
      tree.kind[node] !== chance &&
      (tree.player[node] === party || (tree.kind[node] !== decision && tree.second[node] === party));
    for (let g = 0; g < G; g++) {
      if (tree.kind[node] === chance) this.#chance(node, g, round);
      else if (tree.kind[node] === decision) {
        if (acts) this.#typedDecision(node, g, round);
        else this.#plainDecision(node, g, round);
      } else if (acts) this.#typedVote(node, g, round);
      else this.#plainVote(node, g, round);
    }
  }

  /** A child's value to a party (3: the private party's second type) at a belief, payment of the move included. */
  #worth(c: number, who: number, belief: number, value: Float64Array): number {
    const { years, party } = this.#review;
    const { tree } = years[who === 3 ? 1 : 0];
    const paid = tree.once[3 * c + (who === 3 ? party : who)]!;
    const x = belief * (G - 1);
    const low = Math.min(G - 2, Math.floor(x));
    const part = x - low;
    const at = (tree.children[c]! * G + low) * width + who;
    return paid + (1 - part) * value[at]! + part * value[at + width]!;
  }

  #children(node: number): readonly [from: number, to: number] {
    const { tree } = this.#review.years[0];
    return [tree.firstChild[node]!, tree.firstChild[node + 1]!];
  }

  #set(c: number, g: number, { moves }: Round, first: number, second = first): void {
    moves[0][c * G + g] = first;
    moves[1][c * G + g] = second;
  }

  /** Values of a node at a belief, from probabilities of moves by type and the beliefs that they lead to. */
  #fold(node: number, g: number, round: Round, beliefAfter: (c: number) => number): void {
    const { party } = this.#review;
    const [from, to] = this.#children(node);
    const belief = g / (G - 1);
    const at = (node * G + g) * width;
    for (let who = 0; who < width; who++) {
      let sum = 0;
      for (let c = from; c < to; c++) {
        const first = round.moves[0][c * G + g]!;
        const second = round.moves[1][c * G + g]!;
        const probability =
          who === 3 ? second : who === party ? first : (1 - belief) * first + belief * second;
        if (probability > 0) sum += probability * this.#worth(c, who, beliefAfter(c), round.value);
      }
      round.value[at + who] = sum;
    }
  }

  #chance(node: number, g: number, round: Round): void {
    const { tree } = this.#review.years[0];
    const [from, to] = this.#children(node);
    for (let c = from; c < to; c++) this.#set(c, g, round, tree.chance[c]!);
    this.#fold(node, g, round, () => g / (G - 1));
  }

  #plainDecision(node: number, g: number, round: Round): void {
    const { tree } = this.#review.years[0];
    const [from, to] = this.#children(node);
    const belief = g / (G - 1);
    const who = tree.player[node]!;
    const worth = Array.from({ length: to - from }, (_, k) =>
      this.#worth(from + k, who, belief, round.value),
    );
    const chosen = logit(worth, this.#precision[who]!);
    chosen.forEach((probability, k) => {
      this.#set(from + k, g, round, probability);
    });
    this.#fold(node, g, round, () => belief);
    this.#note(worth, chosen);
  }

  #plainVote(node: number, g: number, round: Round): void {
    const { tree } = this.#review.years[0];
    const [from] = this.#children(node);
    const belief = g / (G - 1);
    const one = tree.player[node]!;
    const two = tree.second[node]!;
    for (let k = 0; k < 4; k++) {
      this.#game.a[k] = this.#worth(from + k, one, belief, round.value);
      this.#game.b[k] = this.#worth(from + k, two, belief, round.value);
    }
    if (!logitTwoByTwo(this.#game, this.#precision[one]!, this.#precision[two]!, this.#answer))
      this.#lost(node);
    const { p, q } = this.#answer;
    [p * q, p * (1 - q), (1 - p) * q, (1 - p) * (1 - q)].forEach((probability, k) => {
      this.#set(from + k, g, round, probability);
    });
    this.#fold(node, g, round, () => belief);
  }

  /** The private party moves: each type answers the beliefs that the moves of both lead to. */
  #typedDecision(node: number, g: number, round: Round): void {
    const { party } = this.#review;
    const [from, to] = this.#children(node);
    const belief = g / (G - 1);
    const lambda = this.#precision[party]!;
    const after = new Array<number>(to - from).fill(belief);
    let first: number[] = [];
    let second: number[] = [];
    this.#settle(node, after, (part) => {
      first = logit(
        after.map((b, k) => this.#worth(from + k, party, b, round.value)),
        part * lambda,
      );
      second = logit(
        after.map((b, k) => this.#worth(from + k, 3, b, round.value)),
        part * lambda,
      );
      return after.map((_, k) => posterior(belief, first[k]!, second[k]!));
    });
    first.forEach((probability, k) => {
      this.#set(from + k, g, round, probability, second[k]!);
    });
    this.#fold(node, g, round, (c) => after[c - from]!);
    this.#note(
      after.map((b, k) => this.#worth(from + k, party, b, round.value)),
      first,
    );
    this.#note(
      after.map((b, k) => this.#worth(from + k, 3, b, round.value)),
      second,
    );
  }

  /** The private party votes at the same time as another, who answers the mixture of its types. */
  #typedVote(node: number, g: number, round: Round): void {
    const { years, party } = this.#review;
    const { tree } = years[0];
    const [from] = this.#children(node);
    const belief = g / (G - 1);
    const isRow = tree.player[node] === party;
    const other = isRow ? tree.second[node]! : tree.player[node]!;
    const child = (own: number, others: number) => from + (isRow ? 2 * own + others : 2 * others + own);
    const lambda = this.#precision[party]!;
    const after = [belief, belief];
    let types: readonly (readonly number[])[] = [];
    /** What the other answers to the types' answer to its own probability of its first move. */
    const answerTo = (q: number): number => {
      after.fill(belief);
      this.#settle(node, after, (part) => {
        const own = (who: number) => {
          const worth = (move: number) =>
            q * this.#worth(child(move, 0), who, after[move]!, round.value) +
            (1 - q) * this.#worth(child(move, 1), who, after[move]!, round.value);
          return logit([worth(0), worth(1)], part * lambda);
        };
        types = [own(party), own(3)];
        // A move that hardly anyone makes teaches too: no differences from 1.
        return [0, 1].map((move) => posterior(belief, types[0]![move]!, types[1]![move]!));
      });
      const p = (1 - belief) * types[0]![0]! + belief * types[1]![0]!;
      const worth = (others: number) =>
        p * this.#worth(child(0, others), other, after[0]!, round.value) +
        (1 - p) * this.#worth(child(1, others), other, after[1]!, round.value);
      return logit([worth(0), worth(1)], this.#precision[other]!)[0]!;
    };
    // The answer is above q at 0 and below it at 1: from a half, towards the side that the answer points to.
    let low = 0;
    let high = 1;
    let q = 0.5;
    for (let count = 0; count < 80 && high - low > 1e-14; count++) {
      const answer = answerTo(q);
      if (Math.abs(answer - q) < 1e-14) break;
      if (answer > q) low = q;
      else high = q;
      q = (low + high) / 2;
    }
    for (let own = 0; own < 2; own++) {
      for (let others = 0; others < 2; others++) {
        const of = (type: number) => types[type]![own]! * (others === 0 ? q : 1 - q);
        this.#set(child(own, others), g, round, of(0), of(1));
      }
    }
    const ownOf = (c: number) => (isRow ? Math.floor((c - from) / 2) : (c - from) % 2);
    this.#fold(node, g, round, (c) => after[ownOf(c)]!);
  }

  /**
   * Finds moves and beliefs that answer each other: by repetition; where that circles, by Newton's method; where that
   * fails too, both again from λ near 0 upwards.
   *
   * @param state the beliefs, held at the prior belief to begin with.
   * @param answer the beliefs that moves at a part of λ lead to, given `state`.
   */
  #settle(node: number, state: number[], answer: (part: number) => number[]): void {
    const from = [...state];
    if (answerEachOther(state, () => answer(1))) return;
    state.splice(0, state.length, ...from);
    for (let step = 1; step <= 60; step++) {
      const part = 2 ** ((step - 60) / 6);
      if (!answerEachOther(state, () => answer(part)) && step === 60) this.#lost(node);
    }
  }

  #lost(node: number): never {
    const { tree } = this.#review.years[0];
    throw new ReviewSolveError('not-converged', `moves and beliefs at "${tree.about[node]}" do not settle`);
  }

  #note(worth: readonly number[], chosen: readonly number[]): void {
    const mean = worth.reduce((sum, value, k) => sum + value * chosen[k]!, 0);
    const regret = Math.max(...worth) - mean;
    if (regret > this.regret) this.regret = regret;
  }
}

function logit(worth: readonly number[], lambda: number): number[] {
  const best = Math.max(...worth);
  const weights = worth.map((value) => Math.exp(lambda * (value - best)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
