import { describe, expect, it } from 'vitest';
import { madeReview, madeStance, madeTable, madeTrade } from '../../tests/made-negotiation.ts';
import type { PolicyOutcome } from './negotiation-result.ts';
import { outcomeYears, spreadOf, stateProbabilities } from './outcome-years.ts';
import { isFinal } from './review-states.ts';
import { solveQuantal } from './solve-reviews.ts';

const stances = [madeStance('USA'), madeStance('CAN'), madeStance('MEX')];
const table = madeTable({ reviews: [2026, 2027] });
const { year, values } = madeReview(table, stances, madeTrade(1));
const { states } = year;

/** Probabilities by hand: in the first year and in the second. */
function after(first: Readonly<Record<number, number>>, second: Readonly<Record<number, number>>) {
  return [{ [year.start]: 1 }, first, second].map((chances) =>
    Float64Array.from(states, (_, s) => chances[s] ?? 0),
  );
}
const find = (regime: string, escalations = 0) =>
  states.findIndex((state) => state.regime === regime && state.escalations === escalations);
const [open, threatened] = [find('in-force'), find('in-force', 1)];
const [extended, protocol] = [find('extended'), find('bilateral-one')];

/** A policy of its own for each state, worth its number, and one for each that the last review leaves unsettled. */
const outcome = (income: number): PolicyOutcome => ({
  policy: { regime: 'in-force', packages: [], escalations: 0 },
  realIncome: [income, 2 * income, 3 * income],
  flow: [0, 1, 2].map((n) => [0, 1, 2].map((i) => 100 * n + 10 * i + income)),
});
const policies = {
  policies: [...states.map((_, s) => outcome(s)), ...states.map((_, s) => outcome(1000 + s))],
  policyOf: states.map((_, s) => s),
  expiredPolicyOf: states.map(({ regime }, s) => (isFinal(regime) ? undefined : states.length + s)),
};

describe('years of outcomes', () => {
  const told = outcomeYears(
    year,
    after(
      { [open]: 0.5, [threatened]: 0.2, [protocol]: 0.3 },
      { [threatened]: 0.25, [protocol]: 0.35, [extended]: 0.4 },
    ),
    policies,
  );
  const regimes = (k: number) =>
    Object.fromEntries(told[k]!.regimes.map(({ regime, probability }) => [regime, probability]));

  it('tell where the agreement stands, and that it has expired where the last review left it open', () => {
    expect(regimes(0)).toEqual({ 'in-force': 0.7, 'bilateral-one': 0.3 });
    expect(regimes(1)).toEqual({ expired: 0.25, 'bilateral-one': 0.35, extended: 0.4 });
  });

  it('tell the probability that a measure stands', () => {
    expect(told[0]!.escalations).toEqual([0.2, 0]);
    expect(told[1]!.escalations).toEqual([0.25, 0]);
  });

  it('weigh the policies of their states, after the last review those without the agreement', () => {
    const mean = 0.5 * open + 0.2 * threatened + 0.3 * protocol;
    expect(told[0]!.realIncome.map((spread) => spread.mean)).toEqual([
      expect.closeTo(mean, 9),
      expect.closeTo(2 * mean, 9),
      expect.closeTo(3 * mean, 9),
    ]);
    expect(told[0]!.flow[2]![1]!.mean).toBeCloseTo(210 + mean, 9);
    const last = 0.25 * (1000 + threatened) + 0.35 * (1000 + protocol) + 0.4 * extended;
    expect(told[1]!.realIncome[0]!.mean).toBeCloseTo(last, 9);
  });
});

describe('probabilities of states', () => {
  it('sum to 1 after every review, and what is settled stays so', () => {
    const solution = solveQuantal(year, values, 2, [3, 3, 3]);
    const found = stateProbabilities(year, solution);
    expect(found).toHaveLength(3);
    for (const chances of found) expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    states.forEach(({ regime }, s) => {
      if (isFinal(regime)) expect(found[2]![s]!).toBeGreaterThanOrEqual(found[1]![s]!);
    });
    expect(found[2]![extended]!).toBeGreaterThan(found[1]![extended]!);
  });
});

describe('a spread', () => {
  it('has the mean, and the first value that a tenth, a half and nine tenths of the weight reach', () => {
    const weights = Float64Array.of(0.1, 0.05, 0.45, 0.25, 0.15);
    expect(spreadOf([5, 1, 3, 9, 7], weights)).toEqual({
      mean: expect.closeTo(0.5 + 0.05 + 1.35 + 2.25 + 1.05, 12),
      low: 3,
      median: 3,
      high: 9,
    });
    expect(spreadOf([1, 2, 3], Float64Array.of(0.1, 0.8, 0.1))).toMatchObject({ low: 1, median: 2, high: 2 });
    expect(spreadOf([1, 2, 3], Float64Array.of(0.15, 0.8, 0.05))).toMatchObject({ low: 1, high: 2 });
  });

  it('leaves out what cannot be', () => {
    expect(spreadOf([-99, 4, 99], Float64Array.of(0, 1, 0))).toEqual({ mean: 4, low: 4, median: 4, high: 4 });
  });
});
