import type { Frame } from '../frame.ts';
import { capitalised, partiesTogether } from '../names.ts';
import type { Table } from '../report.ts';
import { type Line, rateTable } from './case-columns.ts';
import { reading } from './reading.ts';

/** The part of what each party spends that pays for value added in the parties. */
export function contentTable(frame: Frame): Table {
  return rateTable(frame, {
    title: `Value added of ${partiesTogether(frame)} in what each spends, share of final expenditure less duties`,
    labels: 'Spender',
    lines: frame.parties.map((party) => ({
      label: frame.regions[party]!.name,
      value: reading('party-content', { region: frame.regions[party]!.code }),
    })),
  });
}

/** The part of what everyone else imports that comes from each party. */
export function thirdMarketTable(frame: Frame): Table {
  const share = (region: string) => reading('third-market-share', { region, sector: 'all' });
  const lines: Line[] = frame.parties.map((party) => ({
    label: frame.regions[party]!.name,
    value: share(frame.regions[party]!.code),
  }));
  lines.push({
    label: capitalised(partiesTogether(frame)),
    total: true,
    value: share('parties'),
  });
  return rateTable(frame, {
    title: `Share of ${partiesTogether(frame)} in the imports of all others, goods and services`,
    labels: 'Exporter',
    lines,
  });
}
