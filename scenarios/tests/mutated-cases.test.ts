import { InputError, parseScenario, renderProblem } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseLibrary } from '../src/index.ts';

const economy = economy2024();
const context = { economy, law: lawOf(economy) };
const library = caseLibrary();
const cases = library.ids().map((id) => ({ id, path: library.locate(id)! }));
const table = 'the-review/lapse-to-mfn.csv';

/** What slips of the hand and of the editor put into a file, and what somebody would try who means harm. */
const tokens = [
  ...[
    ':',
    ': ',
    '-',
    '- ',
    '\n',
    '\t',
    '  ',
    '#',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a',
    '*a',
    '!',
    '|',
    '>',
  ],
  ...[
    '%',
    '@',
    '`',
    '?',
    '---',
    '...',
    '<<',
    '\0',
    '\ufeff',
    '\ud800',
    '\r',
    '🚢',
    '\u2028',
    '~',
    'null',
    'true',
  ],
  ...[
    '9e9',
    '-2',
    '.inf',
    '.nan',
    '25',
    '25%',
    '0x10',
    '1e400',
    '-0',
    'steel / 2',
    '2 +',
    'import("fs")',
    '1/0',
  ],
  ...[
    '2025-02-30',
    'base',
    'parties',
    'all',
    'UAS',
    'extends: lapse-to-mfn',
    'duties: ../x.csv',
    '__proto__: 1',
  ],
  ...[
    'as-of: 2026-01-01',
    'lift: section-232',
    'enact: us-threat-all-canada',
    'raise: us-section-232-wood',
    'extend: us-section-122',
    'exempt: us-fentanyl-canada',
    'quota: 120%',
    'claim-ceiling: 5%',
    'to: 2026-01-01',
    'goods: CAN-STL-01',
    'until: 2025-01-01',
    'full-from: 2025-01-01',
    'usmca: maybe',
    'measures: [{ id: x, charges: [] }]',
  ],
  ...[
    'quantities: { a: b, b: a }',
    'impose: 1',
    'order: [CAN]',
    '[['.repeat(40),
    '- '.repeat(70),
    '*'.repeat(50),
  ],
];

interface Mutation {
  readonly kind:
    | 'character'
    | 'insert'
    | 'delete-line'
    | 'double-line'
    | 'swap-lines'
    | 'indent'
    | 'cut'
    | 'token';
  readonly at: number;
  readonly token: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(
    'character',
    'insert',
    'delete-line',
    'double-line',
    'swap-lines',
    'indent',
    'cut',
    'token',
  ),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  token: fc.oneof(fc.constantFrom(...tokens), fc.string({ maxLength: 5, unit: 'binary' })),
});

function mutate(text: string, { kind, at, token }: Mutation): string {
  const offset = Math.floor(at * text.length);
  if (kind === 'insert') return text.slice(0, offset) + token + text.slice(offset);
  if (kind === 'character') return text.slice(0, offset) + token.slice(0, 1) + text.slice(offset + 1);
  // Most cuts leave most of the file, or every other mutation would find little to work on.
  if (kind === 'cut') return text.slice(0, Math.floor(Math.sqrt(at) * text.length));
  if (kind === 'token') {
    const words = text.split(/(\s+)/);
    words[Math.floor(at * words.length)] = token;
    return words.join('');
  }
  const lines = text.split('\n');
  const line = Math.floor(at * lines.length);
  if (kind === 'delete-line') lines.splice(line, 1);
  else if (kind === 'double-line') lines.splice(line, 0, lines[line]!);
  else if (kind === 'swap-lines') lines.splice(line, 2, ...lines.slice(line, line + 2).reverse());
  else lines[line] = ` ${lines[line]}`;
  return lines.join('\n');
}

/** Reads a case with one file replaced; returns what the reader would be told. */
async function outcome(path: string, replaced: string, text: string): Promise<readonly string[]> {
  const files = {
    ...library,
    read: (name: string) => (name === replaced ? text : library.read(name)),
  };
  const start = process.cpuUsage();
  try {
    const scenario = await parseScenario(path, files, context);
    expect(scenario.version).toBe(1);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const problem of error.problems) checkPlace(problem, replaced, text);
    return error.problems.map(renderProblem);
  } finally {
    // Microseconds of work, which do not grow while other programs have the processor.
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  }
}

/** Every problem of the replaced file points at characters that are there. */
function checkPlace(problem: InputError['problems'][number], replaced: string, text: string): void {
  const { place } = problem;
  expect(place, problem.message).toBeDefined();
  if (!place?.file.endsWith(replaced)) return;
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const line = lines[place.line - 1]?.replace(/\r$/, '');
  expect(place.text, problem.message).toBe(line);
  expect(place.column).toBeGreaterThanOrEqual(1);
  expect(place.column).toBeLessThanOrEqual(place.text.length + 1);
  expect(place.length).toBeGreaterThanOrEqual(1);
}

describe('a mutated file gives a case or located problems, nothing else, in bounded time', () => {
  // A formula loads mathjs, which is not what is timed here.
  test('cases', { timeout: 120_000 }, async () => {
    const path = cases[0]!.path;
    await expect(outcome(path, path, 'quantities: { a: 1 + 1 }')).resolves.toHaveLength(5);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        async ({ path }, mutations) => {
          await outcome(path, path, mutations.reduce(mutate, library.read(path)!));
        },
      ),
      { numRuns: 2500, seed: 20260701 },
    );
  });

  test('a parent', async () => {
    const parent = library.locate('us-25-on-both')!;
    const child = library.locate('us-25-on-both-with-retaliation')!;
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 2 }), async (mutations) => {
        await outcome(child, parent, mutations.reduce(mutate, library.read(parent)!));
      }),
      { numRuns: 1000, seed: 20260701 },
    );
  });

  test('a table of duties', async () => {
    const path = library.locate('lapse-to-mfn')!;
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        await outcome(path, table, mutations.reduce(mutate, library.read(table)!));
      }),
      { numRuns: 1000, seed: 20260701 },
    );
  });
});
