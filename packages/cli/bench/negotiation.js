import { priceReviews, solveQuantal, solveSubgamePerfect } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { caseOfSize, defaultSize } from './negotiation-table.js';
import { milliseconds, spreadOf, timeOf, timesOf } from './timing.js';

/**
 * @typedef {import('./timing.js').Spread} Spread
 * @typedef {import('./timing.js').Target} Target
 *
 * @typedef {object} NegotiationFigures
 * @property {number} first all payoffs, the first time in a process: what a user waits for
 * @property {Spread} price the same of slightly different cases, nothing remembered
 * @property {Spread} remembered all payoffs again
 * @property {Spread} subgamePerfect eleven reviews, given payoffs
 * @property {Spread} quantal the same
 * @property {readonly GameSize[]} growth
 * @property {readonly Target[]} targets
 *
 * @typedef {object} GameSize
 * @property {string} name
 * @property {number} positions of one review
 * @property {number} equilibria
 * @property {number} price milliseconds, once
 * @property {number} quantal milliseconds, once
 */

const precision = [20, 20, 20];
const reviews = 11;
const runs = 7;
const wanted = { price: 1500, remembered: 50, subgamePerfect: 10, quantal: 150 };

/** Sizes that differ from the default one in one thing. */
const sizes = [
  ['default', defaultSize],
  ['2 issues', { ...defaultSize, issues: 2 }],
  ['8 issues', { ...defaultSize, issues: 8 }],
  ['3 options', { ...defaultSize, options: 3 }],
  ['3 escalations', { ...defaultSize, escalations: 3 }],
  ['7 escalations', { ...defaultSize, escalations: 7 }],
];

/**
 * The payoffs of a negotiation on the economy of 2024 and the latest law on record, and its solution over eleven
 * reviews.
 *
 * @returns {NegotiationFigures}
 */
export function benchNegotiation() {
  const economy = economy2024();
  const law = lawOf(economy);
  const priced = (/** @type {number} */ salt, size = defaultSize) =>
    priceReviews(economy, law, caseOfSize(economy, size, salt));
  const first = timeOf(() => priced(0));
  let salt = 0;
  const price = spreadOf(
    timesOf(runs, () => {
      salt += 1e-4;
      priced(salt);
    }),
  );
  const { year, values } = priced(salt);
  const remembered = spreadOf(timesOf(runs, () => priced(salt)));
  const subgamePerfect = spreadOf(timesOf(51, () => solveSubgamePerfect(year, values, reviews)));
  const quantal = spreadOf(timesOf(21, () => solveQuantal(year, values, reviews, precision)));
  const growth = sizes.map(([name, size]) => {
    salt += 1e-4;
    /** @type {import('@usmca-sim/core').PricedReviews | undefined} */
    let game;
    const time = timeOf(() => {
      game = priced(salt, /** @type {typeof defaultSize} */ (size));
    });
    const { year, values, priced: prices } = /** @type {import('@usmca-sim/core').PricedReviews} */ (game);
    return {
      name: String(name),
      positions: year.tree.kind.length,
      equilibria: prices.equilibria,
      price: time,
      quantal: timeOf(() => solveQuantal(year, values, reviews, precision)),
    };
  });
  const target = (/** @type {string} */ name, /** @type {number} */ limit, /** @type {number} */ found) => ({
    name: `Negotiation, ${name}`,
    wanted: `at most ${limit.toLocaleString('en')} ms`,
    found: milliseconds(found),
    reached: found <= limit,
  });
  return {
    first,
    price,
    remembered,
    subgamePerfect,
    quantal,
    growth,
    targets: [
      target('all payoffs from nothing', wanted.price, first),
      target('all payoffs remembered', wanted.remembered, remembered.median),
      target('eleven reviews, subgame-perfect', wanted.subgamePerfect, subgamePerfect.median),
      target('eleven reviews, quantal', wanted.quantal, quantal.median),
    ],
  };
}
