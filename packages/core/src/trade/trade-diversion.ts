/** Trade created and diverted, at base-year prices. */
export interface TradeDiversion {
  /** Net change of what importer n buys abroad in sector j, `[n·J + j]`. */
  readonly created: Float64Array;
  /** Switched between foreign suppliers: positive for who gained, negative for who lost, `[(n·N + i)·J + j]`. */
  readonly diverted: Float64Array;
}

/**
 * Viner's question at base-year prices: of the change in what an importer buys abroad, how much is trade created (or
 * destroyed) in all, and how much merely changed hands between foreign suppliers?
 *
 * In each importer and sector, gains of foreign suppliers and losses of foreign suppliers are summed. The smaller of
 * the two was switched from one to the other: it is diverted, shared among gainers and losers in proportion to their
 * changes. What remains is created, or destroyed where negative.
 *
 * @param before, after flows at base-year prices, `[(n·N + i)·J + j]`.
 */
export function tradeDiversion(
  before: Float64Array,
  after: Float64Array,
  N: number,
  J: number,
): TradeDiversion {
  const created = new Float64Array(N * J);
  const diverted = new Float64Array(N * N * J);
  for (let n = 0; n < N; n++) {
    for (let j = 0; j < J; j++) {
      let gains = 0;
      let losses = 0;
      for (let i = 0; i < N; i++) {
        if (i === n) continue;
        const change = after[(n * N + i) * J + j]! - before[(n * N + i) * J + j]!;
        if (change > 0) gains += change;
        else losses -= change;
      }
      created[n * J + j] = gains - losses;
      const switched = Math.min(gains, losses);
      if (switched === 0) continue;
      for (let i = 0; i < N; i++) {
        if (i === n) continue;
        const cell = (n * N + i) * J + j;
        const change = after[cell]! - before[cell]!;
        diverted[cell] = change * (switched / (change > 0 ? gains : losses));
      }
    }
  }
  return { created, diverted };
}
