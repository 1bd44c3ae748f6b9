import { createTradeModel, dutyShock } from '@usmca-sim/core';
import { economy2024 } from '@usmca-sim/data';

const economy = economy2024();
const answer = dutyShock(economy, {
  importer: 'CAN',
  exporter: 'USA',
  add: 0.1,
});
const { realIncome } = createTradeModel(economy).solve(answer);
const changes = economy.parties.map(
  (n) => `${economy.regions[n]!.code} ${(100 * (realIncome[n]! - 1)).toFixed(2)}%`,
);
console.log(`10% of Canada on US goods: ${changes.join(', ')}`);
