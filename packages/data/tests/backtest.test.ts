import { backtest, backtestForecasts } from '@usmca-sim/core';
import { describe, expect, test } from 'vitest';
import { economy2024, lawOf, observedTrade, observedTradeByChapter } from '../src/index.ts';

const { flows } = observedTrade();

function total(importer: string, exporter: string, year: number, sectors: 'all' | 'sum'): number {
  return flows
    .filter((flow) => flow.importer === importer && flow.exporter === exporter && flow.year === year)
    .filter(({ sector }) => (sector === undefined) === (sectors === 'all'))
    .reduce((sum, { value }) => sum + value, 0);
}

describe('trade of 2018 to 2025', () => {
  // The four changes that the record's own page states, computed there from chapters.
  test.each([
    ['USA', 'CAN', 412.7, 383.0, -7.2],
    ['USA', 'MEX', 505.9, 534.9, 5.7],
    ['CAN', 'USA', 348.5, 329.8, -5.4],
    ['MEX', 'USA', 334.0, 338.0, 1.2],
  ])('%s buys from %s %f and %f billion, %f%%', (importer, exporter, before, after, change) => {
    const [one, other] = [2024, 2025].map((year) => total(importer, exporter, year, 'all')) as [
      number,
      number,
    ];
    expect(one / 1000).toBeCloseTo(before, 1);
    expect(other / 1000).toBeCloseTo(after, 1);
    expect(100 * (other / one - 1)).toBeCloseTo(change, 1);
  });

  test('by sector is trade by chapter without 98 and 99', () => {
    const chapters = observedTradeByChapter();
    for (const year of [2018, 2024, 2025]) {
      for (const [importer, exporter] of [
        ['USA', 'CAN'],
        ['USA', 'MEX'],
        ['CAN', 'USA'],
        ['MEX', 'USA'],
      ] as const) {
        const ordinary = chapters
          .filter((flow) => flow.importer === importer && flow.exporter === exporter && flow.year === year)
          .filter(({ chapter }) => chapter !== '98' && chapter !== '99')
          .reduce((sum, { value }) => sum + value, 0);
        // Sectors are rounded to 0.1 million.
        expect(total(importer, exporter, year, 'sum')).toBeCloseTo(ordinary, -0.5);
      }
    }
  });

  test('has every year of every flow, and no negative value', () => {
    expect(new Set(flows.map(({ year }) => year))).toEqual(
      new Set([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]),
    );
    expect(flows).toHaveLength(8 * 4 * 22);
    for (const { value } of flows) expect(value).toBeGreaterThanOrEqual(0);
  });
});

describe('the look back', () => {
  const economy = economy2024();
  const law = lawOf(economy);
  const observed = observedTrade();
  const look = () => {
    const { forecasts } = backtestForecasts(economy, law, observed, { transitionSpeed: 0.36 });
    return backtest(observed, forecasts, 2024);
  };
  const once = look();

  test('gives the same figures each time', () => {
    expect(look()).toEqual(once);
  });

  test('has what the record states as what happened, and every forecast', () => {
    expect(once.totals.map(({ actual }) => (100 * actual).toFixed(1)).sort()).toEqual(
      ['-7.2', '5.7', '-5.4', '1.2'].sort(),
    );
    expect(once.forecasts.map(({ id }) => id)).toEqual([
      'model',
      'no-change',
      'trend',
      'model-on-trend',
      'model-parties-alone',
      'model-claims-unmoved',
    ]);
    expect(once.sectors).toHaveLength(84);
    for (const { forecasts } of once.sectors) {
      for (const change of forecasts) expect(Math.abs(change)).toBeLessThan(1);
    }
  });

  // Least squares of the logarithms of 2018 to 2024 in NumPy: polyfit of the chapter totals.
  test('has the trend that the totals had', () => {
    const trends = once.totals.map(({ importer, exporter, forecasts }) => [
      `${exporter}-${importer}`,
      forecasts[2],
    ]);
    expect(Object.fromEntries(trends)).toEqual({
      'USA-CAN': expect.closeTo(0.04262, 4),
      'CAN-USA': expect.closeTo(0.06678, 4),
      'USA-MEX': expect.closeTo(0.05805, 4),
      'MEX-USA': expect.closeTo(0.07548, 4),
    });
  });

  test('shows what the answer of claims and the measures on everyone else do to the first year', () => {
    const of = (id: string, exporter: string) =>
      once.totals.find((row) => row.importer === 'USA' && row.exporter === exporter)!.forecasts[
        once.forecasts.findIndex((one) => one.id === id)
      ]!;
    // Goods that stay unclaimed pay 25 to 35%; measures on others turn buyers to Canada and Mexico.
    for (const exporter of ['CAN', 'MEX']) {
      expect(of('model-claims-unmoved', exporter)).toBeLessThan(of('model', exporter));
      expect(of('model-parties-alone', exporter)).toBeLessThan(of('model', exporter));
    }
  });
});
