import type { KernelMemory, Kernels } from './kernels/kernels.ts';
import type { ReducedModel } from './reduced-model.ts';

/**
 * What a sweep reads and writes, allocated once and used for every solve. Layouts as in `ReducedModel`;
 * arrays marked `[j·N + n]` hold sector j of region n with regions along memory.
 */
export interface SweepState {
  readonly kernels: Kernels;
  /** The model's matrices of the same names, where the kernels can read them. */
  readonly costWeight: Float64Array;
  readonly requirement: Float64Array;
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

/** How many numbers `createSweepState` takes from its memory. */
export function sweepStateSize({ N, T }: ReducedModel): number {
  return 2 * T * N * N + 2 * N * T * T + 11 * N * T + 5 * N;
}

export function createSweepState(model: ReducedModel, memory: KernelMemory): SweepState {
  const { N, T } = model;
  const cells = () => memory.array(T * N * N);
  const sectors = () => memory.array(N * T);
  const regions = () => memory.array(N);
  return {
    kernels: memory.kernels,
    costWeight: memory.copy(model.costWeight),
    requirement: memory.copy(model.requirement),
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
  const { N, T, wageWeight, negativeElasticity, negativeInverse } = model;
  const { kernels, costWeight, weight, logWage, logPrice, costFactor, priceFactor, nextLogPrice, inputCost } =
    state;
  kernels.multiply(costWeight, N, T, T, logPrice, inputCost);
  for (let n = 0, own = 0; n < N; n++) {
    const wage = logWage[n]!;
    for (let j = 0; j < T; j++, own++) {
      costFactor[j * N + n] = Math.exp(negativeElasticity[j]! * (wageWeight[own]! * wage + inputCost[own]!));
    }
  }
  kernels.multiply(weight, T, N, N, costFactor, priceFactor);
  for (let j = 0, row = 0; j < T; j++) {
    const inverse = negativeInverse[j]!;
    for (let n = 0; n < N; n++, row++) nextLogPrice[n * T + j] = inverse * Math.log(priceFactor[row]!);
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
  const { N, T, finalWeight, wageWeight, shelteredLabour } = model;
  const { valueAdded } = model.economy;
  const { kernels, requirement, keptWeight, logWage, costFactor, priceFactor, expenditure } = state;
  const { sales, income, revenue, deficit, nextExpenditure, impliedLogWage, perWeight, kept, received } =
    state;
  for (let j = 0, row = 0; j < T; j++) {
    for (let n = 0; n < N; n++, row++) perWeight[row] = expenditure[n * T + j]! / priceFactor[row]!;
  }
  kernels.multiplyBothWays(keptWeight, T, N, costFactor, kept, perWeight, received);
  revenue.fill(0);
  for (let j = 0, row = 0; j < T; j++) {
    for (let n = 0; n < N; n++, row++) {
      revenue[n]! += expenditure[n * T + j]! - kept[row]! * perWeight[row]!;
      sales[n * T + j] = costFactor[row]! * received[row]!;
    }
  }
  kernels.multiply(requirement, N, T, T, sales, nextExpenditure);
  for (let n = 0, own = 0; n < N; n++) {
    const spendable = Math.exp(logWage[n]!) * valueAdded[n]! + revenue[n]! + deficit[n]!;
    income[n] = spendable;
    let paid = shelteredLabour[n]! * spendable;
    for (let j = 0; j < T; j++, own++) {
      nextExpenditure[own]! += finalWeight[own]! * spendable;
      paid += wageWeight[own]! * sales[own]!;
    }
    impliedLogWage[n] = Math.log(paid / valueAdded[n]!);
  }
}
