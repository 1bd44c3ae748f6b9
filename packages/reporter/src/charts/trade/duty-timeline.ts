import type { Economy } from '@usmca-sim/core';
import { labelColumn } from '../../label-column.ts';
import { cellsOf } from '../../law/pair-duties.ts';
import { dateInWords, inSentence } from '../../names.ts';
import { rateInWords } from '../../number-style.ts';
import type { LinesChart } from '../chart.ts';
import { countryColour } from './case-panels.ts';

/** The law of a day: arrays are laid out as `Economy.flow`. */
export interface DayOfDuties {
  readonly economy: Economy;
  /** ISO date. */
  readonly date: string;
  /** The case whose law it is; absent for the law on record. */
  readonly scenario?: { readonly id: string; readonly title: string };
  /** Fraction, average over goods that may be imported. */
  readonly statutoryDuty: Float64Array;
  /** Part of the base-year value that may not be imported. */
  readonly bannedShare: Float64Array;
}

/**
 * Average statutory duty on goods between the parties as it changes from day to day: a step where the law changes, a
 * panel an importer, a row a case.
 *
 * @param days the days on which the law changes, and the last that is shown; of one case or of several.
 */
export function dutyTimelineChart(days: readonly DayOfDuties[]): LinesChart {
  const cases = [...new Map(days.map(({ scenario }) => [scenario?.id, scenario])).values()];
  const { economy } = days[0]!;
  const { regions, parties, year } = economy;
  const pairs = parties.flatMap((importer) =>
    parties
      .filter((exporter) => exporter !== importer)
      .map((exporter) => ({
        importer: regions[importer]!,
        exporter: regions[exporter]!,
      })),
  );
  const cells = pairs.map(({ importer, exporter }) => cellsOf(economy, importer.code, exporter.code));
  const averages = days
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map((day) => ({
      id: day.scenario?.id,
      date: day.date,
      rates: cells.map((own) => averageDuty(day, own)),
    }));
  const panels = cases.flatMap((scenario) =>
    parties.map((party) => {
      const importer = regions[party]!;
      return {
        ...(cases.length > 1 ? { row: scenario?.title ?? 'Law on record' } : {}),
        title: `Imports of ${inSentence(importer)}`,
        lines: pairs.flatMap((pair, at) =>
          pair.importer === importer
            ? [
                {
                  label: `from ${pair.exporter.name}`,
                  colour: countryColour(pair.exporter.code),
                  points: steps(
                    averages
                      .filter(({ id }) => id === scenario?.id)
                      .map(({ date, rates }) => ({ at: date, value: rates[at]! })),
                  ),
                },
              ]
            : [],
        ),
      };
    }),
  );
  return {
    id: 'duty-timeline',
    kind: 'lines',
    title: titleOf(panels),
    unit: `Average statutory duty on goods, percent of value; weighted with trade of ${year}`,
    description:
      'Lines that step on the days on which the law changes: the average duty of each party on goods of each other party.',
    table: {
      title: 'Average statutory duty on goods by day',
      columns: [
        labelColumn('Case', 'case'),
        labelColumn('From', 'date'),
        ...pairs.map(({ importer, exporter }) => ({
          key: `${importer.code}-${exporter.code}`,
          heading: `${importer.name} from ${exporter.name}`,
          kind: 'rate' as const,
          unit: 'fraction',
        })),
      ],
      rows: averages.map(({ id, date, rates }) => ({ cells: [id ?? 'law on record', date, ...rates] })),
    },
    figures: { kind: 'rate' },
    axis: 'days',
    curve: 'steps',
    panels,
  };
}

/** Where the rate moves, and the last day: what lies between goes without saying. */
function steps<P extends { readonly value: number | null }>(points: readonly P[]): P[] {
  return points.filter(({ value }, k) => value !== points[k - 1]?.value || k === points.length - 1);
}

/** Weighted with base-year values of goods that may be imported; null where there are none. */
function averageDuty({ economy, statutoryDuty, bannedShare }: DayOfDuties, cells: readonly number[]) {
  let [open, charged] = [0, 0];
  for (const cell of cells) {
    const weight = economy.flow[cell]! * (1 - bannedShare[cell]!);
    open += weight;
    charged += weight * statutoryDuty[cell]!;
  }
  return open > 0 ? charged / open : null;
}

/** The pair whose duty moves most between the first day and its peak. */
function titleOf(panels: LinesChart['panels']): string {
  const all = panels.flatMap(({ title, lines }) => lines.map((line) => ({ title, ...line })));
  const moved = all.map(({ title, label, points }) => {
    const known = points.filter((point) => point.value !== null);
    const peak = known.reduce((a, b) => (b.value! > a.value! ? b : a), known[0]!);
    return { title, label, first: known[0], peak, last: known.at(-1) };
  });
  const most = moved
    .filter(({ first }) => first !== undefined)
    .sort((a, b) => b.peak.value! - b.first!.value! - (a.peak.value! - a.first!.value!))[0];
  if (!most || most.peak.value === most.first!.value) return 'Average duties between the parties do not rise';
  const [first, peak, last] = [most.first!, most.peak, most.last!].map(({ value }) =>
    rateInWords(round(value!)),
  );
  const end = last === peak ? '' : ` and is ${last} on ${dateInWords(`${most.last!.at}`)}`;
  return `The average duty on ${most.title.replace(/^Imports/, 'imports')} ${most.label} goes from ${first} to ${peak} on ${dateInWords(`${most.peak.at}`)}${end}`;
}

const round = (rate: number) => Math.round(rate * 1000) / 1000;
