import { mkdirSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InputError } from '@usmca-sim/core';
import { faultInWords } from './failures.ts';

/**
 * Makes a folder, and those above it where they are missing, and gives its full path.
 *
 * @param named as the user named it, from `cwd`.
 * @throws InputError where something else stands in the way, or it cannot be made.
 */
export function makeFolder(named: string, cwd: string): string {
  if (named.trim() === '') throw refusal('""', 'this is no name of a folder');
  const full = resolve(cwd, named);
  try {
    makeStepByStep(full, named);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const fault = faultInWords(error);
    if (!fault) throw error;
    throw refusal(named, fault);
  }
  return full;
}

/** The recursive `mkdir` of Node.js 20 does not return where a parent refuses with ENOENT, as in /proc. */
function makeStepByStep(path: string, named: string): void {
  const known = statOf(path);
  if (known?.isDirectory()) return;
  if (known) throw refusal(named, 'this is a file, not a folder');
  const above = dirname(path);
  if (above !== path) makeStepByStep(above, above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have made it in between.
    if (!statOf(path)?.isDirectory()) throw error;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    // Whatever hides it will show when it is made.
    return undefined;
  }
}

function refusal(path: string, why: string): InputError {
  const message = `cannot write to ${path}: ${why}`;
  return new InputError([{ code: 'cannot-write', message, advice: 'name a folder that can be written to' }]);
}
