/**
 * Alliances at the review: the negotiation solved with governments in blocks that decide as one, which says what every
 * coalition is worth. What follows from that is in `@usmca-sim/core/coalitions`.
 */
export { type Alliances, type SolvedPartition, solveAlliances } from './alliances.ts';
export { type BilateralTracks, bilateralTracks } from './bilateral-tracks.ts';
export { incomeWeights } from './income-weights.ts';
export { type Front, frontOf, reviewWithAlliances } from './review-with-alliances.ts';
export { type AllianceBehaviour, solveWithAlliances } from './solve-with-alliances.ts';
