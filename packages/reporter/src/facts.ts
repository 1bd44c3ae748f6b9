import type { Fact } from '@usmca-sim/core';
import type { Show } from './frame.ts';

/** Facts of a comparison, one case after another. */
export interface CaseFacts {
  readonly id: string;
  facts(): Iterable<Fact>;
}

/**
 * The facts of every case, then for every case but the reference the differences against the same fact of the
 * reference. What a row says is told by its unit: `million US$` is a level, `percent vs base` a change against the
 * base year, `percent vs law-of-august-2025` a difference from that case in percent, `million US$ vs …` one in money,
 * `percentage points vs …` one of rates. Percentages of nothing are left out.
 *
 * @param show `levels` gives no differences, `differences` gives those of money in money, `percent` in percent.
 */
export function* comparisonFacts(
  cases: readonly CaseFacts[],
  reference: string,
  show: Show,
): Generator<Fact> {
  for (const one of cases) yield* one.facts();
  const standard = cases.find(({ id }) => id === reference);
  if (show === 'levels' || !standard) return;
  const known = new Map<string, number>();
  for (const fact of standard.facts()) known.set(keyOf(fact), fact.value);
  for (const one of cases) {
    if (one === standard) continue;
    for (const fact of one.facts()) {
      // The base year of all cases is the same world: a difference there is no finding.
      const against = fact.horizon === 'base' ? undefined : known.get(keyOf(fact));
      if (against === undefined) continue;
      const difference = differenceOf(fact, against, show, reference);
      if (difference) yield difference;
    }
  }
}

function differenceOf(
  fact: Fact,
  against: number,
  show: 'differences' | 'percent',
  reference: string,
): Fact | undefined {
  const { value, unit } = fact;
  // Changes of a level that is there as well: the difference of the levels says it.
  if (unit === 'percent vs base' || unit === 'percentage points vs base') return undefined;
  if (unit.endsWith(' vs base')) {
    return {
      ...fact,
      value: value - against,
      unit: unit.replace(/base$/, reference),
    };
  }
  if (unit === 'percent')
    return {
      ...fact,
      value: value - against,
      unit: `percentage points vs ${reference}`,
    };
  if (show === 'differences' && !unit.startsWith('index')) {
    return { ...fact, value: value - against, unit: `${unit} vs ${reference}` };
  }
  if (against === 0) return undefined;
  return {
    ...fact,
    value: 100 * (value / against - 1),
    unit: `percent vs ${reference}`,
  };
}

/** The long run is one state, whatever year a case puts it in. */
function keyOf(fact: Fact): string {
  const { year, horizon, measure, importer, exporter, region, sector, unit } = fact;
  const when = horizon === 'long-run' ? '' : year;
  return [when, horizon, measure, importer, exporter, region, sector, unit].join('\u0000');
}
