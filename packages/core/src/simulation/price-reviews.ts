import type { Economy } from '../economy/economy.ts';
import { buildReview, type ReviewYear } from '../negotiation/build-review.ts';
import type { NegotiationChoices } from '../negotiation/negotiation-result.ts';
import { type PayoffParts, payoffParts, totalOf } from '../negotiation/payoff.ts';
import { type Policy, policyKey } from '../negotiation/policy.ts';
import { isFinal, type ReviewState } from '../negotiation/review-states.ts';
import type { ReviewValues } from '../negotiation/solve-reviews.ts';
import type { Stance, StanceType } from '../negotiation/stance.ts';
import { yearlyPayoff } from '../negotiation/yearly-payoff.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Law } from '../tariffs/law.ts';
import { EquilibriumError } from '../trade/equilibrium-error.ts';
import { tableWithoutPolitics, withoutPolitics } from './economists-view.ts';
import { type PricedPolicies, type Progress, pricePolicies } from './price-policies.ts';

/** A case in which governments negotiate. */
export type NegotiatedScenario = Scenario & { readonly negotiation: NegotiationChoices };

/** Whether governments negotiate in a case. */
export function isNegotiated(scenario: Scenario): scenario is NegotiatedScenario {
  return (scenario as Partial<NegotiatedScenario>).negotiation !== undefined;
}

/** The review with what its states are worth. */
export interface WorthOfReviews {
  readonly year: ReviewYear;
  /** What a year in each state is worth, and what the time after the last review is worth, by part. */
  readonly yearly: readonly (readonly PayoffParts[])[];
  readonly last: readonly (readonly PayoffParts[])[];
  readonly values: ReviewValues;
}

/** A negotiation as a game with payoffs, ready to be solved; governments of several types are of their mean. */
export interface PricedReviews extends WorthOfReviews {
  /** As played: without political terms in the economist's view. */
  readonly choices: NegotiationChoices;
  readonly priced: PricedPolicies;
  /** Index into `priced` of each state, and of what it becomes where the agreement expires with the last review. */
  readonly policyOf: readonly number[];
  readonly expiredPolicyOf: readonly (number | undefined)[];
  /** The same with each government of a type: its own where given, its mean where not. */
  withTypes(types: readonly (StanceType | undefined)[]): WorthOfReviews;
}

/** The game of a case with its payoffs; errors as of `negotiate`. */
export function priceReviews(
  economy: Economy,
  law: Law,
  scenario: NegotiatedScenario,
  progress?: Progress,
): PricedReviews {
  const choices = asPlayed(scenario.negotiation);
  const { table, stances } = choices;
  const year = buildReview(table, stances, stances.map(meanType));
  const { states } = year;
  const indexOf = new Map<string, number>();
  const policies: Policy[] = [];
  const numbered = (policy: Policy) => {
    const key = policyKey(policy);
    const known = indexOf.get(key) ?? policies.push(policy) - 1;
    indexOf.set(key, known);
    return known;
  };
  const policyOf = states.map(({ regime, packages, escalations }) =>
    numbered({ regime, packages, escalations }),
  );
  const ended = states.map(afterTheLast);
  const expiredPolicyOf = ended.map((state, s) => {
    if (state === states[s]) return undefined;
    const { regime, packages, escalations, lapsed = false } = state;
    return numbered({ regime, packages, escalations, lapsed });
  });
  const priced = pricedFor(scenario, () =>
    pricePolicies(economy, law, scenario, table, stances, policies, progress),
  );

  const patience = stances.map((stance) => stance.patience.value);
  const worthOf = (of: ReviewYear, types: readonly (StanceType | undefined)[]): WorthOfReviews => {
    const worth = (state: ReviewState, policy: number) =>
      yearlyPayoff(table, stances, types, state, priced.prices[policy]!);
    const yearly = states.map((state, s) => worth(state, policyOf[s]!));
    const last = states.map((state, s) => {
      const each = worth(ended[s]!, expiredPolicyOf[s] ?? policyOf[s]!);
      return each.map((parts, i) => {
        if (isFinal(state.regime)) return scaled(parts, 1 / (1 - patience[i]!));
        // A protocol of two outlives the agreement, and what the third has left is settled.
        const settled = scaled({ ...parts, uncertainty: 0 }, 1 / (1 - patience[i]!));
        // The agreement ends on the day of its last review: the year after that is the first without it.
        return scaled(minus(settled, yearly[s]![i]!), 1 / patience[i]!);
      });
    });
    const values = { yearly: totalsOf(yearly), patience, last: totalsOf(last) };
    return { year: of, yearly, last, values };
  };
  const withTypes = (types: readonly (StanceType | undefined)[]) => {
    const all = stances.map((stance, i) => types[i] ?? meanType(stance));
    return worthOf(buildReview(table, stances, all), all);
  };
  return { choices, ...worthOf(year, stances.map(meanType)), priced, policyOf, expiredPolicyOf, withTypes };
}

/** What a government of several types is on average; undefined where it has one. */
function meanType({ types }: Stance): StanceType | undefined {
  if (types.length === 0) return undefined;
  const mean = (read: (type: StanceType) => number) =>
    types.reduce((sum, type) => sum + type.probability * read(type), 0);
  return {
    id: 'mean',
    title: 'The mean of its types',
    probability: 1,
    audienceCost: mean((type) => type.audienceCost),
    uncertainty: mean((type) => type.uncertainty),
    because: 'The mean of its types.',
  };
}

/** Among several cases it matters which one has a policy without an equilibrium. */
function pricedFor({ file }: Scenario, price: () => PricedPolicies): PricedPolicies {
  try {
    return price();
  } catch (error) {
    if (!(error instanceof EquilibriumError)) throw error;
    throw new EquilibriumError(error.code, `${file}: ${error.message}`, error);
  }
}

/** What a state becomes where the last review has not settled it. */
function afterTheLast(state: ReviewState): ReviewState {
  if (isFinal(state.regime)) return state;
  return state.regime === 'in-force'
    ? { ...state, regime: 'expired', packages: [] }
    : { ...state, lapsed: true };
}

function asPlayed(choices: NegotiationChoices): NegotiationChoices {
  if (!choices.economistsView) return choices;
  return {
    ...choices,
    table: tableWithoutPolitics(choices.table),
    stances: choices.stances.map(withoutPolitics),
  };
}

function scaled(parts: PayoffParts, factor: number): PayoffParts {
  return eachPart((part) => factor * parts[part]);
}

function minus(one: PayoffParts, other: PayoffParts): PayoffParts {
  return eachPart((part) => one[part] - other[part]);
}

function eachPart(value: (part: keyof PayoffParts) => number): PayoffParts {
  return Object.fromEntries(payoffParts.map((part) => [part, value(part)])) as unknown as PayoffParts;
}

function totalsOf(parts: readonly (readonly PayoffParts[])[]): Float64Array {
  return Float64Array.from(parts.flatMap((ofState) => ofState.map(totalOf)));
}
