import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import {
  type CaseFiles,
  caseId,
  type FileKind,
  InputError,
  longestFile,
  type Problem,
} from '@usmca-sim/core';

const kindOfFolder: Readonly<Record<string, FileKind>> = { tables: 'table', stances: 'stance' };

/** Cases lie at most this deep below their folder; a folder of cases is not a disk. */
const deepest = 3;
const mostEntries = 5_000;

interface CaseFolderOptions {
  /** How the folder is named to the reader; `folder` itself where absent. */
  readonly shownAs?: string;
}

/**
 * The cases of a folder and its subfolders: each file `name.yaml` is the case `name`, in a folder `tables` the table, in
 * one called `stances` the stance. Read when first asked for.
 *
 * The methods throw InputError for what is there but cannot be used: a folder in place of a file, a file without
 * permission, over 1 MB or not in UTF-8, a link out of the folder, and two cases of one name.
 */
export function caseFolder(folder: string, { shownAs = folder }: CaseFolderOptions = {}): CaseFiles {
  let located: Readonly<Record<FileKind, Map<string, string>>> | undefined;
  const filesOf = (kind: FileKind) => {
    located ??= locateFiles(folder, shownAs);
    return located[kind];
  };
  const display = (path: string) => (shownAs === '' || shownAs === '.' ? path : `${shownAs}/${path}`);
  return {
    read: (path) => readTextFile(join(folder, path), display(path), folder),
    locate: (id, kind = 'case') => filesOf(kind).get(id),
    ids: (kind = 'case') => [...filesOf(kind).keys()].sort(),
    display,
  };
}

function locateFiles(folder: string, shownAs: string): Record<FileKind, Map<string, string>> {
  const found = { case: new Map(), table: new Map(), stance: new Map() } as Record<
    FileKind,
    Map<string, string>
  >;
  const problems: Problem[] = [];
  let entries = 0;
  const visit = (path: string, depth: number, kind: FileKind) => {
    for (const entry of entriesOf(join(folder, path))) {
      if (++entries > mostEntries) return;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < deepest) visit(inside, depth + 1, kindOfFolder[entry.name] ?? kind);
        continue;
      }
      if (!/\.ya?ml$/i.test(entry.name)) continue;
      const id = caseId(inside);
      const first = found[kind].get(id);
      if (first === undefined) found[kind].set(id, inside);
      else {
        const message = `two ${kind}s in ${shownAs} are called "${id}": ${first} and ${inside}`;
        problems.push({
          code: `duplicate-${kind}`,
          message,
          advice: 'give one of the files another name',
        });
      }
    }
  };
  visit('', 1, 'case');
  if (problems.length > 0) throw new InputError(problems);
  return found;
}

function entriesOf(folder: string): Dirent[] {
  try {
    // In one order everywhere, so that the limits keep the same entries.
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // A folder that cannot be listed has no cases to offer; naming a file in it gives the reason.
    return [];
  }
}

/**
 * The text of a file, or undefined where there is none.
 *
 * @throws InputError where there is something that cannot be read as text.
 */
function readTextFile(path: string, shown: string, folder: string): string | undefined {
  let stats: Stats;
  let real: string;
  try {
    stats = statSync(path);
    real = realpathSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(`${shown} cannot be read${reason(error)}`);
  }
  if (stats.isDirectory()) throw unreadable(`${shown} is a folder, not a file`);
  if (!stats.isFile()) throw unreadable(`${shown} is not a file`);
  if (stats.size > longestFile) throw unreadable(`${shown} is longer than ${longestFile / 1e6} MB`);
  const away = relative(realpathSync(folder), real);
  // Between drives of Windows there is no relative path.
  if (away === '..' || away.startsWith(`..${sep}`) || isAbsolute(away)) {
    throw unreadable(`${shown} is a link that leaves the folder of the case`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) {
      throw unreadable(`${shown} is not text in UTF-8`, 'save it again as UTF-8');
    }
    throw unreadable(`${shown} cannot be read${reason(error)}`);
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM') return ': permission is missing';
  return code ? ` (${code})` : '';
}

function unreadable(message: string, advice?: string): InputError {
  return new InputError([{ code: 'unreadable-file', message, ...(advice ? { advice } : {}) }]);
}
