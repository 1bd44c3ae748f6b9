import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderPage } from '../../src/page/render-page.ts';
import type { MadeOf } from '../../src/renderers/renderer.ts';
import { compareReport } from '../../src/scenario-report.ts';
import { madeNegotiation } from '../made-negotiation.ts';
import { madeResult } from '../made-result.ts';

const reproduction = {
  command: 'usmca-sim report law lifted before',
  versions: ['usmca-sim 0.1.0'],
  options: ['show percent'],
};

/** Three cases made by hand, one of them negotiated, against the first. */
export const madeOfThree: MadeOf = {
  results: [
    madeResult({ id: 'law', change: -0.1, duty: 0.05 }),
    { ...madeResult({ id: 'lifted', change: -0.08, duty: 0.02 }), negotiation: madeNegotiation() },
    madeResult({ id: 'before', change: 0.05 }),
  ],
  reference: 'law',
  options: { reproduction, show: 'percent', sectors: true, whole: true },
};

/** What people, or those who wish them ill, may write into the file of a case. */
export const hostileWords = {
  markup: '<img src=x onerror="document.title=1"></title></script><script>document.title=1</script><!--',
  reordering: 'Gains \u202egnihton\u202c for \u05e7\u05e0\u05d3\u05d4 and \u0643\u0646\u062f\u0627',
  endless: 'x'.repeat(10_000),
};

/** A comparison whose every word of one's own is hostile. */
export const madeOfHostile: MadeOf = {
  ...madeOfThree,
  results: [
    madeResult({ id: 'law', title: hostileWords.endless }),
    madeResult({
      id: 'lifted',
      title: hostileWords.markup,
      change: -0.08,
      scenario: {
        question: `${hostileWords.markup} ${hostileWords.reordering}`,
        leavesOut: [hostileWords.markup, hostileWords.endless],
        sources: [hostileWords.markup],
      },
    }),
    madeResult({ id: hostileWords.endless.slice(0, 200), title: hostileWords.reordering, change: 0.05 }),
  ],
};

/** Writes the page of a comparison to a folder of its own and names the file. */
export function pageOnDisk(madeOf: MadeOf): string {
  const { results, options } = madeOf;
  const report = compareReport({ results, reference: madeOf.reference! }, options);
  const file = join(mkdtempSync(join(tmpdir(), 'usmca-sim-page-')), 'report.html');
  writeFileSync(file, renderPage({ report, madeOf }));
  return file;
}
