import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runMain } from '../../tests/run-main.ts';

test('lists the stances of the library by party', async () => {
  const { code, stdout } = await runMain('stances');
  expect(code).toBe(0);
  const files = readdirSync(new URL('../../../../scenarios/stances', import.meta.url));
  expect(stdout).toContain(`${files.length} stances`);
  expect(stdout.indexOf('usa-present-policy')).toBeLessThan(stdout.indexOf('canada-firm'));
});

test('sets stances side by side with what differs, and gives each figure with its reason in CSV', async () => {
  const { stdout } = await runMain('stances', 'canada-conciliatory-under-pressure', 'canada-firm');
  expect(stdout).toContain('3 figures differ; 10 are the same.');
  const csv = await runMain('stances', 'canada-firm', '--format', 'csv');
  expect(csv.stdout).toContain('canada-firm,CAN,audience-cost,0.25,calibrated,');
  expect(csv.stdout).toContain('canada-firm,CAN,red-line dairy-access/more-quota,,sourced,');
});

test('a name that does not exist is bad input, with the nearest one', async () => {
  const { code, stderr } = await runMain('stances', 'canada-frim');
  expect(code).toBe(2);
  expect(stderr).toBe('there is no stance "canada-frim"\n  did you mean "canada-firm"?\n');
});

test('shows what a table assumes of each government, and where it is not there says so', async () => {
  const { code, stdout } = await runMain('stances', '--table', 'review-of-2026', '--format', 'csv');
  expect(code).toBe(0);
  // Figures of scenarios/tables/review-of-2026.yaml.
  expect(stdout).toContain('review-of-2026,USA,concession term/sixteen-years,0.4,calibrated,');
  expect(stdout).toContain('review-of-2026,MEX,concession term/protocol,0.5,calibrated,');
  expect(stdout).toContain('review-of-2026,CAN,cost canada-second-list,0.1,calibrated,');
  const both = await runMain('stances', 'usa-hard-line', '--table', 'review-of-2026');
  expect(both.stdout).toContain('usa-hard-line: The United States, hard line');
  expect(both.stdout).toContain('Table review-of-2026: The joint review of 2026');
  const unknown = await runMain('stances', '--table', 'review-of-2062');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toBe('there is no table "review-of-2062"\n  did you mean "review-of-2026"?\n');
});
