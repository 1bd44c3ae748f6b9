import { createTradeModel } from '@usmca-sim/core';
import { economy2024 } from '@usmca-sim/data';
import { milliseconds, spreadOf, timeOf, timesOf } from './timing.js';

/**
 * @typedef {import('@usmca-sim/core').Economy} Economy
 * @typedef {import('@usmca-sim/core').ShockedCell} ShockedCell
 * @typedef {import('@usmca-sim/core').TradeShock} TradeShock
 * @typedef {import('./timing.js').Spread} Spread
 * @typedef {import('./timing.js').Target} Target
 *
 * @typedef {object} EmbeddedFigures
 * @property {Spread} solve
 * @property {number} sweeps
 * @property {Spread} thousand a thousand scenarios in a row
 * @property {number} thousandSweeps mean sweeps of a scenario
 * @property {number | undefined} memoryBefore bytes in use after a collection, the first thousand done
 * @property {number | undefined} memoryAfter the same when all are done
 * @property {readonly Target[]} targets
 */

const tolerance = 1e-8;
const inARow = 1000;
const thousands = 7;
const wantedSolve = 0.5;
const wantedThousand = 600;
/** What counts as flat: far less than a thousand solutions would take. */
const flatBytes = 1e6;

/**
 * The economy of 2024, 8 regions by 28 sectors: 25 percentage points more on every good that the United States buys
 * from Canada and Mexico, and then scenarios by the thousand, each of them different.
 *
 * @returns {EmbeddedFigures}
 */
export function benchEmbeddedEconomy() {
  const economy = economy2024();
  const model = createTradeModel(economy);
  const [us, canada, mexico] = economy.parties;
  const shock = { cells: [canada, mexico].flatMap((exporter) => raised(economy, us, exporter, () => 0.25)) };
  let { sweeps } = model.solve(shock, { tolerance });
  const solve = () => {
    sweeps = model.solve(shock, { tolerance }).sweeps;
  };
  timesOf(1000, solve);
  const spread = spreadOf(timesOf(1000, solve));

  const random = generator(2026);
  let memoryBefore;
  let allSweeps = 0;
  const times = [];
  for (let thousand = 0; thousand <= thousands; thousand++) {
    const shocks = Array.from({ length: inARow }, () => randomShock(economy, random));
    const time = timeOf(() => {
      for (const each of shocks) allSweeps += model.solve(each, { tolerance }).sweeps;
    });
    if (thousand > 0) times.push(time);
    else {
      // The first thousand warms up.
      allSweeps = 0;
      memoryBefore = memoryInUse();
    }
  }
  const memoryAfter = memoryInUse();
  const total = spreadOf(times);
  const grown =
    memoryBefore === undefined || memoryAfter === undefined ? undefined : memoryAfter - memoryBefore;
  return {
    solve: spread,
    sweeps,
    thousand: total,
    thousandSweeps: allSweeps / (thousands * inARow),
    memoryBefore,
    memoryAfter,
    targets: [
      {
        name: '2024 economy, 25% on both partners',
        wanted: `at most ${wantedSolve} ms a solve`,
        found: milliseconds(spread.median),
        reached: spread.median <= wantedSolve,
      },
      {
        name: '2024 economy, 1,000 scenarios in a row',
        wanted: `at most ${wantedThousand} ms`,
        found: milliseconds(total.median),
        reached: total.median <= wantedThousand,
      },
      {
        name: `2024 economy, memory over ${thousands},000 scenarios`,
        wanted: 'flat (1 MB)',
        found:
          grown === undefined
            ? 'node ran without --expose-gc'
            : `${(Math.max(0, grown) / 1e6).toFixed(2)} MB more`,
        reached: grown === undefined ? undefined : grown < flatBytes,
      },
    ],
  };
}

/**
 * Higher duties on every good of one flow.
 *
 * @param {Economy} economy
 * @param {number} importer
 * @param {number} exporter
 * @param {() => number} increase as a fraction
 * @returns {ShockedCell[]}
 */
function raised({ regions, sectors, duty }, importer, exporter, increase) {
  return sectors.flatMap(({ kind }, sector) => {
    if (kind !== 'goods') return [];
    const before = duty[(importer * regions.length + exporter) * sectors.length + sector];
    return [{ importer, exporter, sector, bundles: [{ share: 1, duty: before + increase(), tradeCost: 1 }] }];
  });
}

/**
 * For each pair of the three, as often as not, up to 50 percentage points more, good by good.
 *
 * @param {Economy} economy
 * @param {() => number} random
 * @returns {TradeShock}
 */
function randomShock(economy, random) {
  const pairs = economy.parties.flatMap((importer) =>
    economy.parties.filter((exporter) => exporter !== importer).map((exporter) => ({ importer, exporter })),
  );
  const chosen = pairs.filter(() => random() < 0.5);
  return {
    cells: chosen.flatMap(({ importer, exporter }) =>
      raised(economy, importer, exporter, () => random() / 2),
    ),
  };
}

/**
 * Numbers in [0, 1) that are the same in every run: the generator of Park and Miller (1988).
 *
 * @param {number} seed
 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Bytes in use after a collection, or undefined where none can be asked for. */
function memoryInUse() {
  if (!globalThis.gc) return undefined;
  // Buffers found dead by one collection are freed beside the program, for certain only by the next.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
