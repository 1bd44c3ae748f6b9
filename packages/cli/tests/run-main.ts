import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemList, readCsvTable } from '@usmca-sim/core';
import { type Context, main } from '../src/index.ts';

/** Where commands write to; gone when the tests are. */
const folder = mkdtempSync(join(tmpdir(), 'usmca-sim-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in this process: what it prints at 80 columns, and its exit code. */
export const runMain = (...argv: string[]): Promise<Ran> => runMainIn(folder, ...argv);

/** The same in a folder of one's own. */
export const runMainIn = (cwd: string, ...argv: string[]): Promise<Ran> => runMainAs({ cwd }, ...argv);

/** The same where something is different about the process. */
export async function runMainAs(context: Partial<Context>, ...argv: string[]): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  const code = await main(argv, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    cwd: folder,
    env: {},
    isTerminal: false,
    columns: 80,
    ...context,
  });
  return { code, stdout, stderr };
}

/** The rows of the CSV that a command prints, by column. */
export async function rowsOf(...argv: string[]): Promise<Record<string, string>[]> {
  const { code, stdout, stderr } = await runMain(...argv, '--format', 'csv');
  if (code !== 0 || stderr !== '') throw new Error(`exit code ${code}: ${stderr}`);
  const table = readCsvTable(stdout, 'stdout', { required: [], further: true }, new ProblemList());
  if (!table) throw new Error('nothing was printed');
  return table.rows.map((cells) => Object.fromEntries(table.header.map((name, at) => [name, cells[at]!])));
}
