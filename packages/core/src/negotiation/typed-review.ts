import type { ReviewYear } from './build-review.ts';
import type { ReviewSolution, ReviewValues } from './solve-reviews.ts';

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
export const beliefPoints = 41;

/** Values of a node at a belief: the three parties, the private one as its first type; then as its second. */
export const width = 4;

/** One review: values of nodes by belief, and probabilities of moves by type and belief. */
export interface Round {
  readonly value: Float64Array;
  /** `[type][child][belief]`; of a simultaneous decision, joint. */
  readonly moves: readonly [Float64Array, Float64Array];
}

/** Probability of the second type after a move that the types make with these probabilities. */
export function posterior(belief: number, first: number, second: number): number {
  const whole = (1 - belief) * first + belief * second;
  return whole > 0 ? (belief * second) / whole : belief;
}
