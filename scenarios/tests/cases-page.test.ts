import { readFileSync } from 'node:fs';
import { economy2024, lawOf } from '@usmca-sim/data';
import { expect, test } from 'vitest';
import { casesPage } from '../cases-page.js';
import { caseLibrary } from '../src/index.ts';

test('the page of the cases is the one that the library gives, with every case on it', {
  timeout: 180_000,
}, async () => {
  const economy = economy2024();
  const library = caseLibrary();
  const page = readFileSync(new URL('../../docs/cases.md', import.meta.url), 'utf8');
  expect(page, 'run: pnpm run generate').toBe(await casesPage({ economy, law: lawOf(economy), library }));
  expect([...page.matchAll(/^### \[(.*?)\]/gm)].map(([, id]) => id).sort()).toEqual(library.ids());
});
