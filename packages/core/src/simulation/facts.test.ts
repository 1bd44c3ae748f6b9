import { describe, expect, it } from 'vitest';
import { madeEconomy, madeLaw, madeScenario } from '../../tests/made-scenario.ts';
import { changeUnit, facts, figure, levelUnit } from './facts.ts';
import { changeOf, resultMeasure, resultMeasures } from './measures.ts';
import type { Fact } from './result.ts';
import { runScenario } from './run-scenario.ts';

const result = runScenario(madeEconomy, madeLaw, madeScenario());
const grown = runScenario(madeEconomy, madeLaw, madeScenario({ growth: 0.03 }));
const shown = [...facts(result)];
const all = [...facts(result, { all: true })];
const codes = madeEconomy.regions.map(({ code }) => code);
const sectors = madeEconomy.sectors.map(({ code }) => code);

/** The value of the only fact that has all of these. */
function only(rows: readonly Fact[], wanted: Partial<Fact>): number {
  const found = rows.filter((row) =>
    Object.entries(wanted).every(([key, value]) => row[key as keyof Fact] === value),
  );
  expect(found).toHaveLength(1);
  return found[0]!.value;
}

const longRun = { horizon: 'long-run', unit: 'million US$' } as const;

describe('facts', () => {
  it('have every measure of the results, and units that tell levels from changes', () => {
    const measured = new Set(shown.map(({ measure }) => measure));
    // Those of a negotiation have no figure where nobody negotiates.
    const ofTrade = resultMeasures.filter(({ negotiated }) => !negotiated);
    expect([...measured].filter((id) => /^(probability|expected)-/.test(id))).toEqual([]);
    for (const { id } of ofTrade) expect(measured).toContain(id);
    for (const measure of ofTrade) {
      const units = new Set(shown.filter((row) => row.measure === measure.id).map(({ unit }) => unit));
      expect([...units].sort()).toEqual(
        [`${changeUnit(measure)} vs base`, levelUnit(measure, result)].sort(),
      );
    }
    expect(levelUnit(resultMeasure('exports'), result)).toBe('million US$');
    expect(levelUnit(resultMeasure('real-income'), result)).toBe('index, base = 1');
    expect(changeUnit(resultMeasure('real-income'))).toBe('percent');
    expect(changeUnit(resultMeasure('statutory-duty'))).toBe('percentage points');
  });

  it('are numbers, each at a place of its own', () => {
    const places = new Set<string>();
    for (const { value, ...place } of all) {
      expect(Number.isFinite(value)).toBe(true);
      places.add(JSON.stringify(place));
    }
    expect(places.size).toBe(all.length);
  });

  it('add up: sectors to all, partners to exports and imports, whole flows to what everyone sells', () => {
    const flow = (importer: string, exporter: string, sector: string) =>
      only(all, { ...longRun, measure: 'trade-flow', importer, exporter, sector });
    const other = codes.filter((code) => code !== 'R0');
    for (const sector of ['all', 'goods', 'services', 'S0']) {
      const imports = only(all, { ...longRun, measure: 'imports', region: 'R0', sector });
      const exports = only(all, { ...longRun, measure: 'exports', region: 'R0', sector });
      expect(other.reduce((sum, code) => sum + flow('R0', code, sector), 0)).toBeCloseTo(imports, 8);
      expect(other.reduce((sum, code) => sum + flow(code, 'R0', sector), 0)).toBeCloseTo(exports, 8);
      // R2 and R3 are the rest, seen from the parties.
      expect(flow('R0', 'R1', sector) + flow('R0', 'rest', sector)).toBeCloseTo(imports, 8);
    }
    for (const importer of codes) {
      const parts = sectors.map((sector) => flow(importer, 'R1', sector));
      const whole = flow(importer, 'R1', 'all');
      expect(parts.reduce((sum, value) => sum + value, 0)).toBeCloseTo(whole, 8);
      expect(flow(importer, 'R1', 'goods') + flow(importer, 'R1', 'services')).toBeCloseTo(whole, 8);
    }
    const produced = (measure: string, sector: string) =>
      only(all, { ...longRun, measure, region: 'R1', sector });
    for (const measure of ['output', 'value-added']) {
      const parts = sectors.map((sector) => produced(measure, sector));
      expect(parts.reduce((sum, value) => sum + value, 0)).toBeCloseTo(produced(measure, 'all'), 8);
    }
  });

  it('give value added what labour earns, and income what is spent', () => {
    for (const [n, region] of codes.entries()) {
      const wage = only(all, { measure: 'wage', horizon: 'long-run', region, unit: 'index, base = 1' });
      const added = only(all, { ...longRun, measure: 'value-added', region, sector: 'all' });
      const revenue = only(all, { ...longRun, measure: 'tariff-revenue', region });
      const income = only(all, { ...longRun, measure: 'income', region });
      expect(added / (wage * madeEconomy.valueAdded[n]!)).toBeCloseTo(1, 8);
      expect(income / (added + revenue + madeEconomy.deficit[n]!)).toBeCloseTo(1, 8);
    }
  });

  it('have every pair and every sector with all, the parties and their groups without', () => {
    const flows = (rows: readonly Fact[]) =>
      rows.filter((row) => row.measure === 'trade-flow' && row.horizon === 'base');
    for (const importer of codes)
      for (const exporter of codes)
        for (const sector of [...sectors, 'all', 'goods', 'services']) {
          const found = flows(all).filter(
            (row) => row.importer === importer && row.exporter === exporter && row.sector === sector,
          );
          expect(found).toHaveLength(1);
        }
    expect(new Set(flows(shown).map(({ importer, exporter }) => `${importer} ${exporter}`))).toEqual(
      new Set(['R0 R1', 'R1 R0', 'R0 rest', 'R1 rest', 'rest R0', 'rest R1']),
    );
    const regions = (rows: readonly Fact[]) =>
      new Set(rows.filter(({ measure }) => measure === 'real-income').map(({ region }) => region));
    expect(regions(shown)).toEqual(new Set(['R0', 'R1']));
    expect(regions(all)).toEqual(new Set(codes));
  });

  it('let growth move levels in money on the way, and nothing else', () => {
    const withGrowth = [...facts(grown, { all: true })];
    expect(withGrowth).toHaveLength(all.length);
    expect([...facts(grown, { all: true, atBaseSize: true })].map(({ value }) => value)).toEqual(
      all.map(({ value }) => value),
    );
    withGrowth.forEach((row, at) => {
      const plain = all[at]!;
      const grows = row.unit === 'million US$' && row.horizon === 'transition';
      const factor = grows ? 1.03 ** (row.year - 2000) : 1;
      expect(Math.abs(row.value - plain.value * factor)).toBeLessThanOrEqual(1e-12 * Math.abs(row.value));
    });
  });

  it('state changes that follow from the levels', () => {
    const at = {
      measure: 'trade-flow',
      horizon: 'long-run',
      importer: 'R0',
      exporter: 'R1',
      sector: 'goods',
    } as const;
    const before = only(shown, { ...at, horizon: 'base' });
    const after = only(shown, { ...at, unit: 'million US$' });
    expect(only(shown, { ...at, unit: 'percent vs base' })).toBeCloseTo(100 * (after / before - 1), 10);
    expect(after).toBeLessThan(before);
  });
});

