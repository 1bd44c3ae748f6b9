/** What is wrong with an input: problems as data, gathered in a list, thrown as one `InputError`, put into words. */
export { adviseWord, nearestWord } from './nearest-word.ts';
export { printable } from './printable.ts';
export { InputError, type Place, type Problem } from './problem.ts';
export { ProblemList } from './problem-list.ts';
export { renderProblem } from './render-problem.ts';
export { SourceText } from './source-text.ts';
