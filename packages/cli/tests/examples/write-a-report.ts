import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScenario } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { runReport } from '@usmca-sim/reporter';
import { reportFormats } from '@usmca-sim/reporter/files';
import { readCase } from '@usmca-sim/scenarios';

const economy = economy2024();
const law = lawOf(economy);
const result = runScenario(economy, law, await readCase('retaliation-lifted', { economy, law }));
const reproduction = { command: 'node my-script.js', versions: [], options: [] };
const report = runReport(result, { reproduction, whole: true });

const folder = mkdtempSync(join(tmpdir(), 'my-report-'));
for (const id of ['html', 'md']) {
  for (const { name, pieces } of await reportFormats.get(id)!.files({ report })) {
    writeFileSync(join(folder, name), [...pieces].join(''));
    console.log(`wrote ${name}`);
  }
}
console.log(report.findings![0]);
