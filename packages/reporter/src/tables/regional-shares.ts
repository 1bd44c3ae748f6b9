import { figure, resultMeasure } from '@usmca-sim/core';
import type { Frame } from '../frame.ts';
import { capitalised, partiesTogether } from '../names.ts';
import type { Table } from '../report.ts';
import { type Line, rateTable } from './case-columns.ts';

/** The part of what each party spends that pays for value added in the parties. */
export function contentTable(frame: Frame): Table {
  return rateTable(frame, {
    title: `Value added of ${partiesTogether(frame)} in what each spends, share of final expenditure less duties`,
    labels: 'Spender',
    lines: frame.parties.map((party) => ({
      label: frame.regions[party]!.name,
      value: (result, when) => result[when].partyContent[party]!,
    })),
  });
}

/** The part of what everyone else imports that comes from each party. */
export function thirdMarketTable(frame: Frame): Table {
  const measure = resultMeasure('third-market-share');
  const share = (party: number): Line['value'] => {
    const region = frame.regions[party]!.code;
    return (result, when) => figure(result, measure, result[when], { region, sector: 'all' }) / 100;
  };
  const lines: Line[] = frame.parties.map((party) => ({
    label: frame.regions[party]!.name,
    value: share(party),
  }));
  lines.push({
    label: capitalised(partiesTogether(frame)),
    total: true,
    value: (result, when) => frame.parties.reduce((sum, party) => sum + share(party)(result, when)!, 0),
  });
  return rateTable(frame, {
    title: `Share of ${partiesTogether(frame)} in the imports of all others, goods and services`,
    labels: 'Exporter',
    lines,
  });
}
