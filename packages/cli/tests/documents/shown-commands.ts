import { blocksOf, type Page } from './pages.ts';

/** A command that a page shows, and what it says of it. */
export interface ShownCommand {
  /** As typed, without what a shell does with its output. */
  readonly typed: string;
  readonly words: readonly string[];
  /** The exit code that the page states by `<!-- exits: 2 -->`; 0 unless it does. */
  readonly exits: number;
  /** Why it is not run, by `<!-- not run: ... -->`; `play` asks a person unless it has `--moves`. */
  readonly notRun?: string;
}

/**
 * The commands that a page asks its readers to type: lines of code blocks that begin with `usmca-sim` or
 * `npx usmca-sim`, and code in a line or a table that begins with `npx usmca-sim`. Words in capitals, as in
 * `usmca-sim roles CASE`, stand for something else: that is grammar, not a command.
 */
export function shownCommands(page: Page): ShownCommand[] {
  const inBlocks = blocksOf(page).flatMap(({ text, language, mark }) => {
    if (!['', 'sh', 'bash', 'console'].includes(language)) return [];
    const exits = Number(/^exits: (\d+)$/.exec(mark ?? '')?.[1] ?? 0);
    const notRun = /^not run: (.+)$/.exec(mark ?? '')?.[1];
    return text
      .replaceAll(/\\\n\s*/g, '')
      .split('\n')
      .flatMap(commandsOfLine)
      .map((typed) => ({ typed, exits, ...(notRun === undefined ? {} : { notRun }) }));
  });
  const inLines = [...page.text.matchAll(/`(npx usmca-sim [^`\n]+)`/g)]
    .flatMap(([, code]) => commandsOfLine(code!))
    .map((typed) => ({ typed, exits: 0 }));
  return [...inBlocks, ...inLines].map((shown) => {
    const words = wordsOf(shown.typed);
    const asks = words[0] === 'play' && !words.includes('--moves');
    return { ...shown, words, ...(asks ? { notRun: 'asks a person' } : {}) };
  });
}

function commandsOfLine(line: string): string[] {
  return line
    .replace(/^\$ /, '')
    .split(' && ')
    .map((part) => part.trim())
    .filter((part) => /^(npx )?usmca-sim /.test(part))
    .map((part) =>
      part
        .replace(/^npx /, '')
        // What a shell does with the output, and what the page says beside the command.
        .replace(/\s+(\||>|2>|#).*$/, '')
        .replace(/ {2,}.*$/, '')
        .slice('usmca-sim '.length)
        .trim(),
    )
    .filter((typed) => !/(^|[\s=])(CASE|CASES|DIR|FILE|NAME|DATE)(\s|$)|…|\.\.\./.test(typed));
}

/** Words as a shell takes them apart. */
function wordsOf(typed: string): string[] {
  return [...typed.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c!);
}
