import type { Input } from '../context.ts';

/** Lines of a file in the place of a person: `--moves FILE`. Those that begin with # are comments. */
export class ScriptInput implements Input {
  readonly isTerminal = false;
  readonly #lines: readonly string[];
  #next = 0;
  readonly #file: string;

  constructor(text: string, file: string) {
    this.#lines = text
      .replace(/^\ufeff/, '')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/);
    this.#file = file;
  }

  line(): Promise<string | undefined> {
    while (this.#lines[this.#next]?.startsWith('#')) this.#next++;
    const line = this.#lines[this.#next];
    if (line !== undefined) this.#next++;
    return Promise.resolve(line);
  }

  place() {
    const line = Math.max(1, this.#next);
    return { file: this.#file, line, text: this.#lines[line - 1] ?? '' };
  }

  /** Lines that nobody has asked for. */
  get left(): number {
    return this.#lines.slice(this.#next).filter((line) => line.trim() !== '' && !line.startsWith('#')).length;
  }

  close(): void {}
}
