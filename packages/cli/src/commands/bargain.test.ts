import { readFileSync } from 'node:fs';
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

const limbo = ['--disagreement', 'limbo'];

describe('usmca-sim bargain', () => {
  it('tells what is bargained over, the points, distances and who concedes what', async () => {
    const { code, stdout, stderr } = await runMain('bargain', small, ...limbo);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const heading of [
      'What is bargained over',
      'In brief',
      'What each deal is worth',
      'From limbo',
      'How far each outcome is from the points',
      'Who concedes what',
      'What bargaining points cannot say',
      'How to reproduce',
    ])
      expect(stdout).toContain(`\n${heading}\n`);
    expect(stdout).not.toContain('From MFN duties');
    const wide = stdout.split('\n').filter((line) => [...line].length > 80);
    expect(wide.filter((line) => !line.startsWith('  npx usmca-sim '))).toEqual([]);
  });

  it('has nothing to say of deals where none may be signed', { timeout: 60_000 }, async () => {
    const { code, stdout } = await runMain('bargain', 'annual-reviews-without-end', ...limbo);
    expect(code).toBe(0);
    expect(stdout.replaceAll('\n', ' ')).toContain('no deal may be signed at the review of 2026.');
    expect(stdout).toContain('No deal can be signed: there is nothing to bargain over.');
    for (const heading of ['What each deal is worth', 'How far each outcome', 'Who concedes what'])
      expect(stdout).not.toContain(heading);
  });

  it('gives rows that agree with each other: parts, payoffs, gains, distances', async () => {
    const rows = await rowsOf('bargain', small, ...limbo, '--weights', 'USA=2,MEX=0.5');
    const sum = (wanted: Record<string, string>) =>
      rows
        .filter((row) => Object.entries(wanted).every(([key, value]) => row[key] === value))
        .reduce((total, { value }) => total + Number(value), 0);
    for (const outcome of ['extension', 'dairy-deal']) {
      for (const party of ['USA', 'CAN', 'MEX']) {
        const payoff = sum({ figure: 'payoff', outcome, party });
        expect(sum({ figure: 'payoff-part', outcome, party })).toBeCloseTo(payoff, 9);
        const without = sum({ figure: 'disagreement-part', disagreement: 'limbo', party });
        expect(sum({ figure: 'gain', outcome, party })).toBeCloseTo(payoff - without, 9);
        const terms = ['deal-itself', 'term', 'options-together'].map((figure) =>
          sum({ figure, outcome, party }),
        );
        expect(terms.reduce((total, value) => total + value, 0)).toBeCloseTo(payoff, 9);
      }
    }
    const kalai = (party: string) =>
      sum({ figure: 'point-gain', solution: 'kalai', over: 'lotteries', party });
    // Over lotteries the Kalai gains are as the weights: 2 : 1 : 0.5.
    expect(kalai('USA') / kalai('CAN')).toBeCloseTo(2, 6);
    expect(kalai('MEX') / kalai('CAN')).toBeCloseTo(0.5, 6);
    const nash = rows.find(
      (row) => row['figure'] === 'carried-by' && row['solution'] === 'nash' && row['over'] === 'packages',
    )!;
    const at = { figure: 'distance', outcome: nash['outcome']!, solution: 'nash', over: 'packages' };
    expect(sum(at)).toBe(0);
  });

  it('does the same in JSON and lets political terms be left out', async () => {
    const { code, stdout } = await runMain('bargain', small, ...limbo, '--economists-view', '--json');
    expect(code).toBe(0);
    const { tables } = JSON.parse(stdout) as { tables: { title: string }[] };
    expect(tables.some(({ title }) => title.startsWith('What each deal is worth'))).toBe(true);
    const rows = await rowsOf('bargain', small, ...limbo, '--economists-view');
    const politics = rows.filter(
      ({ figure, part }) => figure === 'payoff-part' && part !== 'real-income' && part !== '',
    );
    expect(politics.length).toBeGreaterThan(0);
    expect(politics.every(({ value }) => Number(value) === 0)).toBe(true);
  });

  it('refuses weights that are none, all at once', async () => {
    const { code, stdout, stderr } = await runMain(
      'bargain',
      small,
      '--weights',
      'CAM=1,USA=-1,MEX,CAN=1,CAN=2,MEX=0',
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('"CAM" is no party of this negotiation');
    expect(stderr).toContain('did you mean "CAN"?');
    expect(stderr).toContain('the bargaining weight of USA, -1, is not a positive number');
    expect(stderr).toContain('"MEX" is no bargaining weight');
    expect(stderr).toContain('CAN has two bargaining weights');
  });

  it.each(['nothing', 'NaN', 'Infinity', '0', '1e999', ''])('refuses a weight of “%s”', async (weight) => {
    const { code, stderr } = await runMain('bargain', small, '--weights', `USA=${weight}`);
    expect(code).toBe(2);
    expect(stderr).toContain('is not a positive number');
  });

  it('refuses a case without a negotiation, and a disagreement point that is none', async () => {
    const { code, stderr } = await runMain('bargain', silent);
    expect(code).toBe(2);
    expect(stderr).toContain('the case "silent" has no negotiation');
    expect((await runMain('bargain', small, '--disagreement', 'peace')).code).toBe(2);
  });
});

describe('the tariff war as a disagreement point', () => {
  it('is worth what the war does to real income and sectors, for ever', { timeout: 60_000 }, async () => {
    const rows = await rowsOf('bargain', small, '--disagreement', 'tariff-war');
    const { tariffWar } = await import('@usmca-sim/core/tariff-war');
    const { economy2024, lawOf } = await import('@usmca-sim/data');
    const { openWorld } = await import('../world.ts');
    const context = {
      stdout: { write: () => 0 },
      stderr: { write: () => 0 },
      cwd: '/',
      env: {},
      isTerminal: false,
    };
    const [scenario] = await (await openWorld({}, context)).cases([small]);
    const economy = economy2024();
    const war = tariffWar(economy, lawOf(economy), scenario!);
    war.parties.forEach((party, i) => {
      const found = rows.find(
        (row) =>
          row['figure'] === 'disagreement-part' && row['part'] === 'real-income' && row['party'] === party,
      )!;
      // Patience is 0.9; stances without weights on sectors want real income alone.
      expect(Number(found['value'])).toBeCloseTo(1000 * Math.log1p(war.realIncome[i]! / 100), 6);
    });
  });
});

describe('the worked example of the page on bargaining', () => {
  const page = readFileSync(new URL('../../../../docs/bargaining.md', import.meta.url), 'utf8');
  const [, words] = /^ {4}npx usmca-sim (bargain .+)$/m.exec(page)!;

  it('has the rows and sentences of the command', { timeout: 60_000 }, async () => {
    const { code, stdout } = await runMain(...words!.split(' '), '--format', 'md');
    expect(code).toBe(0);
    const example = page.slice(page.indexOf('## A worked example'), page.indexOf('## Method'));
    const rows = example.split('\n').filter((line) => /^(\||> )/.test(line));
    expect(rows.length).toBeGreaterThan(20);
    const printed = stdout.split('\n');
    for (const row of rows) expect(printed).toContain(row.replace(/^> /, ''));
  });
});
