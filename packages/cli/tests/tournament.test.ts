import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWithNegotiation } from './negotiated-case.ts';
import { rowsOf, runMain } from './run-main.ts';

// The built program, as a shell runs it; `npm test` builds it first.
const program = fileURLToPath(new URL('../bin/usmca-sim.js', import.meta.url));

let small = '';
let silent = '';
beforeAll(() => {
  const folder = folderWithNegotiation();
  small = join(folder, 'small.yaml');
  silent = join(folder, 'silent.yaml');
});

const three = ['--strategies', 'quantal,random', 'CAN=grim,boulware,tit-for-tat'];

describe('usmca-sim tournament', () => {
  it('tells what was played, how strategies did and where games ended', async () => {
    const { code, stdout, stderr } = await runMain('tournament', small, ...three);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const heading of [
      'What was played',
      'In brief',
      'How the strategies did',
      'Where the games ended',
      'Every assignment',
      'What the tournament cannot say',
      'How to reproduce',
    ])
      expect(stdout).toContain(`\n${heading}\n`);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      '120 games of 2 reviews between the United States, Canada and Mexico: 12 assignments of strategies to governments, 10 games each, seed “1”.',
    );
  });

  it('plays every assignment, and its regimes are all of its games', async () => {
    const rows = await rowsOf('tournament', small, ...three, '--games', '7');
    const assignments = new Map<string, { games: number; regimes: number }>();
    for (const row of rows) {
      const key = `${row['strategy-USA']} ${row['strategy-CAN']} ${row['strategy-MEX']}`;
      const sums = assignments.get(key) ?? { games: 0, regimes: 0 };
      if (row['figure'] === 'games') sums.games += Number(row['value']);
      if (row['figure'] === 'regime') sums.regimes += Number(row['value']);
      assignments.set(key, sums);
    }
    expect(assignments.size).toBe(12);
    expect([...assignments.values()].every(({ games, regimes }) => games === 7 && regimes === 7)).toBe(true);
  });

  it('is the same for the same seed, and another for another', async () => {
    const csv = async (seed: string) =>
      (await runMain('tournament', small, ...three, '--format', 'csv', '--seed', seed)).stdout;
    expect(await csv('a')).toBe(await csv('a'));
    expect(await csv('a')).not.toBe(await csv('b'));
  });

  it('refuses words that are no strategies and numbers that are none, all at once', async () => {
    const words = ['--strategies', 'boulwar,grim', '--games', '0', '--workers', '1.5'];
    const { code, stdout, stderr } = await runMain('tournament', small, ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('there is no strategy "boulwar"');
    expect(stderr).toContain('did you mean "boulware"?');
    expect(stderr).toContain('--games 0 is not a whole number');
    expect(stderr).toContain('--workers 1.5 is not a whole number');
  });

  it('refuses parties that do not sit at the table, parties without a strategy, and endless tournaments', async () => {
    const stranger = await runMain('tournament', small, '--strategies', 'grim', 'CAM=linear');
    expect(stranger.code).toBe(2);
    expect(stranger.stderr).toContain('"CAM" is no party of this negotiation');
    expect(stranger.stderr).toContain('did you mean "CAN"?');
    const alone = await runMain('tournament', small, '--strategies', 'CAN=linear');
    expect(alone.code).toBe(2);
    expect(alone.stderr).toContain('no strategy is named for USA');
    expect(alone.stderr).toContain('no strategy is named for MEX');
    const endless = await runMain('tournament', small, '--games', '2000000');
    expect(endless.code).toBe(2);
    expect(endless.stderr).toContain('729 assignments of 2000000 games are more than');
  });

  it('refuses a case without a negotiation, and private types', async () => {
    const { code, stderr } = await runMain('tournament', silent);
    expect(code).toBe(2);
    expect(stderr).toContain('the case "silent" has no negotiation');
    const typed = await runMain('tournament', small, '--concept', 'private-types');
    expect(typed.code).toBe(2);
    expect(typed.stderr).toContain('strategies cannot be played with private types');
  });
});

describe('the tournament of the built program', () => {
  it('has the same result on any number of threads', () => {
    const run = (workers: number) =>
      spawnSync(
        process.execPath,
        [
          program,
          'tournament',
          small,
          ...three,
          '--games',
          '120',
          '--format',
          'csv',
          '--workers',
          `${workers}`,
        ],
        { encoding: 'utf8', maxBuffer: 1 << 26 },
      );
    const [one, two, five] = [1, 2, 5].map(run);
    expect([one!.status, one!.stderr]).toEqual([0, '']);
    expect(one!.stdout.split('\n').length).toBeGreaterThan(100);
    expect(two!.stdout).toBe(one!.stdout);
    expect(five!.stdout).toBe(one!.stdout);
  });

  it.skipIf(process.platform === 'win32')('is interrupted with nothing half-written', async () => {
    const out = mkdtempSync(join(tmpdir(), 'usmca-sim-tournament-'));
    for (const workers of ['1', '2']) {
      const words = ['tournament', small, '--games', '2000', '--workers', workers, '--out', out];
      const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
      let stdout = '';
      child.stdout.on('data', (text) => (stdout += text));
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      setTimeout(() => child.kill('SIGINT'), 4000);
      expect(await ended).toBe(130);
      expect(stdout).toBe('');
      expect(readdirSync(out)).toEqual([]);
    }
  });
});
