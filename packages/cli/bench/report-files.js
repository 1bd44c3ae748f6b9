import { dutiesOverTime, parseScenario, runScenario } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { compareReport, comparisonFacts } from '@usmca-sim/reporter';
import { dutyTimelineChart } from '@usmca-sim/reporter/charts';
import { reportFiles, reportFormats } from '@usmca-sim/reporter/files';
import { caseLibrary } from '@usmca-sim/scenarios';
import { comparedCases } from './compared-cases.js';
import { milliseconds } from './timing.js';

/**
 * @typedef {object} ReportFilesFigures
 * @property {number} build milliseconds to make the report, duties over time among it
 * @property {number} computing milliseconds of computing for all of it, those of other threads among them
 * @property {number} page bytes of the page
 * @property {readonly import('./timing.js').Target[]} targets
 */

const wanted = 2_000;
const wantedPage = 1_500_000;

/**
 * The whole report of four cases in every format, beyond the runs themselves; once, as a command does it.
 *
 * @returns {Promise<ReportFilesFigures>}
 */
export async function benchReportFiles() {
  const economy = economy2024();
  const law = lawOf(economy);
  const library = caseLibrary();
  const scenarios = await Promise.all(
    comparedCases.map((id) =>
      parseScenario(/** @type {string} */ (library.locate(id)), library, { economy, law }),
    ),
  );
  const results = scenarios.map((scenario) => runScenario(economy, law, scenario));
  const comparison = { results, reference: /** @type {string} */ (comparedCases[0]) };

  const start = performance.now();
  const before = process.cpuUsage();
  const options = {
    reproduction: { command: 'usmca-sim report', versions: [], options: [] },
    whole: true,
    dutyTimeline: dutyTimelineChart(
      scenarios.flatMap((scenario) =>
        dutiesOverTime(economy, law, scenario, { from: '2024-01-01', until: '2026-12-31' }),
      ),
    ),
    dataSources: economy.sources,
  };
  /** @type {ReturnType<typeof comparisonFacts> | undefined} */
  let facts;
  const document = {
    report: compareReport(comparison, options),
    facts: () => (facts ??= [...comparisonFacts(comparison, 'percent')]),
    madeOf: { ...comparison, options },
  };
  const build = performance.now() - start;

  let page = 0;
  for (const { name, pieces } of await reportFiles(document, [...reportFormats.values()])) {
    for (const piece of pieces) if (name.endsWith('.html')) page += Buffer.byteLength(piece);
  }
  const whole = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return {
    build,
    computing: (user + system) / 1000,
    page,
    targets: [
      {
        name: 'Report of four cases, all formats beyond the runs',
        wanted: `at most ${wanted} ms`,
        found: milliseconds(whole),
        reached: whole <= wanted,
      },
      {
        name: 'Page of four cases',
        wanted: `at most ${wantedPage / 1e6} MB`,
        found: `${(page / 1e6).toFixed(2)} MB`,
        reached: page <= wantedPage,
      },
    ],
  };
}
