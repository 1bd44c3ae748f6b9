import { runScenario } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { renderers, runReport } from '@usmca-sim/reporter';
import { readCase } from '@usmca-sim/scenarios';

const economy = economy2024();
const law = lawOf(economy);
const result = runScenario(economy, law, await readCase('us-25-on-both', { economy, law }));
const report = runReport(result, {
  reproduction: { command: '', versions: [], options: [] },
});
const text = [...renderers.get('text')!.render({ report }, { width: 80 })].join('');
console.log(text.slice(text.indexOf('Goods and services traded'), text.indexOf('All between') - 1));
