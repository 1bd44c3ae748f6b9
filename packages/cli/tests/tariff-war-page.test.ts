import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runMain } from './run-main.ts';

// The page on tariff wars says what the command says now.
const page = readFileSync(new URL('../../../docs/tariff-war.md', import.meta.url), 'utf8');

const reportOf = async (words: string) =>
  (await runMain(...words.split(' '), '--format', 'md')).stdout.split('\n');

describe('the page on tariff wars', () => {
  it('has the tables of the latest law on record', { timeout: 60_000 }, async () => {
    const report = await reportOf('tariff-war');
    const tables = [...page.matchAll(/<!-- tariff-war -->\n((?:\|.*\n)+)/g)].map(([, table]) => table!);
    expect(tables).toHaveLength(3);
    for (const row of tables.flatMap((table) => table.trim().split('\n'))) expect(report).toContain(row);
    expect(report.join('\n')).toContain('below 0.000001%');
  });

  const variants = [...page.matchAll(/^\| `(tariff-war.*)` \| (.* \| .* \| .*) \|$/gm)];

  it('has several wars side by side', () => expect(variants.length).toBeGreaterThan(3));

  it.each(variants.map(([, words, costs]) => [words!, costs!]))(
    '%s costs %s',
    async (words, costs) => {
      const row = (await reportOf(words)).find((line) => line.startsWith('| The war |'));
      expect(row?.endsWith(` ${costs} |`)).toBe(true);
    },
    60_000,
  );
});
