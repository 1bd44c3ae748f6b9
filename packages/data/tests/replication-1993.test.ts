import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  balanceEconomy,
  createTradeModel,
  decomposeWelfare,
  type Economy,
  type Equilibrium,
  oneStepWelfare,
  type ShockedCell,
  type TradeModel,
  type TradeShock,
} from '@usmca-sim/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { economyIn } from '../src/index.ts';
import { type Cp1993, convertCp1993, cp1993Available, cp1993Folder } from './convert-cp1993.js';
import { resultRows, resultsAvailable, worstDifference } from './independent-results.ts';

const available = cp1993Available && resultsAvailable('cp1993');
if (!available) console.warn('The 1993 data or the results for them are not beside the checkout: skipped.');

/** The exercise under one closure: 1993 duties solved first, then the NAFTA tariff changes. */
interface Exercise {
  readonly base: Economy;
  readonly model: TradeModel;
  readonly before: Equilibrium;
  readonly after: Equilibrium;
}

const N = 31;
const J = 40;
const tight = { tolerance: 1e-12 };

/** NAFTA's tariff changes carried out in part, each duty moved in a straight line: 0 is 1993, 1 is 2005. */
function tariffChanges({ tariff, naftaTariff }: Cp1993, part: number): TradeShock {
  const cells: ShockedCell[] = [];
  tariff.forEach((rate, at) => {
    if (rate === naftaTariff[at]) return;
    const duty = rate + part * (naftaTariff[at]! - rate);
    const pair = Math.floor(at / J);
    cells.push({
      importer: Math.floor(pair / N),
      exporter: pair % N,
      sector: at % J,
      bundles: [{ share: 1, duty, tradeCost: 1 }],
    });
  });
  return { cells };
}

