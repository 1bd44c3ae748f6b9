export { caseFolder } from './case-folder.ts';
export { caseLibrary, withLibrary } from './case-library.ts';
export { type FindOptions, type FoundCase, findCase } from './find-case.ts';
