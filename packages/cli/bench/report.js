import { milliseconds, spreadText } from './timing.js';

/**
 * @typedef {object} Benchmark
 * @property {string} date
 * @property {string} machine
 * @property {readonly [before: number, after: number]} load processes waiting for a processor, mean of a minute
 * @property {import('./nafta-1993.js').NaftaFigures | null} nafta1993
 * @property {import('./embedded-economy.js').EmbeddedFigures} embedded
 * @property {import('./law.js').LawFigures} law
 * @property {import('./negotiation.js').NegotiationFigures} negotiation
 * @property {import('./bargaining.js').BargainingFigures} bargaining
 * @property {import('./coalitions.js').CoalitionFigures} coalitions
 * @property {import('./play.js').PlayFigures} play
 * @property {import('./report-files.js').ReportFilesFigures} reportFiles
 * @property {import('./tariff-war.js').TariffWarFigures} tariffWar
 * @property {import('./cold-start.js').ColdStartFigures} coldStart
 * @property {readonly import('./timing.js').Target[]} targets
 */

/**
 * The figures in words.
 *
 * @param {Benchmark} benchmark
 */
export function benchmarkText({
  date,
  machine,
  load,
  nafta1993,
  embedded,
  law,
  negotiation,
  bargaining,
  coalitions,
  tariffWar,
  play,
  reportFiles,
  coldStart,
  targets,
}) {
  const width = Math.max(...targets.map(({ name }) => name.length));
  return [
    `usmca-sim benchmark, ${date}, ${machine}, load ${load.map((value) => value.toFixed(1)).join(' to ')}`,
    'Medians, in brackets the spread; after warm-up, on one thread.',
    '',
    '1993 data, 31 regions by 40 sectors: NAFTA without deficits, from the solved baseline to 1e-8',
    ...(nafta1993 ? naftaLines(nafta1993) : ['  not measured: the data are not beside the checkout']),
    '',
    'Economy of 2024, 8 regions by 28 sectors: 25% on both partners, from the data to 1e-8',
    `  a solve            ${spreadText(embedded.solve)}, ${embedded.sweeps} sweeps`,
    `  1,000 scenarios    ${spreadText(embedded.thousand)}, ${embedded.thousandSweeps.toFixed(1)} sweeps each`,
    `  memory in use      ${megabytes(embedded.memoryBefore)} before, ${megabytes(embedded.memoryAfter)} after`,
    '',
    `The law of a case from the latest day on record, ${law.cells} flows, 2025 to 2036`,
    ...lawLines(law),
    '',
    'A negotiation over eleven reviews on the latest law: four issues, seven packages, five escalations',
    ...negotiationLines(negotiation),
    `  bargaining         ${spreadText(bargaining.whole)} beyond the payoffs, of it the terms of packages ${spreadText(bargaining.terms)}`,
    `  coalitions         ${milliseconds(coalitions.first)} beyond the payoffs the first time, then ${spreadText(coalitions.quantal)}; subgame-perfect ${spreadText(coalitions.subgamePerfect)}`,
    `  played by people   ${spreadText(play.move)} a move, ${spreadText(play.debrief)} a debrief, ${spreadText(play.resumed)} to save and take up a whole game`,
    '',
    'A tariff war of the three in eight groups of goods on the latest law, both searches and the regret',
    `  a war              ${milliseconds(tariffWar.first)} the first time, then ${spreadText(tariffWar.war)}`,
    `  equilibria         ${tariffWar.equilibria.toLocaleString('en')}`,
    '',
    'The whole report of four cases, once, beyond the runs',
    `  made               ${milliseconds(reportFiles.build)}`,
    `  processor time     ${milliseconds(reportFiles.computing)}, threads among it`,
    '',
    'The built command comparing four cases, a new process each time',
    `  wall               ${spreadText(coldStart.wall)}`,
    `  processor time     ${spreadText(coldStart.processor)}`,
    '  of the wall time, in a process that does the same step by step:',
    ...Object.entries(coldStart.phases).map(
      ([name, time]) => `    ${milliseconds(time).padStart(8)}  ${name}`,
    ),
    '',
    'Targets',
    ...targets.map(
      ({ name, wanted, found, reached }) =>
        `  ${reached === undefined ? 'not measured' : reached ? 'reached' : 'MISSED'}`.padEnd(15) +
        `${name.padEnd(width)}  ${wanted}: ${found}`,
    ),
    '',
  ].join('\n');
}

