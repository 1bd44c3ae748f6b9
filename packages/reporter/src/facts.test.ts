import type { Fact } from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';
import { comparisonFacts } from './facts.ts';

const flow: Fact = {
  case: 'a',
  year: 2035,
  horizon: 'long-run',
  measure: 'trade-flow',
  importer: 'USA',
  exporter: 'CAN',
  region: '',
  sector: '',
  value: 400,
  unit: 'million US$',
};

function sides(of: Partial<Fact>, a: number, b: number) {
  return [
    { id: 'a', facts: () => [{ ...flow, ...of, case: 'a', value: a }] },
    { id: 'b', facts: () => [{ ...flow, ...of, case: 'b', value: b }] },
  ];
}

// Expected figures are worked by hand from the two values.
describe('facts of a comparison', () => {
  it('adds differences whose unit names the reference, beside the levels', () => {
    const rows = [...comparisonFacts(sides({}, 400, 410), 'a', 'percent')];
    expect(rows.map(({ value, unit }) => [value, unit])).toEqual([
      [400, 'million US$'],
      [410, 'million US$'],
      [expect.closeTo(2.5, 12), 'percent vs a'],
    ]);
  });

  it('gives differences in the unit of the fact, or none', () => {
    expect([...comparisonFacts(sides({}, 400, 410), 'a', 'differences')][2]).toMatchObject({
      case: 'b',
      value: 10,
      unit: 'million US$ vs a',
    });
    expect([...comparisonFacts(sides({}, 400, 410), 'a', 'levels')]).toHaveLength(2);
  });

  it('compares rates in percentage points and changes by their ratio', () => {
    const duty = { measure: 'statutory-duty', unit: 'fraction' };
    expect([...comparisonFacts(sides(duty, 0.05, 0.07), 'a', 'percent')][2]).toMatchObject({
      value: expect.closeTo(2, 12),
      unit: 'percentage points vs a',
    });
    const income = { measure: 'real-income', unit: 'percent' };
    // (1 − 0.01) / (1 − 0.02) − 1
    expect([...comparisonFacts(sides(income, -2, -1), 'a', 'percent')][2]).toMatchObject({
      value: expect.closeTo(1.0204081632653, 10),
      unit: 'percent vs a',
    });
  });

  it('leaves out the base year and percentages of nothing', () => {
    expect([...comparisonFacts(sides({ horizon: 'base' }, 400, 400), 'a', 'percent')]).toHaveLength(2);
    expect([...comparisonFacts(sides({}, 0, 3), 'a', 'percent')]).toHaveLength(2);
  });
});
