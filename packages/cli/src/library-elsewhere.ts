import { InputError, type Problem } from '@usmca-sim/core';

/** Code of the one problem that a case of the library has on data that are not its own. */
export const otherEconomy = 'other-economy';

/** What a case of the library gets wrong about data with other regions, sectors or law. */
const aboutTheData = new Set([
  'unknown-region',
  'unknown-sector',
  'unknown-situation',
  'unknown-measure',
  'unknown-goods',
  'unknown-precedence',
  'unknown-elasticities',
  'day-not-covered',
]);

/** One sentence in place of every code that a case of the library and other data do not share; other errors as they are. */
export function librarysProblem(error: unknown, id: string): unknown {
  if (!(error instanceof InputError) || !error.problems.some(({ code }) => aboutTheData.has(code)))
    return error;
  const message = `the case "${id}" of the library speaks of regions, sectors or law that these data do not have`;
  const advice = 'write a case for these data: usmca-sim new NAME --economy DIR';
  return new InputError([{ code: otherEconomy, message, advice }]);
}

/** The same of several cases. */
export function ofOtherEconomies(count: number): Problem {
  const cases = count === 1 ? '1 case of the library speaks' : `${count} cases of the library speak`;
  return {
    code: otherEconomy,
    message: `${cases} of regions, sectors or law that these data do not have`,
    advice: 'name cases of your own, or their folder with --scenarios DIR',
  };
}
