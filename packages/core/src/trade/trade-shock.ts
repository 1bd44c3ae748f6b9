/**
 * Goods of one flow that face the same change, with their part of the flow's base-year expenditure.
 * Bundles of a cell substitute for each other with the sector's own trade elasticity.
 */
export interface Bundle {
  /** Share of the cell's base-year expenditure, in (0, 1]; the bundles of a cell sum to 1. */
  readonly share: number;
  /** Ad valorem duty after the change; `Infinity` is a ban. */
  readonly duty: number;
  /** Ratio of the iceberg cost factor to its base, d̂; 1 where nothing changed. */
  readonly tradeCost: number;
}

/** One importer-exporter-sector cell that changes. Indices into the economy's regions and sectors. */
export interface ShockedCell {
  readonly importer: number;
  readonly exporter: number;
  readonly sector: number;
  readonly bundles: readonly Bundle[];
}

/** Everything that a counterfactual changes in the flows. Cells not named keep their base duty. */
export interface TradeShock {
  readonly cells: readonly ShockedCell[];
}

/** The shock that changes nothing: every flow keeps the duty of the base year. */
export const noShock: TradeShock = { cells: [] };

/** What the bundles of a cell amount to for the equilibrium. */
export interface Wedge {
  /** Λ = Σ_b s_b [d̂_b (1+τ'_b)/(1+τ)]^(−θ): what the change does to the cell's expenditure weight. */
  readonly weight: number;
  /** f' = Σ_b s'_b / (1+τ'_b): what the exporter keeps of a dollar spent. */
  readonly kept: number;
}

/**
 * Collapses the bundles of a cell into its wedge.
 *
 * @param baseDuty τ, the duty that the whole cell paid in the base year.
 * @param elasticity θ of the sector.
 */
export function wedgeOf(bundles: readonly Bundle[], baseDuty: number, elasticity: number): Wedge {
  let weight = 0;
  let kept = 0;
  for (const bundle of bundles) {
    const bundleWeight = bundle.share * bundleFactor(bundle, baseDuty, elasticity);
    weight += bundleWeight;
    if (bundleWeight > 0) kept += bundleWeight / (1 + bundle.duty);
  }
  return { weight, kept: weight > 0 ? kept / weight : 1 };
}

/** [d̂ (1+τ')/(1+τ)]^(−θ); zero for a ban, so that nothing is ever divided by it. */
export function bundleFactor(bundle: Bundle, baseDuty: number, elasticity: number): number {
  if (bundle.duty === Infinity) return 0;
  return (bundle.tradeCost * ((1 + bundle.duty) / (1 + baseDuty))) ** -elasticity;
}
