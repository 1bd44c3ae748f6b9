import { type ReviewSolution, solveQuantal, solveSubgamePerfect } from '../negotiation/solve-reviews.ts';
import type { PricedReviews } from './price-reviews.ts';

/** λ by party: that of the case for everyone where it has one, each stance's own where not. */
export function precisionOf({ choices }: Pick<PricedReviews, 'choices'>): number[] {
  return choices.stances.map((stance) => choices.precision ?? stance.precision.value);
}

/**
 * The priced reviews solved with every government of its mean type, which is the game that strategies, trees and
 * people at the table see: subgame-perfect where the case says so, quantal response otherwise.
 *
 * @throws ReviewSolveError where the game is not solved.
 */
export function solvePriced(game: PricedReviews): ReviewSolution {
  const { choices, year, values } = game;
  const reviews = choices.table.reviews.length;
  return choices.concept === 'subgame-perfect'
    ? solveSubgamePerfect(year, values, reviews)
    : solveQuantal(year, values, reviews, precisionOf(game));
}
