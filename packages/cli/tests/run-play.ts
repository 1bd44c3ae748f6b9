import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Input, Interrupted } from '../src/context.ts';
import { main } from '../src/index.ts';

/** Pressed in place of a line. */
export const ctrlC = Symbol('Ctrl-C');
export const ctrlD = Symbol('Ctrl-D');

/** What is typed next, given all that has been shown so far and the prompt. */
export type Typist = (prompt: string, shown: string) => string | symbol;

export interface Played {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What the screen holds between two of its being cleared. */
  readonly screens: readonly string[];
}

/** What wipes the screen. */
export const clear = '\u001b[2J\u001b[3J\u001b[H';

export function gameFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'usmca-sim-play-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Plays in this process as on a terminal of 80 columns; lines are typed one by one, Enter for ever after them. */
export async function runPlay(
  folder: string,
  typed: readonly (string | symbol)[] | Typist,
  ...argv: string[]
): Promise<Played> {
  let [stdout, stderr] = ['', ''];
  const left = typeof typed === 'function' ? [] : [...typed];
  const next: Typist = typeof typed === 'function' ? typed : () => left.shift() ?? '';
  const input: Input = {
    isTerminal: true,
    line: (prompt) => {
      stderr += prompt;
      const line = next(prompt, stderr);
      if (line === ctrlC) return Promise.reject(new Interrupted());
      stderr += `${String(line)}\n`;
      return Promise.resolve(typeof line === 'string' ? line : undefined);
    },
    close: () => undefined,
  };
  const code = await main(argv, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    cwd: folder,
    env: { NO_COLOR: '1' },
    isTerminal: false,
    isWatched: true,
    input,
    columns: 80,
  });
  return { code, stdout, stderr, screens: stderr.split(clear) };
}

/** Plays every turn: of the moves on the board, the one with this number or the last there is; skips the rest. */
export function playing(pick: (turn: number) => number): Typist {
  let turn = 0;
  return (prompt, shown) => {
    if (!/ \d{4}(?: \[.*\])?> $/.test(prompt)) return '';
    const numbers = /(?:\n {2}\d {2}.*(?:\n {5}.*)*)+\n$/.exec(shown.slice(0, shown.lastIndexOf(prompt)))![0];
    const count = [...numbers.matchAll(/^ {2}\d {2}/gm)].length;
    return `${Math.min(pick(turn++), count)}`;
  };
}
