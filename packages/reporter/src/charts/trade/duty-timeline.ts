import { labelColumn } from '../../label-column.ts';
import { averageOver, byCell, cellsOf, type LawOfDay } from '../../law/pair-duties.ts';
import { dateInWords, inSentence } from '../../names.ts';
import { rateInWords } from '../../number-style.ts';
import type { LinesChart } from '../chart.ts';
import { countryColour } from './case-panels.ts';

/** The law of a day without what is paid after substitution: the timeline is of the average statutory duty then. */
export type DayOfDuties = Omit<LawOfDay, 'paid'> & Partial<Pick<LawOfDay, 'paid'>>;

/**
 * Average duty on goods between the parties as it changes from day to day: a step where the law changes, a panel an
 * importer, a row a case. Effective duties where every day has what is paid, else statutory duties.
 *
 * @param days the days on which the law changes, and the last that is shown; of one case or of several.
 */
export function dutyTimelineChart(days: readonly DayOfDuties[]): LinesChart {
  const isPaid = days.every(({ paid }) => paid !== undefined);
  const which = isPaid ? 'effective' : 'statutory';
  const cases = [...new Map(days.map(({ scenario }) => [scenario?.id, scenario])).values()];
  const { regions, parties, year } = days[0]!.economy;
  const pairs = parties.flatMap((importer) =>
    parties
      .filter((exporter) => exporter !== importer)
      .map((exporter) => ({
        importer: regions[importer]!,
        exporter: regions[exporter]!,
      })),
  );
  const averages = days
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ economy, date, flows, paid, scenario }) => {
      const duties = byCell(economy, flows);
      return {
        id: scenario?.id,
        date,
        rates: pairs.map(({ importer, exporter }) => {
          const cells = cellsOf(economy, importer.code, exporter.code);
          return averageOver(economy, cells, duties, paid)[which];
        }),
      };
    });
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
                  points: averages
                    .filter(({ id }) => id === scenario?.id)
                    .map(({ date, rates }) => ({ at: date, value: rates[at]! })),
                },
              ]
            : [],
        ),
      };
    }),
  );
  const weights = isPaid
    ? 'duty paid over value before duty, long run of each day'
    : `weighted with trade of ${year}`;
  return {
    id: 'duty-timeline',
    kind: 'lines',
    title: titleOf(panels),
    unit: `Average ${which} duty on goods, percent of value; ${weights}`,
    description:
      'Lines that step on the days on which the law changes: the average duty of each party on goods of each other party.',
    table: {
      title: `Average ${which} duty on goods by day`,
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
