import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedParts } from './rounded-parts.ts';

describe('roundedParts', () => {
  it('gives what is missing to the largest remainders', () => {
    // One by one they would be 0.33 each and add up to 0.99.
    expect(roundedParts([1 / 3, 1 / 3, 1 / 3], 2)).toEqual([0.34, 0.33, 0.33]);
  });

  it('adds up to the rounded sum and moves no part by a unit', () => {
    const part = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const rounded = roundedParts(parts, 3);
        const sum = parts.reduce((all, one) => all + one, 0);
        const units = rounded.reduce((all, one) => all + Math.round(1000 * one), 0);
        expect(units).toBe(Math.round(1000 * sum) || 0);
        rounded.forEach((one, at) => {
          expect(Math.abs(one - parts[at]!)).toBeLessThan(0.001 + 1e-9);
        });
      }),
    );
  });
});
