import { readFileSync } from 'node:fs';
import { parseScenario, scenarioJsonSchema } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { expect, test } from 'vitest';
import { caseLibrary } from '../src/index.ts';

const text = readFileSync(new URL('../../docs/writing-a-case.md', import.meta.url), 'utf8');
const economy = economy2024();
const context = { economy, law: lawOf(economy) };
const library = caseLibrary();
const blocks = (language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map((match) => match[1]!);

/** An example shows the keys that it is about; the others are those of any sound case. */
function complete(example: string): string {
  const header = {
    title: 'x',
    question: 'x',
    author: 'x',
    date: '2026-01-31',
    'as-of': 'before-2025',
  };
  const missing = Object.entries(header).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(example));
  return missing.map(([key, value]) => `${key}: ${value}\n`).join('') + example;
}

test.each(blocks('yaml'))('the example is a sound case: %s', async (example) => {
  const path = 'my-folder/my-case.yaml';
  const files = {
    ...library,
    read: (name: string) =>
      name === path
        ? complete(example)
        : name === 'my-folder/my-duties.csv'
          ? blocks('csv')[0]
          : library.read(name),
  };
  const scenario = await parseScenario(path, files, context);
  expect(scenario.changes.length + scenario.expect.length).toBeGreaterThan(0);
});

interface Kind {
  readonly properties: Record<string, unknown>;
}

test('every verb has an example', () => {
  const examples = blocks('yaml').join('\n');
  const { properties } = scenarioJsonSchema() as { properties: { changes: { items: { anyOf: Kind[] } } } };
  const verbs = properties.changes.items.anyOf.map((kind) => Object.keys(kind.properties)[0]!);
  expect(verbs).toContain('lift');
  expect(verbs.filter((verb) => !new RegExp(`^  - ${verb}:`, 'm').test(examples))).toEqual([]);
});
