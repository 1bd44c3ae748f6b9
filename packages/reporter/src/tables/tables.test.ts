import { figure, resultMeasure } from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';
import { madeResult } from '../../tests/made-result.ts';
import { frameOf } from '../frame.ts';
import type { Table } from '../report.ts';
import { livingTables } from './living.ts';
import { exportsAndImports, flowsBySector } from './trade.ts';
import { transitionTables } from './transition.ts';

const law = madeResult({ id: 'law', change: -0.1, duty: 0.05 });
const other = madeResult({ id: 'other', change: -0.04 });
const alone = frameOf({ results: [law], reference: 'law' });
const compared = frameOf({ results: [law, other], reference: 'law' });

function cellsOf(table: Table, label: string): Record<string, unknown> {
  const row = table.rows.find(({ cells }) => cells[0] === label)!;
  return Object.fromEntries(table.columns.map(({ key }, at) => [key, row.cells[at]]));
}

// Base flows of the made result: 1000(n + 1) + 100(i + 1) + 10(j + 1) into n from i of j; regions USA, CAN, MEX, CHN
// and ROW in that order, three sectors of which the first two are goods.
describe('exports and imports', () => {
  const [ofUnitedStates, ofCanada] = exportsAndImports(alone);

  it('are of who sells and of who buys', () => {
    // Into Canada from the United States: 3 × (2000 + 100) + 60; into the United States from Canada: 3 × 1200 + 60.
    expect(cellsOf(ofUnitedStates!, 'Exports to Canada')['base']).toBe(6360);
    expect(cellsOf(ofUnitedStates!, 'Imports from Canada')['base']).toBe(3660);
    expect(cellsOf(ofCanada!, 'Exports to United States')['base']).toBe(3660);
    // To China and the rest: 3 × (4100 + 5100) + 120. From them: 3 × (1400 + 1500) + 120.
    expect(cellsOf(ofUnitedStates!, 'Exports to all others')['base']).toBe(27_720);
    expect(cellsOf(ofUnitedStates!, 'Imports from all others')['base']).toBe(8820);
    // To all four: 3 × (2100 + 3100 + 4100 + 5100) + 240. From all four: 3 × (1200 + 1300 + 1400 + 1500) + 240.
    expect(cellsOf(ofUnitedStates!, 'All exports')['base']).toBe(43_440);
    expect(cellsOf(ofUnitedStates!, 'All imports')['base']).toBe(16_440);
  });

  it('are those of the facts', () => {
    for (const [label, measure] of [
      ['All exports', 'exports'],
      ['All imports', 'imports'],
    ] as const) {
      const cells = cellsOf(ofUnitedStates!, label);
      for (const [key, state] of [
        ['base', law.base],
        ['law-long-run', law.longRun],
      ] as const) {
        expect(cells[key]).toBe(figure(law, resultMeasure(measure), state, { region: 'USA', sector: 'all' }));
      }
    }
  });

  it('by sector are of who sells first', () => {
    const titled = (title: string) => flowsBySector(alone).find((table) => table.title.includes(title))!;
    expect(cellsOf(titled('Canada to United States'), 'Motor vehicles')['base']).toBe(1220);
    // 4000 + 100 + 20 and 5000 + 100 + 20; 1000 + 400 + 20 and 1000 + 500 + 20.
    expect(cellsOf(titled('United States to all outside'), 'Motor vehicles')['base']).toBe(9240);
    expect(cellsOf(titled('all outside the three to United States'), 'Motor vehicles')['base']).toBe(2940);
  });
});

describe('the way to the long run', () => {
  // Flows from Canada change by 1.1 times the change of the case, from year to year by 1 − 0.64 to the years gone by.
  const flowAfter = (change: number, years: number) => 1 + 1.1 * change * (1 - 0.64 ** years);

  it('of a comparison is against the reference in the same year', () => {
    const [table] = transitionTables(compared);
    const cells = cellsOf(table!, 'Canada to United States');
    for (const year of [2025, 2026, 2027, 2030]) {
      const [here, there] = [flowAfter(-0.04, year - 2024), flowAfter(-0.1, year - 2024)];
      expect(cells[`year-${year}`]).toBeCloseTo(100 * (here / there - 1), 9);
    }
    expect(cells['long-run']).toBeCloseTo(100 * ((1 - 0.044) / (1 - 0.11) - 1), 9);
  });

  it('of a case alone is against the base year', () => {
    const [table] = transitionTables(alone);
    const cells = cellsOf(table!, 'Canada to United States');
    expect(cells['year-2026']).toBeCloseTo(100 * (flowAfter(-0.1, 2) - 1), 9);
    expect(cells['long-run']).toBeCloseTo(-11, 9);
  });
});

describe('income, wages and prices', () => {
  const [table] = livingTables(compared);

  it('deflate wages with what their earners buy', () => {
    // Wages change by a tenth of the change, over the place of the region; prices by a twentieth the other way.
    const [lawWage, otherWage] = [(1 - 0.1 / 20) / (1 + 0.1 / 20), (1 - 0.04 / 20) / (1 + 0.04 / 20)];
    const cells = cellsOf(table!, 'Real wages, Canada');
    expect(cells['law-change']).toBeCloseTo(100 * (lawWage - 1), 9);
    expect(cells['other-change']).toBeCloseTo(100 * (otherWage - 1), 9);
    expect(cells['other-against']).toBeCloseTo(100 * (otherWage / lawWage - 1), 9);
  });

  it('have income and prices in their own rows', () => {
    expect(cellsOf(table!, 'Real income, Mexico')['law-change']).toBeCloseTo(-100 * (0.1 / 60), 9);
    expect(cellsOf(table!, 'Consumer prices, Mexico')['law-change']).toBeCloseTo(100 * (0.1 / 20), 9);
  });
});
