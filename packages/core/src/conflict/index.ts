/**
 * The conflict of a review year, for the graph model of `@usmca-sim/core/stability`: states are what has been offered,
 * confirmed, signed, imposed, lifted and whether notice has been given; moves are those of the review; preferences are
 * the payoffs of the game that `priceReviews` gives.
 *
 * `reviewConflict` builds it. `jointGains` says which agreements nobody can bring about alone though all who would sign
 * prefer them; `stateAfterFirstReview` where a path of the solved game stands in it.
 */
export type { ConflictMove, ConflictState, OpenOffer } from './conflict-state.ts';
export {
  type JointGain,
  jointGains,
  type ReviewConflict,
  reviewConflict,
  stateAfterFirstReview,
  type WorthOfStates,
} from './review-conflict.ts';
