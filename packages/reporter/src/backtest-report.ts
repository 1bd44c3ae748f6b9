import type { Backtest, BacktestRow, Economy, ForecastScores, ScenarioResult } from '@usmca-sim/core';
import { signThreshold } from '@usmca-sim/core';
import { labelColumn } from './label-column.ts';
import { scaleOfEconomy } from './money-scale.ts';
import { inSentence } from './names.ts';
import { formatNumber } from './number-style.ts';
import type { Column, Manifest, Report, Row, Section, Table } from './report.ts';
import { reproductionPoints } from './reproduction.ts';

export interface BacktestReportOptions {
  readonly manifest: Manifest;
  /** The result behind the first forecast. */
  readonly result: ScenarioResult;
}

/** The report on a look back: forecasts of a year beside what happened, in total, in scores and by sector. */
export function backtestReport(
  look: Backtest,
  economy: Economy,
  { manifest, result }: BacktestReportOptions,
): Report {
  const year = look.year + 1;
  const { transitionSpeed, elasticities, deficits } = result.madeBy;
  return {
    title: `The model looks back on ${year}`,
    question: `How near does the model come to the change of trade from ${look.year} to ${year}?`,
    sections: [
      {
        heading: 'What was done',
        sentences: [
          `The economy of ${look.year} was run one year forward under the measures in force in ${year}, each from its day to its day, and the change of each flow was set beside what customs recorded. Nothing was fitted to the trade of ${year}, except the share of goods for which USMCA is claimed.`,
          `Flows go ${formatNumber(100 * transitionSpeed, 0)}% of the way to their long run, in logs, in a year; elasticities ${elasticities}, deficits ${deficits}. What happened is in current dollars; the model has no inflation and no growth.`,
        ],
      },
      { heading: 'In total', tables: [flowTable(look, economy)] },
      { heading: 'How near', tables: [scoreTable(look, 'sectors'), scoreTable(look, 'totals')] },
      { heading: 'By sector', tables: look.totals.map((total) => sectorTable(look, total, economy)) },
      limits(year),
      { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) },
    ],
    manifest,
    record: recordOf(look),
  };
}

function flowTable(look: Backtest, economy: Economy): Table {
  return {
    title: `Change of goods trade from ${look.year} to ${look.year + 1}, percent`,
    columns: [labelColumn('Exporter to importer', 'flow'), value(look, economy), ...changeColumns(look)],
    rows: look.totals.map((row) => ({
      cells: [
        `${nameOf(row.exporter, economy)} to ${nameOf(row.importer, economy)}`,
        row.before,
        ...changes(row, look),
      ],
    })),
    notes: [
      'Happened: all goods, HS 98 and 99 too. Model: all goods sectors and electricity. Trend: mean growth before.',
      'Parties alone: without the measures on everyone else. Claims at floor: nobody claims USMCA who did not before.',
    ],
  };
}

function sectorTable(look: Backtest, total: BacktestRow, economy: Economy): Table {
  const rows = look.sectors.filter(
    ({ importer, exporter }) => importer === total.importer && exporter === total.exporter,
  );
  const exporter = nameOf(total.exporter, economy);
  const importer = nameOf(total.importer, economy);
  return {
    title: `From ${exporter} to ${importer} by sector, change in percent`,
    columns: [labelColumn('Sector', 'sector'), value(look, economy), ...changeColumns(look)],
    rows: [...rows]
      .sort((a, b) => b.before - a.before)
      .map((row): Row => ({ cells: [row.sector ?? 'all', row.before, ...changes(row, look)] })),
  };
}

