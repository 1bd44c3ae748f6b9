import { expect, test } from 'vitest';
import { runMain } from '../../tests/run-main.ts';

test('prints what happened beside the forecasts', async () => {
  const { code, stdout, stderr } = await runMain('backtest');
  expect([code, stderr]).toEqual([0, '']);
  // What happened, as the record states it.
  for (const change of ['−7.2%', '+5.7%', '−5.4%', '+1.2%']) expect(stdout).toContain(change);
  expect(stdout).toContain('Trend of 2018 to 2024');
  expect(stdout).toContain('npx usmca-sim backtest');
});

test('writes one change a row as CSV', async () => {
  const { code, stdout } = await runMain('backtest', '--format', 'csv');
  const rows = stdout.trimEnd().split('\n');
  expect(code).toBe(0);
  expect(rows[0]).toBe('year,importer,exporter,sector,forecast,change,before');
  // Totals and sectors of four flows, each with what happened and six forecasts.
  expect(rows).toHaveLength(1 + 4 * 22 * 7);
});

test('moves further with a higher speed', async () => {
  const modelOf = async (speed: string) => {
    const { stdout } = await runMain('backtest', '--speed', speed, '--format', 'csv');
    const row = stdout.split('\n').find((line) => line.startsWith('2025,CAN,USA,all,model,'))!;
    return Number(row.split(',')[5]);
  };
  expect(await modelOf('0.6')).toBeLessThan(await modelOf('0.2'));
});

test.each([
  [['--elasticities', 'centrall'], 'central'],
  [['--speed', '0'], 'above 0'],
  [['--deficits', 'open'], 'held'],
])('refuses %j', async (options, advice) => {
  const { code, stderr } = await runMain('backtest', ...options);
  expect(code).toBe(2);
  expect(stderr).toContain(advice);
});
