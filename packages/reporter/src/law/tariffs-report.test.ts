import { describe, expect, it } from 'vitest';
import { madeDuties, madePaid } from '../../tests/made-duties.ts';
import { madeEconomy, madeLaw } from '../../tests/made-economy.ts';
import { displayWidth } from '../plain-text.ts';
import { textRenderer } from '../renderers/text.ts';
import type { Report } from '../report.ts';
import { lawManifest } from '../reproduction.ts';
import type { LawSelection } from './selection.ts';
import { tariffsReport } from './tariffs-report.ts';

const economy = madeEconomy();
const manifest = lawManifest(economy, madeLaw, { command: 'usmca-sim tariffs', versions: [], options: [] });
const report = (selection: LawSelection) =>
  tariffsReport({ economy, date: '2025-09-19', flows: madeDuties, paid: madePaid() }, selection, manifest);

function rowsOf(of: Report, title: string): (readonly (string | number | null)[])[] {
  const table = of.sections.flatMap(({ tables = [] }) => tables).find((one) => one.title.includes(title));
  return table!.rows.map(({ cells }) => cells);
}

describe('duties on a day', () => {
  it('names the measures behind the duty of each pair, and they add up', () => {
    const rows = rowsOf(report({}), 'United States from Canada: measures');
    expect(rows.map(([measure]) => measure)).toEqual([
      'ordinary duty',
      'us-fentanyl-canada',
      'us-steel',
      'statutory duty',
    ]);
    const points = rows.map(([, value]) => Number(value));
    expect(points[0]! + points[1]! + points[2]!).toBeCloseTo(points[3]!, 12);
    expect(points[3]).toBeCloseTo(16.5, 12);
  });

  it('names a ban that leaves nothing to pay, and the flows that no measure bears on', () => {
    expect(rowsOf(report({}), 'United States from Mexico').map(([measure]) => measure)).toContain(
      'us-ban-mexico (ban)',
    );
    expect(report({}).sections[0]!.sentences![0]).toMatch(
      /^No measure bears on: Canada from United States, /,
    );
  });

  it('goes by sector where both ends are named, and by product group where the sector is too', () => {
    const sectors = rowsOf(report({ importer: 'USA', exporter: 'CAN' }), 'Average duties by sector');
    expect(sectors.map(([code]) => code)).toEqual(['AGR', 'All goods']);
    const flow = report({ importer: 'USA', exporter: 'CAN', sector: 'AGR' });
    expect(rowsOf(flow, 'Goods that differ')).toEqual([
      ['CAN-AGR-01', 'none', 0.6, 0.5, 0.05, 0.3],
      ['CAN-AGR-02', 'steel', 0.4, 0, 0.15, 0.15],
    ]);
    expect(rowsOf(flow, 'Measures that bear on them')[0]).toEqual([
      'CAN-AGR-01',
      'us-fentanyl-canada',
      0,
      0.25,
    ]);
  });

  it('says so where no law bears on a flow', () => {
    const { sentences } = report({ importer: 'MEX', exporter: 'CAN', sector: 'AGR' }).sections[0]!;
    expect(sentences).toEqual(['No measure bears on this flow: all of its goods pay the ordinary duty.']);
  });

  it.each([{}, { all: true }, { importer: 'USA', exporter: 'MEX', sector: 'AGR' }])(
    'fits 80 columns: %j',
    (selection) => {
      const text = [...textRenderer.render({ report: report(selection) }, { width: 80 })].join('');
      for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    },
  );
});

describe('the record of duties', () => {
  const { record } = report({ importer: 'USA', exporter: 'CAN' });
  const facts = record!.rows.map(({ cells }) =>
    Object.fromEntries(record!.columns.map(({ key }, at) => [key, cells[at]])),
  );
  const value = (of: Record<string, unknown>) =>
    facts.find((fact) => Object.entries(of).every(([key, word]) => fact[key] === word))?.['value'];

  it('has stable columns, and one fact a row with its unit', () => {
    expect(record!.columns.map(({ key }) => key).join(',')).toBe(
      'case,date,importer,exporter,sector,group,figure,measure,value,unit',
    );
    expect(new Set(facts.map(({ unit }) => unit))).toEqual(
      new Set(['million US$', 'percent', 'percentage points']),
    );
    const places = facts.map(({ value, unit, ...place }) => JSON.stringify(place));
    expect(new Set(places).size).toBe(places.length);
  });

  it('has what the tables have, down to product groups', () => {
    expect(value({ sector: 'goods', figure: 'statutory-duty' })).toBeCloseTo(16.5, 12);
    expect(value({ sector: 'goods', figure: 'effective-duty' })).toBeCloseTo(4, 12);
    expect(value({ sector: 'AGR', group: '', figure: 'contribution', measure: 'us-steel' })).toBeCloseTo(
      4,
      12,
    );
    expect(value({ group: 'CAN-AGR-01', figure: 'unclaimed-duty' })).toBeCloseTo(30, 12);
  });
});
