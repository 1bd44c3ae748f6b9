import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ProblemList, readCsvTable } from '@usmca-sim/core';

/** A table of the data beside the checkout, by column name; undefined, said aloud, where it is not there. */
export function sharedTable(path: string): Record<string, string>[] | undefined {
  const file = fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url));
  if (!existsSync(file)) {
    console.warn(`${path} is not beside the checkout: skipped.`);
    return undefined;
  }
  const layout = { required: [], further: true };
  const { header, rows } = readCsvTable(readFileSync(file, 'utf8'), file, layout, new ProblemList())!;
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column]!])));
}
