import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lookBackPage } from '../pages/look-back.js';
import { economy2024, lawOf, observedTrade, observedTradeByChapter } from '../src/index.ts';

test('the page on the look back is what the model gives now', () => {
  const economy = economy2024();
  const page = lookBackPage({
    economy,
    law: lawOf(economy),
    observed: observedTrade(),
    chapters: observedTradeByChapter(),
  });
  const committed = readFileSync(new URL('../../../docs/look-back.md', import.meta.url), 'utf8');
  expect(committed, 'run: pnpm run generate').toBe(page);
});
