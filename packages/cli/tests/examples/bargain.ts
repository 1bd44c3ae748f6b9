import { isNegotiated, priceReviews } from '@usmca-sim/core';
import { bargainFrom, dealOutcomes, limbo } from '@usmca-sim/core/deals';
import { economy2024, lawOf } from '@usmca-sim/data';
import { readCase } from '@usmca-sim/scenarios';

const economy = economy2024();
const law = lawOf(economy);
const scenario = await readCase('after-the-review', { economy, law });
if (!isNegotiated(scenario)) throw new Error('nobody negotiates in this case');

const game = priceReviews(economy, law, scenario);
const deals = dealOutcomes(game);
for (const { solution, over, carriedBy } of bargainFrom(deals, limbo(game)).points) {
  const parts = carriedBy.map((part) => `${deals[part.package]!.id} (${part.probability.toFixed(2)})`);
  console.log(`${solution} over ${over}: ${parts.join(', ')}`);
}
