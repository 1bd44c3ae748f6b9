import { join } from 'node:path';
import { readEfg } from '@usmca-sim/core/games';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWithNegotiation } from '../../tests/negotiated-case.ts';
import { runMain } from '../../tests/run-main.ts';

let small = '';
beforeAll(() => {
  small = join(folderWithNegotiation(), 'small.yaml');
});

describe('usmca-sim tree', () => {
  it('draws a review to the depth that is asked for', async () => {
    const { code, stdout } = await runMain('tree', small, '--depth', '1');
    expect(code).toBe(0);
    expect(stdout).toContain('A small table: review of 2026');
    expect(stdout.match(/^[├└]─ /gm)).toHaveLength(4);
    expect(stdout).not.toMatch(/^[│ ] {2}[├└]/m);
    // As wide as the terminal.
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('draws the graph for Graphviz, every edge between nodes that are there', async () => {
    const { stdout } = await runMain('tree', small, '--format', 'dot', '--depth', '20');
    const nodes = new Set([...stdout.matchAll(/^ {2}(n\d+) \[/gm)].map(([, name]) => name));
    const ends = [...stdout.matchAll(/^ {2}(n\d+) -> (n\d+) /gm)].flatMap(([, from, to]) => [from, to]);
    expect(ends.length).toBeGreaterThan(0);
    expect(ends.every((end) => nodes.has(end))).toBe(true);
  });

  it('reports everything about the reviews that cannot be', async () => {
    const { code, stdout, stderr } = await runMain('tree', small, '--review', '2031', '--reviews', '3');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('there is no review in 2031');
    expect(stderr).toContain('reviews are from 2026 to 2027');
    expect(stderr).toContain('--reviews 3 cannot be written out');
  });

  it('does not draw two reviews, nor a part of a game for Gambit', async () => {
    expect((await runMain('tree', small, '--reviews', '2')).stderr).toContain(
      '--reviews is for --format efg',
    );
    const { code, stderr } = await runMain('tree', small, '--format', 'efg', '--depth', '2');
    expect(code).toBe(2);
    expect(stderr).toContain('--depth is for text and dot');
  });

  it('writes a review for Gambit that reads back', async () => {
    const { code, stdout } = await runMain('tree', small, '--format', 'efg', '--review', '2027');
    expect(code).toBe(0);
    const game = readEfg(stdout, 'review.efg');
    expect(game.players).toEqual(['USA', 'CAN', 'MEX']);
    expect(game.title).toBe('A small table: review of 2027');
    expect(game.comment).toContain('lambda');
    expect(game.positions.length).toBeGreaterThan(20);
  });

  it('writes no second review after the last', async () => {
    const { code, stderr } = await runMain(
      'tree',
      small,
      '--format',
      'efg',
      '--review',
      '2027',
      '--reviews',
      '2',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('after 2027 there is no further review');
  });

  it('has no tree where types are private', async () => {
    const { code, stderr } = await runMain('tree', small, '--concept', 'private-types');
    expect(code).toBe(2);
    expect(stderr).toContain('--concept quantal');
  });
});
