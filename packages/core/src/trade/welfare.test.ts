import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { economies, randomEconomy } from '../../tests/random-economy.ts';
import { shocksTo } from '../../tests/random-shock.ts';
import type { Economy } from '../economy/economy.ts';
import { balanceEconomy } from './balance-economy.ts';
import { EquilibriumError } from './equilibrium-error.ts';
import { oneStepWelfare } from './one-step-welfare.ts';
import { createTradeModel, type TradeModel } from './trade-model.ts';
import { noShock, type TradeShock } from './trade-shock.ts';
import { decomposeWelfare, type WelfareDecomposition } from './welfare.ts';

const tight = { tolerance: 1e-12 };

function decompose(model: TradeModel, shock: TradeShock): WelfareDecomposition {
  return decomposeWelfare(model, shock, model.solve(shock, tight));
}

/** One change to what region 0 imports from region 1 of sector 0. */
function oneCell(duty: number, tradeCost = 1): TradeShock {
  return { cells: [{ importer: 0, exporter: 1, sector: 0, bundles: [{ share: 1, duty, tradeCost }] }] };
}

function withoutDuties(economy: Economy): Economy {
  return balanceEconomy({ ...economy, duty: new Float64Array(economy.duty.length) }, 'held');
}

describe('the decomposition of welfare', () => {
  it('adds up to the exact change within the tolerance it states, with bans and trade costs', () => {
    let decomposed = 0;
    let worst = 0;
    const shocked = economies.chain((economy) =>
      fc.tuple(fc.constant(economy), shocksTo(economy, { bans: true })),
    );
    fc.assert(
      fc.property(shocked, ([economy, shock]) => {
        const model = createTradeModel(economy);
        let parts: WelfareDecomposition;
        try {
          parts = decompose(model, shock);
        } catch (error) {
          // Where a ban leaves no equilibrium there is nothing to decompose.
          if (error instanceof EquilibriumError) return;
          throw error;
        }
        decomposed++;
        for (let n = 0; n < economy.regions.length; n++) {
          const sum = parts.termsOfTrade[n]! + parts.volumeOfTrade[n]! + parts.tradeCosts[n]!;
          expect(Math.abs(parts.total[n]! - sum)).toBeLessThanOrEqual(parts.tolerance + 1e-12);
        }
        worst = Math.max(worst, parts.tolerance);
      }),
      { numRuns: 60 },
    );
    expect(decomposed).toBeGreaterThan(50);
    expect(worst).toBeLessThan(1e-5);
  });

  it('is zero in every part where nothing changes', () => {
    const model = createTradeModel(randomEconomy(21, { regions: 4, traded: 3, sheltered: 1 }));
    const parts = decompose(model, noShock);
    for (const part of [parts.total, parts.termsOfTrade, parts.volumeOfTrade, parts.tradeCosts])
      for (const value of part) expect(Math.abs(value)).toBeLessThan(1e-9);
  });

  it('gives a first small duty on free trade as terms of trade: the volume term is of second order', () => {
    const model = createTradeModel(withoutDuties(randomEconomy(4, { regions: 3, traded: 3, sheltered: 1 })));
    const small = decompose(model, oneCell(1e-3));
    const half = decompose(model, oneCell(5e-4));
    expect(Math.abs(small.volumeOfTrade[0]!)).toBeLessThan(0.05 * Math.abs(small.termsOfTrade[0]!));
    // The duty turns the terms of trade of who levies it; the loss of volume grows with the square of the rate.
    expect(small.termsOfTrade[0]).toBeGreaterThan(0);
    expect(small.termsOfTrade[1]).toBeLessThan(0);
    expect(small.volumeOfTrade[0]).toBeLessThan(0);
    expect(small.termsOfTrade[0]! / half.termsOfTrade[0]!).toBeCloseTo(2, 1);
    expect(small.volumeOfTrade[0]! / half.volumeOfTrade[0]!).toBeCloseTo(4, 1);
  });

  it('has terms of trade that one region wins and another loses, to first order', () => {
    const model = createTradeModel(withoutDuties(randomEconomy(9, { regions: 4, traded: 3, sheltered: 1 })));
    const { economy } = model;
    const { termsOfTrade } = decompose(model, oneCell(1e-4));
    const won = termsOfTrade.map((part, n) => part * (economy.valueAdded[n]! + economy.deficit[n]!));
    const turned = won.reduce((sum, value) => sum + Math.abs(value), 0);
    expect(Math.abs(won.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-3 * turned);
  });

  it('gives cheaper delivery as what was spent on it times what is saved, to first order', () => {
    const model = createTradeModel(withoutDuties(randomEconomy(13, { regions: 3, traded: 2, sheltered: 1 })));
    const { economy } = model;
    const saved = 1e-4;
    const parts = decompose(model, oneCell(0, 1 - saved));
    const income = economy.valueAdded[0]! + economy.deficit[0]!;
    const imports = economy.flow[1 * economy.sectors.length]!;
    expect(parts.tradeCosts[0]! / ((100 * saved * imports) / income)).toBeCloseTo(1, 2);
    for (const value of parts.volumeOfTrade) expect(value).toBe(0);
    for (const value of parts.tradeCosts.slice(1)) expect(value).toBe(0);
  });

  it('is what the one-step formula gives for a small change, and not for a large one', () => {
    const economy = randomEconomy(17, { regions: 3, traded: 3, sheltered: 1 });
    const model = createTradeModel(economy);
    const at = economy.sectors.length;
    const gap = (added: number) => {
      const shock = oneCell(economy.duty[at]! + added);
      const end = model.solve(shock, tight);
      const total = 100 * Math.log(end.realIncome[0]!);
      return Math.abs(oneStepWelfare(economy, end).total[0]! - total) / Math.abs(total);
    };
    expect(gap(1e-5)).toBeLessThan(0.01);
    expect(gap(1)).toBeGreaterThan(0.1);
  });
});
