import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { blocksOf, pageAt, pages, root } from './pages.ts';

// The programs that pages show are files of `examples`, checked as TypeScript; here they are run as a reader would.
// `vitest -u` writes them, and what they print, into the pages.
const folder = join(root, 'packages/cli/tests/examples');
const examples = readdirSync(folder);

const printed = new Map<string, Promise<string>>();

/** What an example writes to the console. */
function outputOf(name: string): Promise<string> {
  const known = printed.get(name) ?? run(name);
  printed.set(name, known);
  return known;
}

async function run(name: string): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...words) => void lines.push(words.join(' ')));
  try {
    await import(join(folder, name));
  } finally {
    log.mockRestore();
  }
  return `${lines.join('\n')}\n`;
}

/** A program, and what it prints where the page says so. */
const shown = /<!-- example: (\S+) -->\n```ts\n[\s\S]*?^```\n(\n<!-- output -->\n```\n[\s\S]*?^```\n)?/gm;

describe('examples in TypeScript', () => {
  const withExamples = pages().filter(({ text }) => text.includes('```ts\n'));

  it.each(withExamples.map(({ path }) => path))(
    'of %s are run, and print what it shows',
    { timeout: 120_000 },
    async (path) => {
      const page = pageAt(path);
      expect(
        blocksOf(page).filter(({ language, mark }) => language === 'ts' && !mark?.startsWith('example: ')),
      ).toEqual([]);
      const outputs = new Map<string, string>();
      for (const [, name] of page.text.matchAll(shown)) outputs.set(name!, await outputOf(name!));
      const renewed = page.text.replace(shown, (_, name: string, output?: string) => {
        const program = `<!-- example: ${name} -->\n\`\`\`ts\n${readFileSync(join(folder, name), 'utf8')}\`\`\`\n`;
        return output === undefined
          ? program
          : `${program}\n<!-- output -->\n\`\`\`\n${outputs.get(name)}\`\`\`\n`;
      });
      await expect(renewed).toMatchFileSnapshot(join(root, path));
    },
  );

  it('are all shown somewhere', () => {
    const all = withExamples.map(({ text }) => text).join('\n');
    expect(examples.filter((name) => !all.includes(`<!-- example: ${name} -->`))).toEqual([]);
  });
});
