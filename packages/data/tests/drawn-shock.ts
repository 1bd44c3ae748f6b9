import type { Bundle, Economy, ShockedCell, TradeShock } from '@usmca-sim/core';

/** A stream of numbers in (0, 1) that a seed determines (Marsaglia's xorshift, 32 bits). */
function stream(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return (state + 0.5) / 4294967296;
  };
  // Neighbouring seeds begin alike.
  for (let warmUp = 0; warmUp < 8; warmUp++) next();
  return next;
}

/** Single cells, trade with one partner, one sector everywhere, or a war of everyone with everyone. */
export const extents = ['cells', 'partner', 'sector', 'world'] as const;

/** What `drawnShock` draws for a seed: the extents take turns. */
export function extentOf(seed: number): (typeof extents)[number] {
  return extents[seed % extents.length]!;
}

/**
 * A shock that its seed determines: duties up to 500%, flows split into bundles, trade costs from a quarter less to
 * half as much again, bans of a part of a flow, of whole flows, of all that a partner sells or buys, of a whole sector.
 */
export function drawnShock(economy: Economy, seed: number): TradeShock {
  const next = stream(seed);
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const upTo = (count: number) => Math.floor(next() * count);
  const everywhere = economy.regions.map((_, n) => n);
  // Services cross borders too; a blockade stops them as well.
  const withServices = next() < 0.4;
  const sectors = economy.sectors.flatMap(({ kind }, j) => (kind === 'goods' || withServices ? [j] : []));
  const banShare = next() < 0.4 ? 0 : next();
  const shutShare = next() < 0.5 ? 0 : next() < 0.2 ? 1 : next() ** 2;

  const bundles = (): readonly Bundle[] => {
    if (next() < shutShare) return [{ share: 1, duty: Infinity, tradeCost: 1 }];
    const rates = Array.from({ length: 1 + upTo(3) }, () => ({
      duty: next() < banShare ? Infinity : next() < 0.1 ? 0 : 5 * next() ** 3,
      tradeCost: next() < 0.7 ? 1 : 0.75 + 0.75 * next(),
    }));
    const weights = rates.map(() => 0.05 + next());
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return rates.map((rate, b) => ({ ...rate, share: weights[b]! / total }));
  };
  const cells = new Map<number, ShockedCell>();
  const add = (importer: number, exporter: number, sector: number, drawn: readonly Bundle[]) => {
    const at = (importer * N + exporter) * J + sector;
    const exists = importer !== exporter && economy.flow[at]! > 0;
    if (exists) cells.set(at, { importer, exporter, sector, bundles: drawn });
  };
  // One rule for everything that is drawn, as a proclamation would have it, or one for each flow.
  const rule = next() < 0.5 ? bundles() : undefined;
  switch (extentOf(seed)) {
    case 'cells':
      for (let count = 1 + upTo(40); count > 0; count--)
        add(upTo(N), upTo(N), sectors[upTo(sectors.length)]!, bundles());
      break;
    case 'partner': {
      const partner = upTo(N);
      const others = next() < 0.5 ? [upTo(N)] : everywhere;
      const directions = upTo(3);
      for (const other of others)
        for (const sector of sectors) {
          if (directions !== 0) add(other, partner, sector, rule ?? bundles());
          if (directions !== 1) add(partner, other, sector, rule ?? bundles());
        }
      break;
    }
    case 'sector': {
      const sector = sectors[upTo(sectors.length)]!;
      for (const n of everywhere) for (const i of everywhere) add(n, i, sector, rule ?? bundles());
      break;
    }
    case 'world': {
      const density = next();
      for (const n of everywhere)
        for (const i of everywhere)
          for (const sector of sectors) if (next() < density) add(n, i, sector, rule ?? bundles());
      break;
    }
  }
  return { cells: [...cells.values()] };
}
