import type { Economy } from '../economy/economy.ts';
import type { Stance } from '../negotiation/stance.ts';

/**
 * (λ_s − 1) ω_s by sector: λ normalised so that its mean over value added is 1, its distance from 1 scaled by domestic
 * pressure; ω the sector's part of the party's value added in the base year.
 *
 * @param valueAdded of the base year, `[n·J + j]`.
 */
export function sectorWeights(
  { sectors }: Economy,
  valueAdded: Float64Array,
  region: number,
  { sectorWeights: written, domesticPressure }: Pick<Stance, 'sectorWeights' | 'domesticPressure'>,
): Float64Array {
  const J = sectors.length;
  const own = valueAdded.subarray(region * J, (region + 1) * J);
  const total = own.reduce((sum, value) => sum + value, 0);
  const weight = sectors.map(({ code }) => written[code]?.value ?? 1);
  // Alike throughout they weigh nothing, to the last digit.
  if (weight.every((value) => value === weight[0])) return new Float64Array(J);
  const mean = weight.reduce((sum, value, j) => sum + (value * own[j]!) / total, 0);
  return Float64Array.from(
    weight,
    (value, j) => (domesticPressure.value * (value / mean - 1) * own[j]!) / total,
  );
}
