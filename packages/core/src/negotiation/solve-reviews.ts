import type { ReviewYear } from './build-review.ts';
import { chance, decision, leaf, simultaneous } from './review-tree.ts';
import { logitTwoByTwo, nashTwoByTwo, type TwoByTwoAnswer } from './two-by-two.ts';

/** What the game is about in numbers: by state and party, three to a state, percent of real income. */
export interface ReviewValues {
  /** What a year that ends in a state is worth. */
  readonly yearly: Float64Array;
  /** δ by party. */
  readonly patience: readonly number[];
  /** What each state is worth after the last review, present value. */
  readonly last: Float64Array;
}

export interface ReviewSolution {
  readonly concept: 'subgame-perfect' | 'quantal';
  /** By review: value of each node to each party, `[node·3 + party]`, before the review's moves. */
  readonly values: readonly Float64Array[];
  /** By review: probability of each child, laid out as `ReviewTree.children`; of a simultaneous decision, joint. */
  readonly moves: readonly Float64Array[];
  /** Largest gain of any party from one deviation anywhere in the game, present value of that review. */
  readonly maximumRegret: number;
  /** Simultaneous decisions in which another pure equilibrium exists beside the one chosen. */
  readonly otherEquilibria: number;
}

export type SolveErrorCode = 'not-converged' | 'not-finite';

