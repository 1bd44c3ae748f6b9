import type { Expectation } from '../scenario/scenario.ts';
import { changeUnit, figure } from './facts.ts';
import { changeOf, resultMeasure } from './measures.ts';
import type { ScenarioResult } from './result.ts';

/** How one expectation of a case turned out. */
export interface ExpectationOutcome {
  readonly expectation: Expectation;
  readonly met: boolean;
  /** What was measured and what was expected: `trade-flow CAN from USA against base: +3.1%, expected above 0%`. */
  readonly finding: string;
}

/**
 * Holds a result against what its author expects of it, in the long run.
 *
 * @param resultOf the result of another case, for expectations `against` it.
 */
export function checkExpectations(
  result: ScenarioResult,
  resultOf: (id: string) => ScenarioResult,
): ExpectationOutcome[] {
  return result.scenario.expect.map((expectation) => {
    const other = expectation.against === 'base' ? result : resultOf(expectation.against);
    const reference = expectation.against === 'base' ? result.base : other.longRun;
    const measure = resultMeasure(expectation.measure);
    const changeAt = (place: Partial<Record<'importer' | 'exporter' | 'region' | 'sector', string>>) =>
      changeOf(
        measure,
        figure(other, measure, reference, place),
        figure(result, measure, result.longRun, place),
      );
    const unit = changeUnit(measure);
    const what = `${[expectation.measure, placeInWords(expectation)].filter(Boolean).join(' ')} against ${expectation.against}`;

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
