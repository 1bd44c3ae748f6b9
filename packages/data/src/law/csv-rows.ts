import { InputError, ProblemList, readCsvTable } from '@usmca-sim/core';
import { ownFile } from '../files.ts';

/** The rows of a table of `law/` by column name. */
export function csvRows<Column extends string>(
  file: string,
  required: readonly Column[],
): Record<Column, string>[] {
  const name = `law/${file}`;
  const problems = new ProblemList();
  const table = readCsvTable(ownFile(name), name, { required, further: true }, problems);
  problems.throwIfAny();
  if (table === undefined) throw new InputError([{ code: 'unreadable-file', message: name }]);
  return table.rows.map(
    (row) => Object.fromEntries(table.header.map((column, k) => [column, row[k]!])) as Record<Column, string>,
  );
}
