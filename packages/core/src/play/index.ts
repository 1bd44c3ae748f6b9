/*
 * A negotiation played by people, strategies and the solution at one table.
 *
 *     const negotiation = playable(scenario, priced, solution, { data: economy.hash, law: law.hash });
 *     let game = startGame(negotiation, { seats: ['solution', 'person', 'boulware'], seed: '1', news: [] });
 *     game = goOn(negotiation, game);
 *     viewOf(negotiation, game, 1).moves;
 *     game = play(negotiation, game, { type: 'move', party: 1, move: 'join' });
 */

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
// What every game of a negotiation shares.
export { type MadeOf, type Playable, playable } from './playable.ts';
// A game with its log and its branches.
export { type Branch, type LoggedEvent, type PlayedGame, trunk } from './played-game.ts';
export type { Turn } from './turn.ts';
// What a person may see of it.
export type { Consequence, OwnMove, PlayerView } from './view.ts';
