import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvParseRows } from 'd3-dsv';
import { afterAll, describe, expect, it } from 'vitest';
import { madeResult } from '../../tests/made-result.ts';
import { zipEntries } from '../../tests/zip-entries.ts';
import { labelColumn } from '../label-column.ts';
import type { Report } from '../report.ts';
import { compareReport } from '../scenario-report.ts';
import { sheetNames } from './sheet-names.ts';
import { spreadsheet } from './spreadsheet.ts';

const formula = '=HYPERLINK("http://example.org","x")';
const made: Report = {
  title: formula,
  question: '+1 <script>alert(1)</script>\u202e\u0007',
  sections: [
    {
      heading: '@SUM(A1)',
      points: ['-2+3', 'x'.repeat(40_000)],
      tables: [
        {
          title: 'Flows, US$ billion',
          columns: [
            labelColumn('Flow'),
            { key: 'level', heading: 'level', kind: 'money', unit: 'million US$', factor: 1e-3 },
            { key: 'rate', heading: 'duty', group: 'case', kind: 'rate', unit: 'fraction' },
            { key: 'change', heading: 'change', kind: 'percent', unit: 'percent', signed: true },
          ],
          rows: [
            { cells: ['=1+1', 478_412.345678, 0.0574, -1.25] },
            { cells: ['plain', 1500, Number.POSITIVE_INFINITY, null] },
          ],
          notes: ['-note'],
        },
      ],
    },
  ],
};
const office = spawnSync('libreoffice', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'usmca-sim-sheet-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every sheet as LibreOffice reads it, by its name: values as they are, not as they are shown. */
function readBack(bytes: Uint8Array): Map<string, string[][]> {
  const file = join(folder, 'made.xlsx');
  writeFileSync(file, bytes);
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
  const home = `-env:UserInstallation=file://${join(folder, 'office')}`;
  execFileSync('libreoffice', [home, '--headless', '--convert-to', filter, '--outdir', folder, file], {
    stdio: 'ignore',
  });
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return new Map(
    sheets.map((name) => [
      name.slice('made-'.length, -'.csv'.length),
      csvParseRows(readFileSync(join(folder, name), 'utf8')),
    ]),
  );
}

describe('a spreadsheet', () => {
  it.skipIf(!office)(
    'opens in LibreOffice with every figure as a number and no formula run',
    { timeout: 120_000 },
    async () => {
      const sheets = readBack(await spreadsheet(made));
      expect([...sheets.keys()].sort()).toEqual(['Report', 'flows-us-billion']);
      expect(sheets.get('flows-us-billion')).toEqual([
        ['Flows, US$ billion', '', '', ''],
        ['Flow', 'level [billion US$]', 'case: duty [percent]', 'change [percent]'],
        ['=1+1', '478.412345678', '5.74', '-1.25'],
        ['plain', '1.5', 'unbounded', ''],
        ['-note', '', '', ''],
      ]);
      const words = sheets.get('Report')!;
      expect(words.slice(0, 3).map(([first]) => first)).toEqual([
        formula,
        '+1 <script>alert(1)</script>',
        '@SUM(A1)',
      ]);
      expect(words[3]![1]!.length).toBe(32_000);
    },
  );

  it('holds text as text and nothing as a formula', async () => {
    const entries = [...zipEntries(await spreadsheet(made))].filter(([name]) => /sheet\d+\.xml$/.test(name));
    expect(entries).toHaveLength(2);
    for (const [, text] of entries) expect(text).not.toMatch(/<f[ >]/);
  });

  it('makes rows as high as their wrapped text, within what the format has', async () => {
    const entries = zipEntries(await spreadsheet(made));
    const heights = (sheet: string) =>
      [...entries.get(`xl/worksheets/${sheet}.xml`)!.matchAll(/<row [^>]*?\bht="([\d.]+)"/g)].map(
        ([, height]) => Number(height),
      );
    // A line of words, then 32,000 letters.
    expect(heights('sheet1')).toEqual([14, 409]);
    // `level [billion US$]` in a narrow column.
    expect(heights('sheet2')[0]).toBeGreaterThan(28);
  });

  it('has a sheet a table of a comparison, none of a name that Excel refuses', async () => {
    const results = ['a', 'b'].map((id) => madeResult({ id, change: -0.1 }));
    const report = compareReport(
      { results, reference: 'a' },
      {
        reproduction: { command: 'x', versions: [], options: [] },
        whole: true,
      },
    );
    expect((await spreadsheet(report)).length).toBeGreaterThan(5_000);
  });
});

describe('names of sheets', () => {
  it('are short, unique and without what Excel forbids', () => {
    const long = 'a-very-long-name-of-a-table-that-goes-on';
    expect(sheetNames(['Report', 'report', long, long, 'a/b:c', '', 'History'])).toEqual([
      'Report',
      'report 2',
      'a-very-long-name-of-a-table-tha',
      'a-very-long-name-of-a-table-t 2',
      'a b c',
      'Sheet',
      'History 2',
    ]);
  });
});
