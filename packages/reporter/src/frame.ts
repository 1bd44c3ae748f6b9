import type { Region, ScenarioResult, Sector } from '@usmca-sim/core';

/** How the other cases stand beside the reference. */
export type Show = 'levels' | 'differences' | 'percent';

/** Results to be put side by side. All of one economy. */
export interface Comparison {
  readonly results: readonly ScenarioResult[];
  /** Id of the case that the others are measured against. */
  readonly reference: string;
}

/** What every table of a report is built from: the results in the order of their columns, the reference first. */
export interface Frame {
  readonly reference: ScenarioResult;
  readonly others: readonly ScenarioResult[];
  readonly results: readonly ScenarioResult[];
  readonly show: Show;
  readonly regions: readonly Region[];
  readonly sectors: readonly Sector[];
  readonly parties: readonly number[];
  /** Ordered pairs of different parties. */
  readonly pairs: readonly Pair[];
  readonly baseYear: number;
  readonly unit: string;
}

export interface Pair {
  /** Indices into `regions`. */
  readonly importer: number;
  readonly exporter: number;
}

/** A report on one case is a comparison without others. */
export function frameOf(comparison: Comparison, show: Show = 'percent'): Frame {
  const { results } = comparison;
  const reference = results.find((result) => result.scenario.id === comparison.reference);
  if (!reference) {
    throw new Error(`the reference "${comparison.reference}" is not among the results compared`);
  }
  const stranger = results.find((result) => result.madeBy.economyHash !== reference.madeBy.economyHash);
  if (stranger) {
    throw new Error(`"${stranger.scenario.id}" was run on other data than "${comparison.reference}"`);
  }
  const others = results.filter((result) => result !== reference);
  const { regions, sectors, parties } = reference;
  return {
    reference,
    others,
    results: [reference, ...others],
    show,
    regions,
    sectors,
    parties,
    pairs: parties.flatMap((importer) =>
      parties.filter((exporter) => exporter !== importer).map((exporter) => ({ importer, exporter })),
    ),
    baseYear: reference.madeBy.baseYear,
    unit: reference.madeBy.unit,
  };
}

/** Percent by which `value` is above `against`; null where there is nothing to compare with. */
export function percentAbove(value: number, against: number): number | null {
  if (against === 0) return value === 0 ? 0 : null;
  return 100 * (value / against - 1);
}
