import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@usmca-sim/core';
import { faultInWords } from './failures.ts';
import { makeFolder } from './make-folder.ts';

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/**
 * Writes files to a folder, made where it is missing, all or none: each is written beside its place and moved there
 * only when every one has been written. Without a pause in between, so that an interrupt comes before or after.
 *
 * @returns the paths written, as the caller named the folder.
 * @throws InputError where the folder is a file, or something cannot be written.
 */
export function writeFolder(folder: string, files: readonly NamedText[], cwd: string): string[] {
  const full = makeFolder(folder, cwd);
  const beside = files.map(({ name }) => join(full, `.${name}.${process.pid}.tmp`));
  try {
    for (const { name } of files) {
      if (statSync(join(full, name), { throwIfNoEntry: false })?.isDirectory()) {
        throw refusal(join(folder, name), 'this is a folder, not a file');
      }
    }
    for (const [at, { text }] of files.entries()) writeFileSync(beside[at]!, text);
    for (const [at, { name }] of files.entries()) renameSync(beside[at]!, join(full, name));
  } catch (error) {
    for (const path of beside) {
      try {
        rmSync(path, { force: true });
      } catch {
        // What stopped the writing stops the tidying too; the first fault is the one to tell.
      }
    }
    const fault = faultInWords(error);
    throw fault ? refusal(folder, fault) : error;
  }
  return files.map(({ name }) => join(folder, name));
}

function refusal(path: string, why: string): InputError {
  return new InputError([{ code: 'cannot-write', message: `cannot write to ${path}: ${why}` }]);
}
