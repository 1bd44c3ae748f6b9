import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '@usmca-sim/core';
import { faultInWords } from '../failures.ts';

/** Where a game is kept while it is played. */
export class GameFile {
  /** As it was named. */
  readonly path: string;
  readonly #full: string;
  /** What this program has last read or written there. */
  #held: string | undefined;

  constructor(path: string, cwd: string) {
    this.path = path;
    this.#full = resolve(cwd, path);
  }

  get exists(): boolean {
    return existsSync(this.#full);
  }

  read(): string {
    this.#held = readFileSync(this.#full, 'utf8');
    return this.#held;
  }

  /**
   * Writes beside the place and moves there, so that there is a whole game at any moment.
   *
   * @throws InputError where it cannot be written, or another program has written there since: two people who go on
   * with one game would each lose the moves of the other.
   */
  write(text: string): void {
    const beside = join(dirname(this.#full), `.${basename(this.#full)}.${process.pid}.tmp`);
    try {
      if (this.exists && readFileSync(this.#full, 'utf8') !== this.#held) throw notAlone(this.path);
      writeFileSync(beside, text);
      renameSync(beside, this.#full);
      this.#held = text;
    } catch (error) {
      if (existsSync(beside)) rmSync(beside, { force: true });
      const fault = faultInWords(error);
      throw fault ? cannotWrite(this.path, fault) : error;
    }
  }
}

/** A place for a game that nobody has named one for: that of no other. */
export function freeFile(id: string, cwd: string): GameFile {
  for (let k = 1; ; k++) {
    const file = new GameFile(`${id}${k === 1 ? '' : `-${k}`}.game.json`, cwd);
    if (!file.exists) return file;
  }
}

/** A place that somebody has named. @throws InputError where something is there. */
export function newFile(path: string, cwd: string): GameFile {
  const file = new GameFile(path, cwd);
  if (!file.exists) return file;
  const message = `${path} is there already`;
  const advice = `name another file, or go on with a game in it: --resume ${path}`;
  throw new InputError([{ code: 'exists', message, advice }]);
}

function notAlone(path: string): InputError {
  const message = `${path} has been written by another program meanwhile`;
  return new InputError([{ code: 'not-alone', message, advice: 'save FILE keeps this game elsewhere' }]);
}

function cannotWrite(path: string, why: string): InputError {
  return new InputError([{ code: 'cannot-write', message: `cannot write to ${path}: ${why}` }]);
}
