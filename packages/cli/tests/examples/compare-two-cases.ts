import { figure, resultMeasure, runScenario } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { readCase } from '@usmca-sim/scenarios';

const economy = economy2024();
const law = lawOf(economy);
const flowIn = async (id: string) => {
  const result = runScenario(economy, law, await readCase(id, { economy, law }));
  return figure(result, resultMeasure('trade-flow'), result.longRun, { importer: 'CAN', exporter: 'USA' });
};
const kept = await flowIn('law-of-august-2025');
const lifted = await flowIn('retaliation-lifted');
console.log(`United States to Canada: ${(lifted - kept).toFixed(0)} million US$ a year more`);
console.log(`which is ${(100 * (lifted / kept - 1)).toFixed(1)}%`);
