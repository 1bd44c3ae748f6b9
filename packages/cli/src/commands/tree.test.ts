import { join } from 'node:path';
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
    expect(stdout).not.toContain('│');
  });

  it('draws the graph for Graphviz, every edge between nodes that are there', async () => {
    const { stdout } = await runMain('tree', small, '--format', 'dot', '--depth', '20');
    const nodes = new Set([...stdout.matchAll(/^ {2}(n\d+) \[/gm)].map(([, name]) => name));
    const ends = [...stdout.matchAll(/^ {2}(n\d+) -> (n\d+) /gm)].flatMap(([, from, to]) => [from, to]);
    expect(ends.length).toBeGreaterThan(0);
    expect(ends.every((end) => nodes.has(end))).toBe(true);
  });

  it('refuses a review that there is not', async () => {
    const { code, stdout, stderr } = await runMain('tree', small, '--review', '2031');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('there is no review in 2031');
    expect(stderr).toContain('reviews are from 2026 to 2027');
  });

  it('has no tree where types are private', async () => {
    const { code, stderr } = await runMain('tree', small, '--concept', 'private-types');
    expect(code).toBe(2);
    expect(stderr).toContain('--concept quantal');
  });
});
