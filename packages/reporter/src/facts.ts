import type { Fact } from '@usmca-sim/core';
import type { Show } from './frame.ts';

/** Facts of a comparison, one case after another. */
export interface CaseFacts {
  readonly id: string;
  facts(): Iterable<Fact>;
}

/**
 * The facts of every case, then for every case but the reference the differences against the same fact of the
 * reference. What a row says is told by its unit: `million US$` is a level, `percent vs law-of-august-2025` a
 * difference in percent, `million US$ vs …` a difference in the level's own unit, `percentage points vs …` one of
 * rates. Facts that the reference does not have, and percentages of zero, are left out of the differences.
 *
 * @param show `levels` gives no differences, `differences` gives them in the fact's own unit, `percent` in percent.
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
  if (unit === 'fraction') {
    return { ...fact, value: 100 * (value - against), unit: `percentage points vs ${reference}` };
  }
  if (unit === 'percent') {
    // A change of a change: both are against the base year, so their ratio is the change of one against the other.
    const change = 100 * ((1 + value / 100) / (1 + against / 100) - 1);
    return { ...fact, value: change, unit: `percent vs ${reference}` };
  }
  // Neither causes nor money switched between suppliers have a size of their own to take a percentage of.
  if (show === 'differences' || !isLevel(fact)) {
    return { ...fact, value: value - against, unit: `${unit} vs ${reference}` };
  }
  if (against === 0) return undefined;
  return { ...fact, value: 100 * (value / against - 1), unit: `percent vs ${reference}` };
}

function isLevel(fact: Fact): boolean {
  return !/^(trade-created|trade-diverted|welfare)/.test(fact.measure);
}

function keyOf(fact: Fact): string {
  const { year, horizon, measure, importer, exporter, region, sector, unit } = fact;
  return [year, horizon, measure, importer, exporter, region, sector, unit].join('\u0000');
}