/** @param {import('./nafta-1993.js').NaftaFigures} figures */
function naftaLines({ prepare, solve, sweeps, elementary, plain, plainSteps, numpy, ...checks }) {
  const { share, exponential, logarithm, calls } = elementary;
  return [
    `  a solve            ${spreadText(solve)}, ${sweeps} sweeps`,
    `  numpy reference    ${typeof numpy === 'string' ? `not measured: ${numpy}` : spreadText(numpy)}`,
    ...(typeof numpy === 'string'
      ? []
      : [`  ours/numpy         ${(solve.median / numpy.median).toFixed(2)}`]),
    `  damped iteration   ${milliseconds(plain)} (once), ${plainSteps} wage steps`,
    `  damped/ours        ${Math.round(plain / solve.median).toLocaleString('en')}`,
    `  exp and log        ${(100 * share).toFixed(0)}% of a solve: ${calls.toLocaleString('en')} of each, ` +
      `${exponential.toFixed(1)} and ${logarithm.toFixed(1)} ns in a loop of their own`,
    `  once, beforehand   ${milliseconds(prepare)} to balance the data and prepare the model`,
    `  the same answer    wages within ${checks.wageGap.toExponential(0)} of the damped iteration's; ` +
      `Mexico's real wage ${checks.mexicoRealWage.toFixed(3)}%`,
  ];
}

/** @param {import('./law.js').LawFigures} figures */
function lawLines({ year, timeline, remembered, byDay, firstCall, run, schedules, equilibria, solves }) {
  const { layout, schedules: years, year: slowest } = firstCall;
  return [
    `  a year's schedule  ${spreadText(year)}`,
    `  a year, by day     ${milliseconds(byDay)} (once): breakdowns of all its days`,
    `  layout and years   ${spreadText(timeline)}`,
    `  record remembered  ${spreadText(remembered)}`,
    `  first in a process ${milliseconds(layout)} to lay out, ${milliseconds(years)} for all years, ` +
      `the slowest ${milliseconds(slowest)}`,
    `  a run              ${spreadText(run)}`,
    `    layout and years ${spreadText(schedules)}`,
    `    equilibria       ${spreadText(equilibria)}, ${solves} solved`,
  ];
}

/** @param {import('./negotiation.js').NegotiationFigures} figures */
function negotiationLines({ first, price, remembered, subgamePerfect, quantal, growth }) {
  return [
    `  all payoffs        ${milliseconds(first)} the first time, then ${spreadText(price)}`,
    `  remembered         ${spreadText(remembered)}`,
    `  subgame-perfect    ${spreadText(subgamePerfect)}`,
    `  quantal response   ${spreadText(quantal)}`,
    '  growth, each once: positions of a review, equilibria of trade, payoffs, quantal response',
    ...growth.map(
      (size) =>
        `    ${size.name.padEnd(14)}` +
        `${size.positions.toLocaleString('en').padStart(9)}` +
        `${size.equilibria.toLocaleString('en').padStart(8)}` +
        `${milliseconds(size.price).padStart(12)}${milliseconds(size.quantal).padStart(12)}`,
    ),
  ];
}

/** @param {number | undefined} bytes */
function megabytes(bytes) {
  return bytes === undefined ? 'unknown' : `${(bytes / 1e6).toFixed(1)} MB`;
}
