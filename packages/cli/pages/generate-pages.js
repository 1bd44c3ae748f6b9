// Writes the pages of the documentation that come from what the commands print. Run after a build.
import { writeFileSync } from 'node:fs';
import { main } from '../dist/index.js';
import { generatedPages } from './generated-pages.js';

for (const [name, page] of Object.entries(generatedPages)) {
  writeFileSync(new URL(`../../../docs/${name}`, import.meta.url), await page(printedBy));
}

/** @param {string[]} words */
async function printedBy(...words) {
  let [printed, told] = ['', ''];
  const code = await main(words, {
    stdout: { write: (text) => (printed += text) },
    stderr: { write: (text) => (told += text) },
    cwd: process.cwd(),
    env: {},
    isTerminal: false,
    columns: 80,
  });
  if (code !== 0) throw new Error(`usmca-sim ${words.join(' ')}: ${told}`);
  return printed;
}
