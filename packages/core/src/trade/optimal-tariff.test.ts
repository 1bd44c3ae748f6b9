import { describe, expect, it } from 'vitest';
import { twoAlike } from '../../tests/two-alike.ts';
import {
  optimalTariff,
  symmetricNashTariff,
  type TwoCountryWorld,
  twoCountryEquilibrium,
} from './optimal-tariff.ts';
import { createTradeModel } from './trade-model.ts';

// Published model, worked out apart: two countries alike, one sector, iceberg cost τ, trade elasticity ε.
const cases = [
  { elasticity: 5, tradeCost: 2, optimal: 0.203772, nash: 0.202072, cost: -0.1609 },
  { elasticity: 4, tradeCost: 1.5, optimal: 0.278777, nash: 0.265231, cost: -1.1321 },
];

describe.each(cases)('two countries with ε = $elasticity, τ = $tradeCost', (given) => {
  const world: TwoCountryWorld = given;

  it('have the optimal tariff of the closed form', () => {
    const { rate, realIncome } = optimalTariff(world);
    expect(rate).toBeCloseTo(given.optimal, 6);
    // 1/(ε λ_jj), the partner without a duty.
    const { homeShare } = twoCountryEquilibrium(world, [rate, 0]);
    expect(rate).toBeCloseTo(1 / (world.elasticity * homeShare[1]), 12);
    expect(realIncome[0]).toBeGreaterThan(1);
    expect(realIncome[1]).toBeLessThan(1);
  });

  it('have the Nash tariff of the closed form, and lose by it what it says', () => {
    const { rate, realIncome } = symmetricNashTariff(world);
    expect(rate).toBeCloseTo(given.nash, 6);
    expect(100 * (realIncome[0] - 1)).toBeCloseTo(given.cost, 4);
    expect(realIncome[1]).toBeCloseTo(realIncome[0], 12);
  });

  it('gain by no other duty, whatever the partner’s', () => {
    for (const partner of [0, 0.1, given.nash, 1]) {
      const { rate } = optimalTariff(world, partner);
      const gained = (own: number) => twoCountryEquilibrium(world, [own, partner]).realIncome[0];
      expect(highest(gained)).toBeCloseTo(rate, 5);
    }
  });

  it('find the same in the trade model, which knows nothing of the closed form', () => {
    const model = createTradeModel(twoAlike(world));
    const realIncome = (duties: readonly [number, number]) =>
      model.solve({ cells: duties.map((duty, n) => cell(n, duty)) }, { tolerance: 1e-12 }).realIncome;
    expect(highest((own) => realIncome([own, 0])[0])).toBeCloseTo(given.optimal, 5);
    expect(highest((own) => realIncome([own, given.nash])[0])).toBeCloseTo(given.nash, 5);
    expect(100 * (realIncome([given.nash, given.nash])[0] - 1)).toBeCloseTo(given.cost, 4);
    // The whole equilibrium agrees, not only its best point.
    const base = twoCountryEquilibrium(world, [0, 0]);
    for (const duties of [[0.3, 0.05] as const, [0, 2] as const]) {
      const own = twoCountryEquilibrium(world, duties);
      const theirs = realIncome(duties);
      own.realIncome.forEach((value, n) => {
        expect(value / base.realIncome[n]).toBeCloseTo(theirs[n], 9);
      });
    }
  });
});

describe('a best tariff', () => {
  it('is lower where buyers turn away faster, and higher where borders are easier to cross', () => {
    const rate = (elasticity: number, tradeCost: number) => optimalTariff({ elasticity, tradeCost }).rate;
    expect(rate(8, 2)).toBeLessThan(rate(5, 2));
    expect(rate(5, 1.2)).toBeGreaterThan(rate(5, 2));
    // Without any trade to speak of the partner sells all at home: 1/ε.
    expect(rate(5, 1000)).toBeCloseTo(1 / 5, 12);
  });

  it('takes a world that makes sense', () => {
    expect(() => optimalTariff({ elasticity: 0, tradeCost: 2 })).toThrow('positive, not 0');
    expect(() => optimalTariff({ elasticity: 5, tradeCost: 0.9 })).toThrow('at least 1, not 0.9');
    expect(() => optimalTariff({ elasticity: 5, tradeCost: 2 }, -0.1)).toThrow('at least 0, not 0.2, -0.1');
  });
});

/** Where a function with one peak between 0 and 1 is highest, by thirds. */
function highest(value: (rate: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const [one, other] = [low + (high - low) / 3, high - (high - low) / 3];
    if (value(one) < value(other)) low = one;
    else high = other;
  }
  return (low + high) / 2;
}

const cell = (importer: number, duty: number) => ({
  importer,
  exporter: 1 - importer,
  sector: 0,
  bundles: [{ share: 1, duty, tradeCost: 1 }],
});
