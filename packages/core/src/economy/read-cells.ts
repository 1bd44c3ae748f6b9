import { adviseWord } from '../problems/nearest-word.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { CsvTable } from './csv-table.ts';

/** One dimension of a table in long form: the column that names a region or a sector, and the codes it may hold. */
export interface Axis {
  readonly column: string;
  readonly what: 'region' | 'sector';
  readonly codes: ReadonlyMap<string, number>;
}

/** Index of each code, in the order given. */
export function indexOf(codes: readonly string[]): ReadonlyMap<string, number> {
  return new Map(codes.map((code, index) => [code, index]));
}

/**
 * The row that gives each cell of a table in long form, cells in row-major order of the axes.
 * Unknown codes, cells given twice and cells not given go to `problems`; the row of such a cell is -1.
 */
export function readCells(table: CsvTable, axes: readonly Axis[], problems: ProblemList): Int32Array {
  const columns = axes.map((axis) => table.column(axis.column));
  const rowOf = new Int32Array(axes.reduce((size, axis) => size * axis.codes.size, 1)).fill(-1);
  for (let row = 0; row < table.rows.length; row++) {
    const fields = table.rows[row]!;
    let cell = 0;
    for (let a = 0; a < axes.length; a++) {
      const code = fields[columns[a]!]!;
      const index = axes[a]!.codes.get(code);
      if (index === undefined) reportCode(table, row, columns[a]!, axes[a]!, problems);
      cell = cell * axes[a]!.codes.size + (index ?? Number.NaN);
    }
    if (Number.isNaN(cell)) continue;
    const earlier = rowOf[cell]!;
    if (earlier < 0) rowOf[cell] = row;
    else {
      const message = `${cellName(axes, cell)} is given twice, first in line ${table.place(earlier, 0).line}`;
      problems.add('duplicate-cell', message, table.place(row, columns[0]!));
    }
  }
  for (let cell = 0; cell < rowOf.length; cell++) {
    if (rowOf[cell]! >= 0) continue;
    problems.add(
      'missing-cell',
      `there is no row for ${cellName(axes, cell)}`,
      table.end,
      'write 0 for nothing',
    );
  }
  return rowOf;
}

function reportCode(table: CsvTable, row: number, column: number, axis: Axis, problems: ProblemList): void {
  const code = table.rows[row]![column]!;
  const near = axis.codes.has(code.trim())
    ? `take out the space around "${code.trim()}"`
    : adviseWord(code, [...axis.codes.keys()]);
  problems.add(
    'unknown-code',
    `there is no ${axis.what} "${code.slice(0, 60)}"`,
    table.place(row, column),
    near,
  );
}

/** `importer USA, exporter CAN, sector AGR`. */
function cellName(axes: readonly Axis[], cell: number): string {
  const names: string[] = [];
  let rest = cell;
  for (const axis of axes.toReversed()) {
    const size = axis.codes.size;
    names.unshift(`${axis.column} ${[...axis.codes.keys()][rest % size]}`);
    rest = Math.floor(rest / size);
  }
  return names.join(', ');
}

/** The numbers of one column, cell by cell; NaN where there is none. */
export function numbersOf(
  table: CsvTable,
  rowOf: Int32Array,
  name: string,
  problems: ProblemList,
): Float64Array {
  const column = table.column(name);
  const values = new Float64Array(rowOf.length);
  for (let cell = 0; cell < rowOf.length; cell++) {
    const row = rowOf[cell]!;
    values[cell] = row < 0 ? Number.NaN : table.number(row, column, problems);
  }
  return values;
}
