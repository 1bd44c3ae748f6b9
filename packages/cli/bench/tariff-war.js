import { parseScenario } from '@usmca-sim/core';
import { tariffWar } from '@usmca-sim/core/tariff-war';
import { economy2024, lawOf } from '@usmca-sim/data';
import { caseLibrary } from '@usmca-sim/scenarios';
import { milliseconds, spreadOf, timeOf, timesOf } from './timing.js';

/**
 * @typedef {object} TariffWarFigures
 * @property {number} first milliseconds, the first time in a process: what a user waits for
 * @property {import('./timing.js').Spread} war
 * @property {number} equilibria solved for in a war
 * @property {readonly import('./timing.js').Target[]} targets
 */

const runs = 5;
const wanted = 3000;

/**
 * The tariff war of the three in eight groups of goods under the latest law on record: both searches, the optimal
 * duties of each alone, and the maximum regret. Nothing is remembered from run to run but the prepared economy.
 *
 * @returns {Promise<TariffWarFigures>}
 */
export async function benchTariffWar() {
  const economy = economy2024();
  const law = lawOf(economy);
  const library = caseLibrary();
  const scenario = await parseScenario(library.locate('latest-law') ?? '', library, { economy, law });
  let equilibria = 0;
  const fight = () => {
    equilibria = tariffWar(economy, law, scenario).search.equilibria;
  };
  const first = timeOf(fight);
  const war = spreadOf(timesOf(runs, fight));
  return {
    first,
    war,
    equilibria,
    targets: [
      {
        name: 'Tariff war of three in eight groups of goods',
        wanted: `at most ${wanted} ms`,
        found: milliseconds(war.median),
        reached: war.median <= wanted,
      },
    ],
  };
}
