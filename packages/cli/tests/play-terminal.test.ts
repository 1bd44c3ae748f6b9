import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clear, gameFolder } from './run-play.ts';

// The built program on a pseudo-terminal, which script(1) makes; `npm test` builds it first.
const program = fileURLToPath(new URL('../bin/usmca-sim.js', import.meta.url));
const hasScript = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');
if (!hasScript) console.info('no script(1) of util-linux: play is not tested on a pseudo-terminal');

const folder = gameFolder();
const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds));

/** Waits for what a busy machine may take long to show; what is expected next says what did not come. */
async function until(isSo: () => boolean): Promise<void> {
  for (let k = 0; k < 1800 && !isSo(); k++) await pause(50);
}

/** Types each line once what it answers has been shown; what was shown in all, and the exit code. */
async function onTerminal(argv: readonly string[], answers: readonly (readonly [string, string])[]) {
  const command = [process.execPath, program, ...argv].map((word) => `'${word}'`).join(' ');
  const env = { ...process.env, TERM: 'xterm', COLUMNS: '80' };
  const child: ChildProcess = spawn('script', ['-qec', command, '/dev/null'], { cwd: folder, env });
  let shown = '';
  child.stdout!.on('data', (piece) => (shown += piece));
  const closed = new Promise<number | null>((resume) => child.on('close', resume));
  let from = 0;
  for (const [awaited, typed] of answers) {
    await until(() => shown.indexOf(awaited, from) >= 0);
    expect(shown.slice(from)).toContain(awaited);
    from = shown.length;
    child.stdin!.write(typed);
  }
  return { code: await closed, shown };
}

describe.skipIf(!hasScript)('play on a terminal', { timeout: 300_000 }, () => {
  it('is interrupted in the middle of a line without losing a move, and goes on', async () => {
    const first = await onTerminal(
      ['play', 'review-as-it-went', '--as', 'CAN', '--no-predict', '--save', 'game.json'],
      [
        ['Press Enter to begin', '\r'],
        ['Canada 2026> ', '1\r'],
        ['> ', 'ref\u0003'],
      ],
    );
    expect(first.code).toBe(130);
    expect(first.shown).toContain('Interrupted.');
    expect(first.shown).toContain('--resume game.json');
    const { events } = JSON.parse(readFileSync(join(folder, 'game.json'), 'utf8')).game.branches[0];
    expect(events).toContainEqual({ type: 'move', party: 1, move: 'join' });
    const second = await onTerminal(
      ['play', '--resume', 'game.json', '--no-predict'],
      [
        ['> ', 'log\r'],
        ['Canada and Mexico act as one', '\u0004'],
      ],
    );
    expect(second.code).toBe(0);
  });

  it('wipes the screen between two people', async () => {
    const { shown } = await onTerminal(
      ['play', 'review-as-it-went', '--as', 'CAN,MEX', '--no-save'],
      [
        ['Canada: press Enter', '\r'],
        ['Press Enter to begin', '\r'],
        ['Canada 2026> ', '2\r'],
        ['Mexico: press Enter', '\r'],
        ['Press Enter to begin', '\r'],
        ['Mexico 2026> ', 'quit\r'],
      ],
    );
    const [before, after] = shown.split('Pass the keyboard to Mexico');
    expect(before!.lastIndexOf(clear)).toBeGreaterThan(before!.lastIndexOf('You have chosen'));
    expect(after).not.toContain('Confidential: you play Canada');
  });
});

describe('play without a terminal', { timeout: 120_000 }, () => {
  it('reads moves from stdin, and says where the game is when they end', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program, 'play', 'review-as-it-went', '--as', 'CAN', '--save', 'piped.json'],
      { cwd: folder, encoding: 'utf8', input: '1\n' },
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Canada 2026> 1\n');
    expect(stderr).not.toContain('\u001b');
    expect(stderr).toContain('--resume piped.json');
  });

  it('is interrupted between two lines with the game kept', async () => {
    const argv = [program, 'play', 'review-as-it-went', '--as', 'CAN', '--save', 'interrupted.json'];
    const child = spawn(process.execPath, argv, { cwd: folder });
    let shown = '';
    child.stderr.on('data', (piece) => {
      shown += piece;
    });
    child.stdin.write('1\n');
    await until(() => shown.includes('You have chosen'));
    await pause(500);
    child.kill('SIGINT');
    const code = await new Promise((resume) => child.on('close', resume));
    expect(code).toBe(130);
    expect(shown).toContain('--resume interrupted.json');
  });
});
