import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelColumn } from './label-column.ts';
import type { Column, Row, Table } from './report.ts';
import { writtenColumn } from './written-column.ts';

const money: Column = { key: 'level', heading: 'level', kind: 'money', unit: 'million US$', factor: 1e-3 };
const tableOf = (rows: readonly Row[], column = money): Table => ({
  title: 'Flows',
  columns: [labelColumn('Flow'), column],
  rows,
});
const summed = (parts: readonly number[]): Row[] => [
  ...parts.map((part) => ({ cells: ['part', part] })),
  { cells: ['All', parts.reduce((sum, part) => sum + part, 0)], total: true },
];
const numberOf = (text: string) => Number(text.replace(/,/g, '').replace('−', '-'));

describe('a column as it is written', () => {
  it('writes the same figures in whatever order the rows stand', () => {
    // Each ends in half a tenth: of the two that could have the digit, the larger has it.
    const parts = [1250, 2750, 3000];
    const written = (order: readonly number[]) => writtenColumn(tableOf(summed(order)), 1).slice(0, -1);
    expect(written(parts)).toEqual(['1.2', '2.8', '3.0']);
    expect(written(parts.toReversed())).toEqual(['3.0', '2.8', '1.2']);
  });

  it('adds up to its total, each part within a last digit of itself', () => {
    // Each alone would be 0.3, 0.3 and 0.3 under a total of 1.0.
    expect(writtenColumn(tableOf(summed([1000 / 3, 1000 / 3, 1000 / 3])), 1)).toEqual([
      '0.4',
      '0.3',
      '0.3',
      '1.0',
    ]);
    const part = fc.double({ min: 50, max: 9e5, noNaN: true });
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 7 }), (parts) => {
        const texts = writtenColumn(tableOf(summed(parts)), 1);
        const tenths = texts.map((text) => Math.round(10 * numberOf(text)));
        expect(tenths.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(tenths.at(-1));
        parts.forEach((one, at) => {
          expect(Math.abs(tenths[at]! - one / 100)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });

  it('rounds alone what is no part of the total, what is small, and percent', () => {
    const apart: Row[] = [
      { cells: ['a', 333] },
      { cells: ['b', 333] },
      { cells: ['All', 5000], total: true },
    ];
    expect(writtenColumn(tableOf(apart), 1)).toEqual(['0.3', '0.3', '5.0']);
    expect(writtenColumn(tableOf(summed([12, 340, 345])), 1)).toEqual(['0.01', '0.3', '0.3', '0.7']);
    const percent: Column = { key: 'change', heading: 'change', kind: 'percent', unit: 'percent' };
    expect(writtenColumn(tableOf(summed([0.34, 0.34, 0.34]), percent), 1)).toEqual([
      '0.3%',
      '0.3%',
      '0.3%',
      '1.0%',
    ]);
  });
});
