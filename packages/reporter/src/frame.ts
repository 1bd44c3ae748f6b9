import type { Region, ScenarioResult, Sector } from '@usmca-sim/core';
import { type MoneyScale, scaleOfResult } from './money-scale.ts';

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
  /** How money is shown in tables. */
  readonly scale: MoneyScale;
  /** Results whose base is not that of the reference: each is measured against its own. */
  readonly ownBase: ReadonlySet<ScenarioResult>;
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
    scale: scaleOfResult(reference),
    ownBase: new Set(others.filter((result) => !sameBase(result, reference))),
  };
}

/** Bases are solved to a tolerance; what is below this part of the largest flow is no difference. */
const baseTolerance = 1e-9;

function sameBase({ base }: ScenarioResult, { base: other }: ScenarioResult): boolean {
  if (base.flow === other.flow) return true;
  const largest = other.flow.reduce((a, b) => Math.max(a, b), 0);
  return base.flow.every((value, at) => Math.abs(value - other.flow[at]!) <= baseTolerance * largest);
}

/** What the long run of a result is measured against: its own base, or the long run of the reference. */
export interface Standard {
  readonly result: ScenarioResult;
  readonly when: 'base' | 'longRun';
  /** As a column says it: `vs 2024`, `vs ref.`, `vs own base`. */
  readonly heading: string;
}

export function standardOf(frame: Frame, result: ScenarioResult): Standard {
  if (frame.ownBase.has(result)) return { result, when: 'base', heading: 'vs own base' };
  return result === frame.reference
    ? { result, when: 'base', heading: `vs ${frame.baseYear}` }
    : { result: frame.reference, when: 'longRun', heading: 'vs ref.' };
}

/** Percent by which `value` is above `against`; null where there is nothing to compare with. */
export function percentAbove(value: number, against: number): number | null {
  if (against === 0) return value === 0 ? 0 : null;
  return withoutNoise(100 * (value / against - 1));
}

/** A percentage, or points, at the size of what rounding in the computer leaves is 0. */
export function withoutNoise(percent: number): number {
  return Math.abs(percent) < 1e-10 ? 0 : percent;
}
