import { type CaseFiles, parseScenario, runScenario } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { expect, test } from 'vitest';
import { caseLibrary } from '../src/index.ts';

const economy = economy2024();
const law = lawOf(economy);
const library = caseLibrary();
const region = (code: string) => economy.regions.findIndex((one) => one.code === code);
const sector = (code: string) => economy.sectors.findIndex((one) => one.code === code);
const scenario = await parseScenario(library.locate('lapse-to-mfn')!, library, { economy, law });
const rows = scenario.changes.flatMap((change) => (change.verb === 'duties' ? change.rows : []));

test('a lapse to MFN duties lowers no duty', () => {
  expect(rows).toHaveLength(88);
  for (const { importer, exporter, sector: code, rate } of rows) {
    const pair = region(importer) * economy.regions.length + region(exporter);
    const collected = economy.duty[pair * economy.sectors.length + sector(code)]!;
    expect(rate, `${importer} ${exporter} ${code}`).toBeGreaterThanOrEqual(collected);
  }
});

// The case says so of a trade that it keeps free. MFN duties of each are those that its table has for US goods.
test('Mexico would lose 0.13% instead of 0.11% with MFN duties on its trade with Canada as well', async () => {
  const partner = { CAN: 'MEX', MEX: 'CAN' } as Record<string, string>;
  const between = rows
    .filter(({ importer }) => partner[importer])
    .map((row) => ({ ...row, exporter: partner[row.importer]! }));
  const table = [
    'importer,exporter,sector,rate',
    ...[...rows, ...between].map((row) => [row.importer, row.exporter, row.sector, row.rate].join()),
  ].join('\n');
  const text = `title: The agreement lapses for all three
question: What if free trade between Canada and Mexico lapsed too?
author: usmca-sim
date: 2026-07-01
as-of: before-2025
changes:
  - { duties: all.csv, as: ordinary, on: 2027-01-01 }
`;
  const files: CaseFiles = {
    read: (path) => (path.endsWith('.csv') ? table : text),
    locate: () => undefined,
    ids: () => [],
  };
  const lapse = runScenario(economy, law, scenario);
  const forAll = runScenario(economy, law, await parseScenario('case.yaml', files, { economy, law }));
  const loss = (result: typeof lapse) => 100 * (result.longRun.realIncome[region('MEX')]! - 1);
  expect(loss(lapse)).toBeCloseTo(-0.108, 3);
  expect(loss(forAll)).toBeCloseTo(-0.126, 3);
});
