/*
 * A negotiation played by people, strategies and the solution at one table. A game is an immutable value: each function
 * takes it and gives it back changed, and the patches of its events are its log.
 *
 *     const negotiation = playable(scenario, priced, solution, { data: economy.hash, law: law.hash });
 *     let game = startGame(negotiation, { seats: ['solution', 'person', 'boulware'], seed: '1', news: [] });
 *     game = goOn(negotiation, game); // until a person is asked; `turnOf` says who
 *     viewOf(negotiation, game.setup, stateOf(game), 1).moves;
 *     game = play(negotiation, game, { type: 'move', party: 1, move: 'join' });
 *     game = undo(game); // `takeBack` to before the last move of a person, `branchOff` and `goTo` for what-ifs
 *     debriefOf(negotiation, game);
 */

// Two branches beside each other, and what a position is worth and does.
export { type BranchComparison, compareBranches, type Prospect, prospectOf } from './compare-branches.ts';
// The long run of trade in a state, and what changes between two.
export { changeOfTrade, tradeIn } from './consequence.ts';
export type { DealOnTheTable } from './deals-on-the-table.ts';
// What there is to learn from a game.
export { type AgainstDeals, type Debrief, debriefOf, type OfferMade, type TurnOfPerson } from './debrief.ts';
// Where a game stands, and what may happen to it.
export type {
  FlowPrediction,
  GameEvent,
  GameSetup,
  GameState,
  MovePrediction,
  PlannedNews,
  Prediction,
  SealedMove,
  Seat,
} from './game-state.ts';
// A facilitator's plan of news, in YAML.
export { parseNews } from './parse-news.ts';
export { noNews } from './planned-news.ts';
// What every game of a negotiation shares.
export { type MadeOf, type Playable, playable } from './playable.ts';
// A game with its log and its branches.
export {
  type Branch,
  branchOf,
  branchOff,
  goOn,
  goTo,
  type LoggedEvent,
  type PlayedGame,
  play,
  replay,
  startGame,
  stateOf,
  takeBack,
  trunk,
  undo,
} from './played-game.ts';
// What each party knows before it begins, and the facilitator.
export {
  type AnswerKey,
  answerKey,
  type OutsideOption,
  type PackageWorth,
  type Role,
  roleOf,
  type Threat,
} from './roles.ts';
// A game on disk: `readSavedGame` says of which case it is, `loadGame` plays it again on that.
export { loadGame, readSavedGame, type SavedGame, saveGame } from './save-game.ts';
export {
  type ScoredFlow,
  type ScoredMove,
  type ScoredPredictions,
  scorePredictions,
  unchanged,
} from './score-predictions.ts';
export { type Turn, turnOf } from './turn.ts';
export type { SolvedMove } from './value-differences.ts';
// What a person may see of a game.
export { type Consequence, type OwnMove, type PlayerView, viewOf } from './view.ts';
