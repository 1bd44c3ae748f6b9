import { labelColumn } from '../label-column.ts';
import type { Cell, Column, Section, Table } from '../report.ts';
import { type FoughtCase, meanOf, nameOf, pairsOf } from './fought-case.ts';

export function dutiesSection(one: FoughtCase): Section {
  return {
    heading: 'Duties of the war',
    tables: [
      dutiesTable(one, 'rate', 'Duties of the war, percent', []),
      dutiesTable(one, 'alone', 'Duties that are best for each alone, the others levying none, percent', [
        'Each column is a world of its importer’s own: these duties do not hold at once.',
      ]),
      dutiesTable(one, 'lawful', 'Duties of the case’s law on the same goods, percent', [
        'Averages over goods that may be imported, with base-year trade; goods under a ban have none.',
      ]),
    ],
  };
}

function dutiesTable(
  one: FoughtCase,
  figure: 'rate' | 'alone' | 'lawful',
  title: string,
  notes: readonly string[],
): Table {
  const pairs = pairsOf(one);
  return {
    title,
    columns: [
      labelColumn('Goods', 'group'),
      ...pairs.map(
        ({ importer, exporter }): Column => ({
          key: `${figure}-${importer}-${exporter}`,
          heading: `on ${exporter}`,
          group: nameOf(one, importer),
          kind: 'rate',
          unit: 'fraction',
        }),
      ),
    ],
    rows: [
      ...one.war.groups.map(({ id, name }) => ({
        cells: [
          name,
          ...pairs.map(({ tariffs }): Cell => tariffs.find(({ group }) => group === id)?.[figure] ?? null),
        ],
      })),
      {
        cells: ['All, by base-year trade', ...pairs.map(({ tariffs }) => meanOf(tariffs, figure))],
        total: true,
      },
    ],
    ...(notes.length > 0 ? { notes } : {}),
  };
}
