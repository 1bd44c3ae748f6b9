import { chance, decision, type ReviewTree } from './review-tree.ts';
import { answerEachOther } from './settle-answers.ts';
import { ReviewSolveError } from './solve-reviews.ts';
import { logitTwoByTwo, type TwoByTwoAnswer } from './two-by-two.ts';
import { beliefPoints as G, posterior, type Round, type TypedReview, width } from './typed-review.ts';

/** The private party's second type among the values of a node. */
const secondType = 3;

/**
 * Quantal responses at the nodes of a review whose children are solved, at every belief. Arrays are kept from one node
 * to the next: moves and beliefs are tried against each other millions of times.
 */
export class TypedMoves {
  /** Largest gain of anyone from one other move, so far. */
  regret = 0;
  readonly #party: number;
  readonly #precision: readonly number[];
  readonly #tree: ReviewTree;
  /** What a move pays, `width` to a child. */
  readonly #paid: Float64Array;
  /** Worth and probabilities of the moves at a node, of the first type or the only one, and of the second. */
  readonly #worth: readonly [Float64Array, Float64Array];
  readonly #chosen: readonly [Float64Array, Float64Array];
  readonly #game = { a: new Float64Array(4), b: new Float64Array(4) };
  readonly #answer: TwoByTwoAnswer = { p: 0, q: 0 };

  constructor({ years, party }: TypedReview, precision: readonly number[]) {
    const [{ tree }, seenBySecond] = years;
    this.#party = party;
    this.#precision = precision;
    this.#tree = tree;
    this.#paid = new Float64Array(tree.children.length * width);
    for (let c = 0; c < tree.children.length; c++) {
      for (let i = 0; i < 3; i++) this.#paid[c * width + i] = tree.once[3 * c + i]!;
      this.#paid[c * width + secondType] = seenBySecond.tree.once[3 * c + party]!;
    }
    const most = tree.kind.reduce((n, _, node) => Math.max(n, this.#count(node)), 0);
    const both = () => [new Float64Array(most), new Float64Array(most)] as const;
    this.#worth = both();
    this.#chosen = both();
  }

  /** Writes the moves and the values of a node into a round. */
  solve(node: number, round: Round): void {
    const { kind, player, second } = this.#tree;
    const is = kind[node];
    const acts =
      is !== chance && (player[node] === this.#party || (is !== decision && second[node] === this.#party));
    for (let g = 0; g < G; g++) {
      if (is === chance) this.#chance(node, g, round);
      else if (is === decision) {
        if (acts) this.#typedDecision(node, g, round);
        else this.#plainDecision(node, g, round);
      } else if (acts) this.#typedVote(node, g, round);
      else this.#plainVote(node, g, round);
    }
  }

  #count(node: number): number {
    return this.#tree.firstChild[node + 1]! - this.#tree.firstChild[node]!;
  }

  /** A child's value to a party or the second type at a belief, payment of the move included. */
  #worthOf(c: number, who: number, belief: number, value: Float64Array): number {
    const x = belief * (G - 1);
    const low = Math.min(G - 2, Math.floor(x));
    const part = x - low;
    const at = (this.#tree.children[c]! * G + low) * width + who;
    return this.#paid[c * width + who]! + (1 - part) * value[at]! + part * value[at + width]!;
  }

  #set(c: number, g: number, { moves }: Round, first: number, second = first): void {
    moves[0][c * G + g] = first;
    moves[1][c * G + g] = second;
  }

  /** Adds to the values of a node at a belief what a child adds, from probabilities of moves by type and the belief after it. */
  #add(node: number, c: number, g: number, { value, moves }: Round, after: number): void {
    const belief = g / (G - 1);
    const first = moves[0][c * G + g]!;
    const second = moves[1][c * G + g]!;
    const mean = (1 - belief) * first + belief * second;
    const at = (node * G + g) * width;
    for (let who = 0; who < width; who++) {
      const probability = who === secondType ? second : who === this.#party ? first : mean;
      if (probability > 0) value[at + who]! += probability * this.#worthOf(c, who, after, value);
    }
  }

