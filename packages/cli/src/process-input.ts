import type { Interface } from 'node:readline';
import type { ReadStream, WriteStream } from 'node:tty';
import { type Input, Interrupted } from './context.ts';

interface Waiting {
  take(line: string | undefined): void;
  fail(error: Error): void;
}

/** The lines of stdin, asked for on stderr. Nothing is read before the first is asked for. */
export class ProcessInput implements Input {
  readonly isTerminal: boolean;
  readonly #stdin: ReadStream;
  readonly #stderr: WriteStream;
  readonly #lines: string[] = [];
  #reader: Interface | undefined;
  #waiting: Waiting | undefined;
  #isInterrupted = false;
  #isAtEnd = false;

  constructor(stdin: ReadStream, stderr: WriteStream) {
    this.#stdin = stdin;
    this.#stderr = stderr;
    this.isTerminal = stdin.isTTY === true && stderr.isTTY === true;
  }

  async line(prompt: string): Promise<string | undefined> {
    this.#reader ??= await this.#open();
    if (this.#isInterrupted) throw new Interrupted();
    const ready = this.#lines.shift();
    if (ready !== undefined || this.#isAtEnd) {
      // Typed before it was asked for.
      if (this.isTerminal) this.#stderr.write(`${prompt}${ready ?? ''}\n`);
      return ready;
    }
    if (this.isTerminal) {
      this.#reader.setPrompt(prompt);
      this.#reader.prompt();
    }
    return new Promise((take, fail) => {
      this.#waiting = { take, fail };
    });
  }

  close(): void {
    this.#reader?.close();
  }

  /** Tells who waits for a line that there will be none; false where nobody does. */
  interrupt(): boolean {
    if (!this.#reader || this.#isAtEnd) return false;
    this.#isInterrupted = true;
    this.#settle((waiting) => waiting.fail(new Interrupted()));
    return true;
  }

  async #open(): Promise<Interface> {
    // Most commands ask nothing, and need not wait for it.
    const { createInterface } = await import('node:readline');
    const reader = createInterface({
      input: this.#stdin,
      ...(this.isTerminal ? { output: this.#stderr } : {}),
      terminal: this.isTerminal,
      // Whoever sits down next could read in it what the one before has answered.
      historySize: 0,
    });
    reader.on('line', (line) => {
      if (this.#waiting) this.#settle((waiting) => waiting.take(line));
      else this.#lines.push(line);
    });
    reader.on('close', () => {
      this.#isAtEnd = true;
      this.#settle((waiting) => waiting.take(undefined));
    });
    reader.on('SIGINT', () => this.interrupt());
    return reader;
  }

  #settle(how: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) how(waiting);
  }
}
