import {
  figure,
  type MeasuredState,
  type MeasureId,
  resultMeasure,
  type ScenarioResult,
} from '@usmca-sim/core';

/** Where a figure stands: codes of regions or `parties` or `rest`, of a sector or `goods`, `services`, `all`. */
export interface ReadingPlace {
  readonly importer?: string;
  readonly exporter?: string;
  readonly region?: string;
  readonly sector?: string;
}

/**
 * A measure at a place, read as every fact is: so tables and facts cannot tell different numbers. Percentages come as
 * fractions; null where there is no such figure.
 */
export function readState(
  result: ScenarioResult,
  state: MeasuredState,
  id: MeasureId,
  place: ReadingPlace,
): number | null {
  const measure = resultMeasure(id);
  const value = figure(result, measure, state, place);
  if (Number.isNaN(value)) return null;
  return measure.unit === 'percent' ? value / 100 : value;
}

/** As `readState`, of the base or the long run: what the line of a table asks. */
export function reading(
  id: MeasureId,
  place: ReadingPlace,
): (result: ScenarioResult, when: 'base' | 'longRun') => number | null {
  return (result, when) => readState(result, result[when], id, place);
}
