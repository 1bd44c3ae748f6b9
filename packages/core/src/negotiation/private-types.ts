import { factor, solveFactored } from '../games/lu.ts';
import type { ReviewYear } from './build-review.ts';
import { chance, decision, leaf } from './review-tree.ts';
import { type ReviewSolution, ReviewSolveError, type ReviewValues } from './solve-reviews.ts';
import { logitTwoByTwo, type TwoByTwoAnswer } from './two-by-two.ts';

/** The same review as each of two types of one government sees it: same moves, other payoffs. */
export interface TypedReview {
  readonly years: readonly [ReviewYear, ReviewYear];
  readonly values: readonly [ReviewValues, ReviewValues];
  /** Whose type the others do not know, an index into the parties, and the probability that they give the second type. */
  readonly party: number;
  readonly prior: number;
}

export interface TypedSolution extends ReviewSolution {
  /** Probability of the second type that the others hold on average before each review, and after the last. */
  readonly beliefs: readonly number[];
  /** The same where the government is of the first type, and where it is of the second: what they learn. */
  readonly beliefsOfTypes: readonly (readonly [number, number])[];
}

/** Places at which values are kept between beliefs 0 and 1; between two of them they are taken to be straight. */
const beliefPoints = 41;

const G = beliefPoints;
/** Values of a node at a belief: the three parties, the private one as its first type; then as its second. */
const width = 4;

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

