/** The library of cases and folders of one's own: by name or path, in files that `parseScenario` of core reads. */
export { caseFolder } from './case-folder.ts';
export { caseLibrary, withLibrary } from './case-library.ts';
export { type FindOptions, type FoundCase, findCase } from './find-case.ts';
export { readCase } from './read-case.ts';
