import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeLaw, madeScenario } from '../../tests/made-scenario.ts';
import { type EconomySize, randomEconomy } from '../../tests/random-economy.ts';
import { twoAlike } from '../../tests/two-alike.ts';
import type { Economy } from '../economy/economy.ts';
import { runScenario } from '../simulation/run-scenario.ts';
import { type TariffWar, tariffWar } from '../simulation/tariff-war.ts';
import type { Change } from '../tariffs/change.ts';
import type { Equilibrium } from '../trade/equilibrium.ts';
import { symmetricNashTariff } from '../trade/optimal-tariff.ts';
import { createTradeModel } from '../trade/trade-model.ts';
import { bestResponse } from './best-response.ts';
import { closedForms } from './closed-forms.ts';
import { Curvature } from './curvature.ts';
import { DutyGame } from './duty-game.ts';
import { nashTariffs } from './nash-tariffs.ts';
import { regrets } from './regret.ts';
import { eightGroups, everySector, oneGroup, type SectorGroup } from './sector-groups.ts';
import type { TariffGame } from './tariff-game.ts';
import { TariffWarError } from './tariff-war-error.ts';

const peace = madeScenario({ changes: [] });
const warOf = (economy: Economy, groups = everySector(economy)) =>
  tariffWar(economy, madeLaw, peace, { groups });

// Closed forms of optimal-tariff.ts, which are published ones; here nothing knows of them.
describe.each([
  { elasticity: 5, tradeCost: 2, optimal: 0.203772, nash: 0.202072, cost: -0.1609 },
  { elasticity: 4, tradeCost: 1.5, optimal: 0.278777, nash: 0.265231, cost: -1.1321 },
])('two countries alike with ε = $elasticity, τ = $tradeCost', (world) => {
  const war = warOf(twoAlike(world));

  it('find the optimal tariff and the Nash tariff of the closed forms', () => {
    for (const { alone, rate } of war.tariffs) {
      expect(alone).toBeCloseTo(world.optimal, 6);
      expect(rate).toBeCloseTo(world.nash, 6);
      expect(rate).toBeCloseTo(symmetricNashTariff(world).rate, 6);
    }
  });

  it('lose alike, as much as the closed form says, and have nothing to regret', () => {
    for (const change of war.realIncome) expect(change).toBeCloseTo(world.cost, 4);
    expect(war.againstFreeTrade).toEqual(war.realIncome);
    expect(war.maximumRegret).toBeLessThan(1e-7);
    expect(war.search.otherWars).toEqual([]);
  });

  it('have the closed forms of their elasticity and home share beside the war', () => {
    const [form] = war.closedForms;
    expect(form!.nash).toBeCloseTo(world.nash, 6);
    expect(form!.homeShare).toBeCloseTo(1 / (1 + world.tradeCost ** -world.elasticity), 12);
    // λ_jj without duties: a little below that under the optimal tariff, so 1/(ε λ_jj) is a little above.
    expect(form!.optimal).toBeGreaterThan(world.optimal);
    expect(form!.optimal).toBeLessThan(1.1 * world.optimal);
  });

  it('gain alone, at the other’s expense', () => {
    war.alone.forEach(({ realIncome }, setter) => {
      expect(realIncome[setter]).toBeGreaterThan(0);
      expect(realIncome[1 - setter]).toBeLessThan(realIncome[setter]!);
      expect(realIncome[1 - setter]).toBeLessThan(0);
    });
  });
});

