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

  it('compares rates in percentage points, indices in percent, causes in their own unit', () => {
    const third = (of: Partial<Fact>, a: number, b: number) =>
      [...comparisonFacts(sides(of, a, b), 'a', 'differences')]
        .slice(2)
        .map(({ value, unit }) => [value, unit]);
    expect(third({ unit: 'percent' }, 5, 7)).toEqual([[2, 'percentage points vs a']]);
    // 0.99 / 0.98 − 1
    expect(third({ unit: 'index, base = 1' }, 0.98, 0.99)).toEqual([
      [expect.closeTo(1.0204081632653, 10), 'percent vs a'],
    ]);
    expect(third({ unit: 'million US$ at base prices vs base' }, 5, 7)).toEqual([
      [2, 'million US$ at base prices vs a'],
    ]);
  });

  it('says nothing twice: changes against the base are not compared where levels are', () => {
    expect([...comparisonFacts(sides({ unit: 'percent vs base' }, 1, 2), 'a', 'percent')]).toHaveLength(2);
  });

  it('finds the long run of a case with another horizon', () => {
    const [a, b] = sides({}, 400, 410);
    const later = {
      id: 'b',
      facts: () => [...b!.facts()].map((fact) => ({ ...fact, year: 2040 })),
    };
    expect([...comparisonFacts([a!, later], 'a', 'percent')][2]).toMatchObject({
      year: 2040,
      unit: 'percent vs a',
    });
  });

  it('leaves out the base year and percentages of nothing', () => {
    expect([...comparisonFacts(sides({ horizon: 'base' }, 400, 400), 'a', 'percent')]).toHaveLength(2);
    expect([...comparisonFacts(sides({}, 0, 3), 'a', 'percent')]).toHaveLength(2);
  });
});
