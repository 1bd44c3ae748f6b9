import { printable } from '@usmca-sim/core';

/**
 * Makes text from a file fit to be shown on one line: control characters, which could move the cursor or recolour a
 * terminal, and marks that reorder or hide text are taken out; line breaks and tabs become a space.
 */
export function plainLine(text: string): string {
  return printable(text.replace(/[\s\u0085]+/g, ' '), '').trim();
}

/** As `plainLine` for text that is kept as it stands, line by line with its indentation: the YAML of a case. */
export function plainLines(text: string): string[] {
  const lines = text.replace(/\s+$/, '').split(/\r\n?|\n/);
  return lines.map((line) => printable(line.replace(/\t/g, '  '), '').trimEnd());
}

/** Columns of a terminal that the text takes: none for marks that combine, two for wide letters and pictures. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/\p{Mark}/u.test(letter)) continue;
    width += wide.test(letter) ? 2 : 1;
  }
  return width;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Breaks text into lines of at most `width` columns, at spaces; a word that is longer is broken, after a hyphen if it has one. */
export function wrapLine(text: string, width: number): string[] {
  return fill(text.split(' '), ' ', width).flatMap((line) => broken(line, width));
}

/** Text of at most `most` columns, cut with an ellipsis where it is longer. */
export function shortened(text: string, most: number): string {
  if (displayWidth(text) <= most) return text;
  let short = '';
  let width = 0;
  for (const letter of text) {
    width += displayWidth(letter);
    if (width > most - 1) break;
    short += letter;
  }
  return `${short.trimEnd()}…`;
}

function broken(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const pieces = fill(word.split(/(?<=-)(?=.)/), '', width);
  return pieces.flatMap((piece) => (displayWidth(piece) <= width ? [piece] : chopped(piece, width)));
}

function chopped(word: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const letter of word) {
    const more = displayWidth(letter);
    if (line !== '' && used + more > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += letter;
    used += more;
  }
  return line === '' ? lines : [...lines, line];
}

/** As `wrapLine`, for headings: breaks after hyphens as well. */
export function wrapHeading(text: string, width: number): string[] {
  const lines = fill(
    text
      .split(' ')
      .flatMap((word) => word.split(/(?<=-)(?=.)/).map((piece, at) => (at === 0 ? ` ${piece}` : piece))),
    '',
    width,
  );
  return lines.map((line) => line.trim());
}

/** Columns that a heading needs at least: those of its longest piece. */
export function longestPiece(text: string): number {
  return Math.max(0, ...text.split(/[ ]|(?<=-)/).map(displayWidth));
}

function fill(words: readonly string[], glue: string, width: number): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of words) {
    const longer: string = line === undefined ? word.trimStart() : `${line}${glue}${word}`;
    if (line === undefined || displayWidth(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word.trimStart();
    }
  }
  if (line !== undefined) lines.push(line);
  return lines;
}
