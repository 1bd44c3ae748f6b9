import { labelColumn } from '../label-column.ts';
import type { Cell, Table } from '../report.ts';
import type { FoughtCase } from './fought-case.ts';

const columns = ['case', 'world', 'figure', 'importer', 'exporter', 'group', 'party', 'value', 'unit'];

/** A tariff war as tidy rows, one figure a row, at full precision. */
export function tariffWarRecord({ id, war, regions }: FoughtCase): Table {
  const row = (
    world: string,
    figure: string,
    value: Cell,
    unit: string,
    of: { importer?: string; exporter?: string; group?: string; party?: string } = {},
  ) => {
    const { importer = '', exporter = '', group = '', party = '' } = of;
    return { cells: [id, world, figure, importer, exporter, group, party, value, unit] };
  };
  const outcomes = [
    ['war', war],
    ...war.alone.map((outcome, i) => [`${war.parties[i]}-alone`, outcome] as const),
    ['law', war.law],
    ['free-trade', war.freeTrade],
  ] as const;
  return {
    title: 'Tariff war',
    columns: columns.map((key) =>
      key === 'value' ? { key, heading: key, kind: 'number', unit: '' } : labelColumn(key, key),
    ),
    rows: [
      ...war.tariffs.flatMap(({ rate, alone, lawful, importer, exporter, group }) => {
        const of = { importer, exporter, group };
        return [
          row('war', 'duty', rate, 'fraction', of),
          row(`${importer}-alone`, 'duty', alone, 'fraction', of),
          row('law', 'duty', lawful, 'fraction', of),
        ];
      }),
      ...outcomes.flatMap(([world, outcome]) =>
        war.parties.flatMap((party, i) => [
          row(world, 'real-income-against-law', outcome.realIncome[i]!, 'percent', { party }),
          row(world, 'real-income-against-free-trade', outcome.againstFreeTrade[i]!, 'percent', { party }),
          row(world, 'objective-against-law', outcome.objective[i]!, 'percent', { party }),
        ]),
      ),
      ...war.closedForms.flatMap(({ importer, exporter, elasticity, homeShare, optimal, nash }) => {
        const of = { importer: regions[importer]!.code, exporter: regions[exporter]!.code };
        return [
          row('closed-form', 'elasticity', elasticity, '1', of),
          row('closed-form', 'home-share', homeShare, 'fraction', of),
          row('closed-form', 'optimal-duty', optimal, 'fraction', of),
          ...(nash === undefined ? [] : [row('closed-form', 'nash-duty', nash, 'fraction', of)]),
        ];
      }),
      row('war', 'maximum-regret', war.maximumRegret, 'percent'),
    ],
  };
}
