import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageVersion } from '../src/index.ts';

test('results state the version that package.json states', () => {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  expect(packageVersion).toBe((JSON.parse(text) as { version: string }).version);
});
