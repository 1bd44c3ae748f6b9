import { describe, expect, it } from 'vitest';
import { madeEconomy, madeLaw, madeScenario } from '../../tests/made-scenario.ts';
import { createTradeModel } from '../trade/trade-model.ts';
import { noShock } from '../trade/trade-shock.ts';
import { valueAddedContent } from '../trade/value-added-content.ts';
import { runScenario } from './run-scenario.ts';

const N = madeEconomy.regions.length;
const J = madeEconomy.sectors.length;
const model = createTradeModel(madeEconomy);

// The model of the same economy, asked directly, gives the prices; what is tested is what is made of them.
describe('a state of the world', () => {
  it('gives volumes free of what delivery costs: flow over ĉ d̂, where one flow is a fifth cheaper to deliver', () => {
    const scope = { importers: ['R0'], exporters: ['R1'], sectors: ['S1'] };
    const cheaper = { verb: 'trade-cost', change: -0.2, scope, on: '2001-01-01' } as const;
    const { longRun } = runScenario(madeEconomy, madeLaw, madeScenario({ changes: [cheaper] }));
    const at = J + 1;
    const cell = { importer: 0, exporter: 1, sector: 1 };
    const bundles = [{ share: 1, duty: madeEconomy.duty[at]!, tradeCost: 0.8 }];
    const { flow, unitCost } = model.solve({ cells: [{ ...cell, bundles }] });
    for (let n = 0; n < N; n++)
      for (let i = 0; i < N; i++)
        for (let j = 0; j < J; j++) {
          const pair = (n * N + i) * J + j;
          const delivered = unitCost[i * J + j]! * (pair === at ? 0.8 : 1);
          expect(Math.abs(longRun.volume[pair]! - flow[pair]! / delivered)).toBeLessThan(
            1e-7 * flow[pair]! + 1e-12,
          );
        }
  });

  it('counts as content of the parties what either of them added', () => {
    const { base, longRun, parties } = runScenario(madeEconomy, madeLaw, madeScenario());
    expect(parties).toEqual([0, 1]);
    const before = model.solve(noShock);
    const cells = [0, 1, 2].map((sector) => ({
      importer: 0,
      exporter: 1,
      sector,
      bundles: [{ share: 1, duty: madeEconomy.duty[J + sector]! + 0.25, tradeCost: 1 }],
    }));
    const after = model.solve({ cells });
    for (const [state, equilibrium] of [
      [base, before],
      [longRun, after],
    ] as const) {
      const first = valueAddedContent(madeEconomy, equilibrium, [0]);
      const second = valueAddedContent(madeEconomy, equilibrium, [1]);
      for (let n = 0; n < N; n++) expect(state.partyContent[n]).toBeCloseTo(first[n]! + second[n]!, 7);
    }
  });
});
