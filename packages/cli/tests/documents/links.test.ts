import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, linkFault, linksOf, pageAt, pages, root } from './pages.ts';

const all = pages();

describe('links', () => {
  it.each(all.map(({ path }) => path))('of %s lead to a file, and to a heading of it', (path) => {
    const page = pageAt(path);
    expect(linksOf(page).flatMap((link) => linkFault(page, link) ?? [])).toEqual([]);
  });

  it('that lead nowhere are found', () => {
    const page = {
      path: 'docs/made-up.md',
      text: '# A `b` — c\n\n[a](README.md#documentation) [b](#a-b--c)\n',
    };
    expect([...anchorsOf(page)]).toEqual(['a-b--c']);
    expect(linkFault(page, 'README.md#documentation')).toBeUndefined();
    expect(linkFault(page, 'README.md#nothing')).toContain('names no heading');
    expect(linkFault(page, 'no-such-page.md')).toContain('leads nowhere');
  });

  it('of the list of documents lead to each of them', () => {
    const listed = linksOf(pageAt('docs/README.md')).map((link) => `docs/${link}`);
    const written = all.map(({ path }) => path).filter((path) => /^docs\/[^/]+\.md$/.test(path));
    expect(written.filter((path) => path !== 'docs/README.md' && !listed.includes(path))).toEqual([]);
  });
});

describe('the map of the house', () => {
  const text = pageAt('docs/contributing.md').text;
  const mapped = [...text.matchAll(/^\| `((?:packages|scenarios|docs)[\w/-]*)` \|/gm)].map(
    ([, folder]) => folder!,
  );
  const foldersIn = (folder: string) =>
    readdirSync(join(root, folder))
      .map((entry) => `${folder}/${entry}`)
      .filter((path) => statSync(join(root, path)).isDirectory());

  it('has every folder of every package', () => {
    const folders = foldersIn('packages').flatMap((path) => foldersIn(`${path}/src`));
    expect(folders.filter((folder) => !mapped.includes(folder))).toEqual([]);
  });

  it('has no folder that there is not', () => {
    const isThere = (folder: string) =>
      statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory();
    expect(mapped.length).toBeGreaterThan(20);
    expect(mapped.filter((folder) => !isThere(folder))).toEqual([]);
  });
});
