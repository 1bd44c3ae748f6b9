import { invert } from './dense-matrix.ts';
import type { KernelMemory } from './kernels/kernels.ts';
import { kernelMemory } from './kernels/vector-kernels.ts';
import type { ReducedModel } from './reduced-model.ts';

/**
 * How the base economy answers to small changes: what turns a residual of the equilibrium equations into a step
 * towards the solution. Depends on the data alone, so it is computed once for a model and kept.
 */
export interface LinearResponse {
  /** (I − Π_n B_nᵀ)^(−1): a price residual with its repercussions through the region's own inputs, `[n][T·T]`. */
  readonly price: Float64Array;
  /** (I − B_n Π_n − a_n (1−F_n)ᵀ)^(−1): the same for expenditure, `[n][T·T]`. */
  readonly expenditure: Float64Array;
  /** −(∂f/∂ ln w + 1·vᵀ)^(−1), `[n·N + m]`: the wage step for excess demands f, v the numeraire's weights. */
  readonly wage: Float64Array;
  /** ∂ ln P/∂ ln w and ∂X/∂ ln w once everything has settled, `[(n·T + j)·N + m]`. */
  readonly priceOfWage: Float64Array;
  readonly expenditureOfWage: Float64Array;
  /** Labour that region m employs, in all, per dollar spent on j in n, over its value added, `[m·N·T + n·T + j]`. */
  readonly labourPerDollar: Float64Array;
}

export function linearResponse(model: ReducedModel): LinearResponse {
  const { N } = model;
  const base = baseSweep(model);
  const { jacobian, priceOfWage, expenditureOfWage } = differentiate(model, base);
  for (let n = 0; n < N; n++) {
    // Excess demands sum to zero and depend on relative wages only; the added rank makes the system regular.
    for (let m = 0; m < N; m++) jacobian[n * N + m]! += model.economy.valueAdded[m]! / model.worldValueAdded;
  }
  return {
    price: base.price,
    expenditure: base.expenditure,
    wage: invert(jacobian, N).map((value) => -value),
    priceOfWage,
    expenditureOfWage,
    labourPerDollar: labourContent(model, base),
  };
}

/**
 * Residual at which the linear systems below are settled. They only shape steps, never the solution: five digits
 * steer as well as twelve.
 */
const settled = 1e-5;
const mostPasses = 200;

/** The base economy's matrices where the kernels can read them, and its own responses region by region. */
interface BaseSweep {
  readonly memory: KernelMemory;
  readonly price: Float64Array;
  readonly expenditure: Float64Array;
  readonly share: Float64Array;
  readonly keptShare: Float64Array;
  readonly requirement: Float64Array;
  readonly costWeight: Float64Array;
  /** F_nj = Σ_i π_nij/(1+τ_nij), `[j·N + n]`. */
  readonly kept: Float64Array;
}

function baseSweep(model: ReducedModel): BaseSweep {
  const { N, T, share, keptShare, requirement, costWeight, finalWeight } = model;
  const memory = kernelMemory(2 * T * N * N + 4 * N * T * T + 20 * N * T);
  const kept = new Float64Array(N * T);
  for (let row = 0; row < N * T; row++) {
    for (let i = 0; i < N; i++) kept[row]! += keptShare[row * N + i]!;
  }
  const identity = (j: number, k: number) => (j === k ? 1 : 0);
  const price = perRegion(
    model,
    (n, j, k) => identity(j, k) - share[(j * N + n) * N + n]! * costWeight[(n * T + j) * T + k]!,
  );
  const expenditure = perRegion(
    model,
    (n, j, k) =>
      identity(j, k) -
      requirement[(n * T + j) * T + k]! * keptShare[(k * N + n) * N + n]! -
      finalWeight[n * T + j]! * (1 - kept[k * N + n]!),
  );
  return {
    memory,
    price: memory.copy(price),
    expenditure: memory.copy(expenditure),
    share: memory.copy(share),
    keptShare: memory.copy(keptShare),
    requirement: memory.copy(requirement),
    costWeight: memory.copy(costWeight),
    kept,
  };
}

