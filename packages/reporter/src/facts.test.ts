import type { Fact } from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';
import { madeResult } from '../tests/made-result.ts';
import { comparisonFacts, factsWithDifferences } from './facts.ts';

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
  return [side({ ...flow, ...of, case: 'a', value: a }), side({ ...flow, ...of, case: 'b', value: b })];
}

function side(fact: Fact) {
  return { id: fact.case, ownBase: false, facts: () => [fact], factsAtBaseSize: () => [fact] };
}

// Expected figures are worked by hand from the two values.
describe('facts of a comparison', () => {
  it('adds differences whose unit names the reference, beside the levels', () => {
    const rows = [...factsWithDifferences(sides({}, 400, 410), 'a', 'percent')];
    expect(rows.map(({ value, unit }) => [value, unit])).toEqual([
      [400, 'million US$'],
      [410, 'million US$'],
      [expect.closeTo(2.5, 12), 'percent vs a'],
    ]);
  });

  it('gives differences in the unit of the fact, or none', () => {
    expect([...factsWithDifferences(sides({}, 400, 410), 'a', 'differences')][2]).toMatchObject({
      case: 'b',
      value: 10,
      unit: 'million US$ vs a',
    });
    expect([...factsWithDifferences(sides({}, 400, 410), 'a', 'levels')]).toHaveLength(2);
  });

  it('compares rates in percentage points, indices in percent, causes in their own unit', () => {
    const third = (of: Partial<Fact>, a: number, b: number) =>
      [...factsWithDifferences(sides(of, a, b), 'a', 'differences')]
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
    expect([...factsWithDifferences(sides({ unit: 'percent vs base' }, 1, 2), 'a', 'percent')]).toHaveLength(
      2,
    );
  });

  it('finds the long run of a case with another horizon', () => {
    const [a, b] = sides({}, 400, 410);
    const later = side({ ...[...b!.facts()][0]!, year: 2040 });
    expect([...factsWithDifferences([a!, later], 'a', 'percent')][2]).toMatchObject({
      year: 2040,
      unit: 'percent vs a',
    });
  });

  it('finds what a case has beside what it alone has, whatever comes first', () => {
    const of = (id: string, measures: readonly string[], value: number) => {
      const rows = measures.map((measure): Fact => ({ ...flow, case: id, measure, value }));
      return { id, ownBase: false, facts: () => rows, factsAtBaseSize: () => rows };
    };
    const cases = [of('a', ['x', 'exports', 'y', 'imports'], 400), of('b', ['z', 'imports', 'exports'], 410)];
    const rows = [...factsWithDifferences(cases, 'a', 'differences')].slice(7);
    expect(rows.map(({ measure, value }) => [measure, value])).toEqual([
      ['imports', 10],
      ['exports', 10],
    ]);
  });

  it('leaves out the base year and percentages of nothing', () => {
    expect([...factsWithDifferences(sides({ horizon: 'base' }, 400, 400), 'a', 'percent')]).toHaveLength(2);
    expect([...factsWithDifferences(sides({}, 0, 3), 'a', 'percent')]).toHaveLength(2);
  });
});

describe('facts of a comparison of results', () => {
  const parent = madeResult({ id: 'parent', change: -0.1, duty: 0.05 });

  it('are 0.0% from a parent that differs in growth and horizon alone', () => {
    // The made path of 2025 to 2030 is that of the change alone; with 2029 as its horizon a case has one year less.
    const grown = madeResult({
      id: 'grown',
      change: -0.1,
      duty: 0.05,
      scenario: { growth: 0.03, horizon: 2029 },
    });
    const shorter = { ...grown, transition: grown.transition.slice(0, -1) };
    const rows = [
      ...comparisonFacts({ results: [parent, shorter], reference: 'parent' }, 'percent', { all: true }),
    ];
    const differences = rows.filter(({ unit }) => unit.endsWith(' vs parent'));
    expect(differences.length).toBeGreaterThan(500);
    expect(differences.filter(({ value }) => value !== 0)).toEqual([]);
    const levels = rows.filter(
      ({ measure, unit, year, importer, exporter, sector }) =>
        measure === 'trade-flow' &&
        unit === 'million US$' &&
        year === 2026 &&
        `${importer} ${exporter} ${sector}` === 'USA CAN all',
    );
    expect(levels[1]!.value / levels[0]!.value).toBeCloseTo(1.03 ** 2, 12);
  });

  it('hold no differences of a case with a base of its own', () => {
    const made = madeResult({ id: 'balanced', change: -0.1, scenario: { deficits: 'balanced' } });
    const flow = made.base.flow.map((value) => value * 1.01);
    const balanced = { ...made, base: { ...made.base, flow } };
    const rows = [...comparisonFacts({ results: [parent, balanced], reference: 'parent' }, 'percent')];
    expect(rows.filter(({ unit }) => unit.endsWith(' vs parent'))).toEqual([]);
    expect(rows.some(({ case: id, unit }) => id === 'balanced' && unit === 'percent vs base')).toBe(true);
  });
});
