import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateFault } from './date-fault.ts';

test('accepts every day from 1994 to 2060, and no other text of that form', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1990, max: 2064 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
      (year, month, day) => {
        const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
        // The platform's own calendar is the reference: a day exists when it comes back unchanged.
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.toISOString().slice(0, 10) === text && year >= 1994 && year <= 2060;
        expect(dateFault(text) === undefined).toBe(exists);
      },
    ),
    { numRuns: 3000, seed: 1 },
  );
});

test('says what was probably meant', () => {
  expect(dateFault('2026/1/5')).toEqual({
    message: '"2026/1/5" is not a date',
    advice: 'did you mean 2026-01-05?',
  });
  expect(dateFault('2025-02-30')?.advice).toBe('that month ends on 2025-02-28');
  expect(dateFault('2024-02-29')).toBeUndefined();
});
