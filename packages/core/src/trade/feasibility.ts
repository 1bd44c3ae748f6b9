import { EquilibriumError } from './equilibrium-error.ts';
import type { ReducedModel } from './reduced-model.ts';
import type { SweepState } from './sweeps.ts';
import type { TradeShock } from './trade-shock.ts';

/**
 * Looks, before any solving, for what no prices can mend. Only bans can cause it: a duty, however high, leaves a
 * little of every flow.
 *
 * @throws EquilibriumError `no-equilibrium` where a region is left without a supplier of a good, or where what it may
 * still buy and sell abroad cannot add up to its deficit.
 */
export function requireFeasible(
  model: ReducedModel,
  tradedAt: Int32Array,
  state: SweepState,
  shock: TradeShock,
): void {
  const bans = shock.cells.filter(({ bundles }) => bundles.every(({ duty }) => duty === Infinity));
  if (bans.length === 0) return;
  const { N, T, economy } = model;
  const { weight, deficit } = state;
  for (const { importer, sector } of bans) {
    const row = (tradedAt[sector]! * N + importer) * N;
    let supply = 0;
    for (let i = 0; i < N; i++) supply += weight[row + i]!;
    const { code, name } = economy.sectors[sector]!;
    if (!(supply > 0)) fail(importer, `nobody is left to supply ${codeOf(importer)} with ${code} (${name})`);
  }
  for (const region of new Set(bans.flatMap(({ importer, exporter }) => [importer, exporter]))) {
    let buys = false;
    let sells = false;
    for (let j = 0; j < T; j++) {
      for (let other = 0; other < N; other++) {
        if (other === region) continue;
        buys ||= weight[(j * N + region) * N + other]! > 0;
        sells ||= weight[(j * N + other) * N + region]! > 0;
      }
    }
    // Imports less exports must equal the deficit, and neither is ever zero while it is allowed.
    const needed = deficit[region]!;
    const negligible = 1e-9 * economy.valueAdded[region]!;
    if (!sells && buys && needed <= negligible) {
      fail(region, `${codeOf(region)} may sell nothing abroad, so nothing pays for its imports`);
    }
    if (!buys && sells && needed >= -negligible) {
      fail(region, `${codeOf(region)} may buy nothing abroad, so nothing is had for its exports`);
    }
    if (!buys && !sells && Math.abs(needed) > negligible) {
      fail(
        region,
        `${codeOf(region)} may not trade, so its deficit cannot be held; try with deficits balanced`,
      );
    }
  }

  function codeOf(region: number): string {
    return economy.regions[region]!.code;
  }

  function fail(region: number, why: string): never {
    throw new EquilibriumError('no-equilibrium', `no equilibrium exists: ${why}`, {
      residual: Number.NaN,
      sweeps: 0,
      region: codeOf(region),
    });
  }
}
