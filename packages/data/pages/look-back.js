import { backtest, backtestForecasts, signThreshold } from '@usmca-sim/core';
import { percent, signed, table } from './figures.js';

/**
 * @typedef {import('@usmca-sim/core').Backtest} Backtest
 * @typedef {import('@usmca-sim/core').ObservedTrade} ObservedTrade
 * @typedef {{ economy: import('@usmca-sim/core').Economy, law: import('@usmca-sim/core').Law,
 *   observed: ObservedTrade, chapters: readonly import('../src/observed.ts').ChapterFlow[] }} World
 */

const flows = /** @type {const} */ ([
  { importer: 'USA', exporter: 'CAN', name: 'US imports from Canada' },
  { importer: 'USA', exporter: 'MEX', name: 'US imports from Mexico' },
  { importer: 'CAN', exporter: 'USA', name: 'US exports to Canada' },
  { importer: 'MEX', exporter: 'USA', name: 'US exports to Mexico' },
]);

/** φ of the runs, the default of a case first. */
const speeds = [0.36, 0.2, 0.6, 1];

/**
 * The page of the documentation on the look back, as Markdown.
 *
 * @param {World} world
 */
export function lookBackPage({ economy, law, observed, chapters }) {
  const { forecasts } = backtestForecasts(economy, law, observed, { transitionSpeed: speeds[0] ?? 1 });
  const look = backtest(observed, forecasts, economy.year);
  const without = (/** @type {readonly string[]} */ sectors) =>
    backtest(
      { ...observed, flows: observed.flows.filter(({ sector }) => !sectors.includes(sector ?? '')) },
      forecasts,
      economy.year,
    );
  const score = (/** @type {string} */ id, over = look) => {
    const found = over.scores[over.forecasts.findIndex((one) => one.id === id)];
    if (!found) throw new RangeError(`no forecast ${id}`);
    return found.sectors;
  };
  const variants = [
    ...speeds.map((transitionSpeed) => ({
      name: `central, φ = ${transitionSpeed}`,
      choices: { transitionSpeed },
    })),
    ...[...economy.elasticities.keys()]
      .filter((set) => set !== economy.defaultElasticities)
      .map((elasticities) => ({
        name: `${elasticities}, φ = ${speeds[0]}`,
        choices: { elasticities, transitionSpeed: speeds[0] ?? 1 },
      })),
    {
      name: `central, φ = ${speeds[0]}, deficits balanced`,
      choices: { deficits: /** @type {const} */ ('balanced'), transitionSpeed: speeds[0] ?? 1 },
    },
  ].map(({ name, choices }) => {
    const run = backtest(
      observed,
      backtestForecasts(economy, law, observed, choices).forecasts,
      economy.year,
    );
    const errors = run.scores[0]?.sectors;
    return [
      name,
      ...flows.map((flow) => total(run, flow, 0)),
      percent(100 * (errors?.meanAbsoluteError ?? 0), 1),
    ];
  });
  const year = economy.year + 1;
  const shown = look.forecasts.flatMap(({ id }, f) => (id === 'no-change' ? [] : [f]));
  return `# The look back

<!-- Written by a script from packages/data/observed and the record of the law: pnpm generate -->

How the model would have done for ${year}. The economy of ${economy.year} is run one year forward under the measures in force in ${year}, each from its
day to its day, and the change of each flow between the United States and its two neighbours is set beside what customs
recorded. \`usmca-sim backtest\` prints it, by sector too.

The model had no sight of the trade of ${year}, with one exception: the share of goods for which USMCA is claimed was estimated on months of that year
([USMCA claims](usmca-claims.md)). Canada's lists are scaled to the duty that the Bank of Canada states, not to trade. Flows go ${percent(100 * (speeds[0] ?? 1), 0)}% of the way to their
long run in a year, a figure from the literature. Nothing else is chosen for the purpose.

## In total

Change from ${economy.year} to ${year}, percent, current dollars.

${table(
  ['flow', 'happened', ...shown.map((f) => look.forecasts[f]?.title ?? '')],
  flows.map((flow) => [flow.name, total(look, flow, undefined), ...shown.map((f) => total(look, flow, f))]),
)}

${signsInWords(look)}

- *Trend*: mean growth of ${economy.year - 6} to ${economy.year}, the slope of a line through the logarithms, of each flow and sector by itself.
- *On top of the trend*: the model tells what the law changes, not how trade grows otherwise; the two compounded.
- *Among the parties alone*: without the measures on China, Europe, Asia and the rest, and theirs.
- *Claims at their floor*: as if nobody had claimed USMCA who had not before. Most of the unclaimed goods would have paid 25 to 35%.

## By sector

Errors over ${look.sectors.length} flows by sector, weighted by the value of ${economy.year}, in percentage points of change. Rank correlation is Spearman's, unweighted.
Signs are of the flows that moved by ${percent(100 * signThreshold, 0)}% or more.

${table(
  ['forecast', 'mean absolute error', 'root mean square error', 'rank correlation', 'signs right'],
  look.forecasts.map(({ id, title }) => scoreCells(title, score(id))),
)}

${againstBars(look)}

The same without what has a known cause outside the law: sectors of chapter 27 (ENE, PET, UTL), whose values follow the price of oil; and
without machinery and electronics (MAC, ELE) as well, where Mexico's sales of servers rose for reasons of their own.

${table(
  [
    'forecast',
    'all: mean absolute error',
    'without chapter 27',
    'without MAC and ELE too',
    'rank correlation of the last',
  ],
  ['model', 'no-change', 'trend'].map((id) => {
    const [energy, both] = [without(['ENE', 'PET', 'UTL']), without(['ENE', 'PET', 'UTL', 'MAC', 'ELE'])];
    const rank = score(id, both).rankCorrelation;
    return [
      look.forecasts.find((one) => one.id === id)?.title ?? id,
      ...[score(id), score(id, energy), score(id, both)].map((one) =>
        percent(100 * one.meanAbsoluteError, 1),
      ),
      rank === undefined ? '' : rank.toFixed(2).replace('-', '−'),
    ];
  }),
)}

Where the model was furthest off, in billions of dollars of ${economy.year}:

${table(
  ['flow and sector', `${economy.year}, $bn`, 'happened', 'model', 'error, $bn'],
  furthest(look).map((row) => [
    `${nameOf(row)}, ${row.sector}`,
    percent(row.before / 1000, 1),
    signed(row.actual),
    signed(row.forecasts[0] ?? 0),
    signed(miss(row) / 100_000),
  ]),
)}

## What moved the totals

Changes of the same four totals by HS chapter, percent, when parts are left out:

${table(
  [
    'flow',
    'all',
    'without 98 and 99',
    'without 27, energy',
    'without 71, precious metals',
    'without 84 and 85',
    'without 87, vehicles',
    'without 27, 71, 84, 85, 98 and 99',
  ],
  flows.map((flow) => [
    flow.name,
    ...[[], ['98', '99'], ['27'], ['71'], ['84', '85'], ['87'], ['27', '71', '84', '85', '98', '99']].map(
      (left) => signed(changeWithout(chapters, flow, left, economy.year)),
    ),
  ]),
)}

- **Energy.** Chapter 27 is nearly a third of what Canada sells. Oil was cheaper in ${year} than in ${economy.year}, and with it the value of the same barrels; the duty on
  claimed energy was nothing. The model sees no such price.
- **Gold.** It was shipped to and fro around the announcements of early ${year}; chapter 71 rose in both directions between the three.
- **Goods returned and special items** (98, 99) fell by more than a third among US exports to Canada after a year that was out of line, and are in no sector.
- **Servers and computers** (84, 85) are where Mexico's sales rose most. The part that is owed to duties on China is in the model; a boom in
  data centres is not. Chapter 84 goes to MAC and ELE in fixed parts, so that a rise in computers shows as one in machinery.
- ${mexicoInWords(look)}
- **Vehicles.** Both neighbours sold fewer. The model has the duty on the content that is not from the United States, not the models that
  were stopped or moved because a duty was expected to stay.

The causes named here and below are general knowledge of the year; the record holds values only.

## What such a model cannot see

- **Goods brought forward.** Imports of January to March ${year} were swollen by what was to be charged in April. A year hides part of it, since
  stocks were run down in the same year; the part bought ahead of ${year + 1}, or in ${economy.year}, stays.
- **Prices and growth.** What happened is in current dollars. The model has no inflation, growth or exchange rates: its figures are what
  the law changes in an otherwise still world. Hence the column on top of the trend, which is worse: ${year} did not follow the trend.
- **Fear.** Orders were moved because duties were announced, paused and announced again. In the model a duty counts from the day it is charged.
- **Strikes, fires, droughts, herds.** Mexican cattle were kept out for a parasite for most of the year; that is in AGR.
- **The order of events within a year.** A year is taken for one law, the average of its days.
- **Sectors are guesses.** The record is by chapter, and chapters are spread over sectors in fixed parts.

## Over elasticities and speeds

The choice of elasticities and of φ was not made by this exercise. The totals and the mean absolute error by sector under others:

${table(['elasticities and speed', ...flows.map(({ name }) => name), 'error, points'], variants)}

What happened: ${flows.map((flow) => `${flow.name} ${total(look, flow, undefined)}%`).join(', ')}.

## How to read it

${reading(look)}
`;
}

