import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ran, runMainIn } from '../run-main.ts';
import { blocksOf, type Page, pageAt, pages, root } from './pages.ts';
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
      if (command.exits !== 0 || /--format|--json|schema|report |roles |show |help/.test(command.typed))
        return;
      const wide = stdout.split('\n').filter((line) => [...line].length > 80);
      expect(wide.filter((line) => !line.startsWith('  npx usmca-sim '))).toEqual([]);
    });
  });
});

/** A block, or a table, under the comment that says which command prints it. */
const printed = /(<!-- prints: (?:npx )?usmca-sim (.+) -->\n+)(?:(```\n)([\s\S]*?)^```$|((?:\|.*\n)+))/gm;

describe('what a page says that a command prints', () => {
  const withOutput = pages().filter(({ text }) => text.match(printed));

  it.each(withOutput)('$path', { timeout: 300_000 }, async (page) => {
    const outputs = new Map<string, string>();
    for (const [, , typed] of page.text.matchAll(printed)) {
      const { stdout, stderr } = await run({ words: typed!.split(' ') }, page);
      outputs.set(typed!, `${stdout}${stderr}`.replace(/ +$/gm, ''));
    }
    const renewed = page.text.replace(printed, (...[, mark, typed, fence, block, table]: string[]) => {
      const excerpt = printedNow((block ?? table)!.trimEnd(), outputs.get(typed!)!);
      return `${mark}${fence ?? ''}${excerpt}\n${fence === undefined ? '' : '```'}`;
    });
    await expect(renewed).toMatchFileSnapshot(join(root, page.path));
  });

  it('is renewed line by line, from the first line of each part to the label of its last', () => {
    const output = 'Flows\nA to B   1.5  +2%\nB to A   9.0  −4%\nNote\nEnd 3\n';
    expect(printedNow('Flows\nA to B   1.0  +1%\n…\nNote', output)).toBe('Flows\nA to B   1.5  +2%\n…\nNote');
    expect(printedNow('…\nB to A   1\nNote\n…', output.replace('B to A   9.0  −4%', 'B to A   1'))).toBe(
      '…\nB to A   1\nNote\n…',
    );
    expect(() => printedNow('Gone\nA to B   1.0', output)).toThrow('"Gone" is not printed');
  });
});

/** An excerpt as a command prints it now; parts that are left out stand as a line `…`. */
function printedNow(excerpt: string, output: string): string {
  const lines = output.split('\n');
  let from = 0;
  const parts = excerpt.split(/^ *…(?:\n|$)/m).map((text) => {
    const part = text.replace(/\n$/, '');
    if (part === '') return '';
    const [first, ...others] = part.split('\n') as [string, ...string[]];
    const exact = lines.indexOf(first, from);
    const alike = (line: string, at: number) =>
      at >= from && label(first).length >= 12 && label(line) === label(first);
    const start = exact < 0 ? lines.findIndex(alike) : exact;
    if (start < 0) throw new Error(`"${first}" is not printed any more; choose the excerpt anew`);
    const last = others.at(-1);
    const end =
      last === undefined ? start : lines.findIndex((line, at) => at > start && label(line) === label(last));
    if (end < 0) throw new Error(`"${last}" is not printed any more; choose the excerpt anew`);
    from = end + 1;
    return lines.slice(start, from).join('\n');
  });
  return parts.join('\n…\n').replace(/^\n|\n$/g, '');
}

/** What a line of a table begins with, before its figures. */
const label = (line: string) => /^[^\d+−]{0,40}/.exec(line)![0].trim();
