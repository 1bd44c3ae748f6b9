import { printable } from './printable.ts';
import type { Place, Problem } from './problem.ts';

/** The excerpt never runs wider than this: a file may hold a line of a megabyte. */
const excerptWidth = 100;

/**
 * Puts a problem into words:
 *
 *     cases/mine.yaml:4:13: there is no region "UAS"
 *       importer: UAS
 *                 ^^^
 *       did you mean "USA"?
 */
export function renderProblem(problem: Problem): string {
  const { place, message, advice } = problem;
  const lines = place
    ? [`${place.file}:${place.line}:${place.column}: ${message}`, ...excerpt(place)]
    : [message];
  if (advice) lines.push(`  ${advice}`);
  return lines.map((line) => printable(line.replaceAll('\n', '\ufffd'))).join('\n');
}

function excerpt(place: Place): string[] {
  if (place.text.trim() === '') return [];
  const at = place.column - 1;
  const start = at > excerptWidth - 20 ? at - 40 : 0;
  const shown = place.text.slice(start, start + excerptWidth);
  // Tabs stay tabs under the caret, or the caret would not stand under its word.
  const lead = shown.slice(0, at - start).replace(/[^\t]/g, ' ');
  const carets = '^'.repeat(Math.max(1, Math.min(place.length, shown.length - (at - start))));
  return [`  ${shown}`, `  ${lead}${carets}`];
}
