import type { Economy } from '../economy/economy.ts';
import type { Equilibrium } from './equilibrium.ts';
import type { TradeModel } from './trade-model.ts';
import { noShock, type TradeShock } from './trade-shock.ts';
import { observe, type PathPoint, refine } from './welfare-path.ts';

/** The change in log real income, times 100, by cause, `[n]`; the parts add up to the total within `tolerance`. */
export interface WelfareDecomposition {
  /** 100 ln Ŵ, exact. */
  readonly total: Float64Array;
  /** Export prices against import prices, both before duty. */
  readonly termsOfTrade: Float64Array;
  /** Duty-paying trade gained or lost. */
  readonly volumeOfTrade: Float64Array;
  /** Iceberg costs saved or paid on imports. */
  readonly tradeCosts: Float64Array;
  /** Steps that the integral took. */
  readonly steps: number;
  /** The largest gap between the sum of the parts and the total, in the same unit. */
  readonly tolerance: number;
}

/** Gap, in percent of real income, at which the integral is good enough. */
const wantedTolerance = 1e-6;
const mostSteps = 64;

/**
 * Splits the exact change in real income into the causes of Caliendo and Parro (2015, equation 16),
 *
 *     I d ln W = Σ_j [ Σ_m M_mnj d ln c_nj − Σ_i M_nij d ln c_ij ]            terms of trade
 *              + Σ_ij τ_nij M_nij (d ln M_nij − d ln c_ij − d ln d_nij)       volume of trade
 *              − Σ_ij M_nij d ln d_nij                                        trade costs
 *
 * integrated along the path on which every duty and cost moves in proportion in logs (and a ban
 * raises its duty without bound). Their one-step formula is the first-order term alone and can be far off over a large change.
 *
 * The integral is the trapezoid rule over 2, 4, 8, … steps, extrapolated (Romberg) until parts and total agree.
 *
 * @param end the solution at the full shock.
 */
export function decomposeWelfare(
  model: TradeModel,
  shock: TradeShock,
  end: Equilibrium,
): WelfareDecomposition {
  const N = model.economy.regions.length;
  const total = end.realIncome.map((ratio) => 100 * Math.log(ratio));
  const start = observe(model, shock, 0, model.solve(noShock));
  let points = [start, observe(model, shock, 1, end)];
  const table: Parts[][] = [];
  for (let steps = 1; ; steps *= 2) {
    if (steps > 1) points = refine(model, shock, points);
    const row: Parts[] = [trapezoid(model.economy, points)];
    const above = table.at(-1);
    for (let order = 1; above && order <= above.length; order++) {
      row.push(extrapolate(row[order - 1]!, above[order - 1]!, 4 ** order));
    }
    table.push(row);
    const [termsOfTrade, volumeOfTrade, tradeCosts] = row.at(-1)! as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    let tolerance = 0;
    for (let n = 0; n < N; n++) {
      const gap = total[n]! - termsOfTrade[n]! - volumeOfTrade[n]! - tradeCosts[n]!;
      tolerance = Math.max(tolerance, Math.abs(gap));
    }
    if (tolerance < wantedTolerance || steps >= mostSteps) {
      return {
        total,
        termsOfTrade,
        volumeOfTrade,
        tradeCosts,
        steps,
        tolerance,
      };
    }
  }
}

type Parts = readonly Float64Array[];

function trapezoid(economy: Economy, points: readonly PathPoint[]): Parts {
  const N = economy.regions.length;
  const termsOfTrade = new Float64Array(N);
  const volumeOfTrade = new Float64Array(N);
  const tradeCosts = new Float64Array(N);
  for (let p = 1; p < points.length; p++)
    addStep(economy, points[p - 1]!, points[p]!, {
      termsOfTrade,
      volumeOfTrade,
      tradeCosts,
    });
  return [termsOfTrade, volumeOfTrade, tradeCosts];
}

function addStep(
  economy: Economy,
  from: PathPoint,
  to: PathPoint,
  sums: {
    termsOfTrade: Float64Array;
    volumeOfTrade: Float64Array;
    tradeCosts: Float64Array;
  },
): void {
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const a = from.equilibrium;
  const b = to.equilibrium;
  const shocked = new Set<number>();
  from.shock.cells.forEach((cell, c) => {
    const n = cell.importer;
    shocked.add((n * N + cell.exporter) * J + cell.sector);
    const costChange =
      to.logCost[cell.exporter * J + cell.sector]! - from.logCost[cell.exporter * J + cell.sector]!;
    from.bundles[c]!.forEach((x, index) => {
      const y = to.bundles[c]![index]!;
      const delivery = y.logTradeCost - x.logTradeCost;
      const paid = mean((x.spent * x.dutyPart) / a.income[n]!, (y.spent * y.dutyPart) / b.income[n]!);
      const dearer =
        x.dearerPerExtent === undefined
          ? paid * (y.logDuty - x.logDuty)
          : (to.extent - from.extent) *
            mean(
              (x.dearerPerExtent * x.dutyPart) / a.income[n]!,
              (y.dearerPerExtent! * y.dutyPart) / b.income[n]!,
            );
      const spending = mean(x.dutyPart / a.income[n]!, y.dutyPart / b.income[n]!) * (y.spent - x.spent);
      sums.volumeOfTrade[n]! += 100 * (spending - dearer - paid * (costChange + delivery));
      const received = mean(
        (x.spent * (1 - x.dutyPart)) / a.income[n]!,
        (y.spent * (1 - y.dutyPart)) / b.income[n]!,
      );
      sums.tradeCosts[n]! -= 100 * received * delivery;
    });
  });
  for (let n = 0; n < N; n++) {
    for (let i = 0; i < N; i++) {
      if (i === n) continue;
      for (let j = 0; j < J; j++) {
        const cell = (n * N + i) * J + j;
        const costChange = to.logCost[i * J + j]! - from.logCost[i * J + j]!;
        const x = a.flow[cell]!;
        const y = b.flow[cell]!;
        sums.termsOfTrade[n]! -= 100 * mean(x / a.income[n]!, y / b.income[n]!) * costChange;
        sums.termsOfTrade[i]! += 100 * mean(x / a.income[i]!, y / b.income[i]!) * costChange;
        const duty = economy.duty[cell]!;
        if (duty === 0 || shocked.has(cell)) continue;
        const volume =
          mean(1 / a.income[n]!, 1 / b.income[n]!) * (y - x) -
          mean(x / a.income[n]!, y / b.income[n]!) * costChange;
        sums.volumeOfTrade[n]! += 100 * duty * volume;
      }
    }
  }
}

function mean(a: number, b: number): number {
  return (a + b) / 2;
}

function extrapolate(finer: Parts, coarser: Parts, factor: number): Parts {
  return finer.map((part, p) => part.map((value, n) => value + (value - coarser[p]![n]!) / (factor - 1)));
}
