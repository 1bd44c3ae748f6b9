import type { Place } from '../problems/problem.ts';
import { ProblemList } from '../problems/problem-list.ts';
import { findInformationSets } from './information-sets.ts';
import { gameLimits, layOut } from './lay-out.ts';

/** What the players are paid when play comes to a node: usually at an end; on the way, payments add up. */
export interface Outcome {
  readonly name?: string;
  /** One number a player, in the game's order. */
  readonly payoffs: readonly number[];
}

interface AnyNode {
  readonly name?: string;
  readonly outcome?: Outcome;
}

/** Nature moves, with known probabilities that add up to 1. */
export interface ChanceNode extends AnyNode {
  readonly kind: 'chance';
  readonly moves: readonly {
    readonly action: string;
    readonly probability: number;
    readonly next: GameNode;
  }[];
}

/** A player moves, knowing of the past only the information set. */
export interface DecisionNode extends AnyNode {
  readonly kind: 'decision';
  /** Index in the game's `players`. */
  readonly player: number;
  /** Nodes of a player with the same id cannot be told apart by that player; they offer the same actions. */
  readonly informationSet: string;
  /** What people read; the id where absent. */
  readonly label?: string;
  readonly moves: readonly { readonly action: string; readonly next: GameNode }[];
}

/** Play ends; without an outcome everyone is paid nothing more. */
export interface EndNode extends AnyNode {
  readonly kind: 'end';
}

export type GameNode = ChanceNode | DecisionNode | EndNode;

/** A game as somebody writes it: plain data, a tree. */
export interface GameDescription {
  readonly title: string;
  readonly comment?: string;
  readonly players: readonly string[];
  readonly root: GameNode;
}

/** A node of a sound game, numbered in prefix order: a node, then all that follows its first move, and so on. */
export interface Position {
  readonly node: GameNode;
  /** -1 for the root. */
  readonly parent: number;
  /** Which of the parent's moves leads here. */
  readonly move: number;
  /** Positions `[this, end)` are this node and everything that can follow it. */
  readonly end: number;
  /** The position after each move. */
  readonly next: readonly number[];
  /** Index in the game's `informationSets`; -1 where no player moves. */
  readonly informationSet: number;
  /** Everything paid from the root up to and with this node, by player. */
  readonly payoffs: readonly number[];
}

export interface InformationSet {
  readonly player: number;
  readonly id: string;
  readonly label: string;
  readonly actions: readonly string[];
  /** Index of its first action among the actions of all information sets, one after the other. */
  readonly firstAction: number;
  readonly positions: readonly number[];
}

/** A finite game that was checked: what the solvers take. */
export interface ExtensiveGame extends GameDescription {
  readonly positions: readonly Position[];
  /** By player, then in the order in which play first meets them. */
  readonly informationSets: readonly InformationSet[];
  /** Actions of all information sets together. */
  readonly actionCount: number;
}

/**
 * Checks a description and numbers its nodes: von Neumann and Morgenstern's extensive game, after Kuhn (1953).
 *
 * @param placeOf where a node was written, for messages about games that come from a file.
 * @throws InputError with everything that is wrong: probabilities that do not add up, payoffs that are missing,
 *   information sets whose actions disagree, a player who forgets what it knew or did, a game that is too large.
 *
 * @example
 *     const game = extensiveGame({
 *       title: 'Entry',
 *       players: ['Entrant', 'Incumbent'],
 *       root: decision(0, 'enter?', [['stay out', end(0, 2)], ['enter', decision(1, 'fight?', [
 *         ['fight', end(-1, -1)], ['share', end(1, 1)]])]]),
 *     });
 *     subgamePerfect(game).payoffs; // [1, 1]
 */
export function extensiveGame(
  description: GameDescription,
  placeOf: (node: GameNode) => Place | undefined = () => undefined,
): ExtensiveGame {
  const problems = new ProblemList();
  const { players } = description;
  if (players.length === 0 || players.length > gameLimits.players) {
    problems.add(
      'players-of-a-game',
      players.length === 0 ? 'a game needs a player' : `a game of ${players.length} players is too large`,
      undefined,
      `between 1 and ${gameLimits.players}`,
    );
    problems.throwIfAny();
  }
  const laidOut = layOut(description, problems, placeOf);
  problems.throwIfAny();
  const found = findInformationSets(laidOut, players, problems, placeOf);
  problems.throwIfAny();
  const { informationSets, setOf } = found;
  return {
    ...description,
    positions: laidOut.map((position, at) => ({ ...position, informationSet: setOf[at]! })),
    informationSets,
    actionCount: informationSets.reduce((sum, { actions }) => sum + actions.length, 0),
  };
}

/** An end that pays. */
export function end(...payoffs: number[]): EndNode {
  return { kind: 'end', outcome: { payoffs } };
}

/** A move of a player, written as pairs of an action and what follows it. */
export function decision(
  player: number,
  informationSet: string,
  moves: readonly (readonly [action: string, next: GameNode])[],
): DecisionNode {
  return {
    kind: 'decision',
    player,
    informationSet,
    moves: moves.map(([action, next]) => ({ action, next })),
  };
}

/** A move of nature, written as triples of an event, its probability and what follows it. */
export function chance(
  moves: readonly (readonly [action: string, probability: number, next: GameNode])[],
): ChanceNode {
  return {
    kind: 'chance',
    moves: moves.map(([action, probability, next]) => ({ action, probability, next })),
  };
}
