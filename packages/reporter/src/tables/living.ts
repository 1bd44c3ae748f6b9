import type { MeasureId } from '@usmca-sim/core';
import type { Frame } from '../frame.ts';
import type { Table } from '../report.ts';
import { indexTable, type Line, moneyTable } from './case-columns.ts';
import { reading } from './reading.ts';

/** Real income, real wages and consumer prices of the parties, and their tariff revenue. */
export function livingTables(frame: Frame): Table[] {
  const index = (words: string, measure: MeasureId): Line[] =>
    frame.parties.map((party) => {
      const { code, name } = frame.regions[party]!;
      return { label: `${words}, ${name}`, value: reading(measure, { region: code }) };
    });
  const living = indexTable(frame, {
    title: 'Real income, real wages and consumer prices, long run',
    labels: 'Measure and region',
    lines: [
      ...index('Real income', 'real-income'),
      ...index('Real wages', 'real-wage'),
      ...index('Consumer prices', 'consumer-prices'),
    ],
    notes: [
      'Real income is the equivalent variation over final expenditure. Prices are relative to world value added, the numeraire.',
    ],
  });
  const revenue = moneyTable(frame, {
    title: 'Tariff revenue a year',
    labels: 'Collected by',
    lines: frame.parties.map((party): Line => {
      const { code, name } = frame.regions[party]!;
      return { label: name, value: reading('tariff-revenue', { region: code }) };
    }),
  });
  return [living, revenue];
}
