import { formatCell } from './number-style.ts';
import type { Table } from './report.ts';

/** The cells of a column as a reader sees them: each rounded by itself, so that a figure is the same in every table. */
export function writtenColumn({ columns, rows }: Table, at: number): string[] {
  return rows.map(({ cells }) => formatCell(cells[at], columns[at]!));
}
