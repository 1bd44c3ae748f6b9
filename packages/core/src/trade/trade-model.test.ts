import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveByDampedIteration } from '../../tests/damped-fixed-point.js';
import { largestResidual } from '../../tests/largest-residual.ts';
import { economies, randomEconomy } from '../../tests/random-economy.ts';
import { shocksTo } from '../../tests/random-shock.ts';
import type { Economy } from '../economy/economy.ts';
import { balanceEconomy } from './balance-economy.ts';
import { EquilibriumError } from './equilibrium-error.ts';
import { createTradeModel } from './trade-model.ts';
import { noShock, type TradeShock, wedgeOf } from './trade-shock.ts';

const shocked = (bans: boolean) =>
  economies.chain((economy) => fc.tuple(fc.constant(economy), shocksTo(economy, { bans })));

/** Largest relative difference of two arrays, entries near zero against the largest entry. */
function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let scale = 0;
  for (let x = 0; x < a.length; x++) scale = Math.max(scale, Math.abs(b[x]!));
  let worst = 0;
  for (let x = 0; x < a.length; x++) {
    worst = Math.max(worst, Math.abs(a[x]! - b[x]!) / Math.max(Math.abs(b[x]!), 1e-6 * scale));
  }
  return worst;
}

describe('the trade equilibrium', () => {
  it('returns the base for no shock, to 1e-10', () => {
    fc.assert(
      fc.property(economies, (economy) => {
        const result = createTradeModel(economy).solve(noShock);
        expect(difference(result.flow, economy.flow)).toBeLessThan(1e-10);
        for (const ratio of [...result.wage, ...result.price, ...result.realIncome]) {
          expect(Math.abs(ratio - 1)).toBeLessThan(1e-10);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('agrees with a plain damped iteration of the same equations', () => {
    let compared = 0;
    fc.assert(
      fc.property(shocked(true), ([economy, shock]) => {
        const model = createTradeModel(economy);
        const result = attempt(() => model.solve(shock, { tolerance: 1e-12 }));
        const options = { tolerance: 1e-11, maxSteps: result ? 3000 : 1000 };
        const plain = attempt(() => solveByDampedIteration(economy, model.elasticity, shock, options));
        // Where a ban leaves nothing to pay imports with, neither finds what does not exist.
        if (!result) expect(plain).toBeUndefined();
        if (!result || !plain) return;
        compared++;
        expect(difference(result.wage, plain.wage)).toBeLessThan(1e-8);
        expect(difference(result.price, plain.price)).toBeLessThan(1e-8);
        expect(difference(result.flow, plain.flow)).toBeLessThan(1e-7);
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('satisfies every equation at the solution', () => {
    let solved = 0;
    fc.assert(
      fc.property(shocked(true), ([economy, shock]) => {
        const model = createTradeModel(economy);
        const result = attempt(() => model.solve(shock, { tolerance: 1e-11 }));
        if (!result) return;
        solved++;
        expect(largestResidual(economy, model.elasticity, shock, result)).toBeLessThan(1e-8);
      }),
      { numRuns: 60 },
    );
    expect(solved).toBeGreaterThan(50);
  });

  it('does not depend on the size of the money unit', () => {
    fc.assert(
      fc.property(shocked(false), ([economy, shock]) => {
        const doubled: Economy = {
          ...economy,
          flow: economy.flow.map((value) => 2 * value),
          valueAdded: economy.valueAdded.map((value) => 2 * value),
          deficit: economy.deficit.map((value) => 2 * value),
        };
        const one = createTradeModel(economy).solve(shock, {
          tolerance: 1e-12,
        });
        const two = createTradeModel(doubled).solve(shock, {
          tolerance: 1e-12,
        });
        expect(difference(two.wage, one.wage)).toBeLessThan(1e-10);
        expect(difference(two.realIncome, one.realIncome)).toBeLessThan(1e-10);
        expect(
          difference(
            two.flow,
            one.flow.map((value) => 2 * value),
          ),
        ).toBeLessThan(1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('permutes with the regions and with the sectors', () => {
    fc.assert(
      fc.property(shocked(false), ([economy, shock]) => {
        const N = economy.regions.length;
        const J = economy.sectors.length;
        // Reversal moves every region and sector to another place.
        const region = (n: number) => N - 1 - n;
        const sector = (j: number) => J - 1 - j;
        const turned = reversed(economy);
        const cells = shock.cells.map((cell) => ({
          ...cell,
          importer: region(cell.importer),
          exporter: region(cell.exporter),
          sector: sector(cell.sector),
        }));
        const one = createTradeModel(economy).solve(shock, {
          tolerance: 1e-12,
        });
        const two = createTradeModel(turned).solve({ cells }, { tolerance: 1e-12 });
        expect(difference(two.wage.slice().reverse(), one.wage)).toBeLessThan(1e-9);
        expect(difference(two.price.slice().reverse(), one.price)).toBeLessThan(1e-9);
        expect(difference(two.flow.slice().reverse(), one.flow)).toBeLessThan(1e-8);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the welfare cost of autarky that Arkolakis, Costinot and Rodríguez-Clare derive', () => {
    // One sector without inputs, duties or deficits: shutting every border costs 1 − π_nn^(1/θ), AER 102(1), 2012.
    const economy = oneSectorEconomy(4);
    const N = economy.regions.length;
    const cells = economy.regions.flatMap((_, importer) =>
      economy.regions.flatMap((_, exporter) =>
        importer === exporter
          ? []
          : [
              {
                importer,
                exporter,
                sector: 0,
                bundles: [{ share: 1, duty: Infinity, tradeCost: 1 }],
              },
            ],
      ),
    );
    const { realIncome } = createTradeModel(economy).solve({ cells }, { tolerance: 1e-12 });
    for (let n = 0; n < N; n++) {
      let bought = 0;
      for (let i = 0; i < N; i++) bought += economy.flow[n * N + i]!;
      expect(realIncome[n]).toBeCloseTo((economy.flow[n * N + n]! / bought) ** (1 / 4), 9);
    }
  });

  it('treats bundles with one duty as one bundle', () => {
    const economy = randomEconomy(7, { regions: 3, traded: 3, sheltered: 1 });
    const cell = { importer: 0, exporter: 1, sector: 1 };
    const whole = { share: 1, duty: 0.4, tradeCost: 0.9 };
    const parts = [0.2, 0.3, 0.5].map((share) => ({ ...whole, share }));
    const one = createTradeModel(economy).solve({
      cells: [{ ...cell, bundles: [whole] }],
    });
    const three = createTradeModel(economy).solve({
      cells: [{ ...cell, bundles: parts }],
    });
    expect(difference(three.flow, one.flow)).toBeLessThan(1e-12);
  });

  it('shuts a flow altogether under a ban and moves its trade elsewhere', () => {
    const economy = randomEconomy(11, { regions: 4, traded: 3, sheltered: 2 });
    const cells = [0, 1, 2].map((sector) => ({
      importer: 1,
      exporter: 0,
      sector,
      bundles: [{ share: 1, duty: Infinity, tradeCost: 1 }],
    }));
    const { flow } = createTradeModel(economy).solve({ cells });
    for (const sector of [0, 1, 2]) {
      expect(flow[(1 * 4 + 0) * 5 + sector]).toBe(0);
      expect(flow[(1 * 4 + 2) * 5 + sector]).toBeGreaterThan(economy.flow[(1 * 4 + 2) * 5 + sector]!);
    }
  });

  it('finds no equilibrium where a region may sell nothing abroad but goes on wanting to buy', () => {
    const economy = randomEconomy(11, { regions: 4, traded: 3, sheltered: 2 });
    const cells = [1, 2, 3].flatMap((importer) =>
      [0, 1, 2].map((sector) => ({
        importer,
        exporter: 0,
        sector,
        bundles: [{ share: 1, duty: Infinity, tradeCost: 1 }],
      })),
    );
    const model = createTradeModel(balanceEconomy(economy, 'balanced'));
    expect(() => model.solve({ cells })).toThrow(
      'no equilibrium exists: R0 may sell nothing abroad, so nothing pays for its imports',
    );
  });

  it('says so when a region is left without a supplier', () => {
    const economy = oneSectorEconomy(4);
    const N = economy.regions.length;
    const noHome: Economy = {
      ...economy,
      flow: economy.flow.map((value, cell) => (cell === 0 ? 0 : value)),
    };
    const cells = [1, 2].map((exporter) => ({
      importer: 0,
      exporter,
      sector: 0,
      bundles: [{ share: 1, duty: Infinity, tradeCost: 1 }],
    }));
    expect(N).toBe(3);
    expect(() => createTradeModel(noHome).solve({ cells })).toThrow(
      'no equilibrium exists: nobody is left to supply R0 with S0 (Sector 0)',
    );
  });

  it('needs no more than a look from the solution itself, and less from a near one than from the base', () => {
    const economy = randomEconomy(3, { regions: 4, traded: 4, sheltered: 1 });
    const model = createTradeModel(economy);
    const duty = (rate: number): TradeShock => ({
      cells: [0, 1, 2, 3].flatMap((sector) =>
        [1, 2, 3].map((exporter) => ({
          importer: 0,
          exporter,
          sector,
          bundles: [{ share: 1, duty: rate, tradeCost: 1 }],
        })),
      ),
    });
    const start = model.solve(duty(0.6), { tolerance: 1e-12 });
    const again = model.solve(duty(0.6), { start });
    expect(again.sweeps).toBe(1);
    expect(difference(again.flow, start.flow)).toBeLessThan(1e-11);
    const near = model.solve(duty(0.601), { start });
    const fromBase = model.solve(duty(0.601));
    expect(near.sweeps).toBeLessThan(fromBase.sweeps - 2);
    expect(difference(near.flow, fromBase.flow)).toBeLessThan(1e-8);
  });

  // What all at once, however carefully, does not come to: the first two are reached through parts of the shock
  // alone, the others from a start close by, the last of them from within 1e-5.
  it.each([
    { seed: 780, banned: 0.25, duty: 1.25 },
    { seed: 780, banned: 0.75, duty: 1.75 },
    { seed: 55, banned: 0.5, duty: 3 },
    { seed: 80, banned: 0.5, duty: 1 },
    { seed: 80, banned: 0.9, duty: 0 },
  ])(
    'solves trade one way, R0 selling under a ban of $banned and a duty of $duty: economy $seed',
    (given) => {
      const economy = randomEconomy(given.seed, { regions: 2, traded: 1, sheltered: 0 });
      const model = createTradeModel(economy);
      const ban = (share: number) => ({ share, duty: Infinity, tradeCost: 1 });
      const rest = { share: 1 - given.banned, duty: given.duty, tradeCost: 1 };
      const shock: TradeShock = {
        cells: [
          { importer: 0, exporter: 1, sector: 0, bundles: [ban(1)] },
          { importer: 1, exporter: 0, sector: 0, bundles: [ban(given.banned), rest] },
        ],
      };
      const result = model.solve(shock);
      // Trade one way is worth the surplus that is held.
      expect(result.flow[2]! / -economy.deficit[0]!).toBeCloseTo(1, 7);
      expect(largestResidual(economy, model.elasticity, shock, result)).toBeLessThan(1e-8);
    },
  );

  it('leaves the model as it was: the same shock gives the same bytes', () => {
    const economy = randomEconomy(3, { regions: 4, traded: 4, sheltered: 1 });
    const model = createTradeModel(economy);
    const shock: TradeShock = {
      cells: [
        {
          importer: 0,
          exporter: 1,
          sector: 0,
          bundles: [{ share: 1, duty: 0.5, tradeCost: 1 }],
        },
      ],
    };
    const first = model.solve(shock);
    model.solve({
      cells: [
        {
          importer: 2,
          exporter: 1,
          sector: 2,
          bundles: [{ share: 1, duty: 5, tradeCost: 1 }],
        },
      ],
    });
    expect(model.solve(shock)).toEqual(first);
  });
});

describe('a wedge', () => {
  it('is below what the average duty of its bundles would give, in price and in revenue', () => {
    // 60% of a cell at 50%, the rest free, θ = 3.14 (steel): the closed forms of Λ and f'.
    const theta = 3.14;
    const split = wedgeOf(
      [
        { share: 0.6, duty: 0.5, tradeCost: 1 },
        { share: 0.4, duty: 0, tradeCost: 1 },
      ],
      0,
      theta,
    );
    const average = wedgeOf([{ share: 1, duty: 0.3, tradeCost: 1 }], 0, theta);
    expect(split.weight).toBeCloseTo(0.6 * 1.5 ** -theta + 0.4, 12);
    expect(average.weight).toBeCloseTo(1.3 ** -theta, 12);
    // What buyers of this flow alone would see, Λ^(−1/θ) − 1: 19.7% against 30%.
    const priceRise = (weight: number) => weight ** (-1 / theta) - 1;
    expect(priceRise(split.weight)).toBeCloseTo(0.197, 3);
    expect(priceRise(average.weight)).toBeCloseTo(0.3, 12);
    // Duty collected per dollar before duty, 1/f' − 1, and per dollar of base expenditure, Λ (1 − f').
    const revenue = ({ weight, kept }: typeof split) => weight * (1 - kept);
    expect(1 / split.kept - 1).toBeLessThan(1 / average.kept - 1);
    expect(revenue(split) / revenue(average)).toBeCloseTo(0.553, 3);
  });

  it('is zero for a ban and never divides by it', () => {
    expect(wedgeOf([{ share: 1, duty: Infinity, tradeCost: 1 }], 0.1, 5)).toEqual({ weight: 0, kept: 1 });
  });
});

/** The result, or nothing where there is said to be none; any other failure is a failure of the test. */
function attempt<Result>(solve: () => Result): Result | undefined {
  try {
    return solve();
  } catch (error) {
    if (error instanceof EquilibriumError || /damped iteration/.test(String(error))) return undefined;
    throw error;
  }
}

function reversed(economy: Economy): Economy {
  const turn = (values: Float64Array) => values.slice().reverse();
  return {
    ...economy,
    regions: [...economy.regions].reverse(),
    sectors: [...economy.sectors].reverse(),
    flow: turn(economy.flow),
    duty: turn(economy.duty),
    valueAddedShare: turn(economy.valueAddedShare),
    inputShare: turn(economy.inputShare),
    finalShare: turn(economy.finalShare),
    valueAdded: turn(economy.valueAdded),
    deficit: turn(economy.deficit),
    elasticities: new Map([['central', turn(economy.elasticities.get('central')!)]]),
  };
}

/** Three regions, one good made by labour alone, free and balanced trade. */
function oneSectorEconomy(theta: number): Economy {
  const base = randomEconomy(5, { regions: 3, traded: 1, sheltered: 0 });
  // A symmetric matrix of flows balances every region's trade.
  const flow = Float64Array.from([70, 20, 10, 20, 200, 30, 10, 30, 400]);
  return {
    ...base,
    flow,
    duty: new Float64Array(9),
    valueAddedShare: new Float64Array(3).fill(1),
    inputShare: new Float64Array(3),
    finalShare: new Float64Array(3).fill(1),
    valueAdded: Float64Array.from([100, 250, 440]),
    deficit: new Float64Array(3),
    elasticities: new Map([['central', Float64Array.of(theta)]]),
  };
}
