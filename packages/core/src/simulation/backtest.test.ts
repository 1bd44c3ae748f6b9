import { describe, expect, test } from 'vitest';
import { backtest, noChange, type ObservedFlow, onTopOf, trendForecast } from './backtest.ts';
import { rankCorrelation, scoresOf } from './backtest-scores.ts';

const pair = { importer: 'USA', exporter: 'MEX' };

/** Flows that grow by a part every year, and by another in the last. */
function grown(sector: string | undefined, first: number, rate: number, last: number): ObservedFlow[] {
  const values = [first, first * (1 + rate), first * (1 + rate) ** 2];
  return [...values, values[2]! * (1 + last)].map((value, k) => ({ ...pair, sector, year: 2022 + k, value }));
}

const observed = {
  flows: [
    ...grown(undefined, 400, 0.1, 0.05),
    ...grown('VEH', 100, 0.25, 0.5),
    ...grown('STL', 300, -0.1, -0.4),
  ],
  sectors: {},
};

describe('the look back', () => {
  test('gives what happened and each forecast, in total and by sector', () => {
    const { totals, sectors, year } = backtest(observed, [noChange, trendForecast(observed, 2024)], 2024);
    expect(year).toBe(2024);
    expect(totals).toHaveLength(1);
    expect(totals[0]!.actual).toBeCloseTo(0.05, 12);
    // A flow that grew by the same part every year has that part as its trend.
    expect(totals[0]!.forecasts[1]).toBeCloseTo(0.1, 12);
    expect(sectors.map(({ sector }) => sector)).toEqual(['VEH', 'STL']);
    expect(sectors[0]!.before).toBeCloseTo(156.25, 9);
    expect(sectors[0]!.forecasts[0]).toBe(0);
    expect(sectors[0]!.forecasts[1]).toBeCloseTo(0.25, 12);
    expect(sectors[1]!.actual).toBeCloseTo(-0.4, 12);
  });

  test('does not look at the year it forecasts', () => {
    const changed = {
      ...observed,
      flows: observed.flows.map((flow) => (flow.year === 2025 ? { ...flow, value: 1 } : flow)),
    };
    const change = trendForecast(changed, 2024).change('USA', 'MEX', 'VEH');
    expect(change).toBe(trendForecast(observed, 2024).change('USA', 'MEX', 'VEH'));
  });

  test('leaves out a flow that was nothing in some year', () => {
    const flows = [...observed.flows, { ...pair, sector: 'UTL', year: 2024, value: 5 }];
    const nothing = { ...pair, sector: 'UTL', year: 2023, value: 0 };
    expect(backtest({ flows: [...flows, nothing], sectors: {} }, [noChange], 2024).sectors).toHaveLength(2);
  });

  test('compounds two forecasts', () => {
    const fifth = { id: 'a', title: 'A', change: () => 0.2 };
    expect(onTopOf('b', 'B', fifth, fifth).change('USA', 'MEX')).toBeCloseTo(0.44, 12);
  });
});

describe('scores', () => {
  const points = [
    { weight: 3, actual: 0.1, forecast: 0.2 },
    { weight: 1, actual: -0.1, forecast: 0.2 },
    { weight: 1, actual: 0.01, forecast: -0.01 },
  ];

  test('weigh errors by value', () => {
    const { meanAbsoluteError, rootMeanSquareError } = scoresOf(points);
    // By hand: (3 × 0.1 + 0.3 + 0.02) / 5 and √((3 × 0.01 + 0.09 + 0.0004) / 5).
    expect(meanAbsoluteError).toBeCloseTo(0.124, 12);
    expect(rootMeanSquareError).toBeCloseTo(Math.sqrt(0.02408), 12);
  });

  test('count signs among flows that moved by 2% or more', () => {
    expect(scoresOf(points).signs).toEqual({ hits: 1, of: 2 });
  });

  test('say nothing of signs and ranks of a forecast of no change', () => {
    const scores = scoresOf(points.map((point) => ({ ...point, forecast: 0 })));
    expect(scores.signs).toBeUndefined();
    expect(scores.rankCorrelation).toBeUndefined();
  });

  test('rank as Spearman does, ties at their mean rank', () => {
    expect(rankCorrelation([1, 2, 3], [10, 40, 90])).toBeCloseTo(1, 12);
    expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: covariance 4.5 over √(4.5 × 5).
    expect(rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  });
});
