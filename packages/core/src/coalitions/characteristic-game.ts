import {
  type Coalition,
  CoalitionError,
  everyone,
  membersOf,
  type Partition,
  partitionsOf,
} from './coalition.ts';
import type { PartitionGame } from './partition-game.ts';

/** A game in which a coalition's worth does not hang on the others. */
export interface CharacteristicGame {
  readonly players: readonly string[];
  /** What each coalition is worth, by its bits; `worth[0]` is 0. */
  readonly worth: Float64Array;
}

/** Sums run over all coalitions: 2²⁰ are a million. */
const mostPlayers = 20;

/**
 * A game from what each coalition is worth. `worthOf` is asked once for each but the empty one.
 *
 * @throws CoalitionError for more than twenty players, or worths that are not numbers.
 *
 * @example
 *     // A left and a right glove make a pair: two have a left one, one has a right one.
 *     characteristicGame(['L', 'L', 'R'], (s) => Number((s & 0b100) > 0 && (s & 0b011) > 0));
 */
export function characteristicGame(
  players: readonly string[],
  worthOf: (coalition: Coalition) => number,
): CharacteristicGame {
  const n = players.length;
  if (n === 0 || n > mostPlayers) {
    throw new CoalitionError('too-large', `games have 1 to ${mostPlayers} players, not ${n}`);
  }
  const worth = new Float64Array(2 ** n);
  for (let coalition = 1; coalition < worth.length; coalition++) {
    worth[coalition] = worthOf(coalition);
    if (!Number.isFinite(worth[coalition])) {
      const names = membersOf(coalition).map((i) => players[i]);
      throw new CoalitionError('not-a-number', `{${names.join(', ')}} is worth ${worth[coalition]}`);
    }
  }
  return { players, worth };
}

/**
 * What a coalition expects of the others when it forms.
 *
 * - `alone`: each stands alone (γ, Chander and Tulkens 1997).
 * - `together`: they act as one, as von Neumann and Morgenstern (1944) have it.
 * - `worst`, `best`: they group so that the coalition gets least, or most (Aumann and Peleg 1960; Shenoy 1979).
 */
export type Expectation = 'alone' | 'together' | 'worst' | 'best';

/** The characteristic game that a partition game becomes under an expectation of what the others do. */
export function expecting(game: PartitionGame, expectation: Expectation): CharacteristicGame {
  const all = everyone(game.players.length);
  return characteristicGame(game.players, (coalition) => {
    const worth = (rest: Partition) => game.worth(coalition, [coalition, ...rest]);
    const others = all & ~coalition;
    switch (expectation) {
      case 'alone':
        return worth(membersOf(others).map((i) => 1 << i));
      case 'together':
        return worth(others === 0 ? [] : [others]);
      case 'worst':
        return Math.min(...partitionsOf(others).map(worth));
      case 'best':
        return Math.max(...partitionsOf(others).map(worth));
    }
  });
}
