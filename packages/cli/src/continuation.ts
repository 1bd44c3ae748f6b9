import type { PricedReviews } from '@usmca-sim/core';

/**
 * What each state is worth after a review of the solved game: three to a state, percent of real income, present value
 * of the review that follows; after the last one, what the game's end is worth.
 *
 * @param values by review: value of each node to each party.
 */
export function continuationAfter(
  { year, values: { last } }: PricedReviews,
  values: readonly Float64Array[],
  review: number,
): Float64Array {
  const next = values[review + 1];
  if (!next) return last;
  return last.map((end, at) => {
    const node = year.tree.begins[Math.floor(at / 3)]!;
    // A settled state is not reviewed: it is worth at every review what it is worth at the end.
    return node < 0 ? end : next[3 * node + (at % 3)]!;
  });
}
