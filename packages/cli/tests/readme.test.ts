import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/index.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language,
  text: text!,
}));

async function output(argv: readonly string[], cwd: string): Promise<{ code: number; text: string }> {
  let text = '';
  const code = await main(argv, {
    stdout: { write: (chunk) => (text += chunk) },
    stderr: { write: () => undefined },
    cwd,
    env: {},
    isTerminal: false,
    columns: 100,
  });
  return { code, text };
}

describe('the README', () => {
  it('shows what a comparison of the cases of the main job prints', async () => {
    const { code, text } = await output(
      [
        'compare',
        'retaliation-lifted',
        'law-of-august-2025',
        'before-2025',
        '--reference',
        'law-of-august-2025',
      ],
      tmpdir(),
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
    const { code, text } = await output(['compare', 'steel-at-50.yaml', 'us-25-on-both'], folder);
    expect(code).toBe(0);
    expect(text).toContain('The United States puts 50% on steel from both partners');
  });

  it('quotes the share of goods trade observed that the data give', async () => {
    const { text } = await output(['data', '--imputed'], tmpdir());
    const quoted = /(\d+\.\d)% is observed/.exec(readme)![1];
    expect(text).toContain(`${quoted}%`);
  });
});
