import { describe, expect, it } from 'vitest';
import { rowsOf, runMain } from '../../tests/run-main.ts';

const measures = (...argv: string[]) => rowsOf('measures', ...argv);

describe('measures', () => {
  it('are in order of date, each with a source and how sure it is', async () => {
    const charges = await measures();
    const first = new Map<string, string>();
    for (const { measure, from } of charges) {
      const known = first.get(measure!);
      if (known === undefined || from! < known) first.set(measure!, from!);
    }
    const dates = [...first.values()];
    expect(dates.length).toBeGreaterThan(20);
    expect(dates).toEqual([...dates].sort());
    for (const { source, confidence } of charges) {
      expect(source).not.toBe('');
      expect(['official', 'news', 'secondary']).toContain(confidence);
    }
  });

  it('are those asked for', async () => {
    const threats = await measures('--status', 'threat');
    expect(new Set(threats.map(({ status }) => status))).toEqual(new Set(['threat']));
    const steel = await measures(
      '--importer',
      'USA',
      '--exporter',
      'CAN',
      '--sector',
      'STL',
      '--on',
      'september-2025',
    );
    const ids = steel.map(({ measure }) => measure);
    expect(ids).toContain('us-section-232-metals');
    expect(ids).not.toContain('us-section-301-china');
    // Repealed on 1 September 2025.
    const ofCanada = await measures('--importer', 'CAN', '--on', '2025-09-01');
    expect(ofCanada.map(({ measure }) => measure)).not.toContain('canada-list-of-march-4');
  });

  it('are shown in full when named', async () => {
    const { code, stdout } = await runMain('measures', 'us-fentanyl-canada');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Instrument: emergency powers \(IEEPA\) \(ieepa\)\./);
    expect(stdout).toMatch(/\n2025-08-01 +2026-02-2\d +(.*) +35% /);
    expect(stdout).toMatch(/Source \((official|news|secondary)\): /);
  });

  it('say so where none is what was asked for', async () => {
    const { code, stdout } = await runMain('measures', '--importer', 'MEX', '--on', '2025-09-19');
    expect(code).toBe(0);
    expect(stdout).toContain('No measure on record is what was asked for.');
  });
});

describe('bad input', () => {
  it.each([
    [['us-fentanil-canada', 'nowhere-near'], /"us-fentanyl-canada"[\s\S]*usmca-sim measures lists them/],
    [
      ['us-fentanyl'],
      /there is no measure "us-fentanyl"\n {2}did you mean "us-fentanyl-china", "us-fentanyl-canada" or "us-fentanyl-mexico"\?/,
    ],
    [['canada fentanyl'], /did you mean "us-fentanyl-canada"\?/],
    [['us-section-232'], /"us-section-232-metals"[\s\S]*, or \d+ more: usmca-sim measures lists them/],
    [['--authority', 'section-233', '--importer', 'UAS'], /"USA"[\s\S]*did you mean "section-232"/],
    [['us-fentanyl-canada', '--importer', 'USA'], /whatever --importer/],
    [['--from', '2025-02-01', '--until', '2025-01-01'], /no days/],
    [['--on', '2025-02-30'], /not a day/],
    [['--on', '1999-01-01'], /not on record/],
    [['--status', 'laws'], /Allowed choices are law, threat/],
  ])('%j', async (argv, words) => {
    const { code, stdout, stderr } = await runMain('measures', ...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });
});
