import { describe, expect, it } from 'vitest';
import { rowsOf, runMain } from '../../tests/run-main.ts';

const facts = (...argv: string[]) => rowsOf('tariffs', ...argv);

describe('tariffs on a day', () => {
  it('names statutory and effective, and the measures behind, of each pair', async () => {
    const { code, stdout } = await runMain('tariffs', '--on', '2025-09-19');
    expect(code).toBe(0);
    expect(stdout).toMatch(/United States from Canada +0\.\d% +\d\.\d% +\d\.\d% +\d\d\.\d%/);
    expect(stdout).toMatch(/\nus-fentanyl-canada +\+\d\.\d\d/);
    expect(stdout).toMatch(
      /Statutory:\s+ordinary\s+and\s+measures[\s\S]*Effective:\s+duty\s+paid\s+over\s+value/,
    );
  });

  it('has contributions that add up to statutory less ordinary, in every sector of every pair', async () => {
    const rows = await facts('--on', '2026-10-06', '--all');
    const sums = new Map<string, { ordinary: number; statutory: number; measures: number }>();
    for (const { importer, exporter, sector, figure, value } of rows) {
      const place = `${importer} ${exporter} ${sector}`;
      const sum = sums.get(place) ?? { ordinary: 0, statutory: 0, measures: 0 };
      sums.set(place, sum);
      if (figure === 'ordinary-duty') sum.ordinary = Number(value);
      if (figure === 'statutory-duty') sum.statutory = Number(value);
      if (figure === 'contribution') sum.measures += Number(value);
    }
    expect(sums.size).toBeGreaterThan(500);
    for (const { ordinary, statutory, measures } of sums.values()) {
      expect(statutory - ordinary).toBeCloseTo(measures, 9);
    }
  });

  it('names measures that `measures` explains', async () => {
    const rows = await facts('--on', '2026-06-30');
    const ids = [...new Set(rows.map(({ measure }) => measure!).filter((id) => id !== ''))];
    expect(ids.length).toBeGreaterThan(3);
    expect(await runMain('measures', ...ids)).toMatchObject({ code: 0, stderr: '' });
  });

  it('goes down to product groups, whose shares make up the flow', async () => {
    const rows = await facts(
      '--on',
      'september-2025',
      '--importer',
      'USA',
      '--exporter',
      'MEX',
      '--sector',
      'VEH',
    );
    const shares = rows.filter(({ figure }) => figure === 'share-of-flow').map(({ value }) => Number(value));
    expect(shares.length).toBeGreaterThan(1);
    // The shares on record are rounded.
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 2);
  });

  it('says of goods what they owe: no ordinary duty where claimed, and that averages hold another', async () => {
    const of = ['--on', '2025-09-19', '--importer', 'USA', '--exporter', 'CAN', '--sector', 'VEH'];
    const { stdout } = await runMain('tariffs', ...of);
    // Cars without a claim: 25% under Section 232 and their own ordinary duty of 2.5%; with one, 15% on other than US content.
    expect(stdout).toMatch(/\nCAN-VEH-01 .* 15\.0% +27\.5%\n/);
    expect(stdout).toMatch(/hold\s+the\s+ordinary\s+duty\s+that\s+was\s+collected/);
  });

  it('shows the law of a case beyond the record', async () => {
    const of = ['--importer', 'CAN', '--exporter', 'USA'];
    const statutory = async (name: string) => {
      const rows = await facts('--case', name, '--on', '2030-12-31', ...of);
      expect(new Set(rows.map((row) => row['case']))).toEqual(new Set([name]));
      const fact = rows.find(({ figure, sector }) => figure === 'statutory-duty' && sector === 'goods');
      return Number(fact!['value']);
    };
    // The repeal of 1 September 2025 is all that tells the two apart.
    expect(await statutory('retaliation-lifted')).toBeLessThan(await statutory('law-of-august-2025'));
  });
});

describe('tariffs between two days', () => {
  it('has the repeal of 1 September 2025, with what it did to the average', async () => {
    const { code, stdout } = await runMain(
      'tariffs',
      '--between',
      '2025-08-15',
      '2025-09-15',
      '--importer',
      'CAN',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/2025-09-01 +Surtax +canada-list-of-march-4 +ends/);
    expect(stdout).toMatch(/2025-09-01 +Canada from United States +\d\.\d+% +\d\.\d+% +−\d\.\d\d/);
    expect(stdout).not.toContain('us-section-232');
  });

  it('has what a case changes', async () => {
    const days = ['2025-08-31', '2025-09-30'];
    const { stdout } = await runMain('tariffs', '--case', 'retaliation-lifted', '--between', ...days);
    expect(stdout).toMatch(/- From 1 September 2025, lifts canada-list-of-march-4 /);
  });
});

describe('bad input', () => {
  it.each([
    [['--on', '2025-9-19'], /not a day\n {2}write year-month-day/],
    [['--on', 'septembre-2025'], /did you mean "september-2025"/],
    [['--on', '2031-01-01'], /not on record\n {2}the record covers/],
    [['--importer', 'UAS', '--sector', 'STEL'], /"USA"[\s\S]*"STL"/],
    [['--importer', 'USA', '--exporter', 'USA'], /buys from itself/],
    [['--between', '2025-01-01'], /takes two days, not 1/],
    [['--between', '2025-09-01', '2025-01-01'], /not before/],
    [['--between', '2025-01-01', '2025-09-01', '--on', 'latest'], /cannot both be/],
    [['--case', 'retaliation-lift'], /did you mean "retaliation-lifted"/],
  ])('%j', async (argv, words) => {
    const { code, stdout, stderr } = await runMain('tariffs', ...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });
});
