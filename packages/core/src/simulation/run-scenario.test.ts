import { describe, expect, it } from 'vitest';
import { madeEconomy, madeLaw, madeScenario, quarterOnAll } from '../../tests/made-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { balanceEconomy } from '../trade/balance-economy.ts';
import { EquilibriumError } from '../trade/equilibrium-error.ts';
import { createTradeModel } from '../trade/trade-model.ts';
import { runScenario } from './run-scenario.ts';

const run = (parts: Partial<Scenario> = {}) => runScenario(madeEconomy, madeLaw, madeScenario(parts));
const J = madeEconomy.sectors.length;
/** R0's imports of S0 from R1. */
const cell = J;

const farthest = (a: Float64Array, b: Float64Array) =>
  a.reduce((worst, value, at) => Math.max(worst, Math.abs(value - b[at]!) / (Math.abs(b[at]!) + 1e-9)), 0);

describe('a run of a case', () => {
  it('gives equal results for the same case twice, whatever ran in between', () => {
    const first = run();
    run({ changes: [{ ...quarterOnAll, rate: 4 }], deficits: 'balanced' });
    expect(run()).toEqual(first);
  });

  it('is plain data: a clone of it is equal', () => {
    const result = run();
    expect(structuredClone(result)).toEqual(result);
  });

  it('solves a law once however many years it lasts, and again when it changes', () => {
    expect(run().solves.count).toBe(1);
    expect(run({ changes: [] }).solves.count).toBe(1);
    // Base duties in 2001 and 2002, half of 2003, the duty from 2004 on.
    expect(run({ changes: [{ ...quarterOnAll, on: '2003-07-02' }] }).solves.count).toBe(3);
    expect(run().solves.worstResidual).toBeLessThan(1e-10);
  });

  it('reports the largest residual that any of its laws left', () => {
    // The base solves itself and leaves next to nothing; the duty from 2003 on leaves more.
    const ofBase = run({ changes: [] }).solves.worstResidual;
    const { count, worstResidual } = run({ changes: [{ ...quarterOnAll, on: '2003-01-01' }] }).solves;
    expect(count).toBe(2);
    expect(worstResidual).toBeGreaterThan(10 * ofBase);
  });

  it('has the long run of the law of 31 December, be it that day old', () => {
    const { longRun, transition } = run({ changes: [{ ...quarterOnAll, on: '2005-12-31' }] });
    expect(longRun.statutoryDuty[cell]).toBeCloseTo(madeEconomy.duty[cell]! + 0.25, 12);
    expect(farthest(longRun.flow, run().longRun.flow)).toBeLessThan(1e-8);
    // The year as a whole has hardly seen the duty.
    const gone = 1 - transition.at(-1)!.flow[cell]! / madeEconomy.flow[cell]!;
    expect(gone).toBeLessThan(0.01 * (1 - longRun.flow[cell]! / madeEconomy.flow[cell]!));
  });

  it('drops what a ban of two years stops in its first year alone', () => {
    const { scope, on } = quarterOnAll;
    const { base, longRun, transition } = run({
      changes: [{ verb: 'ban', share: 0.2, scope, on }],
      horizon: 2002,
    });
    const target = longRun.flow[cell]!;
    const first = (0.8 * base.flow[cell]!) ** 0.64 * target ** 0.36;
    expect(transition[0]!.flow[cell]! / first).toBeCloseTo(1, 8);
    expect(transition[1]!.flow[cell]! / (first ** 0.64 * target ** 0.36)).toBeCloseTo(1, 8);
  });

  it('has one long run under a law that does not change, and goes there by φ of the gap a year', () => {
    const result = run();
    expect(result.transition.map(({ year }) => year)).toEqual([2001, 2002, 2003, 2004, 2005]);
    const gap = (value: number) => Math.log(value / result.longRun.flow[cell]!);
    for (const { year, flow } of result.transition) {
      const expected = 0.64 ** (year - 2000) * gap(result.base.flow[cell]!);
      expect(gap(flow[cell]!)).toBeCloseTo(expected, 8);
    }
  });

  it('is in the long run of each year at once where φ is 1', () => {
    const result = run({ transitionSpeed: 1 });
    for (const { flow } of result.transition) expect(farthest(flow, result.longRun.flow)).toBeLessThan(1e-12);
  });

  it('agrees with the model that it calls', () => {
    const bundles = (sector: number) => [
      { share: 1, duty: madeEconomy.duty[cell + sector]! + 0.25, tradeCost: 1 },
    ];
    const cells = [0, 1, 2].map((sector) => ({ importer: 0, exporter: 1, sector, bundles: bundles(sector) }));
    const { flow, realIncome } = createTradeModel(madeEconomy).solve({ cells });
    const { longRun } = run();
    expect(farthest(longRun.flow, flow)).toBeLessThan(1e-9);
    expect(farthest(longRun.realIncome, realIncome)).toBeLessThan(1e-9);
    expect(longRun.statutoryDuty[cell]).toBeCloseTo(madeEconomy.duty[cell]! + 0.25, 12);
    // One bundle: what is paid is what the law says.
    expect(longRun.effectiveDuty[cell]).toBeCloseTo(longRun.statutoryDuty[cell]!, 12);
  });

  it('stays at the base where nothing changes', () => {
    const { base, longRun, welfare } = run({ changes: [] });
    expect(farthest(longRun.flow, base.flow)).toBeLessThan(1e-9);
    expect(farthest(longRun.volume, base.flow)).toBeLessThan(1e-9);
    for (const value of welfare.total) expect(Math.abs(value)).toBeLessThan(1e-7);
  });

  it('starts from balanced trade where deficits are balanced', () => {
    const { base, longRun } = run({ deficits: 'balanced' });
    const expected = balanceEconomy(madeEconomy, 'balanced').flow;
    expect(farthest(base.flow, expected)).toBeLessThan(1e-9);
    const N = madeEconomy.regions.length;
    for (const { flow } of [base, longRun]) {
      for (let n = 0; n < N; n++) {
        let net = 0;
        for (let i = 0; i < N; i++)
          for (let j = 0; j < J; j++) net += flow[(n * N + i) * J + j]! - flow[(i * N + n) * J + j]!;
        expect(Math.abs(net)).toBeLessThan(1e-6 * madeEconomy.valueAdded[n]!);
      }
    }
  });

  it('takes the elasticities that the case gives for a sector', () => {
    const { base, longRun } = run({ elasticities: { set: 'central', sectors: { S0: 8 } } });
    const other = run({ elasticities: { set: 'central', sectors: { S0: 2 } } });
    const fall = (flow: Float64Array) => flow[cell]! / base.flow[cell]!;
    expect(fall(longRun.flow)).toBeLessThan(fall(other.longRun.flow));
  });

  it('names the case that has no equilibrium', () => {
    const everyone = madeEconomy.regions.map(({ code }) => code);
    const goods = ['S0', 'S1', 'S2'];
    const ban = { verb: 'ban', share: 1, on: '2001-01-01' } as const;
    const changes = [{ ...ban, scope: { importers: everyone, exporters: ['R1'], sectors: goods } }];
    const blockade = () => run({ changes, deficits: 'balanced' });
    expect(blockade).toThrow(EquilibriumError);
    expect(blockade).toThrow('made.yaml: no equilibrium exists: R1 may sell nothing abroad');
  });
});
