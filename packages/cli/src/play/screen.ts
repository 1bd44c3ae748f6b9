import type { InputError } from '@usmca-sim/core';
import { type Report, renderers } from '@usmca-sim/reporter';
import { plainLine, wrapLine } from '@usmca-sim/reporter/play';
import { type Context, isWatched, wantsColourInTalk } from '../context.ts';
import { columnsOf } from '../emit.ts';

const usualWidth = 80;
const leastWidth = 20;

/** What is said at the table, on stderr. */
export class Screen {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  get #width(): number {
    return Math.max(leastWidth, columnsOf(this.#context) ?? usualWidth);
  }

  /** Paragraphs. */
  say(...paragraphs: readonly string[]): void {
    for (const paragraph of paragraphs) this.#lines(wrapLine(plainLine(paragraph), this.#width));
  }

  points(points: readonly string[]): void {
    for (const point of points) {
      const [head = '', ...rest] = wrapLine(plainLine(point), this.#width - 2);
      this.#lines([`- ${head}`, ...rest.map((line) => `  ${line}`)]);
    }
  }

  /** A line that stands out where there is colour, between rules where there is none. */
  heading(text: string): void {
    const lines = wrapLine(plainLine(text), this.#width - 4);
    const strong = (line: string) => (wantsColourInTalk(this.#context) ? `\u001b[1m${line}\u001b[22m` : line);
    this.#lines(['', ...lines.map((line) => strong(`── ${line}`))]);
  }

  /** What may be chosen, by number. */
  choices(choices: readonly string[]): void {
    this.gap();
    choices.forEach((choice, k) => {
      const number = `${k + 1}`.padStart(3);
      const [head = '', ...rest] = wrapLine(plainLine(choice), this.#width - 5);
      this.#lines([`${number}  ${head}`, ...rest.map((line) => `     ${line}`)]);
    });
  }

  /** What is to be copied stays on one line, however narrow the window. */
  command(command: string): void {
    this.#lines([`  ${plainLine(command)}`]);
  }

  /** A line that no person has typed, as if one had. */
  typed(prompt: string, line: string | undefined): void {
    this.#lines([`${prompt} ${plainLine(line ?? '')}`.trimEnd()]);
  }

  report(report: Report): void {
    const text = renderers.get('text')!;
    const pieces = text.render({ report }, { width: this.#width, colour: wantsColourInTalk(this.#context) });
    this.#context.stderr.write(`\n${[...pieces].join('')}`);
  }

  /** What is wrong, each in a line, with what could be instead. */
  refuse(error: InputError): void {
    for (const { message, advice } of error.problems) this.say(`! ${message}${advice ? `: ${advice}` : ''}`);
  }

  gap(): void {
    this.#context.stderr.write('\n');
  }

  /** Takes everything off the screen, what has scrolled away included, so that the next person does not see it. */
  clear(): void {
    this.#context.stderr.write(isWatched(this.#context) ? '\u001b[2J\u001b[3J\u001b[H' : '\n');
  }

  #lines(lines: readonly string[]): void {
    this.#context.stderr.write(`${lines.join('\n')}\n`);
  }
}
