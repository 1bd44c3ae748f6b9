import { applyPatches, enablePatches, type Patch, produce } from 'immer';
import { adviseWord } from '../problems/nearest-word.ts';
import { InputError, type Problem } from '../problems/problem.ts';
import { advance } from './advance.ts';
import { checkSetup } from './check-setup.ts';
import type { GameEvent, GameSetup, GameState } from './game-state.ts';
import type { Playable } from './playable.ts';
import { startOf } from './start-of.ts';
import { turnOf } from './turn.ts';

enablePatches();

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

/** A game in which nothing has happened yet. @throws InputError where seats or news are not of this negotiation. */
export function startGame(playable: Playable, setup: GameSetup): PlayedGame {
  checkSetup(playable, setup);
  const start = startOf(playable);
  return { setup, start, branches: [{ name: trunk, log: [], state: start }], branch: trunk, takenBack: 0 };
}

/** The branch that is played. */
export function branchOf({ branches, branch }: PlayedGame): Branch {
  return branches.find(({ name }) => name === branch)!;
}

/** Where the branch that is played stands. */
export function stateOf(game: PlayedGame): GameState {
  return branchOf(game).state;
}

/** The game after an event on the branch that is played. @throws InputError where it cannot be; nothing is lost. */
export function play(playable: Playable, game: PlayedGame, event: GameEvent): PlayedGame {
  const { log, state } = branchOf(game);
  const { state: next, ...logged } = advance(playable, game.setup, state, event);
  return withBranch(game, { log: [...log, logged], state: next });
}

/** Lets chance and the others have their turns until a person is asked, or the game is over. */
export function goOn(playable: Playable, game: PlayedGame): PlayedGame {
  let going = game;
  while (turnOf(playable, going.setup, stateOf(going)).kind === 'others') {
    going = play(playable, going, { type: 'go-on' });
  }
  return going;
}

/** Without the last event, by its inverse patches; the game itself where nothing has happened. */
export function undo(game: PlayedGame): PlayedGame {
  const { log, state } = branchOf(game);
  const last = log.at(-1);
  if (!last) return game;
  const before = withBranch(game, { log: log.slice(0, -1), state: applyPatches(state, last.inversePatches) });
  return last.event.type === 'move' ? { ...before, takenBack: game.takenBack + 1 } : before;
}

/**
 * Back to before the last move that a person has made, or made as a party if one is given; itself where there is none.
 * Of those who decided at once all decide again: each has seen what the other did.
 */
export function takeBack(game: PlayedGame, party?: number): PlayedGame {
  const { log } = branchOf(game);
  const last = log.findLastIndex(
    ({ event }) => event.type === 'move' && (party === undefined || event.party === party),
  );
  let back = game;
  if (last < 0) return back;
  for (let k = log.length; k > last || stateOf(back).sealed.length > 0; k--) back = undo(back);
  return back;
}

/**
 * Begins a what-if where the game stands, and goes on there.
 *
 * @throws InputError where the name is taken, empty, or longer than a line, or an answer is sealed: whoever answers next
 *   could try what opens it.
 */
export function branchOff(game: PlayedGame, name: string): PlayedGame {
  const { name: from, log, state } = branchOf(game);
  if (!/^\S(?:.{0,58}\S)?$/.test(name)) {
    throw refused(
      'branch-name',
      'a branch has a name of 1 to 60 characters on one line',
      'such as "what if Canada refuses"',
    );
  }
  if (game.branches.some((one) => one.name === name)) {
    throw refused('branch-name', `there is a branch "${name}" already`, 'give it another name, or go to it');
  }
  if (state.sealed.length > 0) {
    throw refused('sealed', 'nothing can be tried while an answer is sealed', 'answer first');
  }
  const branch: Branch = { name, from: { branch: from, events: log.length }, log, state };
  return { ...game, branches: [...game.branches, branch], branch: name };
}

/** Goes to another branch, as it was left. @throws InputError where there is none of that name. */
export function goTo(game: PlayedGame, name: string): PlayedGame {
  requireBranch(game, name);
  return { ...game, branch: name };
}

/** A branch by its name. @throws InputError where there is none. */
export function requireBranch({ branches }: PlayedGame, name: string): Branch {
  const found = branches.find((one) => one.name === name);
  if (found) return found;
  const names = branches.map((one) => one.name);
  throw refused('no-branch', `there is no branch "${name}"`, adviseWord(name, names));
}

/** The state at the end of a log, from its patches alone: as text, equal to the state that was played. */
export function replay(start: GameState, log: readonly LoggedEvent[]): GameState {
  return log.reduce((state, { patches }) => applyPatches(state, patches), start);
}

function withBranch(game: PlayedGame, change: Pick<Branch, 'log' | 'state'>): PlayedGame {
  return produce(game, (draft) => {
    const branch = draft.branches.find(({ name }) => name === draft.branch)!;
    Object.assign(branch, change);
  });
}

function refused(code: string, message: string, advice?: string): InputError {
  const problem: Problem = { code, message, ...(advice ? { advice } : {}) };
  return new InputError([problem]);
}
