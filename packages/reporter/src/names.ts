import type { Region, Sector } from '@usmca-sim/core';
import type { Frame } from './frame.ts';

/** The name of a region inside a sentence: `the United States`, `Canada`. */
export function inSentence(region: Region): string {
  const name = region.name;
  if (/^rest /i.test(name)) return `the ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return /^(united|european|republic)\b/i.test(name) ? `the ${name}` : name;
}

/** `the three` for the United States, Canada and Mexico; another number for another economy. */
export function partiesTogether({ parties }: Pick<Frame, 'parties'>): string {
  const words = ['no party', 'the one', 'the two', 'the three', 'the four', 'the five', 'the six'];
  return words[parties.length] ?? `the ${parties.length} parties`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(words: readonly string[], last = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

/** The name of a sector without the codes that it may end with: `Finished motor vehicles and trailers`. */
export function shortName({ name }: Sector): string {
  return name.replace(/\s+\([^()]*\)$/, '');
}

/** `1 measure`, `3 measures`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `Exports` from `exports`. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An ISO date as a reader writes it: `1 September 2025`; anything else as it stands. */
export function dateInWords(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = match ? months[Number(match[2]) - 1] : undefined;
  return match && month ? `${Number(match[3])} ${month} ${match[1]}` : date;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