describe('a figure', () => {
  it('is read at a place named by codes', () => {
    const J = sectors.length;
    const flow = resultMeasure('trade-flow');
    const at = figure(result, flow, result.base, { importer: 'R0', exporter: 'R1', sector: 'S1' });
    expect(at).toBe(madeEconomy.flow[J + 1]);
    expect(figure(result, resultMeasure('price'), result.base, { region: 'R0', sector: 'all' })).toBeNaN();
  });

  it('averages a duty with the weights that it names', () => {
    const J = sectors.length;
    let paid = 0;
    let value = 0;
    for (const j of [0, 1, 2]) {
      paid += (madeEconomy.duty[J + j]! + 0.25) * madeEconomy.flow[J + j]!;
      value += madeEconomy.flow[J + j]!;
    }
    const place = { importer: 'R0', exporter: 'R1', sector: 'goods' };
    const duty = figure(result, resultMeasure('statutory-duty'), result.longRun, place);
    expect(duty).toBeCloseTo((100 * paid) / value, 10);
  });

  it('changes in percent or in percentage points', () => {
    expect(changeOf(resultMeasure('exports'), 200, 250)).toBe(25);
    expect(changeOf(resultMeasure('exports'), 0, 0)).toBe(0);
    expect(changeOf(resultMeasure('statutory-duty'), 2, 27)).toBe(25);
  });

  it('is not had under a name that no measure has', () => {
    expect(() => resultMeasure('gdp')).toThrow('no measure "gdp"; there are: trade-flow');
  });
});
