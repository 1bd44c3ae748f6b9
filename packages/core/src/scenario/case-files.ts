import { InputError } from '../problems/problem.ts';

/**
 * How the engine reaches the files of cases. Paths are relative to the folder of cases, with `/` between their
 * parts. Whoever implements it decides what a path stands for; the engine asks only for paths that it was given
 * by `locate`, and for files beside them.
 */
export interface CaseFiles {
  /**
   * The text of a file, or undefined where there is none.
   *
   * @throws InputError where there is something that cannot be read: a folder, a file without permission.
   */
  read(path: string): string | undefined;
  /** The path of the case, table or stance with an id, or undefined where there is none. */
  locate(id: string, kind?: FileKind): string | undefined;
  /** The ids of every file of a kind that `locate` knows, for suggestions. */
  ids(kind?: FileKind): readonly string[];
  /** How to name a file to the reader; the path itself where absent. */
  display?(path: string): string;
}

/** What a file holds; a case where nothing is said. Tables and stances lie in folders of these names. */
export type FileKind = 'case' | 'table' | 'stance';

/** Characters of the longest file that is read: a thousand times a long case. */
export const longestFile = 1_000_000;

/** Why a path may not be followed, or undefined when it stays in the folder. */
export function pathFault(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.includes('\0')) return 'holds a character that no file name has';
  if (path.includes('\\')) return 'has a backslash; write / between folders';
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return 'is an address, not a file beside the case';
  if (path.startsWith('/') || path.startsWith('~'))
    return 'starts at the root of the disk, not beside the case';
  if (path.split('/').includes('..')) return 'leaves the folder of the case';
  return undefined;
}

/** The path of a file that a case names, beside the case. Call `pathFault` first. */
export function besideCase(casePath: string, named: string): string {
  const folder = casePath.split('/').slice(0, -1);
  return [...folder, ...named.split('/').filter((part) => part !== '.' && part !== '')].join('/');
}

/** The case's id: its file's name without the ending. */
export function caseId(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.ya?ml$/i, '');
}

/** Reads a file; says in words why it cannot be used. */
export function readCaseFile(
  files: CaseFiles,
  path: string,
): { text: string } | { fault: string; advice?: string } {
  let text: string | undefined;
  try {
    text = files.read(path);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const advice = error.problems[0]?.advice;
    return { fault: error.message, ...(advice ? { advice } : {}) };
  }
  const name = files.display?.(path) ?? path;
  if (text === undefined) return { fault: `there is no file ${name}` };
  if (text.length > longestFile) return { fault: `${name} is longer than ${longestFile / 1e6} MB` };
  return { text };
}
