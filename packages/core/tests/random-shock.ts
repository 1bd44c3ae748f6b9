import fc from 'fast-check';
import type { Bundle, Economy, TradeShock } from '../src/index.ts';

const bundle = (ban: boolean): fc.Arbitrary<Omit<Bundle, 'share'>> =>
  fc.record({
    duty: ban
      ? fc.oneof(
          { weight: 9, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
          { weight: 1, arbitrary: fc.constant(Infinity) },
        )
      : fc.double({ min: 0, max: 1, noNaN: true }),
    tradeCost: fc.double({ min: 0.8, max: 1.3, noNaN: true }),
  });

/** Shocks to some of an economy's foreign flows: one or two bundles each, duties up to 100%, some of them bans. */
export function shocksTo(economy: Economy, options: { readonly bans: boolean }): fc.Arbitrary<TradeShock> {
  const N = economy.regions.length;
  const traded = economy.sectors.flatMap(({ kind }, j) => (kind === 'goods' ? [j] : []));
  const cell = fc
    .record({
      importer: fc.integer({ min: 0, max: N - 1 }),
      step: fc.integer({ min: 1, max: N - 1 }),
      sector: fc.constantFrom(...traded),
      split: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      bundles: fc.array(bundle(options.bans), { minLength: 1, maxLength: 2 }),
    })
    .map(({ importer, step, sector, split, bundles }) => ({
      importer,
      exporter: (importer + step) % N,
      sector,
      bundles: bundles.map((each, b) => ({
        ...each,
        share: bundles.length === 1 ? 1 : b === 0 ? split : 1 - split,
      })),
    }));
  return fc
    .uniqueArray(cell, {
      minLength: 1,
      maxLength: 8,
      selector: ({ importer, exporter, sector }) => `${importer} ${exporter} ${sector}`,
    })
    .map((cells) => ({ cells }));
}
