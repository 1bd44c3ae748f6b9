// What `usmca-sim compare` does, step by step, in a process of its own. Prints [name, milliseconds] of each step and
// the processor's time in all, which other work on the machine stretches less.
import { comparedCases } from './compared-cases.js';

/** @type {[string, number][]} */
const phases = [];
let last = 0;
const done = (/** @type {string} */ name) => {
  const now = performance.now();
  phases.push([name, now - last]);
  last = now;
};
done('node');
await import('usmca-sim');
done('import: the command');
const { parseScenario, runScenario } = await import('@usmca-sim/core');
done('import: the engine');
const { economy2024, lawOf } = await import('@usmca-sim/data');
const { findCase } = await import('@usmca-sim/scenarios');
const { compareReport, renderers } = await import('@usmca-sim/reporter');
done('import: the rest');
const economy = economy2024();
const law = lawOf(economy);
done('data and law');
const scenarios = [];
for (const name of comparedCases) {
  const { file, files } = findCase(name, { cwd: process.cwd() });
  scenarios.push(await parseScenario(file, files, { economy, law }));
}
done('reading the cases');
const [first, ...others] = scenarios;
const results = [runScenario(economy, law, first)];
done('running the first case, with the preparation of the model');
results.push(...others.map((scenario) => runScenario(economy, law, scenario)));
done('running the other three');
const reproduction = { command: '', versions: [], options: [] };
const report = compareReport(
  { results, reference: first.id },
  { reproduction, show: 'percent', sectors: false },
);
const text = [...(renderers.get('text')?.render({ report, facts: () => [] }, {}) ?? [])].join('');
if (text.length === 0) throw new Error('the report is empty');
done('writing the report');
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ phases, processor: (user + system) / 1000 }));
