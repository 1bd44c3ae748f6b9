import { InputError } from '../problems/problem.ts';
import type { Expectation } from '../scenario/scenario.ts';
import { changeUnit, figure } from './facts.ts';
import { changeOf, type MeasuredState, type ResultMeasure, resultMeasure } from './measures.ts';
import type { ScenarioResult } from './result.ts';

/** How one expectation of a case turned out. */
export interface ExpectationOutcome {
  readonly expectation: Expectation;
  readonly met: boolean;
  /** What was measured and what was expected: `trade-flow CAN from USA against base: +3.1%, expected above 0%`. */
  readonly finding: string;
}

/**
 * Holds a result against what its author expects of it: in the long run, and of a negotiation after the review that is
 * named, or the last.
 *
 * @param resultOf the result of another case, for expectations `against` it.
 * @throws InputError where that case does not negotiate, or has no review in the year.
 */
export function checkExpectations(
  result: ScenarioResult,
  resultOf: (id: string) => ScenarioResult,
): ExpectationOutcome[] {
  return result.scenario.expect.map((expectation) => {
    const isAgainstBase = expectation.against === 'base';
    const other = isAgainstBase ? result : resultOf(expectation.against);
    const measure = resultMeasure(expectation.measure);
    const state = stateAt(result, measure, expectation);
    const reference = isAgainstBase ? result.base : stateAt(other, measure, expectation);
    const changeAt = (place: Partial<Record<'importer' | 'exporter' | 'region' | 'sector', string>>) =>
      changeOf(measure, figure(other, measure, reference, place), figure(result, measure, state, place));
    const unit = changeUnit(measure);
    const what = `${[expectation.measure, placeInWords(expectation), expectation.year].filter(Boolean).join(' ')} against ${expectation.against}`;

    if (expectation.order) {
      const open =
        measure.keys !== 'pair-sector' && measure.keys !== 'pair'
          ? 'region'
          : expectation.importer === undefined
            ? 'importer'
            : 'exporter';
      const changes = expectation.order.map((code) => changeAt({ ...placeOf(expectation), [open]: code }));
      const met = changes.every((change, k) => k === 0 || changes[k - 1]! > change);
      const list = expectation.order.map((region, k) => `${region} ${signed(changes[k]!)}`).join(', ');
      return { expectation, met, finding: `${what} (${unit}): ${list}, expected in falling order` };
    }
    const change = changeAt(placeOf(expectation));
    const { above, below } = expectation;
    const met =
      Number.isFinite(change) &&
      (above === undefined || change > above) &&
      (below === undefined || change < below);
    const bounds = [above === undefined ? '' : `above ${above}`, below === undefined ? '' : `below ${below}`];
    return {
      expectation,
      met,
      finding: `${what} (${unit}): ${signed(change)}, expected ${bounds.filter(Boolean).join(' and ')}`,
    };
  });
}

/** What an expectation looks at in a result: the long run, or what comes of the negotiation. */
function stateAt(
  result: ScenarioResult,
  { id, negotiated }: ResultMeasure,
  { year, place }: Expectation,
): MeasuredState {
  if (!negotiated) return result.longRun;
  const { negotiation, scenario } = result;
  const outcome = negotiation?.years.find((one) => one.year === (year ?? negotiation.years.at(-1)?.year));
  if (outcome) return { flow: result.base.flow, outcome };
  const message = negotiation
    ? `${id}: there is no review in ${year} in the case "${scenario.id}"`
    : `${id} is of a negotiation, and the case "${scenario.id}" has none`;
  throw new InputError([{ code: 'no-negotiation', message, ...(place ? { place } : {}) }]);
}

function placeOf({ importer, exporter, region, sector }: Expectation) {
  return {
    ...(importer === undefined ? {} : { importer }),
    ...(exporter === undefined ? {} : { exporter }),
    ...(region === undefined ? {} : { region }),
    ...(sector === undefined ? {} : { sector }),
  };
}

function placeInWords({ importer, exporter, region, sector }: Expectation): string {
  const pair = importer && exporter ? `${importer} from ${exporter}` : (importer ?? exporter ?? '');
  return [pair, region, sector].filter(Boolean).join(' ');
}

function signed(value: number): string {
  const digits = Math.abs(value) >= 0.1 ? 2 : 4;
  return `${value > 0 ? '+' : ''}${value.toFixed(digits)}`;
}
