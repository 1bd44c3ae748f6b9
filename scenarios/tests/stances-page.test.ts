import { readFileSync } from 'node:fs';
import { economy2024 } from '@usmca-sim/data';
import { expect, test } from 'vitest';
import { caseLibrary } from '../src/index.ts';
import { stancesPage } from '../stances-page.js';

test('the page on stances is the one that the library gives', () => {
  const page = readFileSync(new URL('../../docs/stances.md', import.meta.url), 'utf8');
  expect(page, 'run: pnpm run generate').toBe(stancesPage(caseLibrary(), economy2024()));
});
