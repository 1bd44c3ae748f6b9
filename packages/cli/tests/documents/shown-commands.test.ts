import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ran, runMainIn } from '../run-main.ts';
import { blocksOf, type Page, pageAt, pages } from './pages.ts';
import { type ShownCommand, shownCommands } from './shown-commands.ts';

/*
 * Every command that a document shows is run as shown, those of a page in their order in one folder, and what a page
 * says that a command prints is what it prints. What a comment before a block says of it:
 *
 *   <!-- prints: usmca-sim list -->        the block, or the table, is an excerpt; a line `…` is for what is left out
 *   <!-- exits: 2 -->                      its commands end with that code
 *   <!-- file: my-case.yaml -->            the block is that file, for the commands of the page
 *   <!-- not run: asks a person -->        why its commands are not run
 */
const shown = pages()
  .map((page) => ({ page, commands: shownCommands(page) }))
  .filter(({ commands }) => commands.length > 0);

const parent = mkdtempSync(join(tmpdir(), 'usmca-sim-shown-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** What has been run; a command that neither reads nor writes a file is the same on every page. */
const ran = new Map<string, Promise<Ran>>();

function run({ words }: Pick<ShownCommand, 'words'>, page: Page): Promise<Ran> {
  const folder = join(parent, page.path.replaceAll('/', '-'));
  mkdirSync(folder, { recursive: true });
  const isAlone = !words.some((word) =>
    /\.ya?ml$|^--(out|scenarios|economy|save|log)$|^new$|^-o$/.test(word),
  );
  const key = `${isAlone ? '' : page.path} ${words.join('\0')}`;
  if (!isAlone) stage(words, page, folder);
  const known = ran.get(key) ?? runMainIn(folder, ...words);
  ran.set(key, known);
  return known;
}

/** Puts the files that a command names where it looks for them. */
function stage(words: readonly string[], page: Page, folder: string): void {
  if (words[0] === 'new') return;
  const named = words.filter((word) => /\.ya?ml$/.test(word));
  // A folder of one's own has the case that is run from it, or any.
  const own = words.indexOf('--scenarios') + 1;
  if (own > 0) named.push(join(words[own]!, `${words[1]!.startsWith('-') ? 'steel-at-50' : words[1]}.yaml`));
  for (const name of named) {
    const path = join(folder, name);
    const text = caseOn(page, name) ?? (existsSync(path) ? undefined : caseOn(pageAt('README.md'), name));
    if (text === undefined) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}\n`);
  }
}

/** The block that is said to be the file, or else the first whole case that a page writes out. */
function caseOn(page: Page, name: string): string | undefined {
  const blocks = blocksOf(page).filter(({ language }) => language === 'yaml');
  const isWhole = ({ text }: { text: string }) => /^title: /m.test(text) && /^author: /m.test(text);
  return (blocks.find(({ mark }) => mark === `file: ${basename(name)}`) ?? blocks.find(isWhole))?.text;
}

describe('commands shown', () => {
  it('are found', () => {
    const page = {
      path: 'docs/made-up.md',
      text: [
        'Type `npx usmca-sim list`, not `usmca-sim roles CASE`.',
        '',
        '    npx usmca-sim new one && npx usmca-sim run one.yaml > facts.csv     for R',
        '',
        '<!-- exits: 2 -->',
        '```sh',
        '$ usmca-sim run "two words" \\',
        '    --all # why',
        '```',
      ].join('\n'),
    };
    expect(shownCommands(page).map(({ words, exits }) => [...words, exits])).toEqual([
      ['new', 'one', 0],
      ['run', 'one.yaml', 0],
      ['run', 'two words', '--all', 2],
      ['list', 0],
    ]);
  });

  it('are on the pages that explain them', () => {
    const names = new Set(shown.flatMap(({ commands }) => commands.map(({ words }) => words[0])));
    const expected = [
      'run',
      'compare',
      'report',
      'tariffs',
      'measures',
      'backtest',
      'negotiate',
      'tree',
      'new',
    ];
    for (const name of [...expected, 'stances', 'schema', 'list', 'validate', 'data'])
      expect(names).toContain(name);
  });

  describe.each(shown)('in $page.path', ({ page, commands }) => {
    const distinct = new Map(commands.map((command) => [command.typed, command]));
    it.each([...distinct.values()])('$typed', { timeout: 120_000 }, async (command) => {
      if (command.notRun !== undefined) return;
      const { code, stdout, stderr } = await run(command, page);
      const told = stderr.split('\n').filter((line) => !/^(|note: .*|wrote .*|next: .*| {2}.*)$/.test(line));
      expect({ code, told: command.exits === 0 ? told : [] }).toEqual({ code: command.exits, told: [] });
      if (command.exits !== 0 || /--format|--json|schema|report |show |--dot|help/.test(command.typed))
        return;
      const wide = stdout.split('\n').filter((line) => [...line].length > 80);
      expect(wide.filter((line) => !line.startsWith('  npx usmca-sim '))).toEqual([]);
    });
  });
});

const printed = pages().flatMap((page) =>
  blocksOf(page).flatMap(({ mark, text }) => {
    const typed = /^prints: (?:npx )?usmca-sim (.+)$/.exec(mark ?? '')?.[1];
    return typed === undefined ? [] : [{ page, typed, text }];
  }),
);

describe('what a page says that a command prints', () => {
  it.each(printed)('$page.path: $typed', { timeout: 120_000 }, async ({ page, typed, text }) => {
    const { stdout, stderr } = await run({ words: typed.split(' ') }, page);
    let rest = `${stdout}${stderr}`.replace(/ +$/gm, '');
    for (const excerpt of text.split(/^ *…\n?/m).map((part) => part.replace(/\n$/, ''))) {
      if (excerpt === '') continue;
      expect(rest).toContain(excerpt);
      rest = rest.slice(rest.indexOf(excerpt) + excerpt.length);
    }
  });
});
