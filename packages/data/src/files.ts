import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { economyFiles, InputError, type Problem } from '@usmca-sim/core';

// The one file of this package that touches the disk.

/** A table larger than this is not one that somebody made for this model. */
const mostBytes = 300_000_000;

/**
 * The texts of an economy's files in a folder, by file name; other files in it are left alone.
 *
 * @throws InputError where there is no such folder, or a file in it cannot be read.
 */
export function readEconomyFolder(directory: string): Map<string, string> {
  const present = namesIn(directory);
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  for (const name of economyFiles.filter((file) => present.includes(file))) {
    try {
      const path = join(directory, name);
      if (statSync(path).size > mostBytes) throw new Error('it is larger than 300 MB');
      files.set(name, readFileSync(path, 'utf8'));
    } catch (error) {
      const message = `${join(directory, name)} cannot be read: ${(error as Error).message}`;
      problems.push({ code: 'unreadable-file', message });
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return files;
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    const message =
      reason === 'ENOTDIR'
        ? `${directory} is a file, not the folder of an economy`
        : reason === 'ENOENT'
          ? `there is no folder ${directory}`
          : `the folder ${directory} cannot be read: ${(error as Error).message}`;
    const advice = `an economy is a folder with ${economyFiles.slice(0, -1).join(', ')}`;
    throw new InputError([{ code: 'no-economy', message, advice }]);
  }
}

/** A file that comes with this package: `law/law.json`. */
export function ownFile(path: string): string {
  return readFileSync(ownPath(path), 'utf8');
}

/** The same where it is there. */
export function ownFileIfAny(path: string): string | undefined {
  return existsSync(ownPath(path)) ? ownFile(path) : undefined;
}

/** The files in a folder of this package, in order of their names: `law/measures/canada.yaml`. */
export function ownFiles(folder: string): string[] {
  return readdirSync(ownPath(folder))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** Where a file or folder of this package is. */
export function ownPath(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** First 12 hexadecimal digits of the SHA-256 of files: names and contents, in the order of the names. */
export function hashOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const name of [...files.keys()].sort()) hash.update(`${name}\0${files.get(name)}\0`);
  return hash.digest('hex').slice(0, 12);
}
