import type { Cell, Report, Row, Table } from '../report.ts';
import { sectionIds } from '../section-ids.ts';
import { tableId } from './section-html.ts';

/** The order of a table's rows. */
export interface SortedBy {
  /** Key of the column. */
  readonly column: string;
  readonly order: 'ascending' | 'descending';
}

/** The report with the rows of some tables in another order, by the id of the table. */
export function withSortedTables(report: Report, sorted: ReadonlyMap<string, SortedBy>): Report {
  if (sorted.size === 0) return report;
  const ids = sectionIds(report.sections);
  return {
    ...report,
    sections: report.sections.map((section, at) => ({
      ...section,
      ...(section.tables
        ? {
            tables: section.tables.map((table, of) => {
              const by = sorted.get(tableId(ids[at]!, of));
              return by ? sortedTable(table, by) : table;
            }),
          }
        : {}),
    })),
  };
}

/**
 * Rows by the figures of a column, or by its words; what has no figure comes last. A sum stays at the end of the rows
 * that it is of, and these stay above it.
 */
export function sortedTable(table: Table, { column, order }: SortedBy): Table {
  const at = table.columns.findIndex(({ key }) => key === column);
  if (at === -1) return table;
  const sign = order === 'ascending' ? 1 : -1;
  const compare = (a: Row, b: Row) => {
    const [one, other] = [a.cells[at] ?? null, b.cells[at] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * compareCells(one, other);
  };
  return {
    ...table,
    rows: partsAndSums(table.rows).flatMap(([parts, sums]) => [...parts.toSorted(compare), ...sums]),
  };
}

/** Rows with the sums that follow them, from the first to the last. */
function partsAndSums(rows: readonly Row[]): (readonly [parts: readonly Row[], sums: readonly Row[]])[] {
  const ends = rows.flatMap(({ total }, at) => (total && !rows[at + 1]?.total ? [at + 1] : []));
  return [...ends, rows.length].map((end, at, all) => {
    const block = rows.slice(all[at - 1] ?? 0, end);
    return [block.filter(({ total }) => !total), block.filter(({ total }) => total)] as const;
  });
}

function compareCells(a: NonNullable<Cell>, b: NonNullable<Cell>): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en');
}
