/**
 * Coalitions: what groups are worth, how that may be divided, and who would break away. Nothing here knows of tariffs.
 *
 * What groups are worth: `partitionGame` and `partitionGameFromPayoffs` (a group's worth may hang on how the others are
 * grouped), `characteristicGame` (it does not), and `expecting`, which makes the second of the first by stating what a
 * group expects of the others. A coalition is a set of players in bits: `coalitionOf`, `membersOf`.
 *
 * How that may be divided: `shapleyValue`, `owenValue` with unions given beforehand, `leastCore`, `unitedFront` (what
 * acting as one is worth to its members, of either sign).
 *
 * Who would break away: `coreObjections` for a division, `sideDeals` for a partition, by payoffs as they fall.
 *
 * Deals two by two: `nashInNash`, in which each bargain takes the others as given.
 */
export {
  type CharacteristicGame,
  characteristicGame,
  type Expectation,
  expecting,
} from './characteristic-game.ts';
export {
  blockOf,
  type Coalition,
  CoalitionError,
  type CoalitionErrorCode,
  coalitionOf,
  everyone,
  membersOf,
  type Partition,
  partitionsOf,
} from './coalition.ts';
export { coreObjections, type LeastCore, leastCore, type Objection } from './core-of-game.ts';
export {
  type NashInNash,
  type NashInNashOptions,
  nashInNash,
  nashInNashOutcomes,
  type Track,
} from './nash-in-nash.ts';
export { owenValue } from './owen-value.ts';
export { type PartitionGame, partitionGame, partitionGameFromPayoffs } from './partition-game.ts';
export { shapleyValue } from './shapley-value.ts';
export { type AfterLeaving, type SideDeal, sideDeals } from './side-deals.ts';
export { type UnitedFront, unitedFront } from './united-front.ts';