// Results of an R/C++ implementation and of the authors' own code, which agree with each other to 15 digits.
describe.skipIf(!available)('Caliendo and Parro (2015), NAFTA, 31 regions by 40 sectors', () => {
  const folder = mkdtempSync(join(tmpdir(), 'usmca-sim-replication-'));
  let data: Cp1993;
  let exercises: Record<'nodef' | 'def', Exercise>;

  beforeAll(() => {
    data = convertCp1993(cp1993Folder, folder);
    const economy = economyIn(folder);
    const run = (deficits: 'balanced' | 'held'): Exercise => {
      const base = balanceEconomy(economy, deficits);
      const model = createTradeModel(base);
      return {
        base,
        model,
        before: model.solve({ cells: [] }, tight),
        after: model.solve(tariffChanges(data, 1), tight),
      };
    };
    exercises = { nodef: run('balanced'), def: run('held') };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe.each([
    { closure: 'nodef', title: 'deficits removed' },
    { closure: 'def', title: 'deficits kept' },
  ] as const)('$title', ({ closure }) => {
    test('wage, consumer prices, income and exact welfare of every region agree to 1e-8', () => {
      const { before, after } = exercises[closure];
      const worst = worstDifference();
      const rows = resultRows(`cp1993/expected_nafta_${closure}_regions.csv`);
      expect(rows).toHaveLength(N);
      for (const row of rows) {
        const n = Number(row['region_index']);
        worst.add(after.wage[n]!, Number(row['w_hat']));
        worst.add(after.consumerPrices[n]!, Number(row['P_hat']));
        worst.add(before.income[n]!, Number(row['I_bln']));
        worst.add(after.income[n]!, Number(row['I_cfl']));
        worst.add(after.realIncome[n]!, Number(row['W_hat_exact']));
        const realWage = after.wage[n]! / after.consumerPrices[n]!;
        worst.add(realWage, 1 + Number(row['realwage_pct']) / 100);
      }
      expect(worst.value).toBeLessThan(1e-8);
    });

    test('price, unit cost and expenditure of every sector agree to 1e-8', () => {
      const { before, after } = exercises[closure];
      const worst = worstDifference();
      const rows = resultRows(`cp1993/expected_nafta_${closure}_region_sector.csv`);
      expect(rows).toHaveLength(N * J);
      for (const row of rows) {
        const at = Number(row['region_index']) * J + Number(row['sector_index']);
        worst.add(after.unitCost[at]!, Number(row['c_hat']));
        worst.add(after.price[at]!, Number(row['P_hat']));
        worst.add(before.expenditure[at]!, Number(row['X_bln']));
        worst.add(after.expenditure[at]!, Number(row['X_cfl']));
      }
      expect(worst.value).toBeLessThan(1e-8);
    });

    test('both terms of the one-step formula agree to 1e-8 of a percent in every region', () => {
      const { base, after } = exercises[closure];
      const { termsOfTrade, volumeOfTrade, total } = oneStepWelfare(base, after);
      for (const row of resultRows(`cp1993/expected_nafta_${closure}_regions.csv`)) {
        const n = Number(row['region_index']);
        expect(Math.abs(termsOfTrade[n]! - Number(row['tot_pct']))).toBeLessThan(1e-8);
        expect(Math.abs(volumeOfTrade[n]! - Number(row['vot_pct']))).toBeLessThan(1e-8);
        expect(Math.abs(total[n]! - Number(row['welfare_pct']))).toBeLessThan(1e-8);
      }
    });
  });

  test('all 38,440 flows and expenditure shares agree to 1e-8, before and after', () => {
    const { base, before, after } = exercises.nodef;
    const flows = worstDifference();
    const shares = worstDifference();
    const rows = resultRows('cp1993/expected_nafta_nodef_trade.csv');
    expect(rows).toHaveLength(N * N * J);
    for (const row of rows) {
      const n = Number(row['importer_index']);
      const j = Number(row['sector_index']);
      const at = (n * N + Number(row['exporter_index'])) * J + j;
      flows.add(before.flow[at]!, Number(row['trade_bln']));
      flows.add(after.flow[at]!, Number(row['trade_cfl']));
      const spentOn = (flow: number, duty: number, { expenditure }: Equilibrium) =>
        (flow * (1 + duty)) / expenditure[n * J + j]!;
      shares.add(spentOn(before.flow[at]!, base.duty[at]!, before), Number(row['pi_bln']));
      shares.add(spentOn(after.flow[at]!, Number(row['tau_cfl']), after), Number(row['pi_cfl']));
    }
    expect(flows.value).toBeLessThan(1e-8);
    expect(shares.value).toBeLessThan(1e-8);
  });

  // Their Table 2 prints -0.06, 1.31 and 0.08 for welfare and 0.32, 1.72 and 0.11 for real wages.
  test.each([
    { region: 'CAN', formula: -0.0638, realWage: 0.3228, exact: -0.1101, withDeficits: -0.0405 },
    { region: 'MEX', formula: 1.3121, realWage: 1.7153, exact: 0.0073, withDeficits: 1.1743 },
    { region: 'USA', formula: 0.0848, realWage: 0.1124, exact: 0.0741, withDeficits: 0.085 },
  ])(
    '$region: one-step $formula%, real wage $realWage%, exact $exact%, deficits kept $withDeficits%',
    (printed) => {
      const { base, after } = exercises.nodef;
      const n = base.regions.findIndex(({ code }) => code === printed.region);
      expect(oneStepWelfare(base, after).total[n]).toBeCloseTo(printed.formula, 4);
      expect(100 * (after.wage[n]! / after.consumerPrices[n]! - 1)).toBeCloseTo(printed.realWage, 4);
      expect(100 * (after.realIncome[n]! - 1)).toBeCloseTo(printed.exact, 4);
      const kept = exercises.def;
      expect(oneStepWelfare(kept.base, kept.after).total[n]).toBeCloseTo(printed.withDeficits, 4);
    },
  );

  // Each step takes the formula with the data of the step before as its base.
  test.each([
    { steps: 4, mexico: 0.318 },
    { steps: 16, mexico: 0.084 },
    { steps: 64, mexico: 0.026 },
  ])(
    'the formula summed over $steps equal steps of the duties gives Mexico $mexico%',
    ({ steps, mexico }) => {
      const { base, model, before } = exercises.nodef;
      let last = before;
      let sum = 0;
      for (let step = 1; step <= steps; step++) {
        const next = model.solve(tariffChanges(data, step / steps), { start: last });
        const duty = base.duty.map(
          (rate, at) => rate + ((step - 1) / steps) * (data.naftaTariff[at]! - rate),
        );
        const valueAdded = base.valueAdded.map((value, n) => value * last.wage[n]!);
        const reached = { ...base, flow: last.flow, duty, valueAdded };
        const from = last.unitCost;
        const moved = { ...next, unitCost: next.unitCost.map((cost, at) => cost / from[at]!) };
        sum += oneStepWelfare(reached, moved).total[19]!;
        last = next;
      }
      expect(Math.abs(sum - mexico)).toBeLessThan(0.0006);
    },
  );

  test('the integrated decomposition adds up to the exact figure in every region', () => {
    const { model, after } = exercises.nodef;
    const parts = decomposeWelfare(model, tariffChanges(data, 1), after);
    for (let n = 0; n < N; n++) {
      const sum = parts.termsOfTrade[n]! + parts.volumeOfTrade[n]!;
      expect(parts.tradeCosts[n]).toBe(0);
      expect(Math.abs(sum - 100 * Math.log(after.realIncome[n]!))).toBeLessThan(1e-6);
    }
    expect(parts.tolerance).toBeLessThan(1e-6);
  });
});
