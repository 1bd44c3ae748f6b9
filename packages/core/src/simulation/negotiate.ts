import type { Economy } from '../economy/economy.ts';
import { agreementEvents } from '../negotiation/agreement-path.ts';
import type { Beliefs, NegotiationChoices, NegotiationResult } from '../negotiation/negotiation-result.ts';
import { outcomesOf } from '../negotiation/outcome-paths.ts';
import { solvePrivateTypes, type TypedSolution } from '../negotiation/private-types.ts';
import type { ReviewSolution } from '../negotiation/solve-reviews.ts';
import { InputError } from '../problems/problem.ts';
import type { Law } from '../tariffs/law.ts';
import type { Progress } from './price-policies.ts';
import { type NegotiatedScenario, type PricedReviews, priceReviews } from './price-reviews.ts';
import { precisionOf, solvePriced } from './solve-priced.ts';

/**
 * Solves the negotiation of a case: builds the review year, prices every policy that it can reach with the trade
 * model, and solves the game over the table's reviews.
 *
 * @param progress told before every equilibrium of trade; what it throws stops the pricing.
 * Of a government whose type is private, the parts are those of its mean type.
 *
 * @throws ReviewTooLarge where the game is too large, before anything is solved.
 * @throws InputError where types are to be private and it is not one government that has two.
 * @throws EquilibriumError where a policy has no equilibrium; the message names it.
 * @throws ReviewSolveError where the game is not solved.
 */
export function negotiate(
  economy: Economy,
  law: Law,
  scenario: NegotiatedScenario,
  progress?: Progress,
): NegotiationResult {
  requireTypes(scenario.negotiation);
  return negotiatePriced(scenario, priceReviews(economy, law, scenario, progress));
}

/** The same, of a game that `priceReviews` has priced for the case; errors but for those of pricing. */
export function negotiatePriced(
  { negotiation }: Pick<NegotiatedScenario, 'negotiation'>,
  game: PricedReviews,
): NegotiationResult {
  requireTypes(negotiation);
  const { choices, year, yearly, last, values, priced, policyOf, expiredPolicyOf } = game;
  const solution = solve(game);
  const policies = { policies: priced.outcomes, policyOf, expiredPolicyOf };
  const outcomes = outcomesOf(year, solution, { yearly, last }, policies, values.patience);
  const agreement = agreementEvents(choices.table, outcomes.path);
  return {
    choices: negotiation,
    states: year.states,
    yearly,
    policies: priced.outcomes,
    policyOf,
    ...outcomes,
    ...(agreement ? { agreement } : {}),
    ...beliefsOf(choices, solution),
    solved: {
      maximumRegret: solution.maximumRegret,
      otherEquilibria: solution.otherEquilibria,
      equilibria: priced.equilibria,
      positions: year.tree.kind.length,
      ...(choices.concept === 'subgame-perfect' ? {} : { precision: precisionOf(game) }),
    },
  };
}

/** What the others learn of a government whose type is its secret. */
function beliefsOf(
  { stances }: NegotiationChoices,
  solution: ReviewSolution | TypedSolution,
): { beliefs?: Beliefs } {
  if (!('beliefs' in solution)) return {};
  const party = stances.findIndex(({ types }) => types.length === 2);
  const [one, two] = stances[party]!.types;
  const path = solution.beliefsOfTypes.map(([ifFirst, ifSecond], r) => ({
    mean: solution.beliefs[r]!,
    ifFirst,
    ifSecond,
  }));
  return { beliefs: { party, types: [one!.id, two!.id], path } };
}

function solve(game: PricedReviews): ReviewSolution | TypedSolution {
  const { choices, withTypes } = game;
  const { concept, table, stances } = choices;
  const party = stances.findIndex(({ types }) => types.length === 2);
  // Without politics there are no types either.
  if (concept !== 'private-types' || party < 0) return solvePriced(game);
  const [one, two] = [0, 1].map((t) =>
    withTypes(stances.map(({ types }, i) => (i === party ? types[t] : undefined))),
  ) as [ReturnType<typeof withTypes>, ReturnType<typeof withTypes>];
  const prior = stances[party]!.types[1]!.probability;
  const review = {
    years: [one.year, two.year],
    values: [one.values, two.values],
    party,
    prior,
  } as const;
  return solvePrivateTypes(review, table.reviews.length, precisionOf(game));
}

/** Types are private of one government at a time, and two of them. */
function requireTypes({ concept, stances }: NegotiationChoices): void {
  if (concept !== 'private-types') return;
  const several = stances.filter(({ types }) => types.length > 0);
  if (several.length === 1 && several[0]!.types.length === 2) return;
  const found =
    several.length === 0
      ? 'none has'
      : several.map(({ id, types }) => `"${id}" has ${types.length}`).join(' and ');
  const place = several.at(-1)?.place;
  throw new InputError([
    {
      code: 'private-types',
      message: `private types need one stance with two types; ${found}`,
      advice: 'choose other stances, or the concept quantal, under which each is of its mean type',
      ...(place ? { place } : {}),
    },
  ]);
}