function perRegion(model: ReducedModel, entry: (n: number, j: number, k: number) => number): Float64Array {
  const { N, T } = model;
  const all = new Float64Array(N * T * T);
  const block = new Float64Array(T * T);
  for (let n = 0; n < N; n++) {
    for (let j = 0; j < T; j++) for (let k = 0; k < T; k++) block[j * T + k] = entry(n, j, k);
    all.set(invert(block, T), n * T * T);
  }
  return all;
}

/**
 * The equations of a sweep differentiated at the base, one wage at a time; the linear systems in prices and
 * expenditure are solved by the same sweeps with the regions' own responses in front. `jacobian` is
 * ∂(ln implied wage − ln wage)/∂ ln wage, `[n·N + m]`. Arrays named `by…` hold sector j of region n at `[j·N + n]`.
 */
function differentiate(model: ReducedModel, base: BaseSweep) {
  const { N, T, finalWeight, wageWeight, shelteredLabour, expenditure, elasticity, traded, income } = model;
  const { valueAdded } = model.economy;
  const { memory, share, keptShare, requirement, costWeight, kept } = base;
  const { kernels } = memory;
  const sectors = () => memory.array(N * T);
  const dPrice = sectors();
  const dExpenditure = sectors();
  const dSales = sectors();
  const gap = sectors();
  const step = sectors();
  const inputCost = sectors();
  const byCost = sectors();
  const byChange = sectors();
  const byKept = sectors();
  const byReceived = sectors();
  const bySpent = sectors();
  const atPrices = new Float64Array(N * T);
  const dIncomeAtPrices = new Float64Array(N);
  const dIncome = new Float64Array(N);
  const jacobian = new Float64Array(N * N);
  const priceOfWage = new Float64Array(N * T * N);
  const expenditureOfWage = new Float64Array(N * T * N);

  // Sales at the base, and the pay they make.
  for (let j = 0; j < T; j++) for (let n = 0; n < N; n++) bySpent[j * N + n] = expenditure[n * T + j]!;
  kernels.multiplyBothWays(keptShare, T, N, bySpent, byKept, bySpent, byReceived);
  const sales = byReceived.slice();
  const paid = shelteredLabour.map((perDollar, n) => perDollar * income[n]!);
  for (let j = 0; j < T; j++)
    for (let n = 0; n < N; n++) paid[n]! += wageWeight[n * T + j]! * sales[j * N + n]!;

  const settle = (unknown: Float64Array, response: Float64Array, scale: number, residual: () => void) => {
    unknown.fill(0);
    for (let pass = 0; pass < mostPasses; pass++) {
      residual();
      kernels.multiply(response, N, T, T, gap, step);
      let largest = 0;
      for (let x = 0; x < N * T; x++) {
        unknown[x]! += step[x]!;
        largest = Math.max(largest, Math.abs(step[x]!));
      }
      if (largest < settled * scale) return;
    }
  };

  for (let m = 0; m < N; m++) {
    settle(dPrice, base.price, 1, () => {
      kernels.multiply(costWeight, N, T, T, dPrice, inputCost);
      for (let n = 0, own = 0; n < N; n++) {
        for (let j = 0; j < T; j++, own++)
          byCost[j * N + n] = inputCost[own]! + (n === m ? wageWeight[own]! : 0);
      }
      kernels.multiply(share, T, N, N, byCost, byChange);
      for (let n = 0, own = 0; n < N; n++) {
        for (let j = 0; j < T; j++, own++) gap[own] = byChange[j * N + n]! - dPrice[own]!;
      }
    });

    // d(f'π')_nij = −θ_j f'π'_nij (d ln c_ij − d ln P_nj): what the new prices do to sales and revenue at given X.
    for (let j = 0; j < T; j++) {
      for (let n = 0; n < N; n++) bySpent[j * N + n] = expenditure[n * T + j]! * dPrice[n * T + j]!;
    }
    kernels.multiplyBothWays(keptShare, T, N, byCost, byKept, bySpent, byReceived);
    for (let n = 0; n < N; n++) dIncomeAtPrices[n] = n === m ? valueAdded[n]! : 0;
    for (let j = 0, row = 0; j < T; j++) {
      const theta = elasticity[traded[j]!]!;
      for (let n = 0; n < N; n++, row++) {
        atPrices[n * T + j] = -theta * (sales[row]! * byCost[row]! - byReceived[row]!);
        const dKept = -theta * (byKept[row]! - kept[row]! * dPrice[n * T + j]!);
        dIncomeAtPrices[n]! -= expenditure[n * T + j]! * dKept;
      }
    }
    settle(dExpenditure, base.expenditure, valueAdded[m]!, () => {
      for (let j = 0; j < T; j++) for (let n = 0; n < N; n++) bySpent[j * N + n] = dExpenditure[n * T + j]!;
      kernels.multiplyBothWays(keptShare, T, N, bySpent, byKept, bySpent, byReceived);
      dIncome.set(dIncomeAtPrices);
      for (let n = 0, own = 0; n < N; n++) {
        for (let j = 0; j < T; j++, own++) {
          dSales[own] = atPrices[own]! + byReceived[j * N + n]!;
          dIncome[n]! += (1 - kept[j * N + n]!) * dExpenditure[own]!;
        }
      }
      kernels.multiply(requirement, N, T, T, dSales, gap);
      for (let n = 0, own = 0; n < N; n++) {
        for (let j = 0; j < T; j++, own++) gap[own]! += finalWeight[own]! * dIncome[n]! - dExpenditure[own]!;
      }
    });
    for (let n = 0, own = 0; n < N; n++) {
      let change = shelteredLabour[n]! * dIncome[n]!;
      for (let j = 0; j < T; j++, own++) {
        change += wageWeight[own]! * dSales[own]!;
        priceOfWage[own * N + m] = dPrice[own]!;
        expenditureOfWage[own * N + m] = dExpenditure[own]!;
      }
      jacobian[n * N + m] = change / paid[n]! - (n === m ? 1 : 0);
    }
  }
  return { jacobian, priceOfWage, expenditureOfWage };
}

