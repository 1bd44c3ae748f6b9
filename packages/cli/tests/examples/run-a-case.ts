import { figure, resultMeasure, runScenario } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { readCase } from '@usmca-sim/scenarios';

const economy = economy2024();
const law = lawOf(economy);
const scenario = await readCase('retaliation-lifted', { economy, law });
const result = runScenario(economy, law, scenario);

const realIncome = resultMeasure('real-income');
for (const region of ['USA', 'CAN', 'MEX']) {
  const level = figure(result, realIncome, result.longRun, { region });
  console.log(`${region}: real income ${(100 * (level - 1)).toFixed(3)}% against 2024`);
}
