import { expect, test } from 'vitest';
import { ProblemList } from '../problems/problem-list.ts';
import { Quantities } from './quantities.ts';

const place = { file: 'mine.yaml', line: 1, column: 1, length: 1, text: 'x' };

test('a name alone, or less than nothing by as much, is what the same formula is', async () => {
  const problems = new ProblemList();
  const written = new Map(
    Object.entries({ saving: '15.5%', none: 0 }).map(([name, value]) => [
      name,
      { written: value, place, namedAt: place },
    ]),
  );
  const quantities = new Quantities(written, problems);
  const worthOf = (text: string) => quantities.value({ written: text, place });
  for (const [text, formula, value] of [
    ['saving', 'saving * 1', 0.155],
    ['-saving', '-(saving)', -0.155],
    [' - saving ', '0 - saving', -0.155],
    ['-none', '-(none)', 0],
  ] as const) {
    expect(await worthOf(text)).toBe(value);
    expect(await worthOf(formula)).toBe(value);
  }
  problems.throwIfAny();
});

test('a name that is not there is told with a minus too', async () => {
  const problems = new ProblemList();
  const quantities = new Quantities(new Map([['saving', { written: 0.1, place, namedAt: place }]]), problems);
  expect(await quantities.value({ written: '-savng', place })).toBeUndefined();
  expect(() => problems.throwIfAny()).toThrow('there is no quantity "savng"');
});
