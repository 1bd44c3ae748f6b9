import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { madeResult } from '../../tests/made-result.ts';
import { comparisonFacts } from '../facts.ts';
import { compareReport, runReport } from '../scenario-report.ts';
import { reportDocument, reportJsonSchema } from './json-schema.ts';
import { renderers } from './registry.ts';
import type { ReportDocument } from './renderer.ts';

const reproduction = { command: 'usmca-sim report …', versions: ['usmca-sim 0.1.0'], options: [] };
const listings = [{ title: 'a.yaml', text: 'title: "=1"\n' }];
const results = [madeResult({ id: 'a', change: -0.1, duty: 0.05 }), madeResult({ id: 'b', change: 0.02 })];
const comparison = { results, reference: 'a' };

const written = (document: ReportDocument) =>
  JSON.parse([...renderers.get('json')!.render(document, {})].join(''));

describe('the schema of a report', () => {
  it.each([
    ['a comparison', compareReport(comparison, { reproduction, whole: true, sectors: true, listings })],
    ['one case', runReport(results[0]!, { reproduction })],
  ])('has every key of %s, and no key is another', (_, report) => {
    const document = written({ report, facts: () => comparisonFacts(comparison, 'percent') });
    expect(reportDocument.safeParse(document).error).toBeUndefined();
    // A key more or less is seen: the schema would refuse it.
    expect(reportDocument.safeParse({ ...document, more: 1 }).success).toBe(false);
    expect(reportDocument.safeParse({ ...document, title: undefined }).success).toBe(false);
  });

  it('is the file that is published', () => {
    const published = readFileSync(new URL('../../report.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(reportJsonSchema());
  });
});
