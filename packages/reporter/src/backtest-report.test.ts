import type { Backtest, ScenarioResult } from '@usmca-sim/core';
import { expect, test } from 'vitest';
import { madeEconomy } from '../tests/made-economy.ts';
import { backtestReport } from './backtest-report.ts';

const scores = {
  meanAbsoluteError: 0.04,
  rootMeanSquareError: 0.05,
  rankCorrelation: 0.5,
  signs: { hits: 1, of: 2 },
};
const unscored = { ...scores, rankCorrelation: undefined, signs: undefined };
const row = { importer: 'USA', exporter: 'MEX', before: 500_000, actual: 0.057, forecasts: [0.017, 0] };
const look: Backtest = {
  year: 2024,
  forecasts: [
    { id: 'model', title: 'Model' },
    { id: 'no-change', title: 'No change' },
  ],
  totals: [{ ...row, sector: undefined }],
  sectors: [
    { ...row, sector: 'STL', before: 10, actual: -0.1 },
    { ...row, sector: 'MAC', before: 20, actual: 0.3 },
  ],
  scores: [
    { totals: scores, sectors: scores },
    { totals: unscored, sectors: unscored },
  ],
};
const manifest = {
  command: 'npx usmca-sim backtest',
  versions: ['usmca-sim 0.1.0'],
  options: [],
  data: { id: 'made', title: 'Made', hash: 'abc', lawHash: 'def', year: 2024 },
};
const result = {
  madeBy: { transitionSpeed: 0.36, elasticities: 'central', deficits: 'held' },
} as ScenarioResult;
const report = backtestReport(look, madeEconomy(), { manifest, result });
const tables = report.sections.flatMap((section) => section.tables ?? []);

test('sets what happened before the forecasts and leaves out the one of no change', () => {
  expect(tables[0]!.columns.map(({ heading }) => heading).slice(2)).toEqual(['happened', 'model']);
  expect(tables[0]!.rows[0]!.cells.slice(2)).toEqual([5.7, 1.7000000000000002]);
});

test('scores every forecast, with nothing where a score does not apply', () => {
  const [model, none] = tables[1]!.rows.map(({ cells }) => cells);
  expect(model).toEqual(['Model', 4, 5, 0.5, 1, 2]);
  expect(none).toEqual(['No change', 4, 5, null, null, null]);
});

test('orders sectors by value', () => {
  expect(tables[3]!.rows.map(({ cells }) => cells[0])).toEqual(['MAC', 'STL']);
});

test('records every change once, one a row', () => {
  expect(report.record!.rows).toHaveLength(3 * 3);
  expect(report.record!.rows[0]!.cells.slice(1, 5)).toEqual(['USA', 'MEX', 'all', 'observed']);
});
