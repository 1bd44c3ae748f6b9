import {
  type Economy,
  elasticitiesFault,
  horizonYears,
  InputError,
  type Problem,
  type Scenario,
} from '@usmca-sim/core';
import type { OverrideOptions } from './options.ts';

/**
 * The cases, each once.
 *
 * @throws InputError where one case is named twice, or two files have the same name: their rows could not be told
 * apart.
 */
export function distinctCases(scenarios: readonly Scenario[]): readonly Scenario[] {
  const seen = new Map<string, Scenario>();
  const problems: Problem[] = [];
  for (const scenario of scenarios) {
    const before = seen.get(scenario.id);
    if (!before) seen.set(scenario.id, scenario);
    else if (before.file === scenario.file) {
      problems.push({
        code: 'case-twice',
        message: `the case "${scenario.id}" is named twice`,
      });
    } else {
      problems.push({
        code: 'same-name',
        message: `${before.file} and ${scenario.file} are both called "${scenario.id}"`,
        advice: 'rename one of the files',
      });
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return scenarios;
}

/** The case with the choices of the command line in place of its own. */
export function withOverrides(scenario: Scenario, options: OverrideOptions, economy: Economy): Scenario {
  const { elasticities, deficits, horizon } = options;
  const problems: Problem[] = [];
  const fault = elasticities === undefined ? undefined : elasticitiesFault(elasticities, economy);
  if (fault) problems.push(fault);
  const { low, high } = horizonYears(economy);
  if (horizon !== undefined && (horizon < low || horizon > high)) {
    problems.push({
      code: 'horizon',
      message: `--horizon ${horizon} is not a year from ${low} to ${high}`,
    });
  }
  if (problems.length > 0) throw new InputError(problems);
  return {
    ...scenario,
    ...(elasticities === undefined ? {} : { elasticities: { ...scenario.elasticities, set: elasticities } }),
    ...(deficits === undefined ? {} : { deficits }),
    ...(horizon === undefined ? {} : { horizon }),
  };
}
