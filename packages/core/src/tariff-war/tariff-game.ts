/**
 * Governments that set duties, as the search for their best answers sees them. A point holds ln(1 + t) of every duty,
 * `[k]`: there payoffs are nearly quadratic about their peaks.
 */
export interface TariffGame {
  readonly players: number;
  /** Who sets each duty, `[k]`. */
  readonly setBy: readonly number[];
  /**
   * What the duties are worth to each player, in percent, `[player]`.
   *
   * @throws EquilibriumError where trade has no equilibrium under them, or none is found.
   */
  payoffs(point: Float64Array): Float64Array;
}

/** Duties are at least 0, for nobody pays others to sell to it, and at most this, where hardly any trade is left. */
export const highestRate = 10;

export const highestLogFactor = Math.log1p(highestRate);

/** The duties that a player sets. */
export function dutiesOf({ setBy }: TariffGame, player: number): number[] {
  return setBy.flatMap((owner, k) => (owner === player ? [k] : []));
}
