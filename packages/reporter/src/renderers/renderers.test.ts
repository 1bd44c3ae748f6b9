import type { Fact } from '@usmca-sim/core';
import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { madeResult } from '../../tests/made-result.ts';
import { labelColumn } from '../label-column.ts';
import { displayWidth } from '../plain-text.ts';
import { compareReport, runReport } from '../scenario-report.ts';
import { renderers } from './registry.ts';
import type { RenderOptions, ReportDocument } from './renderer.ts';

const reproduction = {
  command: 'usmca-sim run a',
  versions: ['usmca-sim 0.1.0'],
  options: [],
};
const hostile = '=cmd|"x" <img src=x onerror=alert(1)> `code` \u001b[2J https://example.org *bold*';

const law = madeResult({ id: 'law', change: -0.1, duty: 0.05 });
const other = madeResult({ id: 'other', title: hostile, change: -0.05 });
const comparison = { results: [law, other], reference: 'law' };
const fact: Fact = {
  case: 'law',
  year: 2035,
  horizon: 'long-run',
  measure: 'trade-flow',
  importer: 'USA',
  exporter: '@SUM',
  region: '',
  sector: '',
  value: 0.1 + 0.2,
  unit: 'million US$',
};

function rendered(format: string, document: ReportDocument, options: RenderOptions = {}): string {
  return [...renderers.get(format)!.render(document, options)].join('');
}

describe('text', () => {
  for (const width of [60, 80, 120]) {
    it(`keeps within ${width} columns, figures of a column ending at one place`, () => {
      const text = rendered(
        'text',
        { report: compareReport(comparison, { reproduction, sectors: true }) },
        { width },
      );
      for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      const flows = text.split('\n').filter((line) => /^(Canada|Mexico) to (Mexico|Canada) +\d/.test(line));
      expect(new Set(flows.slice(0, 2).map((line) => line.length)).size).toBe(1);
    });
  }

  it('says the same with and without colour', () => {
    const document = { report: runReport(other, { reproduction }) };
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them
    const uncoloured = rendered('text', document, { colour: true }).replace(/\u001b\[\d+m/g, '');
    expect(uncoloured).toBe(rendered('text', document));
  });

  it('passes on nothing that acts on a terminal', () => {
    expect(rendered('text', { report: runReport(other, { reproduction }) })).not.toContain('\u001b');
  });
});

describe('Markdown', () => {
  it('shows text from a case as text', () => {
    const text = rendered('md', { report: runReport(other, { reproduction }) });
    expect(text.split('\n')[0]).toBe(
      '# \\=cmd\\|"x" &lt;img src=x onerror=alert(1)&gt; \\`code\\` [2J https:&#47;&#47;example.org \\*bold\\*'.replace(
        '[2J',
        '\\[2J',
      ),
    );
  });

  it('has as many cells in every row of a table as in its head', () => {
    const rows = rendered('md', {
      report: compareReport(comparison, { reproduction }),
    }).split('\n');
    let columns = 0;
    for (const row of rows) {
      if (!row.startsWith('|')) {
        columns = 0;
        continue;
      }
      const cells = row.split(/(?<!\\)\|/).length;
      if (columns > 0) expect(cells).toBe(columns);
      columns = cells;
    }
  });
});

describe('CSV', () => {
  it('has the columns of the contract, full precision, and no formulas', () => {
    const text = rendered('csv', {
      report: runReport(law, { reproduction }),
      facts: () => [fact],
    });
    expect(text.split('\n')[0]).toBe('case,year,horizon,measure,importer,exporter,region,sector,value,unit');
    const row = csvParse(text)[0]!;
    expect(Number(row['value'])).toBe(fact.value);
    expect(row['exporter']).toBe("'@SUM");
  });

  it('is read back as it was, commas, quotes and line breaks in its cells', () => {
    const facts: Fact[] = [
      { ...fact, exporter: 'CAN', unit: 'index, base = 1' },
      { ...fact, exporter: 'MEX', case: 'say "when", please', unit: 'two\nlines' },
    ];
    const rows = csvParse(rendered('csv', { report: runReport(law, { reproduction }), facts: () => facts }));
    expect(rows.map((row) => ({ ...row, year: Number(row['year']), value: Number(row['value']) }))).toEqual(
      facts,
    );

    const cells = ['mine', 'A "quoted" title, with commas', 'first\nsecond'];
    const columns = ['case', 'title', 'question'].map((key) => labelColumn(key, key));
    const record = { title: '', columns, rows: [{ cells }] };
    const text = rendered('csv', { report: { title: '', sections: [], record } });
    expect(csvParse(text).map((row) => Object.values(row))).toEqual([cells]);
  });
});

describe('JSON', () => {
  it('is one versioned document with tables, manifest and facts', () => {
    const text = rendered('json', {
      report: compareReport(comparison, { reproduction }),
      facts: () => [fact, fact],
    });
    const document = JSON.parse(text);
    expect(document).toMatchObject({
      format: 'usmca-sim/report',
      version: 1,
      reference: 'law',
      facts: [fact, fact],
    });
    expect(document.manifest.data.hash).toBe('0123456789ab');
    expect(document.tables.length).toBeGreaterThan(8);
    for (const table of document.tables) {
      for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
    }
    expect(JSON.parse(rendered('json', { report: runReport(law, { reproduction }) })).facts).toBeUndefined();
  });
});
