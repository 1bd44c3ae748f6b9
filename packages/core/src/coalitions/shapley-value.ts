import type { CharacteristicGame } from './characteristic-game.ts';
import { sizeOf } from './coalition.ts';

/**
 * The Shapley value: what a player adds to those who came before it, on average over all orders of arrival.
 *
 *     φ_i = Σ_{S ∌ i} |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S))
 *
 * Shapley (1953). O(n · 2ⁿ): fifteen players, as in the Security Council, take milliseconds.
 */
export function shapleyValue({ players, worth }: CharacteristicGame): number[] {
  const n = players.length;
  const weight = arrivalWeights(n);
  const sizes = Uint8Array.from(worth, (_, coalition) => sizeOf(coalition));
  return players.map((_, i) => {
    let value = 0;
    for (let before = 0; before < worth.length; before++) {
      if ((before >> i) & 1) continue;
      value += weight[sizes[before]!]! * (worth[before | (1 << i)]! - worth[before]!);
    }
    return value;
  });
}

/** s! (n − s − 1)! / n! for s = 0 … n − 1: how likely it is that just a given s others came before. */
export function arrivalWeights(n: number): number[] {
  const weights = [1 / n];
  // w(s) = w(s − 1) · s / (n − s), which never leaves the range of numbers as factorials would.
  for (let s = 1; s < n; s++) weights[s] = (weights[s - 1]! * s) / (n - s);
  return weights;
}
