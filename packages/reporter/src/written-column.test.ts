import { expect, it } from 'vitest';
import { labelColumn } from './label-column.ts';
import { writtenColumn } from './written-column.ts';

it('writes a figure alike whatever stands beside it, though sums of what is written may miss a last digit', () => {
  const money = { key: 'level', heading: '', kind: 'money', unit: 'million US$', factor: 1e-3 } as const;
  const written = (parts: readonly number[]) =>
    writtenColumn(
      {
        title: 'Flows',
        columns: [labelColumn('Flow'), money],
        rows: [
          ...parts.map((part) => ({ cells: ['part', part] })),
          { cells: ['All', parts.reduce((sum, part) => sum + part, 0)], total: true },
        ],
      },
      1,
    );
  expect(written([1000 / 3, 1000 / 3, 1000 / 3])).toEqual(['0.3', '0.3', '0.3', '1.0']);
  expect(written([1000 / 3, 700])).toEqual(['0.3', '0.7', '1.0']);
});
