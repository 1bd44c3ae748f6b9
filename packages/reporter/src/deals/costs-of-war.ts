import { labelColumn } from '../label-column.ts';
import type { Column, Section } from '../report.ts';
import { type FoughtCase, nameOf, pairsOf } from './fought-case.ts';

export function costSection(one: FoughtCase): Section {
  const { war } = one;
  const rows: [string, readonly number[], readonly number[]][] = [
    ['The war', war.realIncome, war.againstFreeTrade],
    ...war.alone.map(
      ({ realIncome, againstFreeTrade }, i): [string, readonly number[], readonly number[]] => [
        `${nameOf(one, war.parties[i]!)} alone`,
        realIncome,
        againstFreeTrade,
      ],
    ),
    ['The law of the case', war.law.realIncome, war.law.againstFreeTrade],
    ['No duties among the three', war.freeTrade.realIncome, war.freeTrade.againstFreeTrade],
  ];
  const columns = (key: string, group: string): Column[] =>
    war.parties.map((code) => ({
      key: `${key}-${code}`,
      heading: nameOf(one, code),
      group,
      kind: 'points',
      unit: 'percent',
      signed: true,
      decimals: 2,
    }));
  return {
    heading: 'What it costs',
    tables: [
      {
        title: 'Real income in the long run, percent',
        columns: [
          labelColumn('Duties', 'duties'),
          ...columns('against-law', 'Against the law of the case'),
          ...columns('against-free-trade', 'Against no duties among the three'),
        ],
        rows: rows.map(([label, law, free]) => ({ cells: [label, ...law, ...free] })),
      },
    ],
  };
}

export function tradeSection(one: FoughtCase): Section {
  const { war } = one;
  return {
    heading: 'What becomes of trade',
    tables: [
      {
        title: 'Goods and services bought of each other, before duty, percent change',
        columns: [
          labelColumn('Buyer', 'importer'),
          labelColumn('Seller', 'exporter'),
          { key: 'against-law', heading: 'Against the law', kind: 'percent', unit: 'percent', signed: true },
          {
            key: 'against-free-trade',
            heading: 'Against no duties',
            kind: 'percent',
            unit: 'percent',
            signed: true,
          },
        ],
        rows: pairsOf(one).map(({ importer, exporter, n, i }) => {
          const against = (before: number) => 100 * (war.flow[n]![i]! / before - 1);
          return {
            cells: [
              nameOf(one, importer),
              nameOf(one, exporter),
              against(war.law.flow[n]![i]!),
              against(war.freeTrade.flow[n]![i]!),
            ],
          };
        }),
      },
    ],
  };
}
