import { describe, expect, it } from 'vitest';
import { madeResult } from '../../../tests/made-result.ts';
import { frameOf } from '../../frame.ts';
import { diversionTables } from '../../tables/diversion.ts';
import { flowsBetweenParties } from '../../tables/trade.ts';
import { transitionTables } from '../../tables/transition.ts';
import { valueAddedTables } from '../../tables/value-added.ts';
import { bilateralChangesChart } from './bilateral-changes.ts';
import { sectorChangesChart } from './sector-changes.ts';
import { tradeCharts } from './trade-charts.ts';
import { tradeDivertedChart } from './trade-diverted.ts';
import { tradeFlowsChart } from './trade-flows.ts';
import { transitionPathChart } from './transition-path.ts';

const law = madeResult({ id: 'law', change: -0.1, duty: 0.05 });
const other = madeResult({ id: 'other', change: -0.04 });
const alone = frameOf({ results: [law], reference: 'law' });
const compared = frameOf({ results: [law, other], reference: 'law' });

// Flows of the made result: 1000(n + 1) + 100(i + 1) + 10(j + 1) into n from i of j, three sectors; a case changes those
// from i by its change times 1 + i/10.
describe('trade flows', () => {
  const chart = tradeFlowsChart(alone);

  it('are those of the base and of the long run', () => {
    const [before, after] = chart.panels;
    const find = (panel: typeof before) =>
      panel!.flows.find(({ exporter, importer }) => exporter === 'USA' && importer === 'CAN')!;
    // 3 × (2000 + 100) + 60, and a tenth less.
    expect(find(before)).toEqual({ exporter: 'USA', importer: 'CAN', value: 6360 });
    expect(find(after).before).toBe(6360);
    expect(find(after).value).toBeCloseTo(5724, 9);
  });

  it('are those of the table of flows between the parties', () => {
    const [table] = flowsBetweenParties(alone, 'goods and services');
    for (const { cells, total } of table!.rows) {
      if (!total) expect(chart.table.rows).toContainEqual({ cells });
    }
  });

  it('leave out the trade of all others with one another', () => {
    expect(chart.panels[0]!.flows.some(({ exporter, importer }) => exporter === importer)).toBe(false);
  });

  it('state the flow that changes most in value', () => {
    // Into Mexico from Canada: 3 × 3200 + 60 = 9660, changed by −0.1 × 1.1.
    expect(chart.title).toBe('Exports of Canada to Mexico fall 11.0% against 2024');
  });
});

describe('bilateral changes', () => {
  it('are of every pair of regions, against the reference where there is one', () => {
    const chart = bilateralChangesChart(compared);
    const [ofLaw, ofOther] = chart.panels.map(({ cells }) =>
      cells.find(({ exporter, importer }) => exporter === 'MEX' && importer === 'USA'),
    );
    expect(chart.panels[0]!.cells).toHaveLength(5 * 4);
    expect(ofLaw!.value).toBeCloseTo(-12, 9);
    expect(ofOther!.value).toBeCloseTo(100 * ((1 - 0.048) / (1 - 0.12) - 1), 9);
  });
});

describe('sectors', () => {
  it('are those of the tables of value added', () => {
    const chart = sectorChangesChart(compared)!;
    const tables = valueAddedTables(compared);
    const read = compared.parties.flatMap((_, party) =>
      compared.results.map(({ scenario }) => {
        const { columns, rows } = tables[party]!;
        const at = columns.findIndex(({ key }) => key === `${scenario.id}-percent`);
        return rows.map(({ cells }) => cells[at]);
      }),
    );
    expect(chart.panels.map(({ bars }) => bars.map(({ value }) => value))).toEqual(read);
    expect(chart.panels).toHaveLength(6);
  });

  it('are no chart where none changes', () => {
    const still = madeResult({ id: 'still' });
    expect(sectorChangesChart(frameOf({ results: [still], reference: 'still' }))).toBeUndefined();
  });
});

describe('trade created and diverted', () => {
  it('is that of the table, and what is diverted sums to zero', () => {
    const chart = tradeDivertedChart(alone);
    const [table] = diversionTables(alone);
    for (const [party, { bars }] of chart.panels.entries()) {
      const column = table!.rows.map(({ cells }) => cells[party + 1]).filter((value) => value !== null);
      expect(bars.map(({ value }) => value)).toEqual(column);
      const switched = bars.filter(({ total }) => !total).reduce((sum, { value }) => sum + value!, 0);
      expect(switched).toBeCloseTo(0, 9);
    }
  });
});

describe('the way to the long run', () => {
  it('is that of the table, and ends where it ends', () => {
    const chart = transitionPathChart(alone)!;
    const [table] = transitionTables(alone);
    const row = table!.rows.find(({ cells }) => cells[0] === 'Canada to United States')!;
    const line = chart.panels[0]!.lines.find(({ label }) => label === 'from Canada')!;
    const year = (at: number) => table!.columns.findIndex(({ key }) => key === `year-${at}`);
    expect(line.points.find(({ at }) => at === 2026)!.value).toBe(row.cells[year(2026)]);
    expect(line.end).toEqual({ label: 'long run', value: row.cells.at(-1) });
    // 2025 to 2030.
    expect(line.points).toHaveLength(6);
  });
});

describe('charts of trade', () => {
  it('have ids of their own, and can be cloned', () => {
    for (const charts of [tradeCharts(alone), tradeCharts(compared)]) {
      expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
      expect(structuredClone(charts)).toEqual(charts);
    }
  });

  it('say so where nothing changes', () => {
    const still = madeResult({ id: 'still' });
    const charts = tradeCharts(frameOf({ results: [still], reference: 'still' }));
    expect(charts.map(({ title }) => title)).toEqual([
      'Trade between the three does not change against 2024',
      'Flows between the three do not change in all against 2024',
      'The United States switches between no suppliers',
      expect.stringContaining('do not change'),
    ]);
  });
});
