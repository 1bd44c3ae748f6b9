import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { effectiveDutiesPage } from '../pages/effective-duties.js';
import { usmcaClaimsPage } from '../pages/usmca-claims.js';
import { claimParameters, claimSeries } from '../src/claims.ts';
import { economy2024, lawOf } from '../src/index.ts';

const economy = economy2024();
const law = lawOf(economy);

function committed(name: string): string {
  return readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
}

test('the page on average duties is what the law on record gives now', () => {
  expect(committed('effective-duties.md'), 'run: pnpm run generate').toBe(effectiveDutiesPage(economy, law));
});

test('the page on USMCA claims is what the fit gives now', () => {
  const page = usmcaClaimsPage(claimParameters(), claimSeries(law));
  expect(committed('usmca-claims.md'), 'run: pnpm run generate').toBe(page);
});
