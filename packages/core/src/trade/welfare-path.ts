import type { Equilibrium } from './equilibrium.ts';
import type { TradeModel } from './trade-model.ts';
import { type Bundle, bundleFactor, type ShockedCell, type TradeShock } from './trade-shock.ts';

/** What the integrand needs at one point of the path. */
export interface PathPoint {
  /** From 0 to 1. */
  readonly extent: number;
  readonly equilibrium: Equilibrium;
  readonly logCost: Float64Array;
  /** By bundle, in the order of the shock: E_b, duties included, and what its rate and cost are here. */
  readonly bundles: readonly BundlePoint[][];
  readonly shock: TradeShock;
}

interface BundlePoint {
  readonly spent: number;
  /** τ/(1+τ): what the importer's treasury has of a dollar spent. */
  readonly dutyPart: number;
  readonly logDuty: number;
  readonly logTradeCost: number;
  /** For a ban: E d ln(1+τ)/ds, which stays finite while its two factors do not. */
  readonly dearerPerExtent?: number;
}

export function observe(
  model: TradeModel,
  shock: TradeShock,
  extent: number,
  equilibrium: Equilibrium,
): PathPoint {
  const { economy, elasticity } = model;
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const bundles = shock.cells.map((cell) => {
    const at = (cell.importer * N + cell.exporter) * J + cell.sector;
    const baseDuty = economy.duty[at]!;
    const theta = elasticity[cell.sector]!;
    const here = cell.bundles.map((bundle) => partialBundle(bundle, baseDuty, extent));
    const weights = here.map((bundle) => bundle.share * bundleFactor(bundle, baseDuty, theta));
    // M_nij = Σ_b E_b/(1+τ_b) gives what a unit of weight spends, from the flow that the solver found.
    const net = here.reduce(
      (sum, bundle, b) => sum + (weights[b]! > 0 ? weights[b]! / (1 + bundle.duty) : 0),
      0,
    );
    const perWeight = net > 0 ? equilibrium.flow[at]! / net : lastSpending(model, cell, equilibrium);
    return here.map((bundle, b): BundlePoint => {
      const banned = cell.bundles[b]!.duty === Infinity;
      return {
        spent: weights[b]! * perWeight,
        dutyPart: bundle.duty === Infinity ? 1 : bundle.duty / (1 + bundle.duty),
        logDuty: banned ? 0 : Math.log1p(bundle.duty),
        logTradeCost: Math.log(bundle.tradeCost),
        ...(banned
          ? {
              dearerPerExtent:
                2 * bundle.share * perWeight * (1 - extent) ** (2 * theta - 1) * bundle.tradeCost ** -theta,
            }
          : {}),
      };
    });
  });
  return {
    extent,
    equilibrium,
    logCost: equilibrium.unitCost.map(Math.log),
    bundles,
    shock,
  };
}

/** What a wholly banned cell would spend per unit of weight: its base share, at today's costs and prices. */
function lastSpending(
  model: TradeModel,
  cell: ShockedCell,
  { unitCost, price, expenditure }: Equilibrium,
): number {
  const { economy, elasticity } = model;
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const row = cell.importer * N;
  let spent = 0;
  for (let i = 0; i < N; i++) {
    const at = (row + i) * J + cell.sector;
    spent += economy.flow[at]! * (1 + economy.duty[at]!);
  }
  const at = (row + cell.exporter) * J + cell.sector;
  const share = spent > 0 ? (economy.flow[at]! * (1 + economy.duty[at]!)) / spent : 0;
  const buyer = cell.importer * J + cell.sector;
  const relative = unitCost[cell.exporter * J + cell.sector]! / price[buyer]!;
  return share * relative ** -elasticity[cell.sector]! * expenditure[buyer]!;
}

/**
 * A bundle part of the way to its new duty and cost. A ban gets there by 1+τ growing as (1−s)^(−2): its goods are
 * gone at s = 1, and everything in the integrand is smooth there.
 */
function partialBundle(bundle: Bundle, baseDuty: number, extent: number): Bundle {
  const tradeCost = bundle.tradeCost ** extent;
  const ratio =
    bundle.duty === Infinity ? (1 - extent) ** -2 : ((1 + bundle.duty) / (1 + baseDuty)) ** extent;
  return { share: bundle.share, duty: (1 + baseDuty) * ratio - 1, tradeCost };
}

export function refine(model: TradeModel, shock: TradeShock, points: readonly PathPoint[]): PathPoint[] {
  const finer = [points[0]!];
  for (let p = 1; p < points.length; p++) {
    const last = finer.at(-1)!;
    const extent = (last.extent + points[p]!.extent) / 2;
    const between = partialShock(model, shock, extent);
    finer.push(observe(model, shock, extent, model.solve(between, { start: last.equilibrium })), points[p]!);
  }
  return finer;
}

function partialShock(model: TradeModel, shock: TradeShock, extent: number): TradeShock {
  const { economy } = model;
  const N = economy.regions.length;
  const J = economy.sectors.length;
  return {
    cells: shock.cells.map((cell) => {
      const baseDuty = economy.duty[(cell.importer * N + cell.exporter) * J + cell.sector]!;
      return {
        ...cell,
        bundles: cell.bundles.map((bundle) => partialBundle(bundle, baseDuty, extent)),
      };
    }),
  };
}