/**
 * The change of a flow's total in a forecast, or what happened.
 *
 * @param {Backtest} look
 * @param {{ importer: string, exporter: string }} flow
 * @param {number | undefined} forecast
 */
function total({ totals }, { importer, exporter }, forecast) {
  const row = totals.find((one) => one.importer === importer && one.exporter === exporter);
  return signed((forecast === undefined ? row?.actual : row?.forecasts[forecast]) ?? Number.NaN);
}

/**
 * @param {string} title
 * @param {import('@usmca-sim/core').ForecastScores} scores
 */
function scoreCells(title, { meanAbsoluteError, rootMeanSquareError, rankCorrelation, signs }) {
  return [
    title,
    percent(100 * meanAbsoluteError, 1),
    percent(100 * rootMeanSquareError, 1),
    rankCorrelation === undefined ? '' : rankCorrelation.toFixed(2).replace('-', '−'),
    signs === undefined ? '' : `${signs.hits} of ${signs.of}`,
  ];
}

/** @param {Backtest} look */
function signsInWords(look) {
  const of = (/** @type {string} */ id) => {
    const f = look.forecasts.findIndex((one) => one.id === id);
    return look.totals.filter((row) => Math.sign(row.forecasts[f] ?? 0) === Math.sign(row.actual)).length;
  };
  return `Of the four signs the model has ${of('model')} right, the trend ${of('trend')}; without the measures on everyone else the model has ${of('model-parties-alone')}, with claims at their floor ${of('model-claims-unmoved')}.`;
}

