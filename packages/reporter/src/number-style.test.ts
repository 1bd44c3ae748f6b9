import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, higherOrLower, moneyInWords, rateInWords } from './number-style.ts';

// Expected texts are the number style itself: $3.1 billion, 25%, −0.4; one decimal unless that hides the sign.
describe('numbers as a reader sees them', () => {
  it('has one decimal, a true minus and separated thousands', () => {
    expect(formatNumber(-0.42, 1)).toBe('−0.4');
    expect(formatNumber(1234567.89, 1)).toBe('1,234,567.9');
    expect(formatNumber(0.3, 1, true)).toBe('+0.3');
  });

  it('takes more decimals where one would hide the sign, and none of a change too small to write', () => {
    expect(formatNumber(-0.04, 1, true)).toBe('−0.04');
    expect(formatNumber(0.004, 1, true)).toBe('+0.004');
    expect(formatNumber(-1e-9, 1, true)).toBe('0.0');
    expect(formatNumber(-0, 1, true)).toBe('0.0');
  });

  it('never writes a negative zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.boolean(), (value, signed) => {
        const text = formatNumber(value, 1, signed);
        if (/^[−+]/.test(text)) expect(text).toMatch(/[1-9]/);
      }),
    );
  });

  it('says money, rates and comparisons in words', () => {
    expect(moneyInWords(3140, 'million US$')).toBe('$3.1 billion');
    expect(moneyInWords(-412.4, 'million US$')).toBe('$412 million');
    expect(moneyInWords(1234, 'crowns')).toBe('1,234 crowns');
    expect(rateInWords(0.25)).toBe('25%');
    expect(rateInWords(0.025)).toBe('2.5%');
    expect(higherOrLower(-4.23)).toBe('4.2% lower');
    expect(higherOrLower(1e-9)).toBe('unchanged');
  });
});