/** A game that was not solved: there are no numbers. */
export class ReviewSolveError extends Error {
  readonly code: SolveErrorCode;
  constructor(code: SolveErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Subgame-perfect equilibrium by backward induction over the reviews. In a simultaneous decision weakly dominated moves
 * are dropped and what is left open goes to the limit of the logit branch; of equal moves the first is taken.
 */
export function solveSubgamePerfect(year: ReviewYear, values: ReviewValues, reviews: number): ReviewSolution {
  return backward(year, values, reviews, undefined);
}

/**
 * Agent quantal response equilibrium: at every node a move is taken with probability ∝ exp(λ Q), Q its present value at
 * that review; simultaneous decisions on the branch from λ = 0.
 *
 * @param precision λ by party, per percent of real income in present value of the review at hand; with `discounted`, in
 * present value of the first review, which is how a game written out in one tree counts.
 * @throws ReviewSolveError where a decision's branch could not be followed.
 */
export function solveQuantal(
  year: ReviewYear,
  values: ReviewValues,
  reviews: number,
  precision: readonly number[],
  { discounted = false }: { readonly discounted?: boolean } = {},
): ReviewSolution {
  return backward(year, values, reviews, (review) =>
    discounted ? precision.map((lambda, i) => lambda * values.patience[i]! ** review) : precision,
  );
}

function backward(
  { tree, states }: ReviewYear,
  { yearly, patience, last }: ReviewValues,
  reviews: number,
  precision: ((review: number) => readonly number[]) | undefined,
): ReviewSolution {
  const nodes = tree.kind.length;
  const values: Float64Array[] = [];
  const moves: Float64Array[] = [];
  let continuation = last;
  const tally: Tally = { regret: 0, others: 0 };
  for (let review = reviews - 1; review >= 0; review--) {
    const value = new Float64Array(3 * nodes);
    const probability = new Float64Array(tree.children.length);
    evaluate(tree, { yearly, patience, continuation }, precision?.(review), value, probability, tally);
    values.unshift(value);
    moves.unshift(probability);
    const before = new Float64Array(last.length);
    for (let s = 0; s < states.length; s++) {
      const node = tree.begins[s]!;
      for (let i = 0; i < 3; i++) {
        // Nothing is decided any more in a final state: a year like the last, for ever.
        before[3 * s + i] = node < 0 ? last[3 * s + i]! : value[3 * node + i]!;
      }
    }
    continuation = before;
  }
  if (!values[0]!.every(Number.isFinite)) {
    throw new ReviewSolveError('not-finite', 'a payoff of the game is not a finite number');
  }
  return {
    concept: precision ? 'quantal' : 'subgame-perfect',
    values,
    moves,
    maximumRegret: tally.regret,
    otherEquilibria: tally.others,
  };
}

interface Tally {
  regret: number;
  others: number;
}

const game = { a: new Float64Array(4), b: new Float64Array(4) };
const answer: TwoByTwoAnswer = { p: 0, q: 0 };

/** One review from its leaves to its beginnings. */
function evaluate(
  tree: ReviewYear['tree'],
  {
    yearly,
    patience,
    continuation,
  }: { yearly: Float64Array; patience: readonly number[]; continuation: Float64Array },
  precision: readonly number[] | undefined,
  value: Float64Array,
  probability: Float64Array,
  tally: Tally,
): void {
  const { kind, player, second, firstChild, children, once, ends } = tree;
  const nodes = kind.length;
  for (let node = 0; node < nodes; node++) {
    const from = firstChild[node]!;
    const to = firstChild[node + 1]!;
    switch (kind[node]) {
      case leaf: {
        const s = ends[node]!;
        for (let i = 0; i < 3; i++) {
          value[3 * node + i] = yearly[3 * s + i]! + patience[i]! * continuation[3 * s + i]!;
        }
        continue;
      }
      case decision: {
        const who = player[node]!;
        let best = -Infinity;
        for (let k = from; k < to; k++) {
          const worth = value[3 * children[k]! + who]! + once[3 * k + who]!;
          if (worth > best) best = worth;
        }
        if (precision) {
          let sum = 0;
          for (let k = from; k < to; k++) {
            const worth = value[3 * children[k]! + who]! + once[3 * k + who]!;
            const weight = Math.exp(precision[who]! * (worth - best));
            probability[k] = weight;
            sum += weight;
          }
          for (let k = from; k < to; k++) probability[k]! /= sum;
        } else {
          let taken = false;
          for (let k = from; k < to; k++) {
            const worth = value[3 * children[k]! + who]! + once[3 * k + who]!;
            probability[k] = !taken && worth === best ? 1 : 0;
            if (worth === best) taken = true;
          }
        }
        expect(tree, node, value, probability);
        const regret = best - value[3 * node + who]!;
        if (regret > tally.regret) tally.regret = regret;
        continue;
      }
      case simultaneous: {
        const one = player[node]!;
        const two = second[node]!;
        for (let c = 0; c < 4; c++) {
          const child = children[from + c]!;
          game.a[c] = value[3 * child + one]! + once[3 * (from + c) + one]!;
          game.b[c] = value[3 * child + two]! + once[3 * (from + c) + two]!;
        }
        if (precision) {
          if (!logitTwoByTwo(game, precision[one]!, precision[two]!, answer)) {
            throw new ReviewSolveError(
              'not-converged',
              `the branch of "${tree.about[node]}" could not be followed`,
            );
          }
        } else if (nashTwoByTwo(game, answer) > 1) {
          tally.others++;
        }
        const { p, q } = answer;
        probability[from] = p * q;
        probability[from + 1] = p * (1 - q);
        probability[from + 2] = (1 - p) * q;
        probability[from + 3] = (1 - p) * (1 - q);
        expect(tree, node, value, probability);
        const first = Math.max(q * game.a[0]! + (1 - q) * game.a[1]!, q * game.a[2]! + (1 - q) * game.a[3]!);
        const other = Math.max(p * game.b[0]! + (1 - p) * game.b[2]!, p * game.b[1]! + (1 - p) * game.b[3]!);
        const regret = Math.max(first - value[3 * node + one]!, other - value[3 * node + two]!);
        if (regret > tally.regret) tally.regret = regret;
        continue;
      }
      case chance:
        for (let k = from; k < to; k++) probability[k] = tree.chance[k]!;
        expect(tree, node, value, probability);
        continue;
      default:
        throw new RangeError(`not foreseen: kind ${kind[node]}`);
    }
  }
}

/** The value of a node from those of its children. */
function expect(
  { firstChild, children, once }: ReviewYear['tree'],
  node: number,
  value: Float64Array,
  probability: Float64Array,
): void {
  const to = firstChild[node + 1]!;
  for (let i = 0; i < 3; i++) {
    let sum = 0;
    for (let k = firstChild[node]!; k < to; k++) {
      if (probability[k]! > 0) sum += probability[k]! * (value[3 * children[k]! + i]! + once[3 * k + i]!);
    }
    value[3 * node + i] = sum;
  }
}
