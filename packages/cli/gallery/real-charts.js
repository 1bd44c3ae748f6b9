import { dutiesOverTime, negotiate, parseScenario, runScenario } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { chartsOfCases, dutyTimelineChart, negotiationCharts } from '@usmca-sim/reporter/charts';
import { caseLibrary } from '@usmca-sim/scenarios';

/** @typedef {import('@usmca-sim/core').NegotiatedScenario} NegotiatedScenario */
/**
 * Charts that belong together; their files begin with `name`.
 *
 * @typedef {object} Group
 * @property {string} heading
 * @property {string} name
 * @property {string} command
 * @property {readonly import('@usmca-sim/reporter/charts').Chart[]} charts
 */

/** What the timeline of duties shows. */
const days = { from: '2025-01-01', until: '2026-12-31' };

/**
 * Charts of every kind on cases of the library: one alone, several side by side, negotiations.
 *
 * @returns {Promise<Group[]>}
 */
export async function realCharts() {
  const economy = economy2024();
  const law = lawOf(economy);
  const library = caseLibrary();
  const read = (/** @type {string} */ id) =>
    parseScenario(/** @type {string} */ (library.locate(id)), library, { economy, law });
  const run = async (/** @type {string} */ id) => runScenario(economy, law, await read(id));
  const solved = async (/** @type {string} */ id) => {
    const scenario = /** @type {NegotiatedScenario} */ (await read(id));
    const { regions, unit } = economy;
    return { id, title: scenario.title, regions, unit, negotiation: negotiate(economy, law, scenario) };
  };
  const alone = await run('retaliation-lifted');
  const compared = [await run('law-of-august-2025'), alone, await run('before-2025')];
  const duties = dutiesOverTime(economy, law, await read('latest-law'), days);
  const negotiations = [await solved('review-as-it-went'), await solved('united-front')];
  return [
    {
      heading: 'One case',
      name: 'case',
      command: 'usmca-sim run retaliation-lifted',
      charts: chartsOfCases({ results: [alone], reference: alone.scenario.id }),
    },
    {
      heading: 'Duties over time',
      name: 'law',
      command: 'usmca-sim run latest-law',
      charts: [dutyTimelineChart(duties)],
    },
    {
      heading: 'Cases side by side',
      name: 'cases',
      command: `usmca-sim compare ${compared.map(({ scenario }) => scenario.id).join(' ')}`,
      charts: chartsOfCases({ results: compared, reference: 'law-of-august-2025' }),
    },
    {
      heading: 'A negotiation',
      name: 'review',
      command: 'usmca-sim negotiate review-as-it-went',
      charts: negotiationCharts(negotiations.slice(0, 1)),
    },
    {
      heading: 'Negotiations side by side',
      name: 'reviews',
      command: 'usmca-sim negotiate review-as-it-went united-front',
      charts: negotiationCharts(negotiations),
    },
  ];
}
