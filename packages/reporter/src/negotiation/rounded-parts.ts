/**
 * Rounds parts of a sum so that what is written adds up: each to a multiple of the last decimal beside it, together
 * the rounded total (largest remainders).
 */
export function roundedParts(parts: readonly number[], decimals: number): number[] {
  const unit = 10 ** decimals;
  const floors = parts.map((part) => Math.floor(part * unit));
  const total = Math.round(parts.reduce((sum, part) => sum + part, 0) * unit);
  const missing = total - floors.reduce((sum, part) => sum + part, 0);
  const byRemainder = parts
    .map((part, at) => ({ at, remainder: part * unit - floors[at]! }))
    .sort((a, b) => b.remainder - a.remainder);
  const raised = new Set(byRemainder.slice(0, missing).map(({ at }) => at));
  return floors.map((part, at) => (part + (raised.has(at) ? 1 : 0)) / unit || 0);
}
