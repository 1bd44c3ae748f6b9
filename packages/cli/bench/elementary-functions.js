import { spreadOf, timesOf } from './timing.js';

/**
 * @typedef {object} ElementaryFigures
 * @property {number} share part of a solve that goes into exponentials and logarithms
 * @property {number} exponential nanoseconds a call
 * @property {number} logarithm nanoseconds a call
 * @property {number} calls of each, a solve
 */

const rounds = 300;

/**
 * Estimates what exponentials and logarithms take of a solve. A sweep takes one exponential (of −θ ln ĉ) and one
 * logarithm (of P̂^(−θ)) for each region and traded sector; those of wages and of writing out the solution, some
 * percent more, are left out. Each is timed in a loop of its own over the arguments at the solution.
 *
 * @param {import('@usmca-sim/core').TradeModel} model
 * @param {import('@usmca-sim/core').Equilibrium} solution
 * @param {number} solveTime milliseconds
 * @returns {ElementaryFigures}
 */
export function timeElementary({ economy, elasticity }, solution, solveTime) {
  const exponents = [];
  const factors = [];
  for (const j of tradedSectors(economy)) {
    for (let n = 0; n < economy.regions.length; n++) {
      const at = n * economy.sectors.length + j;
      exponents.push(-elasticity[j] * Math.log(solution.unitCost[at]));
      factors.push(solution.price[at] ** -elasticity[j]);
    }
  }
  const exponential = timeEach(Float64Array.from(exponents), (values, out) => {
    for (let x = 0; x < values.length; x++) out[x] = Math.exp(values[x]);
  });
  const logarithm = timeEach(Float64Array.from(factors), (values, out) => {
    for (let x = 0; x < values.length; x++) out[x] = Math.log(values[x]);
  });
  const calls = solution.sweeps * exponents.length;
  return { share: (calls * (exponential + logarithm)) / (1e6 * solveTime), exponential, logarithm, calls };
}

/**
 * Nanoseconds for each element.
 *
 * @param {Float64Array} values
 * @param {(values: Float64Array, out: Float64Array) => void} pass
 */
function timeEach(values, pass) {
  const out = new Float64Array(values.length);
  timesOf(rounds, () => pass(values, out));
  return (1e6 * spreadOf(timesOf(rounds, () => pass(values, out))).median) / values.length;
}

/**
 * Sectors that cross a border or pay a duty at home: the others are not in the sweeps.
 *
 * @param {import('@usmca-sim/core').Economy} economy
 */
function tradedSectors({ regions, sectors, flow, duty }) {
  const N = regions.length;
  const J = sectors.length;
  const traded = new Set();
  for (const [at, value] of flow.entries()) {
    const pair = Math.floor(at / J);
    if (Math.floor(pair / N) === pair % N ? duty[at] !== 0 : value > 0) traded.add(at % J);
  }
  return traded;
}
