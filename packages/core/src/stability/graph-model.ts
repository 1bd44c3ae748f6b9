export interface GraphModelDescription {
  readonly title: string;
  readonly players: readonly string[];
  /** Names. */
  readonly states: readonly string[];
  /** By player, pairs `[from, to]` of indices of states that the player can bring about alone, in one move. */
  readonly moves: readonly (readonly (readonly [number, number])[])[];
  /** By player and state: the more, the better; equal numbers are ties. Only the order counts. */
  readonly preference: readonly (readonly number[])[];
}

/** A conflict: states, the moves of each player between them, and what each prefers. */
export interface GraphModel {
  readonly title: string;
  readonly players: readonly string[];
  readonly states: readonly string[];
  /** Where a player can go from a state, alone and in one move: `[player][state]`, ascending. */
  readonly movesFrom: readonly (readonly (readonly number[])[])[];
  readonly preference: readonly (readonly number[])[];
}

export type ConflictErrorCode =
  | 'no-such-state'
  | 'no-such-player'
  | 'wrong-shape'
  | 'not-a-number'
  | 'too-large';

/** A description that is no conflict, or a question about what is not in it. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
  readonly code: ConflictErrorCode;

  constructor(code: ConflictErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * A conflict from its description. A move need not have a way back; a player's moves need not be transitive.
 *
 * @throws ConflictError for moves and preferences that do not fit the players and states.
 *
 * @example
 *     graphModel({
 *       title: 'A door',
 *       players: ['Guest'],
 *       states: ['outside', 'inside'],
 *       moves: [[[0, 1]]],
 *       preference: [[0, 1]],
 *     });
 */
export function graphModel(description: GraphModelDescription): GraphModel {
  const { title, players, states, moves, preference } = description;
  if (players.length === 0 || states.length === 0) {
    throw new ConflictError('wrong-shape', 'a conflict has at least one player and one state');
  }
  if (moves.length !== players.length || preference.length !== players.length) {
    const message = `moves of ${moves.length} and preferences of ${preference.length}, for ${players.length} players`;
    throw new ConflictError('wrong-shape', message);
  }
  const movesFrom = moves.map((pairs, i) => {
    const targets = states.map(() => new Set<number>());
    for (const [from, to] of pairs) {
      if (!targets[from] || !targets[to]) {
        const message = `${players[i]} moves from ${from} to ${to}, but the states are 0 to ${states.length - 1}`;
        throw new ConflictError('no-such-state', message);
      }
      if (from === to) {
        throw new ConflictError('wrong-shape', `${players[i]} moves from "${states[from]}" to itself`);
      }
      targets[from].add(to);
    }
    return targets.map((set) => [...set].sort((a, b) => a - b));
  });
  for (const [i, own] of preference.entries()) {
    if (own.length !== states.length) {
      const message = `${players[i]} has preferences for ${own.length} states of ${states.length}`;
      throw new ConflictError('wrong-shape', message);
    }
    const unranked = own.findIndex((value) => !Number.isFinite(value));
    if (unranked >= 0) {
      const message = `the preference of ${players[i]} for "${states[unranked]}" is ${own[unranked]}`;
      throw new ConflictError('not-a-number', message);
    }
  }
  return { title, players, states, movesFrom, preference };
}

/** @throws ConflictError for a state or player that the model does not have. */
export function requireIn(model: GraphModel, state: number, player: number): void {
  if (model.states[state] === undefined) {
    const message = `there is no state ${state}: they are 0 to ${model.states.length - 1}`;
    throw new ConflictError('no-such-state', message);
  }
  if (model.players[player] === undefined) {
    const message = `there is no player ${player}: they are 0 to ${model.players.length - 1}`;
    throw new ConflictError('no-such-player', message);
  }
}
