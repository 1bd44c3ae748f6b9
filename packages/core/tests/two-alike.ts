import type { Economy } from '../src/economy/economy.ts';
import { randomEconomy } from './random-economy.ts';

/** Two regions of 100 that trade one good as λ_jj = 1/(1 + τ^(−ε)) has it, without duties. */
export function twoAlike({ elasticity, tradeCost }: { elasticity: number; tradeCost: number }): Economy {
  const home = 100 / (1 + tradeCost ** -elasticity);
  return {
    ...randomEconomy(5, { regions: 2, traded: 1, sheltered: 0 }),
    flow: Float64Array.of(home, 100 - home, 100 - home, home),
    duty: new Float64Array(4),
    valueAddedShare: Float64Array.of(1, 1),
    inputShare: new Float64Array(2),
    finalShare: Float64Array.of(1, 1),
    valueAdded: Float64Array.of(100, 100),
    deficit: new Float64Array(2),
    elasticities: new Map([['central', Float64Array.of(elasticity)]]),
  };
}
