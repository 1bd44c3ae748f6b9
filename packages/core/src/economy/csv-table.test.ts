import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../problems/problem.ts';
import { ProblemList } from '../problems/problem-list.ts';
import { type CsvLayout, readCsvTable } from './csv-table.ts';

const layout: CsvLayout = { required: ['region', 'value'], optional: ['note'] };

function problemsOf(
  text: string,
  use: (table: ReturnType<typeof readCsvTable>, list: ProblemList) => void = () => {},
) {
  const list = new ProblemList();
  use(readCsvTable(text, 'a.csv', layout, list), list);
  try {
    list.throwIfAny();
  } catch (error) {
    return (error as InputError).problems.map(({ code, place, advice }) => ({
      code,
      at: place && `${place.line}:${place.column}`,
      under: place?.text.slice(place.column - 1, place.column - 1 + place.length),
      advice,
    }));
  }
  return [];
}

describe('a table', () => {
  test('is read with columns in any order, quotes, blank lines and either line break', () => {
    const text = '\uFEFFvalue,region\r\n1,"a, ""b"""\r\n\r\n2,c\r\n';
    const table = readCsvTable(text, 'a.csv', layout, new ProblemList())!;
    expect(table.header).toEqual(['value', 'region']);
    expect(table.rows).toEqual([
      ['1', 'a, "b"'],
      ['2', 'c'],
    ]);
    expect(table.place(1, 1)).toMatchObject({ line: 4, column: 3, length: 1, text: '2,c' });
  });

  test('names columns that are missing, unknown or there twice', () => {
    expect(problemsOf('region,valeu,region\nA,1,A\n')).toEqual([
      { code: 'missing-column', at: '1:1', under: 'region', advice: undefined },
      { code: 'unknown-column', at: '1:8', under: 'valeu', advice: 'did you mean "value"?' },
      { code: 'duplicate-column', at: '1:14', under: 'region', advice: undefined },
    ]);
  });

  test('points at rows of another length, at open quotes and at text after a quote', () => {
    expect(problemsOf('region,value\nA,1,2\nB\n').map(({ code, at }) => `${code} ${at}`)).toEqual([
      'wrong-column-count 2:3',
      'wrong-column-count 3:1',
    ]);
    expect(problemsOf('region,value\n"A,1\n')).toMatchObject([{ code: 'open-quote', at: '2:1' }]);
    expect(problemsOf('region,value\n"A"x,1\n')).toMatchObject([{ code: 'text-after-quote', at: '2:3' }]);
    expect(problemsOf('')).toMatchObject([{ code: 'empty-table' }]);
  });

  test.each([
    ['12%', 'rates and shares are fractions: 0.25 for 25%'],
    ['"1,000"', 'write it without thousands separators'],
    ['"0,5"', 'write the decimal mark as a point'],
    ['', undefined],
    ['  ', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['NaN', undefined],
    ['1 2', undefined],
  ])('does not take %s for a number', (written, advice) => {
    const found = problemsOf(`region,value\nA,${written}\n`, (table, list) => table!.number(0, 1, list));
    expect(found).toMatchObject([{ code: 'not-a-number', at: '2:3', advice }]);
  });

  test.each(['1', '-0.5', '1e-7', ' 2 ', '.5', '+3', '12345678901234567'])(
    'takes %s for a number',
    (written) => {
      const list = new ProblemList();
      const table = readCsvTable(`region,value\nA,${written}\n`, 'a.csv', layout, list)!;
      expect(table.number(0, 1, list)).toBe(Number(written));
      expect(list.length).toBe(0);
    },
  );

  test('points at the very cell, whatever the cells hold', () => {
    const cell = fc.stringMatching(/^[a-c", \n\r]{0,6}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (cells) => {
        const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
        const text = `region,value\n${cells.map((row) => row.map(quoted).join(',')).join('\n')}\n`;
        const list = new ProblemList();
        const table = readCsvTable(text, 'a.csv', layout, list)!;
        expect(table.rows).toEqual(cells);
        cells.forEach((row, r) => {
          const place = table.place(r, 1);
          expect(place.text.slice(place.column - 1)[0]).toBe('"');
          expect(quoted(row[1]!).startsWith(place.text.slice(place.column - 1))).toBe(
            /[\n\r]/.test(row[1]!) ? true : quoted(row[1]!) === place.text.slice(place.column - 1),
          );
        });
      }),
    );
  });

  test('is read or refused, never anything else', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c",\n\r =]{0,40}$/), (body) => {
        const list = new ProblemList();
        readCsvTable(`region,value\n${body}`, 'a.csv', layout, list);
        try {
          list.throwIfAny();
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
