import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Formula, literalNumber, quantityNameFault, readFormula } from './formula.ts';

async function evaluate(text: string, values: Record<string, number> = {}): Promise<number> {
  const formula = await readFormula(text);
  if ('message' in formula) throw new Error(formula.message);
  return (formula as Formula).evaluate(values);
}

describe('literalNumber', () => {
  test('reads numbers and percentages', () => {
    expect(['0.25', '25%', ' -5 % ', '1e3', '.5', '7%', '2.5e1%'].map(literalNumber)).toEqual([
      0.25, 0.25, -0.05, 1000, 0.5, 0.07, 0.25,
    ]);
  });

  test('leaves everything else', () => {
    expect(['', '%', '1,000', '0x10', '25 per cent', 'a', '1 2'].map(literalNumber)).toEqual(
      Array(7).fill(undefined),
    );
  });

  test('gives the number nearest to what is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (hundredths) => {
        expect(literalNumber(`${hundredths / 100}%`)).toBe(Number(`${hundredths}e-4`));
      }),
    );
  });
});

describe('readFormula', () => {
  // The expected values are arithmetic done by hand.
  test('computes with quantities, percentages and the functions of the list', async () => {
    expect(await evaluate('steel / 2 + 10%', { steel: 0.5 })).toBe(0.35);
    expect(await evaluate('-2 ^ 2')).toBe(-4);
    expect(await evaluate('max(a, min(b, 3)) * (1 + 1)', { a: 1, b: 5 })).toBe(6);
    expect(await evaluate('round(abs(-2.4)) + floor(1.9) + ceil(0.1) + sqrt(9)')).toBe(7);
    expect(await evaluate('log(exp(2))')).toBe(2);
  });

  test('a percentage is a hundredth wherever it stands', async () => {
    expect(await evaluate('0.2 + 50%')).toBe(0.7);
  });

  test('names what it uses', async () => {
    const formula = (await readFormula('a + b * a')) as Formula;
    expect(formula.names).toEqual(['a', 'b']);
  });

  test('has no value where arithmetic has none', async () => {
    expect(await evaluate('sqrt(-1)')).toBeNaN();
    expect(await evaluate('round(1, 2, 3)')).toBeNaN();
  });

  test('nothing that is not arithmetic gets through, whatever is written', {
    timeout: 60_000,
  }, async () => {
    const words = [
      'import',
      'a',
      '(',
      ')',
      '"x"',
      '.',
      '[',
      ']',
      '=',
      '1',
      '+',
      ';',
      'constructor',
      '%',
      '!',
      ':',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 12 }), async (parts) => {
        const formula = await readFormula(parts.join(''));
        if ('message' in formula) return;
        expect(typeof formula.evaluate(Object.fromEntries(formula.names.map((name) => [name, 1])))).toBe(
          'number',
        );
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});

test('names of quantities are words of letters, digits and _ that mean nothing else', () => {
  expect(quantityNameFault('steel_2025')).toBeUndefined();
  expect(quantityNameFault('half-rate')?.advice).toBe('write half_rate');
  expect(quantityNameFault('min')?.message).toContain('already means something');
  expect(quantityNameFault('__proto__')?.message).toContain('cannot be the name');
});
