import { createTradeModel, dutyShock } from '@usmca-sim/core';
import { economyIn } from '@usmca-sim/data';

const economy = economyIn('docs/economy-template');
const [importer, exporter] = economy.regions.map(({ code }) => code) as [string, string];
const model = createTradeModel(economy);

for (const to of [0, 0.1, 0.25]) {
  const { realIncome } = model.solve(dutyShock(economy, { importer, exporter, to }));
  const change = [...realIncome].map((ratio) => `${(100 * (ratio - 1)).toFixed(2)}%`);
  console.log(`${100 * to}% of ${importer} on ${exporter}: real income ${change.join(', ')}`);
}
