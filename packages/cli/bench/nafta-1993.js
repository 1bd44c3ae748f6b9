import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { balanceEconomy, createTradeModel } from '@usmca-sim/core';
import { economyIn } from '@usmca-sim/data';
import { solveByDampedIteration } from '../../core/tests/damped-fixed-point.js';
import { convertCp1993, cp1993Available, cp1993Folder } from '../../data/tests/convert-cp1993.js';
import { timeElementary } from './elementary-functions.js';
import { numpyMissing, numpyRun } from './numpy-reference.js';
import { milliseconds, spreadOf, timeOf, timesOf } from './timing.js';

/**
 * @typedef {import('@usmca-sim/core').Economy} Economy
 * @typedef {import('@usmca-sim/core').TradeShock} TradeShock
 * @typedef {import('./timing.js').Spread} Spread
 * @typedef {import('./timing.js').Target} Target
 *
 * @typedef {object} NaftaFigures
 * @property {number} prepare milliseconds to balance the data and prepare the model, once, from cold code
 * @property {Spread} solve a counterfactual from the solved baseline
 * @property {number} sweeps
 * @property {import('./elementary-functions.js').ElementaryFigures} elementary
 * @property {number} plain milliseconds of the damped iteration
 * @property {number} plainSteps
 * @property {number} wageGap largest relative difference between the wages of the two
 * @property {number} mexicoRealWage percent
 * @property {Spread | string} numpy the medians that its runs report, or why there are none
 * @property {readonly Target[]} targets
 */

const tolerance = 1e-8;
const rounds = 5;
const solvesPerRound = 80;
const wanted = 2.2;

/**
 * The zero-deficit NAFTA counterfactual of Caliendo and Parro (2015), 31 regions by 40 sectors. The reference in
 * numpy takes turns with the solver, so that a machine that slows down slows both.
 *
 * @returns {NaftaFigures | undefined} undefined where the data are not beside the checkout
 */
export function benchNafta1993() {
  if (!cp1993Available) return undefined;
  const { raw, shock } = nafta1993();
  const start = performance.now();
  const economy = balanceEconomy(raw, 'balanced');
  const model = createTradeModel(economy);
  let solution = model.solve(shock, { tolerance });
  const prepare = performance.now() - start;
  const solve = () => {
    solution = model.solve(shock, { tolerance });
  };

  const missing = numpyMissing();
  const numpyTimes = [];
  const times = [];
  timesOf(300, solve);
  for (let round = 0; round < rounds; round++) {
    if (!missing) numpyTimes.push(numpyRun());
    // Waiting for the other process has emptied the caches.
    timesOf(20, solve);
    times.push(...timesOf(solvesPerRound, solve));
  }
  if (!missing) numpyTimes.push(numpyRun());
  const spread = spreadOf(times);
  const numpy = missing ?? spreadOf(numpyTimes);
  const elementary = timeElementary(model, solution, spread.median);

  let plain = solution.wage;
  let plainSteps = 0;
  const plainTime = timeOf(() => {
    const solved = solveByDampedIteration(economy, model.elasticity, shock, { tolerance });
    plain = solved.wage;
    plainSteps = solved.steps;
  });
  const mexico = economy.regions.findIndex(({ code }) => code === 'MEX');
  return {
    prepare,
    solve: spread,
    sweeps: solution.sweeps,
    elementary,
    plain: plainTime,
    plainSteps,
    wageGap: Math.max(...solution.wage.map((wage, n) => Math.abs(wage / plain[n] - 1))),
    mexicoRealWage: 100 * (solution.wage[mexico] / solution.consumerPrices[mexico] - 1),
    numpy,
    targets: [
      {
        name: '1993 data, NAFTA without deficits',
        wanted: `at most ${wanted} ms a solve`,
        found: milliseconds(spread.median),
        reached: spread.median <= wanted,
      },
      {
        name: '1993 data, against numpy',
        wanted: 'not slower in the same run',
        found: typeof numpy === 'string' ? numpy : `${(spread.median / numpy.median).toFixed(2)} of its time`,
        reached: typeof numpy === 'string' ? undefined : spread.median <= numpy.median,
      },
    ],
  };
}

/**
 * The published data as an economy, and the tariff changes of NAFTA as a shock.
 *
 * @returns {{ raw: Economy, shock: TradeShock }}
 */
function nafta1993() {
  const folder = mkdtempSync(join(tmpdir(), 'usmca-sim-bench-'));
  try {
    const { tariff, naftaTariff } = convertCp1993(cp1993Folder, folder);
    const raw = economyIn(folder, () => {});
    const N = raw.regions.length;
    const J = raw.sectors.length;
    const cells = [];
    for (const [at, duty] of naftaTariff.entries()) {
      if (duty === tariff[at]) continue;
      const pair = Math.floor(at / J);
      const bundles = [{ share: 1, duty, tradeCost: 1 }];
      cells.push({ importer: Math.floor(pair / N), exporter: pair % N, sector: at % J, bundles });
    }
    return { raw, shock: { cells } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
