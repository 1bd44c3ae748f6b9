import {
  checkExpectations,
  InputError,
  type Place,
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

/** Checks what cases expect, running each case once however many expectations are against it. */
export function expectationChecker(world: World): (scenario: Scenario) => Promise<Checked[]> {
  const results = new Map<string, ScenarioResult>();
  const resultOf = (scenario: Scenario): ScenarioResult => {
    const known = results.get(scenario.file) ?? runScenario(world.economy, world.law, scenario);
    results.set(scenario.file, known);
    return known;
  };
  return async (scenario) => {
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
}
