import { describe, expect, it } from 'vitest';
import { rowsOf, runMain } from '../../tests/run-main.ts';

let known: ReturnType<typeof rowsOf> | undefined;
/** The war of one case, fought once for all tests. */
const plainWar = () => (known ??= rowsOf('tariff-war', 'review-as-it-went'));

describe('usmca-sim tariff-war', () => {
  it('tells the duties, what they cost, and that nobody regrets them', { timeout: 60_000 }, async () => {
    const { code, stdout, stderr } = await runMain('tariff-war', '--groups', '1');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const heading of [
      'What is fought',
      'In brief',
      'Duties of the war',
      'What it costs',
      'What becomes of trade',
      'Beside theory and other studies',
      'How it was found',
      'What the war cannot say',
      'How to reproduce',
    ])
      expect(stdout).toContain(`\n${heading}\n`);
    expect(stdout).toContain('Maximum regret is below 0.000001%');
    expect(stdout).toContain('came to the same war');
    const wide = stdout.split('\n').filter((line) => [...line].length > 80);
    expect(wide.filter((line) => !line.startsWith('  npx usmca-sim '))).toEqual([]);
  });

  it('gives tidy rows: 48 duties of a war in eight groups, each with its alternatives', async () => {
    const rows = await plainWar();
    const duties = rows.filter(({ figure }) => figure === 'duty');
    expect(duties.filter(({ world }) => world === 'war')).toHaveLength(48);
    expect(duties.filter(({ world }) => world === 'law')).toHaveLength(48);
    expect(duties.filter(({ world }) => world === 'CAN-alone')).toHaveLength(16);
    for (const { value, world, unit } of duties) {
      expect(unit).toBe('fraction');
      if (world === 'war') expect(Number(value)).toBeGreaterThan(0);
    }
    const change = (world: string, figure: string, party: string) => figureOf(rows, { world, figure, party });
    for (const party of ['CAN', 'MEX']) {
      expect(change('war', 'real-income-against-free-trade', party)).toBeLessThan(-0.5);
      expect(change(`${party}-alone`, 'real-income-against-free-trade', party)).toBeGreaterThan(0);
    }
    expect(change('law', 'real-income-against-law', 'USA')).toBe(0);
    expect(figureOf(rows, { figure: 'maximum-regret' })).toBeLessThan(1e-7);
  }, 60_000);

  it('lets stances weigh sectors: dearer metals and vehicles in the United States', async () => {
    const [plain, weighed] = await Promise.all([
      plainWar(),
      rowsOf('tariff-war', 'review-as-it-went', '--objective', 'stance'),
    ]);
    const rate = (rows: typeof plain, group: string) =>
      figureOf(rows, { world: 'war', group, importer: 'USA', exporter: 'MEX' });
    for (const group of ['metals', 'vehicles']) {
      expect(rate(weighed!, group)).toBeGreaterThan(rate(plain!, group) + 0.02);
    }
  }, 60_000);

  it('says what cannot be asked for', async () => {
    const stances = await runMain('tariff-war', 'lapse-to-mfn', '--objective', 'stance');
    expect(stances.code).toBe(2);
    expect(stances.stderr).toContain('the case "lapse-to-mfn" has no negotiation');
    const groups = await runMain('tariff-war', '--groups', '3');
    expect(groups.code).toBe(2);
    expect(groups.stderr).toContain("'3' is invalid");
    const unknown = await runMain('tariff-war', 'latest-lew');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('latest-law');
  });
});

function figureOf(rows: readonly Record<string, string>[], wanted: Record<string, string>): number {
  const row = rows.find((one) => Object.entries(wanted).every(([key, value]) => one[key] === value));
  return Number(row?.['value']);
}
