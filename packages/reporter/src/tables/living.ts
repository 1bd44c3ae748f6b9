import type { ScenarioResult } from '@usmca-sim/core';
import type { Frame } from '../frame.ts';
import type { Table } from '../report.ts';
import { indexTable, type Line, moneyTable } from './case-columns.ts';

/** Real income, real wages and consumer prices of the parties, and their tariff revenue. */
export function livingTables(frame: Frame): Table[] {
  const index = (words: string, of: (result: ScenarioResult, region: number) => number): Line[] =>
    frame.parties.map((party) => ({
      label: `${words}, ${frame.regions[party]!.name}`,
      value: (result, when) => (when === 'base' ? 1 : of(result, party)),
    }));
  const living = indexTable(frame, {
    title: 'Real income, real wages and consumer prices, long run',
    labels: 'Measure and region',
    lines: [
      ...index('Real income', ({ longRun }, n) => longRun.realIncome[n]!),
      ...index('Real wages', ({ longRun }, n) => longRun.wage[n]! / longRun.consumerPrices[n]!),
      ...index('Consumer prices', ({ longRun }, n) => longRun.consumerPrices[n]!),
    ],
    notes: [
      'Real income is the equivalent variation over final expenditure. Prices are relative to world value added, the numeraire.',
    ],
  });
  const revenue = moneyTable(frame, {
    title: 'Tariff revenue a year',
    labels: 'Collected by',
    lines: frame.parties.map(
      (party): Line => ({
        label: frame.regions[party]!.name,
        value: (result, when) => result[when].tariffRevenue[party]!,
      }),
    ),
  });
  return [living, revenue];
}
