import type { Economy } from '../economy/economy.ts';
import type { NegotiationTable } from '../negotiation/table.ts';

/**
 * What a percent of each party's real income is in money: a hundredth of its value added in the base year, in the
 * economy's unit. With these as weights allies add up money, as if they could pay one another.
 */
export function incomeWeights(
  { regions, valueAdded }: Economy,
  { parties }: Pick<NegotiationTable, 'parties'>,
): number[] {
  return parties.map((code) => valueAdded[regions.findIndex((region) => region.code === code)]! / 100);
}
