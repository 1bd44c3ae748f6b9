import { membersOf, type Partition } from '../coalitions/index.ts';
import type { ReviewYear } from '../negotiation/build-review.ts';
import { leaf } from '../negotiation/review-tree.ts';
import {
  type ReviewSolution,
  type ReviewValues,
  solveQuantal,
  solveSubgamePerfect,
} from '../negotiation/solve-reviews.ts';
import { reviewWithAlliances } from './review-with-alliances.ts';

/** How the blocks of a partition are taken to behave. */
export interface AllianceBehaviour {
  /** What a percent of each party's real income counts in the sum of its block; positive. */
  readonly weights: readonly number[];
  /** λ by party, per percent of real income; subgame perfection where absent. */
  readonly precision?: readonly number[];
}

/**
 * Solves the reviews with each block of a partition acting as one player: at every node it looks to the mean of its
 * members' present values at the first review, weighted with w_i, so that at review t member i counts w_i δ_i^t. Its λ is the
 * mean of its members', weighted with w_i. A block of one acts as that government does in the game without alliances.
 *
 * @returns the review that was played, and its solution: values are each party's own.
 * @throws ReviewSolveError as `solveQuantal`.
 */
export function solveWithAlliances(
  year: ReviewYear,
  values: ReviewValues,
  reviews: number,
  partition: Partition,
  { weights, precision }: AllianceBehaviour,
): { readonly year: ReviewYear; readonly solution: ReviewSolution } {
  const played = reviewWithAlliances(year, partition);
  const { yearly, patience, last } = values;
  const lambda = precision && [...meanOfBlocks(partition, weights)(precision)];
  const moves: Float64Array[] = [];
  const own: Float64Array[] = [];
  let [maximumRegret, otherEquilibria] = [0, 0];
  let continuation = last;
  for (let review = reviews - 1; review >= 0; review--) {
    const ends = yearly.map((value, at) => value + patience[at % 3]! * continuation[at]!);
    const mean = meanOfBlocks(
      partition,
      weights.map((weight, i) => weight * patience[i]! ** review),
    );
    const ofBlocks = { ...played, tree: { ...played.tree, once: mean(played.tree.once) } };
    const once: ReviewValues = {
      yearly: mean(ends),
      patience: [0, 0, 0],
      last: new Float64Array(last.length),
    };
    const solved = lambda ? solveQuantal(ofBlocks, once, 1, lambda) : solveSubgamePerfect(ofBlocks, once, 1);
    const value = valuesUnder(played, ends, solved.moves[0]!);
    moves.unshift(solved.moves[0]!);
    own.unshift(value);
    maximumRegret = Math.max(maximumRegret, solved.maximumRegret);
    otherEquilibria += solved.otherEquilibria;
    continuation = Float64Array.from(last, (settled, at) => {
      const begin = played.tree.begins[Math.floor(at / 3)]!;
      return begin < 0 ? settled : value[3 * begin + (at % 3)]!;
    });
  }
  const concept = precision ? 'quantal' : 'subgame-perfect';
  return { year: played, solution: { concept, values: own, moves, maximumRegret, otherEquilibria } };
}

/** Gives each party the weighted mean of its block, in figures of three to a place. */
function meanOfBlocks(partition: Partition, weights: readonly number[]) {
  const share = new Float64Array(9);
  for (const block of partition) {
    const members = membersOf(block);
    const sum = members.reduce((total, j) => total + weights[j]!, 0);
    for (const i of members) for (const j of members) share[3 * i + j] = weights[j]! / sum;
  }
  return (figures: ArrayLike<number>): Float64Array => {
    const means = new Float64Array(figures.length);
    for (let at = 0; at < means.length; at += 3) {
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) means[at + i]! += share[3 * i + j]! * figures[at + j]!;
      }
    }
    return means;
  };
}

/** What each node is worth to each party where blocks move so. @param ends by state, three to a state. */
function valuesUnder(
  { tree: { kind, firstChild, children, once, ends: endOf } }: ReviewYear,
  ends: Float64Array,
  probability: Float64Array,
): Float64Array {
  const value = new Float64Array(3 * kind.length);
  for (let node = 0; node < kind.length; node++) {
    for (let i = 0; i < 3; i++) {
      let sum = kind[node] === leaf ? ends[3 * endOf[node]! + i]! : 0;
      for (let k = firstChild[node]!; k < firstChild[node + 1]!; k++) {
        if (probability[k]! > 0) sum += probability[k]! * (value[3 * children[k]! + i]! + once[3 * k + i]!);
      }
      value[3 * node + i] = sum;
    }
  }
  return value;
}
