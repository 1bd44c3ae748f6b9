import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runMain, runMainAs, runMainIn } from './run-main.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language,
  text: text!,
}));

describe('the README', () => {
  it('shows what a comparison of the cases of the main job prints', async () => {
    const cases = ['retaliation-lifted', 'law-of-august-2025', 'before-2025'];
    const { code, stdout: text } = await runMainAs(
      { columns: 100 },
      'compare',
      ...cases,
      '--reference',
      'law-of-august-2025',
    );
    expect(code).toBe(0);
    const excerpts = blocks.filter(({ language }) => language === '');
    expect(excerpts).toHaveLength(2);
    for (const { text: excerpt } of excerpts) expect(text).toContain(excerpt);
  });

  it('gives a first case that runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'usmca-sim-readme-'));
    const [first] = blocks.filter(({ language }) => language === 'yaml');
    writeFileSync(join(folder, 'steel-at-50.yaml'), first!.text);
    const { code, stdout: text } = await runMainIn(folder, 'compare', 'steel-at-50.yaml', 'us-25-on-both');
    expect(code).toBe(0);
    expect(text).toContain('The United States puts 50% on steel from both partners');
  });

  it('quotes the share of goods trade observed that the data give', async () => {
    const { stdout: text } = await runMain('data', '--imputed');
    const quoted = /(\d+\.\d)% is observed/.exec(readme)![1];
    expect(text).toContain(`${quoted}%`);
  });
});
