import { describe, expect, test } from 'vitest';
import { observedTrade, observedTradeByChapter } from '../src/index.ts';

const { flows } = observedTrade();

function total(importer: string, exporter: string, year: number, sectors: 'all' | 'sum'): number {
  return flows
    .filter((flow) => flow.importer === importer && flow.exporter === exporter && flow.year === year)
    .filter(({ sector }) => (sector === undefined) === (sectors === 'all'))
    .reduce((sum, { value }) => sum + value, 0);
}

describe('trade of 2018 to 2025', () => {
  // The four changes that the record's own page states, computed there from chapters.
  test.each([
    ['USA', 'CAN', 412.7, 383.0, -7.2],
    ['USA', 'MEX', 505.9, 534.9, 5.7],
    ['CAN', 'USA', 348.5, 329.8, -5.4],
    ['MEX', 'USA', 334.0, 338.0, 1.2],
  ])('%s buys from %s %f and %f billion, %f%%', (importer, exporter, before, after, change) => {
    const [one, other] = [2024, 2025].map((year) => total(importer, exporter, year, 'all')) as [
      number,
      number,
    ];
    expect(one / 1000).toBeCloseTo(before, 1);
    expect(other / 1000).toBeCloseTo(after, 1);
    expect(100 * (other / one - 1)).toBeCloseTo(change, 1);
  });

  test('by sector is trade by chapter without 98 and 99', () => {
    const chapters = observedTradeByChapter();
    for (const year of [2018, 2024, 2025]) {
      for (const [importer, exporter] of [
        ['USA', 'CAN'],
        ['USA', 'MEX'],
        ['CAN', 'USA'],
        ['MEX', 'USA'],
      ] as const) {
        const ordinary = chapters
          .filter((flow) => flow.importer === importer && flow.exporter === exporter && flow.year === year)
          .filter(({ chapter }) => chapter !== '98' && chapter !== '99')
          .reduce((sum, { value }) => sum + value, 0);
        // Sectors are rounded to 0.1 million.
        expect(total(importer, exporter, year, 'sum')).toBeCloseTo(ordinary, -0.5);
      }
    }
  });

  test('has every year of every flow, and no negative value', () => {
    expect(new Set(flows.map(({ year }) => year))).toEqual(
      new Set([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]),
    );
    expect(flows).toHaveLength(8 * 4 * 22);
    for (const { value } of flows) expect(value).toBeGreaterThanOrEqual(0);
  });
});
