import type { Patch } from 'immer';
import type { GameEvent, GameSetup, GameState } from './game-state.ts';

/** An event and what it did. Plain data. */
export interface LoggedEvent {
  readonly event: GameEvent;
  /** From the state before to that after; `applyPatches` of immer takes them. */
  readonly patches: readonly Patch[];
  readonly inversePatches: readonly Patch[];
}

/** A line of events: the trunk, or a what-if that has left another branch somewhere. */
export interface Branch {
  readonly name: string;
  /** Where it has left another: its name, and how many of its events they share. Absent for the trunk. */
  readonly from?: { readonly branch: string; readonly events: number };
  /** From the beginning of the game, those shared included. */
  readonly log: readonly LoggedEvent[];
  /** Where the log leads. */
  readonly state: GameState;
}

/** A game as it is played: an immutable value, which every function below takes and gives back changed. */
export interface PlayedGame {
  readonly setup: GameSetup;
  readonly start: GameState;
  /** The trunk is the first. */
  readonly branches: readonly Branch[];
  /** Name of the branch that is played. */
  readonly branch: string;
  /** Moves that people have taken back, on any branch. */
  readonly takenBack: number;
}

/** Name of the first branch. */
export const trunk = 'trunk';