/** @param {Backtest} look */
function againstBars(look) {
  const error = (/** @type {string} */ id) => {
    const found = look.scores[look.forecasts.findIndex((one) => one.id === id)];
    return { sectors: found?.sectors.meanAbsoluteError ?? 0, totals: found?.totals.meanAbsoluteError ?? 0 };
  };
  const [model, none, trend] = [error('model'), error('no-change'), error('trend')];
  const against = (/** @type {'sectors' | 'totals'} */ over) =>
    [
      { bar: 'no change', value: none[over] },
      { bar: 'the trend', value: trend[over] },
    ]
      .map(({ bar, value }) => {
        const less = 100 * (1 - model[over] / value);
        return `${percent(Math.abs(less), 0)}% ${less >= 0 ? 'smaller' : 'larger'} than that of ${bar}`;
      })
      .join(' and ');
  return `By sector the model's mean absolute error is ${against('sectors')}; over the four totals it is ${against('totals')}.`;
}

/** @param {Backtest} look */
function reading(look) {
  const [model, none] = ['model', 'no-change'].map(
    (id) => look.scores[look.forecasts.findIndex((one) => one.id === id)]?.sectors,
  );
  const gain = 100 * (1 - (model?.meanAbsoluteError ?? 0) / (none?.meanAbsoluteError ?? 1));
  const rank = model?.rankCorrelation ?? 0;
  const size = gain > 20 ? 'clearly beats' : gain > 0 ? 'barely beats' : 'does not beat';
  const order = rank > 0.4 ? 'fairly well' : rank > 0.2 ? 'weakly' : 'hardly at all';
  return `In its first year the model ${size} the forecast that nothing changes, and ranks sectors ${order} (correlation ${rank.toFixed(2).replace('-', '−')}). One
year of one set of measures is little to go by, and most of what moved trade in it was not the law, or was the law in ways that a model of
settled trade does not have. What the look back does show is which parts of the law cannot be left out: with claims at their floor, or without
the measures on everyone else, the model gives US imports from Mexico the wrong sign. It is a reason to read first-year figures as a
direction at most, and differences between cases rather than levels.`;
}

/** @param {Backtest} look */
function mexicoInWords({ sectors }) {
  const machines = ['MAC', 'ELE', 'EEQ'];
  const others = sectors.filter(
    ({ importer, exporter, sector }) =>
      importer === 'USA' && exporter === 'MEX' && !machines.includes(sector ?? ''),
  );
  const before = others.reduce((sum, row) => sum + row.before, 0);
  const change = (/** @type {(row: Backtest['sectors'][number]) => number} */ of) =>
    signed(others.reduce((sum, row) => sum + row.before * of(row), 0) / before);
  return `**The sign for Mexico** hangs on these goods. Outside ${machines.join(', ')}, US imports from Mexico changed by ${change((row) => row.actual)}%; in the model, by ${change((row) => row.forecasts[0] ?? 0)}%.`;
}

/** @param {Backtest['sectors'][number]} row */
function miss({ before, actual, forecasts }) {
  return before * ((forecasts[0] ?? 0) - actual);
}

/** @param {Backtest} look */
function furthest({ sectors }) {
  return [...sectors].sort((a, b) => Math.abs(miss(b)) - Math.abs(miss(a))).slice(0, 10);
}

/** @param {{ importer: string, exporter: string }} row */
function nameOf({ importer, exporter }) {
  return flows.find((flow) => flow.importer === importer && flow.exporter === exporter)?.name ?? '';
}

/**
 * @param {World['chapters']} chapters
 * @param {{ importer: string, exporter: string }} flow
 * @param {readonly string[]} left chapters left out
 * @param {number} year
 */
function changeWithout(chapters, { importer, exporter }, left, year) {
  const [before, after] = [year, year + 1].map((of) =>
    chapters
      .filter((one) => one.year === of && one.importer === importer && one.exporter === exporter)
      .filter(({ chapter }) => !left.includes(chapter))
      .reduce((sum, { value }) => sum + value, 0),
  );
  return (after ?? 0) / (before ?? 1) - 1;
}