/** One review: values of nodes by belief, and probabilities of moves by type and belief. */
interface Round {
  readonly value: Float64Array;
  /** `[type][child][belief]`; of a simultaneous decision, joint. */
  readonly moves: readonly [Float64Array, Float64Array];
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

/** How closely moves and beliefs must answer each other, as a difference of probabilities. */
const settled = 1e-10;

/** Whether repetition or Newton's method brings `state` to where it answers itself; it is left as near as they came. */
function answerEachOther(state: number[], answer: () => number[]): boolean {
  return (
    repeat(state, answer, 1, 0.05, 200) || newton(state, answer) || repeat(state, answer, 0.05, 0.005, 1500)
  );
}

/** Moves `state` towards its own answer, by less where it circles. */
function repeat(
  state: number[],
  answer: () => number[],
  first: number,
  least: number,
  rounds: number,
): boolean {
  let part = first;
  let last = Infinity;
  for (let round = 0; round < rounds; round++) {
    const next = answer();
    const miss = largest(next.map((value, k) => value - state[k]!));
    if (miss < settled) return true;
    if (miss > 0.9 * last) part = Math.max(least, part * 0.7);
    last = miss;
    next.forEach((value, k) => {
      state[k]! += part * (value - state[k]!);
    });
  }
  return false;
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Newton's method with shortened steps on x ↦ answer(x) − x; `state` is x. */
function newton(state: number[], answer: () => number[]): boolean {
  const n = state.length;
  const missOf = (x: readonly number[]) => {
    x.forEach((value, k) => {
      state[k] = value;
    });
    return answer().map((value, k) => value - x[k]!);
  };
  let x = [...state];
  let miss = missOf(x);
  const slopes = new Float64Array(n * n);
  const rows = new Int32Array(n);
  const step = new Float64Array(n);
  for (let round = 0; round < 100; round++) {
    if (largest(miss) < settled) return largest(missOf(x)) < settled;
    for (let k = 0; k < n; k++) {
      // Towards the inside, where beliefs are.
      const width = x[k]! > 0.5 ? -1e-7 : 1e-7;
      const beside = missOf(x.map((value, other) => (other === k ? value + width : value)));
      for (let row = 0; row < n; row++) slopes[row * n + k] = (beside[row]! - miss[row]!) / width;
    }
    if (factor(slopes, rows, n) === 0) return false;
    solveFactored(slopes, rows, n, Float64Array.from(miss), step);
    let length = 1;
    for (; length > 1e-6; length /= 2) {
      const tried = x.map((value, k) => Math.min(1, Math.max(0, value - length * step[k]!)));
      const found = missOf(tried);
      if (largest(found) < largest(miss)) {
        x = tried;
        miss = found;
        break;
      }
    }
    if (length <= 1e-6) return false;
  }
  return false;
}

/** Probability of the second type after a move that the types make with these probabilities. */
function posterior(belief: number, first: number, second: number): number {
  const whole = (1 - belief) * first + belief * second;
  return whole > 0 ? (belief * second) / whole : belief;
}

function logit(worth: readonly number[], lambda: number): number[] {
  const best = Math.max(...worth);
  const weights = worth.map((value) => Math.exp(lambda * (value - best)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** From the prior on: who is where with what belief, and what is done on average. */
function forward(
  { years, party, prior }: TypedReview,
  rounds: readonly Round[],
): Pick<TypedSolution, 'values' | 'moves' | 'beliefs' | 'beliefsOfTypes'> {
  const { tree, states, start } = years[0];
  const nodes = tree.kind.length;
  // Mass of each type by state and belief.
  let here = [new Float64Array(states.length * G), new Float64Array(states.length * G)] as const;
  place(here, start, prior, 1);
  const moves: Float64Array[] = [];
  const values: Float64Array[] = [];
  const beliefs = [prior];
  const beliefsOfTypes: (readonly [number, number])[] = [[prior, prior]];
  for (const round of rounds) {
    const reached = [new Float64Array(nodes * G), new Float64Array(nodes * G)] as const;
    const next = [new Float64Array(states.length * G), new Float64Array(states.length * G)] as const;
    states.forEach((_, s) => {
      const node = tree.begins[s]!;
      for (const type of [0, 1] as const) {
        const to = node < 0 ? next[type] : reached[type];
        for (let g = 0; g < G; g++) to[(node < 0 ? s : node) * G + g]! += here[type][s * G + g]!;
      }
    });
    const average = new Float64Array(tree.children.length);
    const value = new Float64Array(3 * nodes);
    for (let node = nodes - 1; node >= 0; node--) {
      visit(node, round, reached, next, average, value);
    }
    moves.push(average);
    values.push(value);
    here = next;
    const mean = (type: 0 | 1) => {
      let mass = 0;
      let sum = 0;
      here[type].forEach((weight, k) => {
        mass += weight;
        sum += (weight * (k % G)) / (G - 1);
      });
      return mass > 0 ? sum / mass : prior;
    };
    beliefsOfTypes.push([mean(0), mean(1)]);
    beliefs.push((1 - prior) * mean(0) + prior * mean(1));
  }
  return { values, moves, beliefs, beliefsOfTypes };

  function visit(
    node: number,
    round: Round,
    reached: readonly [Float64Array, Float64Array],
    next: readonly [Float64Array, Float64Array],
    average: Float64Array,
    value: Float64Array,
  ): void {
    const from = tree.firstChild[node]!;
    const to = tree.firstChild[node + 1]!;
    let mass = 0;
    for (let g = 0; g < G; g++) mass += reached[0][node * G + g]! + reached[1][node * G + g]!;
    // Where nobody comes, what would be done at the prior.
    const alone = mass === 0;
    const weigh = (type: 0 | 1, g: number) => {
      if (!alone) return reached[type][node * G + g]! / mass;
      return g === Math.round(prior * (G - 1)) ? (type === 1 ? prior : 1 - prior) : 0;
    };
    for (let g = 0; g < G; g++) {
      const weights = [weigh(0, g), weigh(1, g)] as const;
      if (weights[0] + weights[1] === 0) continue;
      const at = (node * G + g) * width;
      for (let i = 0; i < 3; i++) {
        value[3 * node + i]! +=
          i === party
            ? weights[0] * round.value[at + i]! + weights[1] * round.value[at + 3]!
            : (weights[0] + weights[1]) * round.value[at + i]!;
      }
      for (let c = from; c < to; c++) {
        average[c]! += weights[0] * round.moves[0][c * G + g]! + weights[1] * round.moves[1][c * G + g]!;
      }
    }
    if (alone) return;
    if (tree.kind[node] === leaf) {
      for (const type of [0, 1] as const) {
        for (let g = 0; g < G; g++) next[type][tree.ends[node]! * G + g]! += reached[type][node * G + g]!;
      }
      return;
    }
    for (let g = 0; g < G; g++) {
      const masses = [reached[0][node * G + g]!, reached[1][node * G + g]!] as const;
      if (masses[0] + masses[1] === 0) continue;
      for (let c = from; c < to; c++) {
        const weight = masses[0] * round.moves[0][c * G + g]! + masses[1] * round.moves[1][c * G + g]!;
        place(reached, tree.children[c]!, beliefAfter(node, c, g, round), weight);
      }
    }
  }

  /** Belief after a move: of a vote, after the private party's own move whatever the other does. */
  function beliefAfter(node: number, c: number, g: number, { moves: all }: Round): number {
    const belief = g / (G - 1);
    const kind = tree.kind[node];
    if (kind === chance) return belief;
    const isRow = tree.player[node] === party;
    if (!isRow && (kind === decision || tree.second[node] !== party)) return belief;
    return posterior(belief, all[0][c * G + g]!, all[1][c * G + g]!);
  }
}

/**
 * Adds mass of both types at a belief, divided between the two places around it so that the mean stays and each place
 * holds the types in the proportion that it stands for.
 */
function place(
  masses: readonly [Float64Array, Float64Array],
  row: number,
  belief: number,
  weight: number,
): void {
  const x = belief * (G - 1);
  const low = Math.min(G - 2, Math.floor(x));
  const part = x - low;
  for (const [g, share] of [
    [low, 1 - part],
    [low + 1, part],
  ] as const) {
    masses[1][row * G + g]! += (weight * share * g) / (G - 1);
    masses[0][row * G + g]! += weight * share * (1 - g / (G - 1));
  }
}