  /** The same of all children that teach nothing. */
  #addAll(node: number, g: number, round: Round): void {
    const { firstChild } = this.#tree;
    const belief = g / (G - 1);
    for (let c = firstChild[node]!; c < firstChild[node + 1]!; c++) this.#add(node, c, g, round, belief);
  }

  #chance(node: number, g: number, round: Round): void {
    const { firstChild, chance } = this.#tree;
    for (let c = firstChild[node]!; c < firstChild[node + 1]!; c++) this.#set(c, g, round, chance[c]!);
    this.#addAll(node, g, round);
  }

  #plainDecision(node: number, g: number, round: Round): void {
    const from = this.#tree.firstChild[node]!;
    const n = this.#count(node);
    const who = this.#tree.player[node]!;
    const [worth] = this.#worth;
    const [chosen] = this.#chosen;
    for (let k = 0; k < n; k++) worth[k] = this.#worthOf(from + k, who, g / (G - 1), round.value);
    logit(worth, n, this.#precision[who]!, chosen);
    for (let k = 0; k < n; k++) this.#set(from + k, g, round, chosen[k]!);
    this.#addAll(node, g, round);
    this.#note(worth, chosen, n);
  }

  #plainVote(node: number, g: number, round: Round): void {
    const from = this.#tree.firstChild[node]!;
    const one = this.#tree.player[node]!;
    const two = this.#tree.second[node]!;
    for (let k = 0; k < 4; k++) {
      this.#game.a[k] = this.#worthOf(from + k, one, g / (G - 1), round.value);
      this.#game.b[k] = this.#worthOf(from + k, two, g / (G - 1), round.value);
    }
    if (!logitTwoByTwo(this.#game, this.#precision[one]!, this.#precision[two]!, this.#answer))
      this.#lost(node);
    const { p, q } = this.#answer;
    [p * q, p * (1 - q), (1 - p) * q, (1 - p) * (1 - q)].forEach((probability, k) => {
      this.#set(from + k, g, round, probability);
    });
    this.#addAll(node, g, round);
  }

  /** The private party moves: each type answers the beliefs that the moves of both lead to. */
  #typedDecision(node: number, g: number, round: Round): void {
    const from = this.#tree.firstChild[node]!;
    const n = this.#count(node);
    const belief = g / (G - 1);
    const lambda = this.#precision[this.#party]!;
    const [first, second] = this.#chosen;
    const after = new Float64Array(n).fill(belief);
    this.#settle(node, after, (part, next) => {
      for (let k = 0; k < n; k++) {
        this.#worth[0][k] = this.#worthOf(from + k, this.#party, after[k]!, round.value);
        this.#worth[1][k] = this.#worthOf(from + k, secondType, after[k]!, round.value);
      }
      logit(this.#worth[0], n, part * lambda, first);
      logit(this.#worth[1], n, part * lambda, second);
      for (let k = 0; k < n; k++) next[k] = posterior(belief, first[k]!, second[k]!);
    });
    for (let k = 0; k < n; k++) {
      this.#set(from + k, g, round, first[k]!, second[k]!);
      this.#add(node, from + k, g, round, after[k]!);
    }
    this.#note(this.#worth[0], first, n);
    this.#note(this.#worth[1], second, n);
  }

  /** The private party votes at the same time as another, who answers the mixture of its types. */
  #typedVote(node: number, g: number, round: Round): void {
    const from = this.#tree.firstChild[node]!;
    const belief = g / (G - 1);
    const isRow = this.#tree.player[node] === this.#party;
    const other = isRow ? this.#tree.second[node]! : this.#tree.player[node]!;
    const child = (own: number, others: number) => from + (isRow ? 2 * own + others : 2 * others + own);
    const lambda = this.#precision[this.#party]!;
    const types = this.#chosen;
    const [worth] = this.#worth;
    const after = new Float64Array(2);
    /** What the other answers to the types' answer to its own probability of its first move. */
    const answerTo = (q: number): number => {
      after.fill(belief);
      this.#settle(node, after, (part, next) => {
        for (const type of [0, 1] as const) {
          const who = type === 0 ? this.#party : secondType;
          for (let move = 0; move < 2; move++) {
            worth[move] =
              q * this.#worthOf(child(move, 0), who, after[move]!, round.value) +
              (1 - q) * this.#worthOf(child(move, 1), who, after[move]!, round.value);
          }
          logit(worth, 2, part * lambda, types[type]);
        }
        // A move that hardly anyone makes teaches too: no differences from 1.
        for (let move = 0; move < 2; move++) next[move] = posterior(belief, types[0][move]!, types[1][move]!);
      });
      const p = (1 - belief) * types[0][0]! + belief * types[1][0]!;
      for (let others = 0; others < 2; others++) {
        worth[others] =
          p * this.#worthOf(child(0, others), other, after[0]!, round.value) +
          (1 - p) * this.#worthOf(child(1, others), other, after[1]!, round.value);
      }
      const lead = this.#precision[other]! * (worth[1]! - worth[0]!);
      return 1 / (1 + Math.exp(lead));
    };
    const q = ownAnswer(answerTo);
    for (let own = 0; own < 2; own++) {
      for (let others = 0; others < 2; others++) {
        const of = (type: 0 | 1) => types[type][own]! * (others === 0 ? q : 1 - q);
        this.#set(child(own, others), g, round, of(0), of(1));
        this.#add(node, child(own, others), g, round, after[own]!);
      }
    }
  }

  /**
   * Finds moves and beliefs that answer each other: by repetition; where that circles, by Newton's method; where that
   * fails too, both again from λ near 0 upwards.
   *
   * @param state the beliefs, held at the prior belief to begin with.
   * @param answer writes the beliefs that moves at a part of λ lead to, given `state`.
   */
  #settle(node: number, state: Float64Array, answer: (part: number, next: Float64Array) => void): void {
    const belief = state[0]!;
    if (answerEachOther(state, (next) => answer(1, next))) return;
    state.fill(belief);
    for (let step = 1; step <= 60; step++) {
      const part = 2 ** ((step - 60) / 6);
      if (!answerEachOther(state, (next) => answer(part, next)) && step === 60) this.#lost(node);
    }
  }

  #lost(node: number): never {
    throw new ReviewSolveError(
      'not-converged',
      `moves and beliefs at "${this.#tree.about[node]}" do not settle`,
    );
  }

  #note(worth: Float64Array, chosen: Float64Array, n: number): void {
    let [mean, most] = [0, -Infinity];
    for (let k = 0; k < n; k++) {
      mean += worth[k]! * chosen[k]!;
      most = Math.max(most, worth[k]!);
    }
    this.regret = Math.max(this.regret, most - mean);
  }
}

