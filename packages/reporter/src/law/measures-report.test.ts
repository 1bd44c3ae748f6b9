import { describe, expect, it } from 'vitest';
import { madeEconomy, madeLaw, madeMeasures } from '../../tests/made-economy.ts';
import { displayWidth } from '../plain-text.ts';
import { textRenderer } from '../renderers/text.ts';
import { lawManifest } from '../reproduction.ts';
import { type MeasureFilter, measureReport, measuresAsked, measuresReport } from './measures-report.ts';

const economy = madeEconomy();
const manifest = lawManifest(economy, madeLaw, { command: 'usmca-sim measures', versions: [], options: [] });
const ids = (filter: MeasureFilter) => measuresAsked(madeLaw, filter).map(({ id }) => id);

describe('measures asked for', () => {
  it.each<[MeasureFilter, string[]]>([
    [{}, ['us-fentanyl-canada', 'us-steel', 'us-threat-canada']],
    [{ on: '2025-03-10' }, ['us-fentanyl-canada']],
    // The last day in force, and the first day no longer in force.
    [{ on: '2026-02-22' }, ['us-fentanyl-canada', 'us-steel']],
    [{ on: '2026-02-23' }, ['us-steel']],
    [{ status: 'threat' }, ['us-threat-canada']],
    [{ authority: 'section-232' }, ['us-steel']],
    [{ exporter: 'MEX' }, ['us-steel']],
    [{ importer: 'CAN' }, []],
    [{ until: '2025-03-12' }, ['us-fentanyl-canada']],
    [{ from: '2026-02-23' }, ['us-steel', 'us-threat-canada']],
    // Steel is on record in agriculture from Mexico alone.
    [{ sector: 'AGR', importer: 'USA', exporter: 'CAN' }, ['us-fentanyl-canada', 'us-threat-canada']],
    [{ sector: 'AGR', exporter: 'MEX' }, ['us-steel']],
    [{ sector: 'FIN', exporter: 'MEX' }, []],
  ])('%j', (filter, expected) => {
    expect(ids(filter)).toEqual(expected);
  });
});

describe('the timeline', () => {
  const report = measuresReport(economy, madeMeasures, manifest);

  it('has a row a measure in order of date, threats named as such', () => {
    expect(report.sections[0]!.tables![0]!.rows.map(({ cells }) => cells)).toEqual([
      ['2025-03-07', '2026-02-23', 'us-fentanyl-canada', 'USA', 'CAN', '25% to 35%'],
      ['2025-03-12', '', 'us-steel', 'USA', 'all others', '50%'],
      ['2026-02-01', 'threat', 'us-threat-canada', 'USA', 'CAN', '100%'],
    ]);
  });

  it('says of each the instrument, goods, USMCA, precedence and source', () => {
    expect(report.sections[1]!.points![0]).toBe(
      'us-fentanyl-canada: Fentanyl emergency duty on Canada. Emergency powers (IEEPA), 25% to 35% on all goods. USMCA: claimed goods are free of it. Precedence: gives way to section-232. Source (official): made by hand.',
    );
    expect(report.sections[1]!.points![2]).toContain('A threat, not in force.');
  });

  it('has the rates of the day where one is asked for', () => {
    const on = { on: '2025-09-19' };
    const [table] = measuresReport(economy, measuresAsked(madeLaw, on), manifest, on).sections[0]!.tables!;
    expect(table!.rows[0]!.cells.at(-1)).toBe('35%');
  });

  it('has every charge in its record', () => {
    expect(report.record!.rows).toHaveLength(4);
    expect(
      report
        .record!.columns.map(({ key }) => key)
        .slice(0, 5)
        .join(),
    ).toBe('measure,title,status,authority,importer');
  });
});

describe('a measure in full', () => {
  const report = measureReport(economy, madeLaw, [madeMeasures[1]!], manifest);

  it('has its dates, what gives way to it, its lists and its source', () => {
    expect(report.sections[0]!.points).toEqual([
      'Instrument: Section 232 (section-232).',
      'Levied by United States (USA) on all others.',
      'In force from 12 March 2025, without a known end.',
      'Precedence: stated for no other measure.',
      'These give way to it: us-fentanyl-canada.',
      'List steel: Steel articles.',
      'Source (news): made by hand',
    ]);
    expect(report.sections[0]!.tables![0]!.rows[0]!.cells).toEqual([
      '2025-03-12',
      '',
      '50% of steel content',
      'steel',
      'applies',
    ]);
  });

  it('fits 80 columns', () => {
    const text = [...textRenderer.render({ report }, { width: 80 })].join('');
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });
});