/** Scores of every forecast over flows by sector, or over the flows' totals. */
function scoreTable({ forecasts, scores, sectors, totals }: Backtest, over: 'sectors' | 'totals'): Table {
  const count = over === 'sectors' ? sectors.length : totals.length;
  const what = over === 'sectors' ? `${count} flows by sector` : `${count} flows in total`;
  const points = (key: string, heading: string): Column => ({
    key,
    heading,
    kind: 'points',
    unit: 'percentage points',
  });
  return {
    title: `Errors over ${what}, percentage points of change, weighted by value`,
    columns: [
      labelColumn('Forecast', 'forecast'),
      points('mean-absolute-error', 'mean absolute'),
      points('root-mean-square-error', 'root mean square'),
      { key: 'rank-correlation', heading: 'rank correlation', kind: 'number', unit: '' },
      { key: 'signs-right', heading: 'signs right', kind: 'number', unit: '' },
      { key: 'signs-of', heading: 'of', kind: 'number', unit: '' },
    ],
    rows: forecasts.map(({ title }, f) => ({ cells: [title, ...scoreCells(scores[f]![over])] })),
    notes: [
      `Rank correlation: Spearman's, unweighted. Signs: of flows that moved by ${formatNumber(100 * signThreshold, 0)}% or more. A forecast of no change has neither.`,
    ],
  };
}

function scoreCells(scores: ForecastScores) {
  const { meanAbsoluteError, rootMeanSquareError, rankCorrelation, signs } = scores;
  return [
    100 * meanAbsoluteError,
    100 * rootMeanSquareError,
    rankCorrelation ?? null,
    signs?.hits ?? null,
    signs?.of ?? null,
  ];
}

function limits(year: number): Section {
  return {
    heading: 'What such a model cannot see',
    points: [
      `Goods brought forward to beat a duty, early in ${year}, and missing later.`,
      'Prices of oil and gold, which move the value of trade in them with no duty behind it.',
      'Strikes, fires, model changes of a plant, and booms such as that in servers.',
      'Inflation, growth and exchange rates. The page on the look back in the documentation takes it apart.',
    ],
  };
}

/** Headings of columns, short enough to stand side by side. */
const headings: Readonly<Record<string, string>> = {
  model: 'model',
  trend: 'trend',
  'model-on-trend': 'model on trend',
  'model-parties-alone': 'parties alone',
  'model-claims-unmoved': 'claims at floor',
};

/** What happened, and the forecasts but that of no change, which is zero everywhere. */
function changeColumns({ forecasts }: Backtest): Column[] {
  const column = (key: string, heading: string): Column => ({
    key,
    heading,
    kind: 'percent',
    unit: 'percent',
    signed: true,
  });
  return [
    column('observed', 'happened'),
    ...forecasts.filter(isShown).map(({ id, title }) => column(id, headings[id] ?? title)),
  ];
}

function changes(row: BacktestRow, { forecasts }: Backtest): number[] {
  const shown = row.forecasts.filter((_, f) => isShown(forecasts[f]!));
  return [row.actual, ...shown].map((change) => 100 * change);
}

function isShown({ id }: { readonly id: string }): boolean {
  return id !== 'no-change';
}

function value({ year }: Backtest, economy: Economy): Column {
  const { factor, label } = scaleOfEconomy(economy);
  return { key: 'before', heading: `${year}, ${label}`, kind: 'money', unit: economy.unit, factor };
}

/** One change a row, what happened among them. */
function recordOf(look: Backtest): Table {
  const series = [{ id: 'observed' }, ...look.forecasts];
  return {
    title: 'Changes of trade',
    columns: [
      labelColumn('Year', 'year'),
      labelColumn('Importer', 'importer'),
      labelColumn('Exporter', 'exporter'),
      labelColumn('Sector', 'sector'),
      labelColumn('Forecast', 'forecast'),
      { key: 'change', heading: 'change', kind: 'percent', unit: 'percent' },
      { key: 'before', heading: 'value before', kind: 'money', unit: '' },
    ],
    rows: [...look.totals, ...look.sectors].flatMap((row) =>
      series.map(({ id }, k) => ({
        cells: [
          String(look.year + 1),
          row.importer,
          row.exporter,
          row.sector ?? 'all',
          id,
          100 * (k === 0 ? row.actual : row.forecasts[k - 1]!),
          row.before,
        ],
      })),
    ),
  };
}

function nameOf(code: string, { regions }: Economy): string {
  const region = regions.find((one) => one.code === code);
  return region ? inSentence(region) : code;
}
