import { describe, expect, it } from 'vitest';
import { madeResult } from '../tests/made-result.ts';
import { onScreen } from './on-screen.ts';
import { textRenderer } from './renderers/text.ts';
import { compareReport } from './scenario-report.ts';

const results = [
  madeResult({ id: 'law', change: -0.1, duty: 0.05 }),
  madeResult({ id: 'lifted', change: 0.1 }),
];
const report = compareReport(
  { results, reference: 'law' },
  { reproduction: { command: 'usmca-sim compare law lifted', versions: [], options: [] } },
);

describe('a report on a screen', () => {
  const short = onScreen(report);
  const ids = (of: typeof report) => of.sections.map(({ id }) => id);

  it('has what was asked, what differs, what was found and a table each of flows, income and duties', () => {
    expect(ids(short)).toEqual(['what-differs', 'findings', 'trade', 'living', 'duties', 'the-rest']);
    const tables = short.sections.flatMap((section) => section.tables ?? []);
    expect(
      tables.filter(({ title }) => /traded between|Real income|statutory duty/.test(title)),
    ).toHaveLength(3);
  });

  it('names every section that it leaves out, and how to have it', () => {
    const left = report.sections.filter(({ id }) => !ids(short).includes(id));
    expect(left.length).toBeGreaterThan(3);
    const rest = short.sections.at(-1)!.sentences!.join(' ');
    for (const { heading } of left) expect(rest).toContain(`“${heading}”`);
    expect(rest).toContain('--full');
  });

  it('is what a terminal writes; every other format has all', () => {
    const text = [...textRenderer.render({ report, onScreen: short }, {})].join('');
    expect(text).toContain('The rest');
    expect(text).not.toContain('Exports and imports\n===');
    expect([...textRenderer.render({ report }, {})].join('')).toContain('Exports and imports\n===');
  });
});