/**
 * A probability that is its own answer. The answer is above q at 0 and below it at 1: from a half, towards the side
 * that the answer points to, by false position (Illinois), and by halves where that creeps. What was asked about last
 * is what is returned.
 */
function ownAnswer(answerTo: (q: number) => number): number {
  const missAt = (q: number) => answerTo(q) - q;
  let [low, high, q] = [0, 1, 0.5];
  let miss = missAt(q);
  if (miss === 0) return q;
  let [atLow, atHigh] = miss > 0 ? [miss, missAt(1)] : [missAt(0), miss];
  if (miss > 0) low = q;
  else high = q;
  for (let count = 1; count < 150 && high - low > 1e-14; count++) {
    q = count % 4 === 0 ? (low + high) / 2 : low + ((high - low) * atLow) / (atLow - atHigh);
    const before = miss;
    miss = missAt(q);
    if (Math.abs(miss) < 1e-13) break;
    if (miss > 0) {
      [low, atLow] = [q, miss];
      if (before > 0) atHigh /= 2;
    } else {
      [high, atHigh] = [q, miss];
      if (before <= 0) atLow /= 2;
    }
  }
  return q;
}

/** Probabilities exp(λ w_k) / Σ_j exp(λ w_j) of the first n moves. */
function logit(worth: Float64Array, n: number, lambda: number, chosen: Float64Array): void {
  let best = worth[0]!;
  for (let k = 1; k < n; k++) best = Math.max(best, worth[k]!);
  let sum = 0;
  for (let k = 0; k < n; k++) {
    chosen[k] = Math.exp(lambda * (worth[k]! - best));
    sum += chosen[k]!;
  }
  for (let k = 0; k < n; k++) chosen[k]! /= sum;
}
