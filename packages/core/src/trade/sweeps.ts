import { multiply, multiplyBothWays } from './kernels.ts';
import type { ReducedModel } from './reduced-model.ts';

/**
 * What a sweep reads and writes, allocated once and used for every solve. Layouts as in `ReducedModel`;
 * arrays marked `[j·N + n]` hold sector j of region n with regions along memory.
 */
export interface SweepState {
  /** π Λ and π Λ f': expenditure weights of this scenario, and what exporters receive of them. */
  readonly weight: Float64Array;
  readonly keptWeight: Float64Array;
  /** D', `[n]`. */
  readonly deficit: Float64Array;
  /** ln ŵ, `[n]`; ln P̂ and X', `[n·T + j]`. */
  readonly logWage: Float64Array;
  readonly logPrice: Float64Array;
  readonly expenditure: Float64Array;
  /** ĉ^(−θ) and P̂^(−θ), `[j·N + n]`. */
  readonly costFactor: Float64Array;
  readonly priceFactor: Float64Array;
  /** Y', `[n·T + j]`; I' and the duty paid to each region, `[n]`. */
  readonly sales: Float64Array;
  readonly income: Float64Array;
  readonly revenue: Float64Array;
  /** What the sweeps would have prices, `[n·T + j]`, expenditures, `[n·T + j]`, and ln wages, `[n]`, be. */
  readonly nextLogPrice: Float64Array;
  readonly nextExpenditure: Float64Array;
  readonly impliedLogWage: Float64Array;
  /** Scratch: `[j·N + n]`, and the last `[n·T + j]`. */
  readonly perWeight: Float64Array;
  readonly kept: Float64Array;
  readonly received: Float64Array;
  readonly inputCost: Float64Array;
}

export function createSweepState(model: ReducedModel): SweepState {
  const { N, T } = model;
  const cells = () => new Float64Array(T * N * N);
  const sectors = () => new Float64Array(N * T);
  const regions = () => new Float64Array(N);
  return {
    weight: cells(),
    keptWeight: cells(),
    deficit: regions(),
    logWage: regions(),
    logPrice: sectors(),
    expenditure: sectors(),
    costFactor: sectors(),
    priceFactor: sectors(),
    sales: sectors(),
    income: regions(),
    revenue: regions(),
    nextLogPrice: sectors(),
    nextExpenditure: sectors(),
    impliedLogWage: regions(),
    perWeight: sectors(),
    kept: sectors(),
    received: sectors(),
    inputCost: sectors(),
  };
}

/**
 * One pass of unit costs and price indices:
 *
 *     ln ĉ_nj = b_nj ln ŵ_n + Σ_k B_n,kj ln P̂_nk
 *     P̂_nj^(−θ_j) = Σ_i π_nij Λ_nij ĉ_ij^(−θ_j)
 *
 * Reads `logWage`, `logPrice`; writes `costFactor`, `priceFactor`, `nextLogPrice`.
 * N·T exponentials and as many logarithms; N T (N + T) multiplications.
 */
export function sweepPrices(model: ReducedModel, state: SweepState): void {
  const { N, T, costWeight, wageWeight, negativeElasticity, negativeInverse } = model;
  const { weight, logWage, logPrice, costFactor, priceFactor, nextLogPrice, inputCost } = state;
  for (let n = 0; n < N; n++) {
    const own = n * T;
    multiply(costWeight, own * T, T, T, logPrice, own, inputCost, own);
    const wage = logWage[n]!;
    for (let j = 0; j < T; j++) {
      const logCost = wageWeight[own + j]! * wage + inputCost[own + j]!;
      costFactor[j * N + n] = Math.exp(negativeElasticity[j]! * logCost);
    }
  }
  for (let j = 0; j < T; j++) {
    const column = j * N;
    multiply(weight, column * N, N, N, costFactor, column, priceFactor, column);
    const inverse = negativeInverse[j]!;
    for (let n = 0; n < N; n++) nextLogPrice[n * T + j] = inverse * Math.log(priceFactor[column + n]!);
  }
}

/**
 * One pass of sales, income and expenditure at given prices:
 *
 *     Y_ij = Σ_n f'_nij π'_nij X_nj          I_n = ŵ_n (wL)_n + Σ_j X_nj (1 − Σ_i f'_nij π'_nij) + D_n
 *     X_nj = Σ_k B_n,jk Y_nk + a_nj I_n      ŵ_n (wL)_n = Σ_j b_nj Y_nj + λ_n I_n
 *
 * Reads `costFactor`, `priceFactor`, `logWage`, `expenditure`, `deficit`; writes `sales`, `income`, `revenue`,
 * `nextExpenditure`, `impliedLogWage`. N T (2N + T) multiplications.
 */
export function sweepExpenditure(model: ReducedModel, state: SweepState): void {
  const { N, T, requirement, finalWeight, wageWeight, shelteredLabour } = model;
  const { valueAdded } = model.economy;
  const { keptWeight, logWage, costFactor, priceFactor, expenditure, sales, income, revenue, deficit } =
    state;
  const { nextExpenditure, impliedLogWage, perWeight, kept, received } = state;
  revenue.fill(0);
  for (let j = 0; j < T; j++) {
    const column = j * N;
    for (let n = 0; n < N; n++) perWeight[column + n] = expenditure[n * T + j]! / priceFactor[column + n]!;
    multiplyBothWays(keptWeight, column * N, N, costFactor, kept, perWeight, received, column);
    for (let n = 0; n < N; n++) {
      revenue[n]! += expenditure[n * T + j]! - kept[column + n]! * perWeight[column + n]!;
      sales[n * T + j] = costFactor[column + n]! * received[column + n]!;
    }
  }
  for (let n = 0; n < N; n++) {
    const own = n * T;
    const spendable = Math.exp(logWage[n]!) * valueAdded[n]! + revenue[n]! + deficit[n]!;
    income[n] = spendable;
    multiply(requirement, own * T, T, T, sales, own, nextExpenditure, own);
    let paid = shelteredLabour[n]! * spendable;
    for (let j = 0; j < T; j++) {
      nextExpenditure[own + j]! += finalWeight[own + j]! * spendable;
      paid += wageWeight[own + j]! * sales[own + j]!;
    }
    impliedLogWage[n] = Math.log(paid / valueAdded[n]!);
  }
}
