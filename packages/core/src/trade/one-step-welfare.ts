import type { Economy } from '../economy/economy.ts';
import type { Equilibrium } from './equilibrium.ts';

/** Caliendo and Parro's own first-order formula, in percent, `[n]`: for setting beside their published table only. */
export interface OneStepWelfare {
  readonly termsOfTrade: Float64Array;
  readonly volumeOfTrade: Float64Array;
  /** The sum of the two, which their Table 2 prints as the welfare effect. */
  readonly total: Float64Array;
}

/**
 * The decomposition taken in one step with base-year weights, changes as ratios less one, as published. Over NAFTA's
 * tariff changes it gives Mexico 1.31% where the exact figure is 0.007%: use `decomposeWelfare` for results.
 */
export function oneStepWelfare(economy: Economy, equilibrium: Equilibrium): OneStepWelfare {
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const income = economy.valueAdded.map((value, n) => value + economy.deficit[n]!);
  for (let n = 0; n < N; n++) {
    for (let cell = n * N * J; cell < (n + 1) * N * J; cell++)
      income[n]! += economy.flow[cell]! * economy.duty[cell]!;
  }
  const termsOfTrade = new Float64Array(N);
  const volumeOfTrade = new Float64Array(N);
  for (let n = 0; n < N; n++) {
    for (let i = 0; i < N; i++) {
      for (let j = 0; j < J; j++) {
        const cell = (n * N + i) * J + j;
        const before = economy.flow[cell]!;
        if (before === 0) continue;
        const cost = equilibrium.unitCost[i * J + j]! - 1;
        termsOfTrade[n]! -= (100 * before * cost) / income[n]!;
        termsOfTrade[i]! += (100 * before * cost) / income[i]!;
        const volume = equilibrium.flow[cell]! / before - 1 - cost;
        volumeOfTrade[n]! += (100 * economy.duty[cell]! * before * volume) / income[n]!;
      }
    }
  }
  return {
    termsOfTrade,
    volumeOfTrade,
    total: termsOfTrade.map((value, n) => value + volumeOfTrade[n]!),
  };
}
