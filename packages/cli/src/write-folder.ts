import { closeSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@usmca-sim/core';
import { faultInWords } from './failures.ts';
import { makeFolder } from './make-folder.ts';

export interface NamedFile {
  readonly name: string;
  /** Text, or bytes, in pieces: a whole may be longer than one string can be. */
  readonly pieces: Iterable<string | Uint8Array>;
}

/** Where a file is while its folder is written. */
interface Places {
  readonly final: string;
  /** Written here first. */
  readonly beside: string;
  /** What was there before waits here until all is done. */
  readonly before: string;
}

/** Characters gathered before they are handed to the disk. */
const batch = 1 << 16;

/**
 * Writes files to a folder, made where it is missing, all or none: each is written beside its place, and moved there
 * only when every one has been written. If a move fails, those made are undone and what was there before comes back.
 * Without a pause in between, so that an interrupt comes before or after.
 *
 * @returns the paths written, as the caller named the folder.
 * @throws InputError where the folder is a file, or something cannot be written; what `pieces` throw as it is.
 */
export function writeFolder(folder: string, files: readonly NamedFile[], cwd: string): string[] {
  const full = makeFolder(folder, cwd);
  const places = files.map(
    ({ name }): Places => ({
      final: join(full, name),
      beside: join(full, `.${name}.${process.pid}.tmp`),
      before: join(full, `.${name}.${process.pid}.old`),
    }),
  );
  try {
    for (const [at, { final }] of places.entries()) {
      if (statSync(final, { throwIfNoEntry: false })?.isDirectory()) {
        throw refusal(join(folder, files[at]!.name), 'this is a folder, not a file');
      }
    }
    for (const [at, { pieces }] of files.entries()) writePieces(places[at]!.beside, pieces);
    replaceAll(places);
  } catch (error) {
    for (const { beside } of places) removed(beside);
    const fault = faultInWords(error);
    throw fault ? refusal(folder, fault) : error;
  }
  return files.map(({ name }) => join(folder, name));
}

function writePieces(path: string, pieces: Iterable<string | Uint8Array>): void {
  const file = openSync(path, 'w');
  try {
    let waiting = '';
    for (const piece of pieces) {
      if (typeof piece !== 'string') {
        writeFileSync(file, waiting);
        writeFileSync(file, piece);
        waiting = '';
        continue;
      }
      waiting += piece;
      if (waiting.length < batch) continue;
      writeFileSync(file, waiting);
      waiting = '';
    }
    writeFileSync(file, waiting);
  } finally {
    closeSync(file);
  }
}

function replaceAll(places: readonly Places[]): void {
  const undo: (() => void)[] = [];
  try {
    // All of the old are out of the way before the first new one is in: on Windows a file that is open stays.
    for (const { final, before } of places) {
      if (!statSync(final, { throwIfNoEntry: false })) continue;
      renameSync(final, before);
      undo.push(() => renameSync(before, final));
    }
    for (const { beside, final } of places) {
      renameSync(beside, final);
      undo.push(() => rmSync(final));
    }
  } catch (error) {
    for (const step of undo.reverse()) {
      try {
        step();
      } catch {
        // The first fault is the one to tell; the other files are still put back.
      }
    }
    throw error;
  }
  for (const { before } of places) removed(before);
}

function removed(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What stopped the writing stops the tidying too.
  }
}

function refusal(path: string, why: string): InputError {
  return new InputError([{ code: 'cannot-write', message: `cannot write to ${path}: ${why}` }]);
}
