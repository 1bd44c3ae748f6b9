import { priceReviews } from '@usmca-sim/core';
import { incomeWeights, solveAlliances } from '@usmca-sim/core/alliances';
import { expecting, leastCore, owenValue, shapleyValue, sideDeals } from '@usmca-sim/core/coalitions';
import { economy2024, lawOf } from '@usmca-sim/data';
import { caseOfSize, defaultSize } from './negotiation-table.js';
import { milliseconds, spreadOf, timeOf } from './timing.js';

/**
 * @typedef {object} CoalitionFigures
 * @property {number} first alliances of the default case beyond its payoffs, the first time in a process
 * @property {import('./timing.js').Spread} quantal the same again, of slightly different cases
 * @property {import('./timing.js').Spread} subgamePerfect the same under subgame perfection
 * @property {readonly import('./timing.js').Target[]} targets
 */

const precision = [20, 20, 20];
const runs = 15;
const wanted = 300;

/**
 * Everything of `usmca-sim coalitions` beyond the payoffs of the negotiation: the game solved for five groupings, what
 * they are worth, the divisions and the side deals.
 *
 * @returns {CoalitionFigures}
 */
export function benchCoalitions() {
  const economy = economy2024();
  const law = lawOf(economy);
  const game = priceReviews(economy, law, caseOfSize(economy, defaultSize, 2e-3));
  const weights = incomeWeights(economy, game.choices.table);
  let salt = 0;
  const solve = (/** @type {readonly number[] | undefined} */ lambda) => {
    salt += 1e-6;
    const behaviour = { weights: weights.map((weight) => weight * (1 + salt)) };
    const { game: worth, partitions } = solveAlliances(
      game,
      lambda ? { ...behaviour, precision: lambda } : behaviour,
    );
    const alone = expecting(worth, 'alone');
    shapleyValue(alone);
    owenValue(alone, [1, 6]);
    leastCore(alone);
    for (const { partition } of partitions) sideDeals(worth, partition);
  };
  const timesOf = (/** @type {readonly number[] | undefined} */ lambda) =>
    spreadOf(Array.from({ length: runs }, () => timeOf(() => solve(lambda))));
  const first = timeOf(() => solve(precision));
  const quantal = timesOf(precision);
  const subgamePerfect = timesOf(undefined);
  return {
    first,
    quantal,
    subgamePerfect,
    targets: [
      {
        name: 'Coalitions of a default case beyond its payoffs',
        wanted: `at most ${wanted} ms`,
        found: milliseconds(quantal.median),
        reached: quantal.median <= wanted,
      },
    ],
  };
}
