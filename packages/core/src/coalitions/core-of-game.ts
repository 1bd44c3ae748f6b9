import { maximize } from '../linear-program/maximize.ts';
import type { CharacteristicGame } from './characteristic-game.ts';
import { type Coalition, CoalitionError, membersOf } from './coalition.ts';

/** A coalition that could do better on its own than a division lets it. */
export interface Objection {
  readonly coalition: Coalition;
  readonly worth: number;
  /** What the division gives its members together. */
  readonly gets: number;
  /** Worth less what they get; positive. */
  readonly excess: number;
}

/**
 * The coalitions that object to a division, the largest excess first. A division of all that everybody is worth together
 * to which nobody objects is in the core (Gillies 1959).
 *
 * @param division payoffs by player; need not add up to what all are worth.
 * @param tolerance excess up to this is none; default 1e-9.
 */
export function coreObjections(
  { players, worth }: CharacteristicGame,
  division: readonly number[],
  tolerance = 1e-9,
): Objection[] {
  if (division.length !== players.length) {
    const message = `a division is ${players.length} numbers, not ${division.length}`;
    throw new CoalitionError('wrong-shape', message);
  }
  const objections: Objection[] = [];
  for (let coalition = 1; coalition < worth.length; coalition++) {
    const gets = membersOf(coalition).reduce((sum, i) => sum + division[i]!, 0);
    const excess = worth[coalition]! - gets;
    if (excess > tolerance) objections.push({ coalition, worth: worth[coalition]!, gets, excess });
  }
  return objections.sort((a, b) => b.excess - a.excess);
}

export interface LeastCore {
  /** ε: the largest excess that cannot be avoided. The core is empty if it is positive. */
  readonly excess: number;
  /** A division of v(N) at which no coalition's excess is larger. One of possibly many. */
  readonly division: readonly number[];
  readonly coreIsEmpty: boolean;
}

/**
 * The least core (Maschler, Peleg and Shapley 1979): min ε subject to x(S) ≥ v(S) − ε for every coalition S but the empty
 * one and all, x(N) = v(N). Solved by the simplex method on the dual, max Σ_S y_S v(S) + z v(N), where Σ_S y_S = 1 and
 * Σ_{S∋i} y_S + z = 0 for each player, of which x and ε are the prices.
 *
 * @throws CoalitionError for fewer than two or more than ten players.
 */
export function leastCore({ players, worth }: CharacteristicGame): LeastCore {
  const n = players.length;
  if (n < 2 || n > 10)
    throw new CoalitionError('too-large', `the least core takes 2 to 10 players, not ${n}`);
  const all = worth.length - 1;
  const scale = worth.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const proper = Array.from({ length: all - 1 }, (_, k) => k + 1);
  // The last two columns are z, which may have either sign, as a difference.
  const { prices, value } = maximize({
    objective: [...proper.map((s) => worth[s]! / scale), worth[all]! / scale, -worth[all]! / scale],
    rows: [
      ...players.map((_, i) => [...proper.map((s) => (s >> i) & 1), 1, -1]),
      [...proper.map(() => 1), 0, 0],
    ],
    bounds: [...players.map(() => 0), 1],
  });
  const division = players.map((_, i) => prices[i]! * scale);
  const excess = value * scale;
  return { excess, division, coreIsEmpty: excess > 1e-9 * scale };
}
