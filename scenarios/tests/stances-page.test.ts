import { readFileSync } from 'node:fs';
import { economy2024, lawOf } from '@usmca-sim/data';
import { expect, test } from 'vitest';
import { caseLibrary } from '../src/index.ts';
import { stancesPage } from '../stances-page.js';

test('the page on stances is the one that the library gives', async () => {
  const economy = economy2024();
  const page = readFileSync(new URL('../../docs/stances.md', import.meta.url), 'utf8');
  expect(page, 'run: pnpm run generate').toBe(
    await stancesPage({ economy, law: lawOf(economy), library: caseLibrary() }),
  );
});
