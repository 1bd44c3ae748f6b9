import type { ReportDocument } from '@usmca-sim/reporter';
import { type Context, wantsColour } from './context.ts';
import type { OutputOptions } from './options.ts';

/** Characters gathered before they are handed to stdout. */
const batch = 1 << 16;

/**
 * Writes the files that were asked for, then prints the report. Files come first: if they cannot be written nothing
 * is printed, and whoever pipes the output away early still has them.
 *
 * @param own what a command prints in its own way instead: a JSON document, the text of a terminal. Files are the
 * report's.
 */
export async function emit(
  document: ReportDocument,
  options: OutputOptions,
  context: Context,
  own: { readonly json?: string; readonly text?: () => Promise<void> } = {},
): Promise<void> {
  const { renderers } = await import('@usmca-sim/reporter');
  const colour = wantsColour(context);
  if (options.out !== undefined) {
    const { writeFolder } = await import('./write-folder.ts');
    const files = [...renderers.values()]
      .filter(({ id }) => id !== 'text')
      .map((renderer) => ({
        name: document.facts || renderer.id !== 'csv' ? renderer.fileName : 'table.csv',
        pieces: renderer.render(document, {}),
      }));
    const { printable } = await import('@usmca-sim/core');
    for (const path of writeFolder(options.out, files, context.cwd)) {
      context.stderr.write(printable(`wrote ${path}\n`));
    }
  }
  if (options.format === 'text' && own.text) return own.text();
  if (options.format === 'json' && own.json !== undefined) {
    context.stdout.write(own.json);
    return;
  }
  const renderer = renderers.get(options.format)!;
  const width = columnsOf(context);
  let waiting = '';
  for (const piece of renderer.render(document, {
    colour,
    ...(width === undefined ? {} : { width }),
  })) {
    waiting += piece;
    if (waiting.length >= batch) {
      context.stdout.write(waiting);
      waiting = '';
    }
  }
  if (waiting !== '') context.stdout.write(waiting);
}

/** Columns of text: those of the terminal, or what COLUMNS says; undefined where neither is told. */
export function columnsOf(context: Context): number | undefined {
  if (context.columns !== undefined) return context.columns;
  const columns = Number(context.env['COLUMNS']);
  return Number.isInteger(columns) && columns > 0 ? columns : undefined;
}
