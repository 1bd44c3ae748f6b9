import { labelColumn } from '../../label-column.ts';
import { gainsSection } from '../../negotiation/gains-and-losses.ts';
import { type NegotiatedCase, partyNames } from '../../negotiation/negotiated-case.ts';
import { formatNumber } from '../../number-style.ts';
import type { Table } from '../../report.ts';
import type { BarsChart } from '../chart.ts';
import { countryColour } from '../trade/case-panels.ts';

/** What each government expects to gain and lose by part, a year: a panel a government, a row a case. */
export function payoffsByPartChart(cases: readonly NegotiatedCase[]): BarsChart {
  const tables = cases.map(yearlyTable);
  const unit = 'Expected gain as the same amount every year, percent of real income';
  const panels = cases.flatMap((one, which) =>
    partyNames(one).map((name, at) => ({
      ...(cases.length > 1 ? { row: one.title } : {}),
      title: name,
      bars: tables[which]!.rows.map(({ cells, total }) => ({
        label: `${cells[0]}`,
        value: cells[at + 1] as number,
        colour: countryColour(one.negotiation.choices.table.parties[at]!),
        ...(total ? { total } : {}),
      })),
    })),
  );
  const under = cases.length > 1 ? ` under ${cases[0]!.id}` : '';
  return {
    id: 'payoffs-by-part',
    kind: 'bars',
    title: `Expected of the whole game${under}: ${partyNames(cases[0]!)
      .map((name, at) => `${name} ${formatNumber(totalOf(tables[0]!, at), 2, true)}%`)
      .join(', ')} of real income a year`,
    unit: `${unit}, by part; against the law at the start going on with nothing settled`,
    description: `Bars to the left (losses) and right (gains) of zero for each part of the payoff of ${partyNames(cases[0]!).join(', ')}, and their sum.`,
    table: {
      title: unit,
      columns: [labelColumn('Case', 'case'), ...tables[0]!.columns],
      rows: tables.flatMap(({ rows }, which) =>
        rows.map((row) => ({ ...row, cells: [cases[which]!.id, ...row.cells] })),
      ),
      ...(tables[0]!.notes ? { notes: tables[0]!.notes } : {}),
    },
    notes: [
      'Gains are as each government sees them, under the stances assumed. Rounded so that the parts add up.',
    ],
    figures: { kind: 'percent', signed: true, decimals: 3 },
    panels,
  };
}

/** The table of the report: the parts as the same amount every year. */
function yearlyTable(one: NegotiatedCase): Table {
  return gainsSection(one).tables![0]!;
}

function totalOf({ rows }: Table, party: number): number {
  return rows.find(({ total }) => total)!.cells[party + 1] as number;
}
