/**
 * Times in milliseconds, summarised. Quartiles are those of the sorted times, the nearest rank.
 *
 * @typedef {object} Spread
 * @property {number} median
 * @property {number} least
 * @property {number} lowerQuartile
 * @property {number} upperQuartile
 * @property {number} count
 */

/**
 * @param {readonly number[]} times
 * @returns {Spread}
 */
export function spreadOf(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ part) => sorted[Math.round(part * (sorted.length - 1))];
  return {
    median: at(0.5),
    least: at(0),
    lowerQuartile: at(0.25),
    upperQuartile: at(0.75),
    count: sorted.length,
  };
}

/**
 * Milliseconds that one call takes.
 *
 * @param {() => unknown} work
 */
export function timeOf(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * Milliseconds of each of `count` calls.
 *
 * @param {number} count
 * @param {(index: number) => unknown} work
 */
export function timesOf(count, work) {
  return Array.from({ length: count }, (_, index) => timeOf(() => work(index)));
}

/**
 * A figure that was asked for, and whether it is reached.
 *
 * @typedef {object} Target
 * @property {string} name
 * @property {string} wanted
 * @property {string} found
 * @property {boolean | undefined} reached undefined where it could not be measured here
 */

/**
 * `0.44 ms`, `713 ms`.
 *
 * @param {number} time
 */
export function milliseconds(time) {
  const decimals = time < 10 ? 2 : time < 100 ? 1 : 0;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return `${time.toLocaleString('en', options)} ms`;
}

/**
 * `0.44 ms (least 0.40, quartiles 0.42 to 0.47; 100 times)`.
 *
 * @param {Spread} spread
 */
export function spreadText({ median, least, lowerQuartile, upperQuartile, count }) {
  const [a, b, c] = [least, lowerQuartile, upperQuartile].map((time) => milliseconds(time).slice(0, -3));
  return `${milliseconds(median)} (least ${a}, quartiles ${b} to ${c}; ${count.toLocaleString('en')} times)`;
}
