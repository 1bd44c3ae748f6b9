import { printable } from '@usmca-sim/core';
import { plainLine } from '../plain-text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Plain text as HTML shows it, in an element or between quotes: nothing from a case can become markup. */
export function escaped(text: string): string {
  return withEntities(plainLine(text));
}

/**
 * A sentence as HTML, the names of cases in it set apart: they are words with hyphens, which lines would break.
 *
 * @param names as they stand in sentences.
 */
export function sentenceHtml(text: string, names: readonly string[]): string {
  const marked = names
    .filter((name) => name.length <= longestUnbroken)
    .map((name) => escapedForPattern(escaped(name)));
  if (marked.length === 0) return escaped(text);
  // The longest first: a name may be the beginning of another.
  const either = marked.sort((a, b) => b.length - a.length).join('|');
  const whole = new RegExp(`(?<![\\w-])(?:${either})(?![\\w-])`, 'g');
  return escaped(text).replace(whole, '<span class="case">$&</span>');
}

/** Letters of a name that still fits in a line of a phone. */
const longestUnbroken = 28;

function escapedForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** As `escaped`, for text that keeps its lines. */
export function escapedLines(text: string): string {
  return withEntities(printable(text, ''));
}

function withEntities(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter]!);
}
