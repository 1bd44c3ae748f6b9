import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWithNegotiation } from '../../tests/negotiated-case.ts';
import { rowsOf, runMain } from '../../tests/run-main.ts';

let small = '';
let silent = '';
beforeAll(() => {
  const folder = folderWithNegotiation();
  small = join(folder, 'small.yaml');
  silent = join(folder, 'silent.yaml');
});

type Rows = Awaited<ReturnType<typeof rowsOf>>;
const figureIn = (rows: Rows, keys: Record<string, string>) => {
  const found = rows.filter((row) => Object.entries(keys).every(([key, value]) => row[key] === value));
  expect(found).toHaveLength(1);
  return Number(found[0]!['value']);
};
const partitions = ['USA+CAN+MEX', 'USA+MEX|CAN', 'USA+CAN|MEX', 'USA|CAN+MEX', 'USA|CAN|MEX'];

describe('usmca-sim coalitions', () => {
  it('tells what groupings come to, what a front is worth, how all could be divided and who would leave', async () => {
    const { code, stdout, stderr } = await runMain('coalitions', small);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const heading of [
      'What was solved',
      'In brief',
      'What each grouping comes to',
      'What a united front is worth, and to whom',
      'What all are worth together, and how it could be divided',
      'Side deals: who would leave',
      'Two bilateral tracks at once',
      'What this cannot say',
    ])
      expect(stdout).toContain(`\n${heading}\n`);
    expect(stdout).toContain('There is not a protocol of two for each of Canada and Mexico');
    expect(stdout).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('has every figure in CSV, and figures that agree with one another', async () => {
    const rows = await rowsOf('coalitions', small);
    expect([...new Set(rows.map(({ partition }) => partition).filter((key) => key !== ''))]).toEqual(
      partitions,
    );
    for (const partition of partitions) {
      for (const party of ['USA', 'CAN', 'MEX']) {
        const parts = rows.filter(
          (row) =>
            row['figure'] === 'payoff-part' && row['partition'] === partition && row['party'] === party,
        );
        const sum = parts.reduce((total, { value }) => total + Number(value), 0);
        expect(figureIn(rows, { figure: 'payoff', partition, party })).toBeCloseTo(sum, 9);
      }
    }
    // Shapley, Owen and the least core divide what all are worth, which is what it comes to as it falls.
    const worth = figureIn(rows, { figure: 'worth', coalition: 'USA+CAN+MEX' });
    const money = (figure: string) => rows.filter((row) => row['figure'] === `share-${figure}`);
    expect(money('as-it-falls')).toHaveLength(3);
    const percent = await rowsOf('coalitions', small, '--sum-in', 'percent');
    const total = figureIn(percent, { figure: 'worth', coalition: 'USA+CAN+MEX' });
    for (const division of ['as-it-falls', 'shapley', 'owen', 'least-core']) {
      const shares = percent.filter((row) => row['figure'] === `share-${division}`);
      expect(shares.reduce((sum, { value }) => sum + Number(value), 0)).toBeCloseTo(total, 9);
    }
    expect(worth).not.toBeCloseTo(total, 3);
  });

  it('makes all together worth most under subgame perfection, whatever is added up', async () => {
    for (const unit of ['money', 'percent']) {
      const rows = await rowsOf('coalitions', small, '--concept', 'subgame-perfect', '--sum-in', unit);
      const worth = (...keys: string[]) =>
        keys.reduce((sum, coalition) => sum + figureIn(rows, { figure: 'worth', coalition }), 0);
      const all = worth('USA+CAN+MEX');
      expect(all).toBeGreaterThanOrEqual(worth('USA', 'CAN', 'MEX') - 1e-6);
    }
  });

  it('lets a coalition expect those left out together', async () => {
    const [alone, together] = await Promise.all(
      ['alone', 'together'].map((leftOut) => rowsOf('coalitions', small, '--left-out', leftOut)),
    );
    const money = (rows: Rows | undefined) => figureIn(rows!, { figure: 'worth', coalition: 'USA' });
    const payoff = (rows: Rows | undefined, partition: string) =>
      figureIn(rows!, { figure: 'payoff', partition, party: 'USA' });
    expect(money(alone) / payoff(alone, 'USA|CAN|MEX')).toBeCloseTo(
      money(together) / payoff(together, 'USA|CAN+MEX'),
      3,
    );
  });

  it('has a front that is worth something to both on the eve of the review, and hurts one member after it', async () => {
    const worth = async (name: string) => {
      const rows = await rowsOf('coalitions', name);
      return ['CAN', 'MEX'].map(
        (party) =>
          figureIn(rows, { figure: 'payoff', partition: 'USA|CAN+MEX', party }) -
          figureIn(rows, { figure: 'payoff', partition: 'USA|CAN|MEX', party }),
      );
    };
    const [canada, mexico] = await worth('review-as-it-went');
    expect(canada).toBeGreaterThan(0.02);
    expect(mexico).toBeGreaterThan(0.1);
    // Alone Canada has a protocol of its own in some outcomes, which is better for it than an extension for both.
    const after = await worth('after-the-review');
    expect(after[0]).toBeLessThan(-0.1);
    expect(after[1]).toBeGreaterThan(0.1);
  }, 60_000);

  it('refuses what says nothing here', async () => {
    const none = await runMain('coalitions', silent);
    expect({ code: none.code, stdout: none.stdout }).toEqual({ code: 2, stdout: '' });
    expect(none.stderr).toContain('the case "silent" has no negotiation');
    const secret = await runMain('coalitions', small, '--concept', 'private-types');
    expect(secret.code).toBe(2);
    expect(secret.stderr).toContain('alliances cannot be solved with private types');
    for (const words of [
      ['--sum-in', 'pesos'],
      ['--left-out', 'nowhere'],
      ['--precision', '-1'],
      ['--concept', 'subgame-perfect', '--precision', '5'],
    ]) {
      const { code, stdout } = await runMain('coalitions', small, ...words);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    }
  });
});
