import { invert } from './dense-matrix.ts';
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
  const price = homePriceResponse(model);
  const expenditure = homeExpenditureResponse(model);
  const { jacobian, priceOfWage, expenditureOfWage } = differentiate(model, price, expenditure);
  const { N } = model;
  const total = model.economy.valueAdded.reduce((sum, value) => sum + value, 0);
  for (let n = 0; n < N; n++) {
    // Excess demands sum to zero and depend on relative wages only; the added rank makes the system regular.
    for (let m = 0; m < N; m++) jacobian[n * N + m]! += model.economy.valueAdded[m]! / total;
  }
  const wage = invert(jacobian, N).map((value) => -value);
  return {
    price,
    expenditure,
    wage,
    priceOfWage,
    expenditureOfWage,
    labourPerDollar: labourContent(model),
  };
}

function homePriceResponse(model: ReducedModel): Float64Array {
  const { N, T, share, costWeight } = model;
  return perRegion(
    model,
    (n, j, k) => (j === k ? 1 : 0) - share[(j * N + n) * N + n]! * costWeight[(n * T + j) * T + k]!,
  );
}

function homeExpenditureResponse(model: ReducedModel): Float64Array {
  const { N, T, keptShare, requirement, finalWeight } = model;
  const kept = keptOfExpenditure(model);
  return perRegion(
    model,
    (n, j, k) =>
      (j === k ? 1 : 0) -
      requirement[(n * T + j) * T + k]! * keptShare[(k * N + n) * N + n]! -
      finalWeight[n * T + j]! * (1 - kept[n * T + k]!),
  );
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

/** F_nj = Σ_i π_nij/(1+τ_nij), `[n·T + j]`. */
function keptOfExpenditure(model: ReducedModel): Float64Array {
  const { N, T, keptShare } = model;
  const kept = new Float64Array(N * T);
  for (let j = 0; j < T; j++) {
    for (let n = 0; n < N; n++) {
      for (let i = 0; i < N; i++) kept[n * T + j]! += keptShare[(j * N + n) * N + i]!;
    }
  }
  return kept;
}

/**
 * The equations of a sweep differentiated at the base, one wage at a time; the linear systems in prices and
 * expenditure are solved by the same sweeps with the regions' own responses in front. `jacobian` is
 * ∂(ln implied wage − ln wage)/∂ ln wage, `[n·N + m]`.
 */
function differentiate(model: ReducedModel, priceAt: Float64Array, expenditureAt: Float64Array) {
  const { N, T, share, keptShare, requirement, costWeight, finalWeight, wageWeight, shelteredLabour } = model;
  const { expenditure, elasticity, traded, income } = model;
  const { valueAdded } = model.economy;
  const theta = Float64Array.from(traded, (j) => elasticity[j]!);
  const kept = keptOfExpenditure(model);
  const sales = new Float64Array(N * T);
  for (let j = 0; j < T; j++) {
    for (let n = 0; n < N; n++) {
      for (let i = 0; i < N; i++)
        sales[i * T + j]! += keptShare[(j * N + n) * N + i]! * expenditure[n * T + j]!;
    }
  }
  const paid = new Float64Array(N);
  for (let n = 0; n < N; n++) {
    paid[n] = shelteredLabour[n]! * income[n]!;
    for (let j = 0; j < T; j++) paid[n]! += wageWeight[n * T + j]! * sales[n * T + j]!;
  }

  const jacobian = new Float64Array(N * N);
  const priceOfWage = new Float64Array(N * T * N);
  const expenditureOfWage = new Float64Array(N * T * N);
  const dCost = new Float64Array(N * T);
  const dPrice = new Float64Array(N * T);
  const dExpenditure = new Float64Array(N * T);
  const dSalesAtPrices = new Float64Array(N * T);
  const dSales = new Float64Array(N * T);
  const dIncomeAtPrices = new Float64Array(N);
  const dIncome = new Float64Array(N);
  const residual = new Float64Array(N * T);

  for (let m = 0; m < N; m++) {
    dPrice.fill(0);
    iterate(() => {
      for (let n = 0; n < N; n++) {
        for (let j = 0; j < T; j++) {
          let sum = n === m ? wageWeight[n * T + j]! : 0;
          for (let k = 0; k < T; k++) sum += costWeight[(n * T + j) * T + k]! * dPrice[n * T + k]!;
          dCost[n * T + j] = sum;
        }
      }
      for (let n = 0; n < N; n++) {
        for (let j = 0; j < T; j++) {
          let sum = -dPrice[n * T + j]!;
          for (let i = 0; i < N; i++) sum += share[(j * N + n) * N + i]! * dCost[i * T + j]!;
          residual[n * T + j] = sum;
        }
      }
      return advance(dPrice, priceAt, 1);
    });

    dSalesAtPrices.fill(0);
    for (let n = 0; n < N; n++) {
      dIncomeAtPrices[n] = n === m ? valueAdded[n]! : 0;
      for (let j = 0; j < T; j++) {
        const spent = expenditure[n * T + j]!;
        let dKept = 0;
        for (let i = 0; i < N; i++) {
          const part = keptShare[(j * N + n) * N + i]!;
          const dPart = -theta[j]! * part * (dCost[i * T + j]! - dPrice[n * T + j]!);
          dKept += dPart;
          dSalesAtPrices[i * T + j]! += spent * dPart;
        }
        dIncomeAtPrices[n]! -= spent * dKept;
      }
    }
    dExpenditure.fill(0);
    iterate(() => {
      dSales.set(dSalesAtPrices);
      dIncome.set(dIncomeAtPrices);
      for (let j = 0; j < T; j++) {
        for (let n = 0; n < N; n++) {
          const change = dExpenditure[n * T + j]!;
          for (let i = 0; i < N; i++) dSales[i * T + j]! += keptShare[(j * N + n) * N + i]! * change;
          dIncome[n]! += (1 - kept[n * T + j]!) * change;
        }
      }
      for (let n = 0; n < N; n++) {
        for (let j = 0; j < T; j++) {
          let sum = finalWeight[n * T + j]! * dIncome[n]! - dExpenditure[n * T + j]!;
          for (let k = 0; k < T; k++) sum += requirement[(n * T + j) * T + k]! * dSales[n * T + k]!;
          residual[n * T + j] = sum;
        }
      }
      return advance(dExpenditure, expenditureAt, valueAdded[m]!);
    });
    for (let n = 0; n < N; n++) {
      let change = shelteredLabour[n]! * dIncome[n]!;
      for (let j = 0; j < T; j++) change += wageWeight[n * T + j]! * dSales[n * T + j]!;
      jacobian[n * N + m] = change / paid[n]! - (n === m ? 1 : 0);
    }
    for (let x = 0; x < N * T; x++) {
      priceOfWage[x * N + m] = dPrice[x]!;
      expenditureOfWage[x * N + m] = dExpenditure[x]!;
    }
  }
  return { jacobian, priceOfWage, expenditureOfWage };

  /** Adds the residual, answered by each region at home, and returns the largest step relative to `scale`. */
  function advance(unknown: Float64Array, response: Float64Array, scale: number): number {
    let largest = 0;
    for (let n = 0; n < N; n++) {
      for (let j = 0; j < T; j++) {
        let step = 0;
        for (let k = 0; k < T; k++) step += response[(n * T + j) * T + k]! * residual[n * T + k]!;
        unknown[n * T + j]! += step;
        largest = Math.max(largest, Math.abs(step) / scale);
      }
    }
    return largest;
  }
}

/**
 * The value added of region m in a dollar spent on j in n, with every round of inputs, income and duty revenue
 * spent again, relative to all value added of m: what an expenditure that is still off does to excess demand.
 */
function labourContent(model: ReducedModel): Float64Array {
  const { N, T, keptShare, requirement, finalWeight, wageWeight, shelteredLabour } = model;
  const kept = keptOfExpenditure(model);
  const all = new Float64Array(N * N * T);
  const perDollar = new Float64Array(N * T);
  const perSale = new Float64Array(N * T);
  const perIncome = new Float64Array(N);
  for (let m = 0; m < N; m++) {
    perDollar.fill(0);
    iterate(() => {
      for (let i = 0; i < N; i++) {
        let ofIncome = i === m ? shelteredLabour[i]! : 0;
        for (let k = 0; k < T; k++) {
          let ofSale = i === m ? wageWeight[i * T + k]! : 0;
          for (let j = 0; j < T; j++) ofSale += requirement[(i * T + j) * T + k]! * perDollar[i * T + j]!;
          perSale[i * T + k] = ofSale;
          ofIncome += finalWeight[i * T + k]! * perDollar[i * T + k]!;
        }
        perIncome[i] = ofIncome;
      }
      let largest = 0;
      for (let j = 0; j < T; j++) {
        for (let n = 0; n < N; n++) {
          let content = (1 - kept[n * T + j]!) * perIncome[n]!;
          for (let i = 0; i < N; i++) content += keptShare[(j * N + n) * N + i]! * perSale[i * T + j]!;
          largest = Math.max(largest, Math.abs(content - perDollar[n * T + j]!));
          perDollar[n * T + j] = content;
        }
      }
      // Only a steering aid, like the Jacobian, and a slower one to settle: three digits do.
      return largest * 1e-4;
    });
    for (let x = 0; x < N * T; x++) all[m * N * T + x] = perDollar[x]! / model.economy.valueAdded[m]!;
  }
  return all;
}

/** A Jacobian good to six digits steers as well as an exact one: it only shapes steps, never the solution. */
function iterate(pass: () => number): void {
  for (let count = 0; count < 200; count++) if (pass() < 1e-7) return;
}
