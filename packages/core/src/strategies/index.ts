/**
 * Strategies: fixed rules that play the review, one another, and tournaments. `strategies` has them all;
 * `playReviews` plays one game, `replayReviews` a log again; `tournamentParts`, `playPart`, `tournamentRecords` and
 * `standingsOf` a tournament, in parts that any number of threads may take.
 */
export { aspiration, timeAt } from './aspiration.ts';
export { strategies, strategyOf } from './catalogue.ts';
export { type Conduct, conductAtReviews, type ReadConduct } from './conduct.ts';
export type { Deal, Offer } from './deals.ts';
export { GameToPlay, type Range, type SolvedReviews } from './game-to-play.ts';
export { efficientDeals, isEfficient, leftOnTheTable } from './left-on-the-table.ts';
export {
  type Chances,
  nextChild,
  type Playthrough,
  playReviews,
  ReplayError,
  replayReviews,
} from './play-reviews.ts';
export { ReviewWalk } from './review-walk.ts';
export type { LegalMove, PlayedMove, Position, Random, Strategy } from './strategy.ts';
export {
  type Assignment,
  type AssignmentRecord,
  assignmentsOf,
  chancesOf,
  endRegimes,
  playPart,
  type Standing,
  standingsOf,
  type TournamentPart,
  tournamentParts,
  tournamentRecords,
} from './tournament.ts';
