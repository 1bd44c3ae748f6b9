import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ProblemList, readCsvTable } from '@usmca-sim/core';

const folder = fileURLToPath(new URL('../../../../shared/data/expected/', import.meta.url));

/** Whether results of independent implementations lie beside the checkout, in a folder of this name. */
export function resultsAvailable(name: 'cp1993' | 'base2024'): boolean {
  return existsSync(`${folder}${name}`);
}

/** The rows of a table of such results: `base2024/us-25-on-both-flows.csv`. */
export function resultRows(name: string): Record<string, string>[] {
  return rowsOf(`${folder}${name}`, name);
}

/**
 * What every region comes to in the five counterfactuals, 12 digits. Made by an independent implementation in Python
 * (numpy) of the same equations: the embedded economy, its central elasticities, deficits held. Kept with the tests,
 * so that there is no checkout in which nothing is compared.
 */
export function regionRows2024(): Record<string, string>[] {
  const name = 'independent-2024-regions.csv';
  return rowsOf(fileURLToPath(new URL(name, import.meta.url)), name);
}

function rowsOf(path: string, name: string): Record<string, string>[] {
  const problems = new ProblemList();
  const table = readCsvTable(readFileSync(path, 'utf8'), name, { required: [], further: true }, problems);
  problems.throwIfAny();
  return table!.rows.map((row) => Object.fromEntries(table!.header.map((column, at) => [column, row[at]!])));
}

/** The largest relative difference met so far; where both are zero there is none. */
export function worstDifference(): { add(ours: number, theirs: number): void; readonly value: number } {
  let worst = 0;
  return {
    add(ours, theirs) {
      if (ours === theirs) return;
      // NaN compares false with everything: it must count as the worst there is.
      const gap = Math.abs(ours - theirs) / Math.abs(theirs);
      worst = gap <= worst ? worst : Number.isNaN(gap) ? Infinity : gap;
    },
    get value() {
      return worst;
    },
  };
}
