import { createTradeModel, dutyShock, tradeValue } from '@usmca-sim/core';
import { economy2024 } from '@usmca-sim/data';

const economy = economy2024();
const model = createTradeModel(economy);
const shock = dutyShock(economy, { importer: 'USA', exporter: ['CAN', 'MEX'], sectors: 'STL', to: 0.5 });
const after = model.solve(shock);

for (const exporter of ['CAN', 'MEX', 'CHN', 'EU27']) {
  const steel = { importer: 'USA', exporter, sectors: 'STL' };
  const before = tradeValue(economy, economy.flow, steel);
  const now = tradeValue(economy, after.flow, steel);
  console.log(`${exporter}: ${before.toFixed(0)} -> ${now.toFixed(0)} million US$`);
}
