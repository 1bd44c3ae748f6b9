import type { Fact } from '@usmca-sim/core';
import { csvFormatRow } from 'd3-dsv';
import type { Table } from '../report.ts';
import type { Renderer } from './renderer.ts';

/** The columns of the tidy CSV, in order: a stable contract, see the reference of the command. */
const factColumns = [
  'case',
  'year',
  'horizon',
  'measure',
  'importer',
  'exporter',
  'region',
  'sector',
  'value',
  'unit',
] as const satisfies readonly (keyof Fact)[];

/** Facts one a row, at full precision. A report without facts gives its record, or its first table. */
export const csvRenderer: Renderer = {
  id: 'csv',
  fileName: 'facts.csv',
  *render({ report, facts }) {
    if (facts) {
      yield* factRows(facts());
      return;
    }
    const table = report.record ?? report.sections.flatMap((section) => section.tables ?? [])[0];
    if (table) yield* tableRows(table);
  },
};

function* factRows(facts: Iterable<Fact>): Generator<string> {
  yield `${factColumns.join(',')}\n`;
  for (const fact of facts) yield line(factColumns.map((column) => fact[column]));
}

/** A table by itself: keys of its columns, then a row a line. */
export function* tableRows(table: Table): Generator<string> {
  yield line(table.columns.map((column) => column.key));
  for (const row of table.rows) yield line(row.cells);
}

function line(cells: readonly (string | number | null)[]): string {
  return `${csvFormatRow(cells.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell === null ? '' : String(cell))))}\n`;
}

/** A spreadsheet takes text that begins with one of these for a formula, and would run it. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
