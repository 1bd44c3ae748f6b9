import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generatedPages } from '../../pages/generated-pages.js';
import { claim, factIn, tableTitled } from '../../pages/printed.js';
import { runMain } from '../run-main.ts';
import { root } from './pages.ts';

const printed = new Map<string, Promise<string>>();

/** What a command prints; pages that ask the same get it once. */
function printedBy(...words: string[]): Promise<string> {
  const key = words.join(' ');
  const known = printed.get(key) ?? print(words);
  printed.set(key, known);
  return known;
}

async function print(words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runMain(...words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

it.each(Object.entries(generatedPages))(
  'docs/%s is what the commands print now',
  { timeout: 180_000 },
  async (name, page) => {
    const committed = readFileSync(join(root, 'docs', name), 'utf8');
    expect(committed, 'run: pnpm run generate').toBe(await page(printedBy));
  },
);

it('writes no page on figures that are not there', () => {
  expect(() => tableTitled('**Other**\n\n| a |\n', 'Title')).toThrow('no table is titled "Title"');
  expect(() => factIn('measure,value\na,1\na,2\n', { measure: 'a' })).toThrow('2 rows');
  expect(() => claim(false, 'Trade rises.')).toThrow('Trade rises.');
});
