import type { GameState } from './game-state.ts';
import { type Playable, walkTo } from './playable.ts';

/** Where a game begins: before the news of its first review. */
export function startOf(playable: Playable): GameState {
  const { review, state, node, scores } = walkTo(playable, []);
  return { version: 1, review, state, node, moves: [], sealed: [], predictions: [], scores: [...scores] };
}
