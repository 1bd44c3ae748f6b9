import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linksOf, pageAt } from './pages.ts';

// Each term, or another name for it, is on the page that the glossary sends its reader to.
const glossary = pageAt('docs/glossary.md');
const entries = glossary.text.split('\n').flatMap((line) => {
  const [, term, others, meaning, where] =
    /^\| \*\*(.+?)\*\*(?: \((.+?)\))? \| (.+) \| (.+) \|$/.exec(line) ?? [];
  return term === undefined
    ? []
    : [{ term, names: [term, ...(others?.split(', ') ?? [])], meaning: meaning!, where: where! }];
});

describe('the glossary', () => {
  it('has every row of its tables as an entry, each term once', () => {
    const rows = glossary.text.split('\n').filter((line) => line.startsWith('| **'));
    expect(rows).toHaveLength(entries.length);
    expect(entries.length).toBeGreaterThan(90);
    expect(new Set(entries.map(({ term }) => term)).size).toBe(entries.length);
  });

  it.each(entries)('sends who asks for “$term” to a page that has it', ({ names, meaning, where }) => {
    expect(meaning).toMatch(/[.?”]$/);
    const links = linksOf({ path: glossary.path, text: where });
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const page = pageAt(posix.join('docs', link.split('#')[0]!)).text.toLowerCase();
      expect(names.filter((name) => page.includes(name.toLowerCase()))).not.toEqual([]);
    }
  });
});