describe('three countries and two goods', () => {
  const economy = threeCountries();
  const war = warOf(economy);
  const rateOf = (importer: string, exporter: string, group: string) =>
    war.tariffs.find((one) => one.importer === importer && one.exporter === exporter && one.group === group)!
      .rate;

  it('come to the duties of a calculation made apart', () => {
    // In Python with numpy: the damped iteration on wages, best duties by golden sections, one at a time, to 1e-8.
    const found = [
      ['R0', 'R1', 0.309085],
      ['R0', 'R2', 0.316734],
      ['R1', 'R0', 0.272188],
      ['R1', 'R2', 0.294021],
      ['R2', 'R0', 0.294806],
      ['R2', 'R1', 0.28761],
    ] as const;
    for (const [importer, exporter, rate] of found) {
      // Without inputs the best duty on a partner is the same on all its goods, however they differ.
      expect(rateOf(importer, exporter, 'S0')).toBeCloseTo(rate, 5);
      expect(rateOf(importer, exporter, 'S1')).toBeCloseTo(rate, 5);
    }
    [-0.93068281, -3.59921978, -5.93988546].forEach((cost, n) => {
      expect(war.realIncome[n]).toBeCloseTo(cost, 5);
    });
  });

  it('cost what a run of the case with these duties costs', () => {
    const changes = war.tariffs.map(({ importer, exporter, group, rate }): Change => {
      const scope = { importers: [importer], exporters: [exporter], sectors: [group] };
      return { verb: 'impose', rate, share: 1, scope, usmca: 'applies', yieldsTo: [], on: '2001-01-01' };
    });
    const { realIncome } = runScenario(economy, madeLaw, { ...peace, changes }).longRun;
    const before = runScenario(economy, madeLaw, peace).longRun.realIncome;
    war.realIncome.forEach((cost, n) => {
      expect(100 * (realIncome[n]! / before[n]! - 1)).toBeCloseTo(cost, 7);
    });
  });

  it('come to the same war whoever is named first', () => {
    const order = [2, 0, 1];
    const other = warOf(reordered(economy, order));
    order.forEach((from, to) => {
      expect(other.realIncome[to]).toBeCloseTo(war.realIncome[from]!, 6);
    });
    const code = (region: string) => `R${order.indexOf(Number(region.slice(1)))}`;
    for (const { importer, exporter, group, rate } of war.tariffs) {
      const twin = other.tariffs.find(
        (one) => one.importer === code(importer) && one.exporter === code(exporter) && one.group === group,
      );
      expect(twin!.rate).toBeCloseTo(rate, 5);
    }
  });

  it('levy one duty a partner where goods are not told apart: here the same as on each', () => {
    const plain = warOf(economy, oneGroup(economy));
    expect(plain.tariffs).toHaveLength(6);
    for (const { importer, exporter, rate } of plain.tariffs) {
      expect(rate).toBeCloseTo(rateOf(importer, exporter, 'S0'), 5);
    }
  });

  it('know nothing of groups that nobody buys, nor of services', () => {
    const odd: SectorGroup[] = [
      ...everySector(economy),
      { id: 'unknown', name: 'Unknown', sectors: ['NONE'], because: 'Nothing is of it.' },
    ];
    const other = warOf(economy, odd);
    expect(other.tariffs).toEqual(war.tariffs);
    expect(war.tariffs.every(({ group }) => group !== 'S2')).toBe(true);
  });
});

