export { adviseWord, nearestWord } from './nearest-word.ts';
export { InputError, type Place, type Problem } from './problem.ts';
export { renderProblem } from './render-problem.ts';
