import { type CaseContext, parseScenario, type Scenario } from '@usmca-sim/core';
import { type FindOptions, findCase } from './find-case.ts';

/**
 * Reads the case that somebody named: of the library, of a folder of one's own, or a YAML file.
 *
 * @throws InputError where there is no such case, or with everything that is wrong with it.
 *
 * @example
 * const economy = economy2024();
 * const scenario = await readCase('retaliation-lifted', { economy, law: lawOf(economy) });
 */
export async function readCase(
  nameOrPath: string,
  context: CaseContext,
  options: Partial<FindOptions> = {},
): Promise<Scenario> {
  const { file, files } = findCase(nameOrPath, { cwd: process.cwd(), ...options });
  return parseScenario(file, files, context);
}
