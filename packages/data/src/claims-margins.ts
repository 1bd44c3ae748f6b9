import { type Charge, type ClaimSeries, isCharged, type Law, type ProductGroup } from '@usmca-sim/core';

/**
 * What a claim saved of the fentanyl duty, by part of a sector's flow: goods that bore it, or would have but for a
 * Section 232 duty. Claims rose on those too, so what stood in for the duty is not looked at.
 *
 * @returns parts that sum to 1; none where no goods of the sector are charged.
 */
export function fentanylMargins(
  { goods, measures }: Law,
  exporter: string,
  sector: string,
): ClaimSeries['parts'] {
  const measure = measures.find(
    ({ id, exporters }) => id.startsWith('us-fentanyl-') && exporters.includes(exporter),
  );
  const groups = goods.groups.filter((group) => group.exporter === exporter && group.sector === sector);
  if (!measure) return [];
  const days = [...new Set(measure.charges.map(({ from }) => from))].sort();
  const parts = new Map<string, { part: number; margins: { from: string; margin: number }[] }>();
  for (const group of groups) {
    const margins = days.map((from) => ({ from, margin: marginOf(group, measure.charges, from) }));
    if (margins.every(({ margin }) => margin === 0)) continue;
    const key = JSON.stringify(margins);
    const one = parts.get(key) ?? { part: 0, margins };
    parts.set(key, { ...one, part: one.part + group.share });
  }
  const whole = [...parts.values()].reduce((sum, { part }) => sum + part, 0);
  return [...parts.values()].map(({ part, margins }) => ({ part: part / whole, margins }));
}

/** The rate of the first charge in force on a day that names the goods, where a claim frees them of it. */
function marginOf({ lists }: ProductGroup, charges: readonly Charge[], day: string): number {
  const on = (named: readonly string[] | undefined) => named?.some((list) => lists.includes(list)) ?? false;
  const charge = charges.find(
    (one) => isCharged(one, day) && (one.lists === undefined || on(one.lists)) && !on(one.except),
  );
  return charge?.usmca === 'exempt' && typeof charge.rate === 'number' ? charge.rate : 0;
}
