import type { Economy } from '../economy/economy.ts';
import { approach, type Outcome } from './approaches.ts';
import { type Equilibrium, readEquilibrium } from './equilibrium.ts';
import { EquilibriumError } from './equilibrium-error.ts';
import { requireFeasible } from './feasibility.ts';
import { createWorkspace, type Workspace } from './fixed-point.ts';
import { linearResponse } from './linear-response.ts';
import { type ReducedModel, reduceEconomy } from './reduced-model.ts';
import { type TradeShock, wedgeOf } from './trade-shock.ts';

export interface SolveOptions {
  /**
   * Largest residual of any equation that is accepted: prices and wages in logs, expenditure relative to its base.
   * Default 1e-10.
   */
  readonly tolerance?: number;
  /** Deficits of the counterfactual, `[n]`, in the numeraire. Default: those of the economy. */
  readonly deficit?: Float64Array;
  /** An earlier solution for a nearby shock to start from. Default: the base. */
  readonly start?: Equilibrium;
}

/** An economy with its elasticities, ready to answer any number of shocks. */
export interface TradeModel {
  readonly economy: Economy;
  /** θ, `[j]`. */
  readonly elasticity: Float64Array;
  /**
   * The equilibrium after a shock.
   *
   * @throws EquilibriumError when a region is left without any supplier of a good it cannot do without, or the
   * tolerance is not reached.
   */
  solve(shock: TradeShock, options?: SolveOptions): Equilibrium;
}

/**
 * Prepares an economy for solving: the trade model of Caliendo and Parro (2015, Review of Economic Studies 82(1)) in
 * exact hat algebra, with several bundles to a flow. The preparation depends on the data and elasticities alone.
 *
 * @param elasticity θ by sector, `[j]`; default: the economy's default set.
 *
 * @example
 * const model = createTradeModel(economy);
 * const { realIncome } = model.solve({ cells: [{ importer: 0, exporter: 1, sector: 3,
 *   bundles: [{ share: 1, duty: 0.25, tradeCost: 1 }] }] });
 */
export function createTradeModel(economy: Economy, elasticity?: Float64Array): TradeModel {
  const theta = elasticity ?? economy.elasticities.get(economy.defaultElasticities);
  if (!theta) throw new RangeError(`no elasticities named "${economy.defaultElasticities}" in ${economy.id}`);
  const reduced = reduceEconomy(economy, theta);
  const tradedAt = new Int32Array(economy.sectors.length).fill(-1);
  reduced.traded.forEach((j, t) => {
    tradedAt[j] = t;
  });
  let work: Workspace | undefined;
  return {
    economy,
    elasticity: theta,
    solve(shock, options = {}) {
      work ??= createWorkspace(reduced, linearResponse(reduced));
      return solve(reduced, tradedAt, work, shock, options);
    },
  };
}

function solve(
  model: ReducedModel,
  tradedAt: Int32Array,
  work: Workspace,
  shock: TradeShock,
  options: SolveOptions,
): Equilibrium {
  const { state } = work;
  state.deficit.set(options.deficit ?? model.economy.deficit);
  setWeights(model, tradedAt, work, shock, 1);
  requireFeasible(model, tradedAt, state, shock);

  const outcome = approach({
    model,
    work,
    tolerance: options.tolerance ?? 1e-10,
    setShock: (extent) => setWeights(model, tradedAt, work, shock, extent),
    setStart: () => setStart(model, tradedAt, work, options.start),
    setBase: () => setStart(model, tradedAt, work, undefined),
  });
  if (!outcome.converged) throw notConverged(model, work, shock, outcome);
  return readEquilibrium(model, state, outcome.sweeps, outcome.residual);
}

/** Puts the part `extent` of the way from the base to the shock into the weights. */
function setWeights(
  model: ReducedModel,
  tradedAt: Int32Array,
  work: Workspace,
  shock: TradeShock,
  extent: number,
): void {
  const { N, economy, elasticity } = model;
  const J = economy.sectors.length;
  const { weight, keptWeight } = work.state;
  weight.set(model.share);
  keptWeight.set(model.keptShare);
  for (const { importer, exporter, sector, bundles } of shock.cells) {
    const t = tradedAt[sector]!;
    if (t < 0)
      throw new RangeError(`sector ${economy.sectors[sector]?.code} is not traded: no duty can fall on it`);
    const cell = (t * N + importer) * N + exporter;
    const wedge = wedgeOf(
      bundles,
      economy.duty[(importer * N + exporter) * J + sector]!,
      elasticity[sector]!,
    );
    const share = model.share[cell]!;
    weight[cell] = share * (1 - extent + extent * wedge.weight);
    keptWeight[cell] = model.keptShare[cell]! * (1 - extent) + share * extent * wedge.weight * wedge.kept;
  }
}

function setStart(model: ReducedModel, tradedAt: Int32Array, work: Workspace, start?: Equilibrium): void {
  const { N, T, economy } = model;
  const { state } = work;
  if (!start) {
    state.logWage.fill(0);
    state.logPrice.fill(0);
    state.expenditure.set(model.expenditure);
    return;
  }
  const J = economy.sectors.length;
  for (let n = 0; n < N; n++) {
    state.logWage[n] = Math.log(start.wage[n]!);
    for (let j = 0; j < J; j++) {
      const t = tradedAt[j]!;
      if (t < 0) continue;
      state.logPrice[n * T + t] = Math.log(start.price[n * J + j]!);
      state.expenditure[n * T + t] = start.expenditure[n * J + j]!;
    }
  }
}

function notConverged(
  model: ReducedModel,
  work: Workspace,
  shock: TradeShock,
  { residual, sweeps, reached }: Outcome,
): EquilibriumError {
  const { impliedLogWage, logWage } = work.state;
  let worst = 0;
  for (let n = 1; n < model.N; n++) {
    const gap = Math.abs(impliedLogWage[n]! - logWage[n]!);
    if (!(gap <= Math.abs(impliedLogWage[worst]! - logWage[worst]!))) worst = n;
  }
  const region = model.economy.regions[worst]!.code;
  const left = Number.isFinite(residual)
    ? `the residual is still ${residual.toExponential(1)}`
    : 'the residual has no bound';
  return new EquilibriumError(
    'not-converged',
    `no equilibrium found: ${left} after ${sweeps} sweeps, largest in ` +
      `${region}; ${Math.floor(100 * reached)}% of the shock could be solved${banHint(shock)}`,
    { residual, sweeps, region },
  );
}

/** The commonest reason for there being no equilibrium at all. */
function banHint(shock: TradeShock): string {
  const bans = shock.cells.some(({ bundles }) => bundles.some(({ duty }) => duty === Infinity));
  return bans ? '; its bans may leave a region nothing to pay its imports or its deficit with' : '';
}
