import { runScenario } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { readCase } from '@usmca-sim/scenarios';

const economy = economy2024();
const law = lawOf(economy);
const scenario = await readCase('review-as-it-went', { economy, law });
const { negotiation } = runScenario(economy, law, scenario);

for (const { year, regimes } of negotiation!.years.slice(0, 3)) {
  const likely = regimes.filter(({ probability }) => probability >= 0.005);
  const chances = likely.map(({ regime, probability }) => `${regime} ${Math.round(100 * probability)}%`);
  console.log(`${year}: ${chances.join(', ')}`);
}