describe('a tariff war in a random economy', () => {
  const size: EconomySize = { regions: 4, traded: 2, sheltered: 1 };

  it('leaves nobody anything to gain by any deviation', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, elsewhere, part) => {
          const economy = randomEconomy(seed, size);
          const war = warOf(economy);
          expect(war.maximumRegret).toBeLessThan(1e-6);
          for (const code of war.parties) {
            const own = war.tariffs.filter(({ importer }) => importer === code);
            const rates = own.map(({ rate }, k) => (1 - part) * rate + part * elsewhere[k % 4]!);
            const other = withRates(economy, war, code, rates);
            expect(other).toBeLessThan(war.realIncome[war.parties.indexOf(code)]! + 1e-6);
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('the search', () => {
  it('says so where answers chase each other, and gives no duties', () => {
    // Matching pennies over duties: one wants them alike, the other apart.
    const pennies: TariffGame = {
      players: 2,
      setBy: [0, 1],
      payoffs: ([x = 0, y = 0]) => Float64Array.of(-((x - y) ** 2), -((y - (x > 0.5 ? 0 : 1)) ** 2)),
    };
    const search = nashTariffs(pennies);
    const toTheEnd = () => {
      while (!search.next().done);
    };
    expect(toTheEnd).toThrow(TariffWarError);
  });

  it('finds what lies beyond a valley, where slopes do not lead', () => {
    // A small peak at 0.1 and a high one at ln 5, the rate 4 of the grid.
    const twoPeaks: TariffGame = {
      players: 1,
      setBy: [0],
      payoffs: ([x = 0]) =>
        Float64Array.of(
          0.2 * Math.exp(-((x - 0.1) ** 2) / 0.02) + Math.exp(-((x - Math.log(5)) ** 2) / 0.02),
        ),
    };
    expect(regrets(twoPeaks, Float64Array.of(0.1))[0]!.gain).toBeCloseTo(0.8, 3);
    const search = nashTariffs(twoPeaks);
    let step = search.next();
    while (!step.done) step = search.next();
    expect(step.value.point[0]).toBeCloseTo(Math.log(5), 4);
    expect(step.value.maximumRegret).toBeLessThan(1e-7);
  });
});

describe('duties at their bounds', () => {
  const settled = (game: TariffGame) => {
    const search = nashTariffs(game);
    for (;;) {
      const step = search.next();
      if (step.done) return step.value;
    }
  };

  it('stay at none or at the highest where a party would go beyond', () => {
    // Peaks at a subsidy of a tenth and beyond any duty.
    const { point } = settled({
      players: 2,
      setBy: [0, 1],
      payoffs: ([x = 0, y = 0]) => Float64Array.of(-((x + 0.1) ** 2), -((y - 5) ** 2)),
    });
    expect(point[0]).toBe(0);
    expect(point[1]).toBeCloseTo(Math.log1p(10), 9);
  });

  it('are pushed back where a step ends beyond', () => {
    const point = Float64Array.of(0.05);
    const game: TariffGame = {
      players: 1,
      setBy: [0],
      payoffs: ([x = 0]) => Float64Array.of(-((x + 1) ** 2)),
    };
    bestResponse(game, 0, point, new Curvature(1), 50);
    expect(point[0]).toBe(0);
    // At the bound nothing is steep that is free to move.
    expect(bestResponse(game, 0, point, new Curvature(1), 50).slope).toBe(0);
    const up: TariffGame = { ...game, payoffs: ([x = 0]) => Float64Array.of(x) };
    expect(bestResponse(up, 0, Float64Array.of(Math.log(11)), new Curvature(1), 50).slope).toBe(0);
  });

  it('settle in another war as well where there are two', () => {
    // Each answers low duties by 0.2 and those above 0.3 by 0.8: twice the rate of 0.2 is above.
    const answer = (x: number) => 0.2 + 0.6 / (1 + Math.exp(-60 * (x - 0.3)));
    const { point, others } = settled({
      players: 2,
      setBy: [0, 1],
      payoffs: ([x = 0, y = 0]) => Float64Array.of(-((x - answer(y)) ** 2), -((y - answer(x)) ** 2)),
    });
    for (const at of point) expect(at).toBeCloseTo(0.2, 2);
    expect(others).toHaveLength(1);
    for (const at of others[0]!) expect(at).toBeCloseTo(0.8, 2);
  });

  it('are each tried by itself', () => {
    // The high peak is where the first is at ln 5 and the second where it was.
    const game: TariffGame = {
      players: 1,
      setBy: [0, 0],
      payoffs: ([x = 0, y = 0]) =>
        Float64Array.of(Math.exp(-(((x - Math.log(5)) ** 2 + (y - 0.1) ** 2) / 0.02))),
    };
    const [regret] = regrets(game, Float64Array.of(0.1, 0.1));
    expect(regret!.gain).toBeCloseTo(1, 6);
    expect([...regret!.point]).toEqual([expect.closeTo(Math.log(5), 9), 0.1]);
  });
});

describe('the law under a war', () => {
  const economy = randomEconomy(3, { regions: 4, traded: 2, sheltered: 1 });
  const model = createTradeModel(economy);
  const bundle = (share: number, duty: number, tradeCost = 1) => ({ share, duty, tradeCost });
  const held = { importer: 0, exporter: 3, sector: 0, bundles: [bundle(0.4, 0.3, 1.1), bundle(0.6, 0.05)] };
  const taken = { importer: 0, exporter: 1, sector: 0, bundles: [bundle(0.5, 0.5, 1.2), bundle(0.5, 0)] };
  const instruments = [{ importer: 0, exporter: 1, group: 0, sectors: [0] }];
  const objectives = [0, 1].map(
    (n) =>
      ({ realIncome }: Equilibrium) =>
        realIncome[n]!,
  );

  it('keeps what nobody sets, and of what is set all but the duty', () => {
    const game = new DutyGame(model, { cells: [held, taken] }, [0, 1], instruments, objectives);
    const theta = model.elasticity[0]!;
    const tradeCost = (0.5 * 1.2 ** -theta + 0.5) ** (-1 / theta);
    const plain = model.solve({ cells: [held, { ...taken, bundles: [bundle(1, 0.2, tradeCost)] }] });
    const found = game.solve(Float64Array.of(Math.log(1.2)));
    plain.realIncome.forEach((income, n) => {
      expect(found.realIncome[n]).toBeCloseTo(income, 8);
    });
  });
});

describe('the closed forms beside a war', () => {
  it('are of what the importer buys of the partner, and of what the partner spends', () => {
    const economy = randomEconomy(3, { regions: 3, traded: 2, sheltered: 1 });
    const model = createTradeModel(economy);
    const { flow, duty } = economy;
    const at = (n: number, i: number, j: number) => (n * 3 + i) * 3 + j;
    for (const { importer, exporter, elasticity, homeShare, optimal } of closedForms(model, [0, 1])) {
      const [one, two] = [0, 1].map((j) => flow[at(importer, exporter, j)]!);
      const [steep, flat] = model.elasticity;
      expect(elasticity).toBeCloseTo((one! * steep! + two! * flat!) / (one! + two!), 12);
      const spent = [0, 1, 2].map((i) =>
        [0, 1].reduce((sum, j) => sum + flow[at(exporter, i, j)]! * (1 + duty[at(exporter, i, j)]!), 0),
      );
      expect(homeShare).toBeCloseTo(spent[exporter]! / (spent[0]! + spent[1]! + spent[2]!), 12);
      expect(optimal).toBeCloseTo(1 / (elasticity * homeShare), 12);
    }
  });
});

describe('the eight groups', () => {
  it('have every kind of goods once', () => {
    // The 22 goods of the economy of 2024, as the duties of a war by sector are 6 · 22 = 132.
    const goods = 'AGR CHM EEQ ELE ENE FMT FOO MAC MIN NFM NMM OMF OTE PAP PET PHA RUB STL TEX VEH VPT WOO';
    expect(eightGroups).toHaveLength(8);
    expect(
      eightGroups
        .flatMap(({ sectors }) => sectors)
        .sort()
        .join(' '),
    ).toBe(goods);
  });
});

/** Three regions, all of them parties, that make and spend on two goods without inputs or duties. */
function threeCountries(): Economy {
  // The equilibrium without duties of the calculation made apart, as it was printed.
  const flow = `
    138.036528359168 83.18355364013 21.806559545062 14.15339409639 10.220080635493 16.038497956628
    19.395273262635 14.060690308075 29.180970209353 31.898371330856 5.128592177939 7.745774010997
    9.478111068036 19.284457594827 2.495535008458 7.874841109737 8.771868263688 21.246901422528`;
  return {
    ...randomEconomy(5, { regions: 3, traded: 2, sheltered: 0 }),
    parties: [0, 1, 2],
    flow: Float64Array.from(flow.trim().split(/\s+/), Number),
    duty: new Float64Array(18),
    valueAddedShare: new Float64Array(6).fill(1),
    inputShare: new Float64Array(12),
    finalShare: Float64Array.of(0.6, 0.4, 0.5, 0.5, 0.3, 0.7),
    valueAdded: Float64Array.of(283.43861423, 107.4096713, 69.15171447),
    deficit: new Float64Array(3),
    elasticities: new Map([['central', Float64Array.of(5, 3)]]),
    accounts: 'to-be-balanced',
  };
}

/** The same economy with its regions in another order: the new one's `to` is the old one's `order[to]`. */
function reordered(economy: Economy, order: readonly number[]): Economy {
  const N = order.length;
  const J = economy.sectors.length;
  const cells = (values: Float64Array) =>
    Float64Array.from(values, (_, at) => {
      const [n, i] = [Math.floor(at / (N * J)), Math.floor(at / J) % N];
      return values[(order[n]! * N + order[i]!) * J + (at % J)]!;
    });
  const bySector = (values: Float64Array) =>
    Float64Array.from(values, (_, at) => values[order[Math.floor(at / J)]! * J + (at % J)]!);
  return {
    ...economy,
    flow: cells(economy.flow),
    duty: cells(economy.duty),
    finalShare: bySector(economy.finalShare),
    valueAdded: Float64Array.from(order, (from) => economy.valueAdded[from]!),
    deficit: Float64Array.from(order, (from) => economy.deficit[from]!),
  };
}

/** Real income of a party that alone leaves a war for other rates, in percent against the law. */
function withRates(economy: Economy, war: TariffWar, party: string, rates: readonly number[]): number {
  const left = [...rates];
  const model = createTradeModel(economy);
  const { regions, sectors } = economy;
  const at = (code: string) => regions.findIndex((region) => region.code === code);
  const { realIncome } = model.solve({
    cells: war.tariffs.map(({ importer, exporter, group, rate }) => ({
      importer: at(importer),
      exporter: at(exporter),
      sector: sectors.findIndex(({ code }) => code === group),
      bundles: [{ share: 1, duty: importer === party ? left.shift()! : rate, tradeCost: 1 }],
    })),
  });
  return 100 * (realIncome[at(party)]! - 1);
}