/**
 * The value added of region m in a dollar spent on j in n, with every round of inputs, income and duty revenue
 * spent again, relative to all value added of m: what an expenditure that is still off does to excess demand.
 */
function labourContent(model: ReducedModel, base: BaseSweep): Float64Array {
  const { N, T, finalWeight, wageWeight, shelteredLabour } = model;
  const { memory, keptShare, costWeight, kept } = base;
  const all = new Float64Array(N * N * T);
  const sectors = () => memory.array(N * T);
  const [perDollar, perSale, bySale, byDollar] = [sectors(), sectors(), sectors(), sectors()] as const;
  const perIncome = new Float64Array(N);
  for (let m = 0; m < N; m++) {
    perDollar.fill(0);
    for (let pass = 0; pass < mostPasses; pass++) {
      // B is applied from the left here, which is what its transpose, the cost weights, does from the right.
      memory.kernels.multiply(costWeight, N, T, T, perDollar, perSale);
      for (let i = 0, own = 0; i < N; i++) {
        perIncome[i] = i === m ? shelteredLabour[i]! : 0;
        for (let k = 0; k < T; k++, own++) {
          perIncome[i]! += finalWeight[own]! * perDollar[own]!;
          bySale[k * N + i] = perSale[own]! + (i === m ? wageWeight[own]! : 0);
        }
      }
      memory.kernels.multiply(keptShare, T, N, N, bySale, byDollar);
      let largest = 0;
      for (let n = 0, own = 0; n < N; n++) {
        for (let j = 0; j < T; j++, own++) {
          const content = byDollar[j * N + n]! + (1 - kept[j * N + n]!) * perIncome[n]!;
          largest = Math.max(largest, Math.abs(content - perDollar[own]!));
          perDollar[own] = content;
        }
      }
      if (largest < 1e-3) break;
    }
    for (let x = 0; x < N * T; x++) all[m * N * T + x] = perDollar[x]! / model.economy.valueAdded[m]!;
  }
  return all;
}
