import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { adviseWord, type CaseFiles, InputError } from '@usmca-sim/core';
import { caseFolder } from './case-folder.ts';
import { caseLibrary, withLibrary } from './case-library.ts';

/** A case, ready for `parseScenario(file, files, context)`. */
export interface FoundCase {
  readonly file: string;
  readonly files: CaseFiles;
}

export interface FindOptions {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** A folder of cases whose ids come before those of the library. */
  readonly folder?: string;
}

/**
 * Finds the case that somebody named: by the id of a case in `folder` or in the library, or by the path of a
 * .yaml file, whose folder then is the folder of cases. The library's ids can be named by `extends` in any case.
 *
 * @throws InputError where there is no such case, with the nearest name.
 */
export function findCase(nameOrPath: string, { cwd, folder }: FindOptions): FoundCase {
  if (/\.ya?ml$/i.test(nameOrPath) || /[/\\]/.test(nameOrPath)) return findFile(nameOrPath, cwd);
  const files =
    folder === undefined
      ? caseLibrary()
      : withLibrary(
          caseFolder(resolve(cwd, folder), {
            shownAs: folder.replace(/\/+$/, ''),
          }),
        );
  const file = files.locate(nameOrPath);
  if (file !== undefined) return { file, files };
  const beside = [`${nameOrPath}.yaml`, `${nameOrPath}.yml`].find((name) => existsSync(join(cwd, name)));
  throw notFound(
    `there is no case "${nameOrPath}"`,
    beside ? `did you mean the file ./${beside}?` : adviseWord(nameOrPath, files.ids()),
  );
}

function findFile(path: string, cwd: string): FoundCase {
  const absolute = resolve(cwd, path);
  const folder = dirname(absolute);
  const shownAs = dirname(path);
  const files = caseFolder(folder, { shownAs: shownAs === '.' ? '' : shownAs });
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) {
    const ids = [...idsOf(files), ...caseLibrary().ids()];
    throw notFound(`there is no file ${path}`, adviseWord(basename(path).replace(/\.ya?ml$/i, ''), ids));
  }
  if (stats.isDirectory()) {
    const ids = files.locate(basename(path)) === undefined ? caseFolder(absolute).ids() : [];
    const advice = ids.length > 0 ? `name a case in it, such as ${join(path, `${ids[0]}.yaml`)}` : undefined;
    throw notFound(`${path} is a folder, not a case`, advice);
  }
  return { file: basename(path), files: withLibrary(files) };
}

/** For advice: what else is wrong with the folder is not what was asked. */
function idsOf(files: CaseFiles): readonly string[] {
  try {
    return files.ids();
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function notFound(message: string, advice: string | undefined): InputError {
  return new InputError([{ code: 'unknown-case', message, ...(advice ? { advice } : {}) }]);
}
