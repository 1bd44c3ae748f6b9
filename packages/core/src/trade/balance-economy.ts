import type { Economy } from '../economy/economy.ts';
import { createTradeModel } from './trade-model.ts';
import { noShock } from './trade-shock.ts';

/**
 * The economy as it would be at its own duties with other deficits: solved, and made the base of what follows.
 *
 * Two uses. `deficits: 'balanced'` is the closure without deficits. `deficits: 'held'` turns data whose accounts do
 * not quite close (the 1993 data of Caliendo and Parro, a user's own) into an equilibrium of the model.
 *
 * @throws EquilibriumError when that equilibrium is not found.
 */
export function balanceEconomy(
  economy: Economy,
  deficits: 'held' | 'balanced',
  elasticity?: Float64Array,
): Economy {
  const deficit = deficits === 'held' ? economy.deficit : new Float64Array(economy.regions.length);
  const { flow, wage } = createTradeModel(economy, elasticity).solve(noShock, {
    deficit,
    tolerance: 1e-12,
  });
  return {
    ...economy,
    flow,
    deficit,
    valueAdded: economy.valueAdded.map((value, n) => value * wage[n]!),
    accounts: 'balanced',
  };
}
