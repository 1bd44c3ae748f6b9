import { csvParseRows } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { madeResult } from '../../tests/made-result.ts';
import { zipEntries } from '../../tests/zip-entries.ts';
import { comparisonFacts } from '../facts.ts';
import { renderers } from '../renderers/registry.ts';
import type { ReportDocument } from '../renderers/renderer.ts';
import { compareReport } from '../scenario-report.ts';
import { reportFormats } from './registry.ts';

// What a stranger may write into a case: markup, a script, marks that turn text around, formulas, sheer length.
const hostile = [
  '=HYPERLINK("http://example.org")',
  '<script>alert(1)</script><img src=x onerror=alert(2)>',
  '\u202Egnp.exe\u2066\u200F',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '"],["',
  '`code` | *bold* [link](javascript:alert(3))',
  '\u001b[2J\u0000\u0007',
];
const title = `${hostile.join(' ')} ${'x'.repeat(10_000)}`;

const first = madeResult({ id: 'a', change: -0.1, duty: 0.05, title });
const results = [
  {
    ...first,
    scenario: {
      ...first.scenario,
      question: title,
      author: hostile[0]!,
      sources: hostile,
      leavesOut: hostile,
    },
  },
  madeResult({ id: 'b', change: 0.02, title: hostile[1]! }),
];
const comparison = { results, reference: 'b' };
const options = {
  reproduction: { command: hostile[1]!, versions: [hostile[3]!], options: hostile },
  listings: hostile.map((text) => ({ title: text, text: `${text}\n${text}` })),
  whole: true,
};
const document: ReportDocument = {
  report: compareReport(comparison, options),
  facts: () => comparisonFacts(comparison, 'percent'),
  madeOf: { ...comparison, options },
};

async function textOf(id: string): Promise<string> {
  const files = await reportFormats.get(id)!.files(document);
  return files.flatMap(({ pieces }) => [...pieces]).join('');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const acting = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe('text from a case', () => {
  it('does nothing in a terminal, and keeps within its columns', () => {
    const text = [...renderers.get('text')!.render(document, { width: 80 })].join('');
    expect(text).not.toMatch(acting);
    for (const line of text.split('\n').filter((one) => !one.startsWith('  '))) {
      expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  it('is no markup in Markdown', async () => {
    const text = await textOf('md');
    expect(text).not.toMatch(acting);
    const outsideFences = text.replace(/^(`{3,})\n[\s\S]*?^\1$/gm, '');
    expect(outsideFences).not.toMatch(/<(script|img)/);
    expect(outsideFences).not.toMatch(/[^\\]\]\(javascript/);
  });

  it('begins no cell of CSV as a formula would', async () => {
    const rows = csvParseRows(await textOf('csv'));
    const formulas = rows.flat().filter((cell) => /^[=+@\t]|^-(?![\d.])/.test(cell));
    expect(formulas).toEqual([]);
  });

  it('comes back from JSON as it went in', async () => {
    const read = JSON.parse(await textOf('json'));
    expect(read.cases.find(({ id }: { id: string }) => id === 'a').title).toBe(title);
  });

  it('is text in a spreadsheet', async () => {
    const [file] = await reportFormats.get('xlsx')!.files(document);
    const entries = zipEntries([...file!.pieces][0] as Uint8Array);
    for (const [name, text] of entries) {
      if (/sheet\d+\.xml$/.test(name)) expect(text).not.toMatch(/<f[ >]/);
      expect({ name, acts: acting.test(text) }).toEqual({ name, acts: false });
      expect(text).not.toContain('<script>');
    }
  });

  it.each(['svg', 'html'])('is no markup in %s', async (id) => {
    const text = await textOf(id);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toMatch(/<img [^>]*onerror/);
    expect(text).not.toMatch(acting);
  });
});
