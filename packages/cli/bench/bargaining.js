import { negotiatePriced, priceReviews } from '@usmca-sim/core';
import {
  bargainFrom,
  comparedOutcomes,
  dealOutcomes,
  efficiencyOf,
  limbo,
  mfn,
  termsOfPackages,
} from '@usmca-sim/core/deals';
import { economy2024, lawOf } from '@usmca-sim/data';
import { caseOfSize, defaultSize } from './negotiation-table.js';
import { milliseconds, spreadOf, timeOf } from './timing.js';

/**
 * @typedef {object} BargainingFigures
 * @property {import('./timing.js').Spread} terms what is in each package, its equilibria solved for
 * @property {import('./timing.js').Spread} whole bargaining of the default case beyond its payoffs
 * @property {readonly import('./timing.js').Target[]} targets
 */

const runs = 7;
const wanted = 300;

/**
 * Everything of `usmca-sim bargain` beyond the payoffs of the negotiation and the tariff war: what is in each package,
 * the points from limbo and MFN duties, and the solved game beside them. Nothing is remembered from run to run.
 *
 * @returns {BargainingFigures}
 */
export function benchBargaining() {
  const economy = economy2024();
  const law = lawOf(economy);
  /** @type {number[]} */
  const terms = [];
  /** @type {number[]} */
  const whole = [];
  for (let run = 0; run <= runs; run++) {
    const scenario = caseOfSize(economy, defaultSize, 1e-3 + run * 1e-4);
    const game = priceReviews(economy, law, scenario);
    const deals = dealOutcomes(game);
    const apart = timeOf(() => termsOfPackages(economy, law, scenario, game, deals));
    const rest = timeOf(() => {
      efficiencyOf(dealOutcomes(game));
      for (const disagreement of [limbo(game), mfn(game)]) bargainFrom(deals, disagreement);
      comparedOutcomes(game, negotiatePriced(scenario, game));
    });
    // The first is warm-up.
    if (run === 0) continue;
    terms.push(apart);
    whole.push(apart + rest);
  }
  const spread = spreadOf(whole);
  return {
    terms: spreadOf(terms),
    whole: spread,
    targets: [
      {
        name: 'Bargaining of a default case beyond its payoffs',
        wanted: `at most ${wanted} ms`,
        found: milliseconds(spread.median),
        reached: spread.median <= wanted,
      },
    ],
  };
}
