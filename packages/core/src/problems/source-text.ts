import type { Place } from './problem.ts';

/** A text that somebody wrote, which knows where in it any character stands. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #lineStarts: number[] = [0];

  /** A byte order mark at the start is dropped. */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text.startsWith('\ufeff') ? text.slice(1) : text;
    for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1)) {
      this.#lineStarts.push(at + 1);
    }
  }

  /** The place of the characters `from` (0-based, clamped to the text) up to `to`, at most to the line's end. */
  place(from: number, to: number = from + 1): Place {
    const at = Math.max(0, Math.min(from, this.text.length));
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    const start = this.#lineStarts[low]!;
    const next = this.#lineStarts[low + 1];
    const line = this.text.slice(start, next === undefined ? this.text.length : next - 1).replace(/\r$/, '');
    const column = Math.min(at - start, line.length) + 1;
    const underlined = line.slice(column - 1, Math.max(to, at) - start).trimEnd().length;
    return { file: this.file, line: low + 1, column, length: Math.max(1, underlined), text: line };
  }
}
