import type { ReviewYear } from './build-review.ts';
import { likelyPath, policyTable } from './likely-path.ts';
import type { NegotiationResult } from './negotiation-result.ts';
import { outcomeYears, type StatePolicies, stateProbabilities } from './outcome-years.ts';
import type { PayoffParts } from './payoff.ts';
import type { ReviewSolution } from './solve-reviews.ts';
import { partsAt, type StateParts, valueParts } from './value-parts.ts';

/** What a solved game comes to, year by year. */
export type Outcomes = Pick<NegotiationResult, 'years' | 'path' | 'value' | 'policyTable'>;

/**
 * Reads a solution forward: where the agreement stands in each year and with what probability, the most likely path,
 * what the game is worth to each party by part, and what each does in every state.
 *
 * @param parts what states are worth, `last` being the present value of what follows the last review.
 * @param patience δ by party.
 */
export function outcomesOf(
  year: ReviewYear,
  solution: ReviewSolution,
  parts: StateParts,
  policies: StatePolicies,
  patience: readonly number[],
): Outcomes {
  const probabilities = stateProbabilities(year, solution);
  const byNode = valueParts(year, solution, parts, patience);
  const begin = year.tree.begins[year.start]!;
  const value: PayoffParts[] = year.table.parties.map((_, i) => partsAt(byNode[0]!, begin, i));
  return {
    years: outcomeYears(year, probabilities, policies),
    path: likelyPath(year, solution, byNode),
    value,
    policyTable: policyTable(year, solution, probabilities),
  };
}
