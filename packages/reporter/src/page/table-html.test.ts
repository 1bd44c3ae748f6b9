import { describe, expect, it } from 'vitest';
import type { Table } from '../report.ts';
import { filteredBySector } from './filtered-by-sector.ts';
import { sentenceHtml } from './html.ts';
import { sortedTable } from './sorted-tables.ts';
import { tableHtml } from './table-html.ts';

const table: Table = {
  title: 'Trade by sector',
  columns: [
    { key: 'sector', heading: 'Sector', kind: 'label', unit: '' },
    { key: 'a-level', heading: 'level', group: 'a', kind: 'money', unit: 'million US$' },
    { key: 'a-change', heading: 'vs ref.', group: 'a', kind: 'percent', unit: 'percent', signed: true },
    { key: 'b-level', heading: 'level', group: 'b <i>', kind: 'money', unit: 'million US$' },
  ],
  rows: [
    { cells: ['Motor vehicles', 5, null, 1] },
    { cells: ['Steel', 7, 2, 3] },
    { cells: ['Agriculture', 6, -1, 2] },
    { cells: ['All', 18, 0.5, 6], total: true },
  ],
};
const labels = ({ rows }: Table) => rows.map(({ cells }) => cells[0]);

describe('a table of the page', () => {
  const html = tableHtml(table, 'sectors-1');

  it('puts columns of a case under its name, escaped', () => {
    expect(html).toContain('<th scope="colgroup" colspan="2" class="group">a</th>');
    expect(html).toContain('<th scope="colgroup" colspan="1" class="group">b &lt;i&gt;</th>');
    expect(html).toMatch(/<th scope="col" data-key="sector" rowspan="2" class="words">Sector<\/th>/);
  });

  it('names rows by their first cell and writes figures as every face does', () => {
    expect(html).toContain(
      '<th scope="row">Agriculture</th><td class="first">6.0</td><td>\u22121.0%</td><td class="first">2.0</td>',
    );
    expect(html).toContain('<tr class="total"><th scope="row">All</th>');
  });
});

describe('sorting', () => {
  it('leaves sums and what has no figure at the end, whichever the order', () => {
    const by = (order: 'ascending' | 'descending') =>
      labels(sortedTable(table, { column: 'a-change', order }));
    expect(by('descending')).toEqual(['Steel', 'Agriculture', 'Motor vehicles', 'All']);
    expect(by('ascending')).toEqual(['Agriculture', 'Steel', 'Motor vehicles', 'All']);
  });

  it('keeps parts above the sum that they are of', () => {
    const twice = {
      ...table,
      rows: [...table.rows, { cells: ['Fishing', 9, 1, 4] }, ...table.rows.slice(3)],
    };
    expect(labels(sortedTable(twice, { column: 'a-level', order: 'descending' }))).toEqual([
      'Steel',
      'Agriculture',
      'Motor vehicles',
      'All',
      'Fishing',
      'All',
    ]);
  });

  it('knows words, and does nothing for a column that is not there', () => {
    const sorted = sortedTable(table, { column: 'sector', order: 'ascending' });
    expect(labels(sorted)).toEqual(['Agriculture', 'Motor vehicles', 'Steel', 'All']);
    expect(sortedTable(table, { column: 'gone', order: 'ascending' })).toBe(table);
  });
});

describe('choosing sectors', () => {
  const names = ['Motor vehicles', 'Steel', 'Agriculture'];
  const filtered = (words: string) =>
    filteredBySector({ title: '', sections: [{ heading: '', tables: [table] }] }, words, names).sections[0]!
      .tables![0]!;

  it('keeps those that hold one of the words, and sums, and says so', () => {
    expect(labels(filtered('vehicle, STEEL'))).toEqual(['Motor vehicles', 'Steel', 'All']);
    expect(filtered('vehicle').notes?.at(-1)).toBe(
      '2 of 4 rows: those of the sectors asked for. Sums are of all sectors.',
    );
  });

  it('keeps all for no words', () => {
    expect(filtered(' , ')).toBe(table);
  });
});

describe('a sentence', () => {
  it('sets names of cases apart where they stand whole', () => {
    expect(sentenceHtml('a-b: 2% above a-b-c & a-b-cd', ['a-b', 'a-b-c'])).toBe(
      '<span class="case">a-b</span>: 2% above <span class="case">a-b-c</span> &amp; a-b-cd',
    );
  });
});
