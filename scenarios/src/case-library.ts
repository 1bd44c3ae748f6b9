import { fileURLToPath } from 'node:url';
import type { CaseFiles } from '@usmca-sim/core';
import { caseFolder } from './case-folder.ts';

/** Where the library begins in the paths of a folder of one's own. */
const mark = '@library/';

let library: CaseFiles | undefined;

/** The cases that come with usmca-sim. */
export function caseLibrary(): CaseFiles {
  library ??= caseFolder(fileURLToPath(new URL('..', import.meta.url)), {
    shownAs: 'scenarios',
  });
  return library;
}

/** A folder of one's own with the library behind it: its ids can be named, where the folder has not the same. */
export function withLibrary(folder: CaseFiles): CaseFiles {
  const behind = caseLibrary();
  return {
    read: (path) => (path.startsWith(mark) ? behind.read(path.slice(mark.length)) : folder.read(path)),
    locate: (id, kind) => {
      const own = folder.locate(id, kind);
      if (own !== undefined) return own;
      const theirs = behind.locate(id, kind);
      return theirs === undefined ? undefined : mark + theirs;
    },
    ids: (kind) => [...new Set([...folder.ids(kind), ...behind.ids(kind)])].sort(),
    display: (path) =>
      path.startsWith(mark)
        ? (behind.display?.(path.slice(mark.length)) ?? path)
        : (folder.display?.(path) ?? path),
  };
}
