import type { Frame } from '../../frame.ts';
import { labelColumn } from '../../label-column.ts';
import { inSentence } from '../../names.ts';
import { moneyInWords } from '../../number-style.ts';
import { diversionTables } from '../../tables/diversion.ts';
import type { Bar, BarsChart } from '../chart.ts';
import { caseHeading, caseOfTitle, countryColour } from './case-panels.ts';

/** How the rows of the table name who gains and who loses. */
const diverted = 'Diverted to (+) or from (−) ';

/** What each party buys abroad more or less in all, and from whom it switched to whom: a panel a party, a row a case. */
export function tradeDivertedChart(frame: Frame): BarsChart {
  const tables = diversionTables(frame);
  const panels = frame.results.flatMap((result, which) =>
    frame.parties.map((party, at) => ({
      ...caseHeading(frame, result),
      title: `Imports of ${inSentence(frame.regions[party]!)}`,
      bars: tables[which]!.rows.map(({ cells, total }): Bar => {
        const label = `${cells[0]}`.replace(diverted, '');
        const region = frame.regions.find(({ name }) => name === label);
        const value = cells[at + 1];
        return {
          label: total ? 'In all' : label,
          value: typeof value === 'number' ? value : null,
          colour: region ? countryColour(region.code) : 'neutral',
          ...(total ? { total } : {}),
        };
      }).filter(({ value }) => value !== null),
    })),
  );
  const { unit, scale, baseYear } = frame;
  const standard = frame.ownBase.size > 0 ? 'the base of each case' : `${baseYear}`;
  return {
    id: 'trade-diverted',
    kind: 'bars',
    title: titleOf(frame, panels),
    unit: `Change of purchases abroad in the long run against ${standard}: in all (trade created, or destroyed where negative), and switched between suppliers; ${scale.label} at ${baseYear} prices`,
    description: `Bars for ${frame.parties.map((party) => frame.regions[party]!.name).join(', ')}: first the change of all purchases abroad, then for each supplier what was switched to it (right) or from it (left). Switches sum to zero.`,
    table: {
      title: `Trade created and diverted, ${scale.label} at ${baseYear} prices`,
      columns: [labelColumn('Case', 'case'), ...tables[0]!.columns],
      rows: tables.flatMap(({ rows }, at) =>
        rows.map((row) => ({ ...row, cells: [frame.results[at]!.scenario.id, ...row.cells] })),
      ),
      ...(tables[0]!.notes ? { notes: tables[0]!.notes } : {}),
    },
    figures: { kind: 'money', factor: scale.factor, signed: true },
    panels,
  };

  function titleOf({ regions, parties, results }: Frame, of: typeof panels): string {
    const which = results.indexOf(caseOfTitle(frame));
    const [first] = parties;
    const bars = of[which * parties.length]!.bars.filter(({ total }) => !total);
    const most = bars.reduce((a, b) => (Math.abs(b.value ?? 0) > Math.abs(a.value ?? 0) ? b : a));
    const who = regions.find(({ name }) => name === most.label);
    const name = who ? inSentence(who) : most.label;
    const size = Math.abs(most.value ?? 0);
    const under = frame.others.length > 0 ? ` under ${results[which]!.scenario.id}` : '';
    const buyer = `${inSentence(regions[first!]!)}${under}`;
    const from = buyer.charAt(0).toUpperCase() + buyer.slice(1);
    if (moneyInWords(size, unit).startsWith('$0.0')) return `${from} switches between no suppliers`;
    return `${from} switches ${moneyInWords(size, unit)} of imports ${(most.value ?? 0) > 0 ? 'to' : 'away from'} ${name}, in the long run against ${standard}`;
  }
}
