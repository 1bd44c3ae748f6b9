import type { ReducedModel } from './reduced-model.ts';
import type { SweepState } from './sweeps.ts';

/**
 * The world after a shock. Hats are ratios to the economy it was solved from; money is in that economy's unit, with
 * world value added at its base value as the numeraire. Layouts as in `Economy`.
 */
export interface Equilibrium {
  /** ŵ, `[n]`. */
  readonly wage: Float64Array;
  /** P̂ of each sector's composite to its buyers and ĉ of the home product, `[n·J + j]`. */
  readonly price: Float64Array;
  readonly unitCost: Float64Array;
  /** X', duties included, and Y', `[n·J + j]`. */
  readonly expenditure: Float64Array;
  readonly output: Float64Array;
  /** Value of each flow before duty, `[(n·N + i)·J + j]`. */
  readonly flow: Float64Array;
  /** I', final expenditure, and the duties in it, `[n]`. */
  readonly income: Float64Array;
  readonly tariffRevenue: Float64Array;
  /** Π_j P̂_nj^α_nj, `[n]`. */
  readonly consumerPrices: Float64Array;
  /** Ŵ = (I'/I)/Π_j P̂_nj^α_nj: one plus the equivalent variation over base income, `[n]`. */
  readonly realIncome: Float64Array;
  readonly sweeps: number;
  /** Largest residual of any equation that the solver left. */
  readonly residual: number;
}

/** Writes out the solution that `state` holds, sheltered sectors included. */
export function readEquilibrium(
  model: ReducedModel,
  state: SweepState,
  sweeps: number,
  residual: number,
): Equilibrium {
  const { economy, N, T, traded, sheltered, leontief, income: baseIncome } = model;
  const J = economy.sectors.length;
  const S = sheltered.length;
  const { inputShare, valueAddedShare, finalShare } = economy;

  const wage = state.logWage.map(Math.exp);
  const income = state.income.slice();
  const logPrice = new Float64Array(N * J);
  const unitCost = new Float64Array(N * J);
  const expenditure = new Float64Array(N * J);
  const output = new Float64Array(N * J);
  const flow = new Float64Array(N * N * J);

  // Region by region, so that the strided writes of a region's imports stay within a few kilobytes.
  for (let n = 0; n < N; n++) {
    for (let t = 0; t < T; t++) {
      const j = traded[t]!;
      const own = n * T + t;
      logPrice[n * J + j] = state.logPrice[own]!;
      expenditure[n * J + j] = state.expenditure[own]!;
      output[n * J + j] = state.sales[own]!;
      unitCost[n * J + j] = Math.exp(Math.log(state.costFactor[t * N + n]!) * model.negativeInverse[t]!);
      const perWeight = state.expenditure[own]! / state.priceFactor[t * N + n]!;
      const row = (t * N + n) * N;
      let at = n * N * J + j;
      for (let i = 0; i < N; i++, at += J) {
        flow[at] = state.keptWeight[row + i]! * state.costFactor[t * N + i]! * perWeight;
      }
    }
  }

  const demand = new Float64Array(S);
  const cost = new Float64Array(S);
  for (let n = 0; n < N; n++) {
    for (let s = 0; s < S; s++) {
      const sector = sheltered[s]!;
      demand[s] = finalShare[n * J + sector]! * income[n]!;
      cost[s] = valueAddedShare[n * J + sector]! * state.logWage[n]!;
      for (const j of traded) {
        demand[s]! += inputShare[(n * J + sector) * J + j]! * output[n * J + j]!;
        cost[s]! += inputShare[(n * J + j) * J + sector]! * logPrice[n * J + j]!;
      }
    }
    for (let s = 0; s < S; s++) {
      let sold = 0;
      let logCost = 0;
      for (let r = 0; r < S; r++) {
        sold += leontief[(n * S + s) * S + r]! * demand[r]!;
        logCost += leontief[(n * S + r) * S + s]! * cost[r]!;
      }
      const at = n * J + sheltered[s]!;
      expenditure[at] = sold;
      output[at] = sold;
      flow[(n * N + n) * J + sheltered[s]!] = sold;
      logPrice[at] = logCost;
      unitCost[at] = Math.exp(logCost);
    }
  }

  const consumerPrices = new Float64Array(N);
  const realIncome = new Float64Array(N);
  for (let n = 0; n < N; n++) {
    let index = 0;
    for (let j = 0; j < J; j++) index += finalShare[n * J + j]! * logPrice[n * J + j]!;
    consumerPrices[n] = Math.exp(index);
    realIncome[n] = income[n]! / baseIncome[n]! / consumerPrices[n]!;
  }
  return {
    wage,
    price: logPrice.map(Math.exp),
    unitCost,
    expenditure,
    output,
    flow,
    income,
    tariffRevenue: state.revenue.slice(),
    consumerPrices,
    realIncome,
    sweeps,
    residual,
  };
}
