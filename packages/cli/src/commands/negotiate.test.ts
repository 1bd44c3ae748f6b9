import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWithNegotiation } from '../../tests/negotiated-case.ts';
import { rowsOf, runMain } from '../../tests/run-main.ts';

let small = '';
let silent = '';
beforeAll(() => {
  const folder = folderWithNegotiation();
  small = join(folder, 'small.yaml');
  silent = join(folder, 'silent.yaml');
});

describe('usmca-sim negotiate', () => {
  it('tells what was asked, how likely each regime is, the likeliest path and what it is worth', async () => {
    const { code, stdout, stderr } = await runMain('negotiate', small);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const heading of [
      'What was asked',
      'In brief',
      'How likely each regime is',
      'The likeliest move at every point',
      'What each government gains and loses',
      'Trade and income along the outcomes',
      'How it was solved',
    ])
      expect(stdout).toContain(`\n${heading}\n`);
    expect(stdout).not.toContain('state by state');
  });

  it('gives probabilities that add up in every year', async () => {
    const rows = await rowsOf('negotiate', small);
    for (const year of ['2026', '2027']) {
      const regimes = rows.filter((row) => row['figure'] === 'regime-probability' && row['year'] === year);
      expect(regimes.reduce((sum, { value }) => sum + Number(value), 0)).toBeCloseTo(1, 9);
    }
    // The last review decides: what it has not extended has expired.
    const settled = rows.filter((row) => row['figure'] === 'regime-probability' && row['year'] === '2027');
    expect(settled.find(({ about }) => about === 'in-force')?.['value'] ?? '0').toBe('0');
  });

  it("leaves everything but real income out in the economist's view", async () => {
    const rows = await rowsOf('negotiate', small, '--economists-view');
    const political = rows.filter((row) => row['figure'] === 'value' && row['part'] !== 'realIncome');
    expect(political).toHaveLength(15);
    expect(political.map(({ value }) => Number(value)).every((value) => value === 0)).toBe(true);
  });

  it('is as good as random at a precision of 0', async () => {
    const rows = await rowsOf('negotiate', small, '--precision', '0', '--all');
    const offers = rows.filter(
      (row) => row['figure'] === 'move-probability' && row['about']!.startsWith('offer'),
    );
    // No offer or one to both, then one of two packages.
    expect(offers.length).toBeGreaterThan(0);
    for (const { value } of offers) expect(Number(value)).toBeCloseTo(1 / 2, 9);
  });

  it('refuses a case without a negotiation', async () => {
    const { code, stdout, stderr } = await runMain('negotiate', silent);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('the case "silent" has no negotiation');
  });

  it('refuses choices that say nothing', async () => {
    const words = ['--concept', 'subgame-perfect', '--precision', '5'];
    const { code, stderr } = await runMain('negotiate', small, ...words);
    expect(code).toBe(2);
    expect(stderr).toContain('--precision says nothing under subgame-perfect behaviour');
    expect((await runMain('negotiate', small, '--precision', '-1')).code).toBe(2);
    expect((await runMain('negotiate', small, '--concept', 'guess')).code).toBe(2);
  });
});
