import { InputError, loadEconomy, renderProblem } from '@usmca-sim/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { twoByTwo } from './two-by-two.ts';

const names = [...twoByTwo().keys()];
const junk = fc.constantFrom(
  '',
  ' ',
  '-1',
  '1e999',
  'NaN',
  '-Infinity',
  '0x1F',
  '"',
  '""',
  '"a""',
  ',',
  '\n',
  '\r',
  '\t',
  '\u0000',
  '\uFEFF',
  '💥',
  '1.000,5',
  '50%',
  '__proto__',
  'constructor',
  'HOM',
  'SVC',
  '*a',
  '&a [*a]',
  '{',
  '[[[[[[',
  ': ',
  '- ',
  '!!js',
  '99999999999999999999',
  '1e-320',
  'a'.repeat(300),
  '<<: *x',
  '? ',
  '| ',
  '# ',
);

/** One thing that can happen to a file: characters, cells or lines lost, doubled, moved or replaced. */
const mutation = fc.record({
  file: fc.constantFrom(...names),
  kind: fc.constantFrom(
    'insert',
    'delete',
    'cell',
    'drop-line',
    'double-line',
    'swap-lines',
    'cut',
    'empty',
    'remove',
  ),
  at: fc.nat(2000),
  other: fc.nat(2000),
  text: fc.oneof(junk, fc.string({ maxLength: 8 }), fc.double().map(String)),
});

function mutate(files: Map<string, string>, { file, kind, at, other, text }: Mutation): void {
  const before = files.get(file) ?? '';
  const offset = before.length === 0 ? 0 : at % before.length;
  const lines = before.split('\n');
  const line = at % lines.length;
  if (kind === 'remove') files.delete(file);
  else if (kind === 'empty') files.set(file, '');
  else if (kind === 'cut') files.set(file, before.slice(0, offset));
  else if (kind === 'insert') files.set(file, before.slice(0, offset) + text + before.slice(offset));
  else if (kind === 'delete')
    files.set(file, before.slice(0, offset) + before.slice(offset + 1 + (other % 5)));
  else {
    if (kind === 'drop-line') lines.splice(line, 1);
    else if (kind === 'double-line') lines.splice(line, 0, lines[line]!);
    else if (kind === 'swap-lines') {
      const second = other % lines.length;
      [lines[line], lines[second]] = [lines[second]!, lines[line]!];
    } else {
      const cells = lines[line]!.split(',');
      cells[other % cells.length] = text;
      lines[line] = cells.join(',');
    }
    files.set(file, lines.join('\n'));
  }
}

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

test('mutated economies load, or say what is wrong and where', () => {
  let loaded = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const files = twoByTwo();
      for (const one of mutations) mutate(files, one);
      try {
        const economy = loadEconomy(files, { folder: 'mine', hash: 'none' });
        loaded++;
        for (const values of [economy.flow, economy.duty, economy.inputShare, economy.valueAdded]) {
          expect(values.every(Number.isFinite)).toBe(true);
        }
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        refused++;
        expect(error.problems.length).toBeGreaterThan(0);
        for (const problem of error.problems) {
          if (problem.code !== 'missing-file') expect(problem.place).toBeDefined();
          expect(renderProblem(problem)).not.toBe('');
        }
      }
    }),
    { numRuns: 5000 },
  );
  expect(loaded).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(1000);
});
