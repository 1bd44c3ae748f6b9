import { describe, expect, it } from 'vitest';
import { madeEconomy, madeLaw } from '../tests/made-economy.ts';
import { dataFacts, dataReport } from './data-report.ts';

const economy = madeEconomy();

// Figures follow from the made economy: 10 a cross-border flow, 100 a domestic one, goods at 5%.
describe('the report on the data', () => {
  const report = dataReport(economy, madeLaw);
  const tableOf = (heading: string) =>
    report.sections.find((section) => section.heading === heading)!.tables![0]!;

  it('has the flows of each pair and their sum', () => {
    const { rows } = tableOf('Flows between the three');
    expect(rows).toHaveLength(7);
    expect(rows.at(-1)!.cells).toEqual(['All between the three', 60, 60, 120]);
  });

  it('says what is observed', () => {
    const section = report.sections.find(
      ({ heading }) => heading === 'What is observed and what is imputed',
    )!;
    expect(section.sentences![0]).toContain('100.0% was observed');
  });

  it('takes sources together that differ in a percentage alone, and loses no value', () => {
    const { rows } = tableOf('Sources');
    expect(rows.map(({ cells }) => cells[1])).toEqual([
      'Customs records',
      'Grown by … from 2023 (2 sources)',
    ]);
    const total = economy.flow.reduce((sum, value) => sum + value, 0);
    expect(rows.reduce((sum, { cells }) => sum + Number(cells[2]), 0)).toBe(total);
  });

  it('keeps to the topics asked for', () => {
    const only = dataReport(economy, madeLaw, ['law']);
    expect(only.sections.map(({ heading }) => heading)).toEqual(['The data', 'Law on record']);
  });

  it('gives flows with a party as facts, or all', () => {
    // 4 regions: 12 foreign pairs, all with a party but none left out; 16 pairs with home; 2 sectors; 2 measures.
    expect([...dataFacts(economy)]).toHaveLength(12 * 2 * 2);
    expect([...dataFacts(economy, true)]).toHaveLength(16 * 2 * 2);
  });
});
