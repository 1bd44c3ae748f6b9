import type { Economy } from '../economy/economy.ts';
import { adviseWord } from '../problems/nearest-word.ts';
import type { Problem } from '../problems/problem.ts';

/** What a case takes where it says nothing; trade elasticities are those of the economy's own choice. */
export const caseDefaults = { horizon: 2035, transitionSpeed: 0.36, growth: 0 } as const;

/** Years that a case may end its transition path in: those after the base year, as far as it may look ahead. */
export function horizonYears(economy: Economy): { readonly low: number; readonly high: number } {
  return { low: economy.year + 1, high: 2060 };
}

/** What is wrong with the name of a set of trade elasticities; undefined where the economy has it. */
export function elasticitiesFault(set: string, economy: Economy): Problem | undefined {
  if (economy.elasticities.has(set)) return undefined;
  const advice = adviseWord(set, [...economy.elasticities.keys()]);
  const message = `there is no set of trade elasticities "${set}"`;
  return { code: 'unknown-elasticities', message, ...(advice ? { advice } : {}) };
}
