import { describe, expect, it } from 'vitest';
import { moneyScale } from './money-scale.ts';
import { moneyInWords } from './number-style.ts';

// Figures are worked by hand: 1,766,400 million is 1,766.4 billion.
describe('the scale of money', () => {
  it.each([
    ['million US$', 1_766_400, 'US$ billion', 1e-3],
    ['million US$', 500, 'US$ million', 1],
    ['million US$', 2, 'US$ million', 1],
    ['US$', 3e11, 'US$ billion', 1e-9],
    ['US$', 3e8, 'US$ million', 1e-6],
    ['US$', 3e4, 'US$', 1],
    ['billion US$', 0.5, 'US$ million', 1e3],
    ['thousand pesos', 4e8, 'billion pesos', 1e-6],
    ['million US$ of 2017', 1e6, 'US$ billion of 2017', 1e-3],
    ['shells', 12, 'shells', 1],
  ])('of %s, %d in size, is %s', (unit, size, label, factor) => {
    const scale = moneyScale(unit, size);
    expect(scale.label).toBe(label);
    expect(scale.factor).toBeCloseTo(factor, 15);
  });

  it('is chosen for each sum in a sentence', () => {
    expect(moneyInWords(-3120, 'million US$')).toBe('$3.1 billion');
    expect(moneyInWords(412, 'million US$')).toBe('$412 million');
    expect(moneyInWords(3.12e9, 'US$')).toBe('$3.1 billion');
    expect(moneyInWords(1234, 'US$')).toBe('$1,234');
    expect(moneyInWords(3120, 'million pesos')).toBe('3.1 billion pesos');
  });
});
