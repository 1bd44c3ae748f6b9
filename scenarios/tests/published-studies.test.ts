import { readFileSync } from 'node:fs';
import { economy2024, lawOf, publishedFigures } from '@usmca-sim/data';
import { expect, test } from 'vitest';
import { publishedStudies } from '../published-studies.js';
import { caseLibrary } from '../src/index.ts';

test('the page on published studies is what the cases give now', async () => {
  const economy = economy2024();
  const library = caseLibrary();
  const page = await publishedStudies({ economy, law: lawOf(economy), library, figures: publishedFigures() });
  const committed = readFileSync(new URL('../../docs/published-studies.md', import.meta.url), 'utf8');
  expect(committed, 'run: pnpm run generate').toBe(page);
});

test('every published figure has a source, and a case or a reason why there is none', () => {
  const ids = caseLibrary().ids();
  for (const { id, source, case: nearest, note, measure } of publishedFigures()) {
    expect(source, id).not.toBe('');
    if (nearest === '') expect(note, id).not.toBe('');
    else expect([ids.includes(nearest), measure !== ''], id).toEqual([true, true]);
  }
});
