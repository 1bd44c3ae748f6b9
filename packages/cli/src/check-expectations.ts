import {
  checkExpectations,
  EquilibriumError,
  InputError,
  type Place,
  type Problem,
  runScenario,
  type Scenario,
  type ScenarioResult,
} from '@usmca-sim/core';
import type { World } from './world.ts';

/** One expectation of a case, held against its result. */
export interface Checked {
  readonly met: boolean;
  /** What was measured and what was expected. */
  readonly finding: string;
  readonly because: string;
  /** Where the case says what it expects. */
  readonly place?: Place;
}

/** What became of the run of a case: its expectations checked, or why it could not be run. */
export interface CheckedRun {
  readonly checks: readonly Checked[];
  readonly problems: readonly Problem[];
}

/**
 * Checks what cases expect, running each case once however many expectations are against it. A case that cannot be
 * run, or whose expectations are against one that cannot, has problems in place of checks.
 */
export function expectationChecker(world: World): (scenario: Scenario) => Promise<CheckedRun> {
  const results = new Map<string, ScenarioResult>();
  const resultOf = (scenario: Scenario): ScenarioResult => {
    const known = results.get(scenario.file) ?? runScenario(world.economy, world.law, scenario);
    results.set(scenario.file, known);
    return known;
  };
  const check = async (scenario: Scenario): Promise<Checked[]> => {
    const others = new Map<string, ScenarioResult>();
    for (const { against } of scenario.expect) {
      if (against === 'base' || others.has(against)) continue;
      others.set(against, resultOf(await world.beside(scenario, against)));
    }
    const reference = (id: string) => {
      const result = others.get(id);
      if (!result) throw new InputError([{ code: 'unknown-case', message: `there is no case "${id}"` }]);
      return result;
    };
    return checkExpectations(resultOf(scenario), reference).map(({ expectation, met, finding }) => ({
      met,
      finding,
      because: expectation.because,
      ...(expectation.place ? { place: expectation.place } : {}),
    }));
  };
  return async (scenario) => {
    try {
      return { checks: await check(scenario), problems: [] };
    } catch (error) {
      return { checks: [], problems: problemsOf(error) };
    }
  };
}

/** @throws the error itself where it is a defect and no fault of a case. */
function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof InputError) return error.problems;
  if (error instanceof EquilibriumError) return [{ code: error.code, message: error.message }];
  throw error;
}
