import type { ReviewYear } from './build-review.ts';
import type { OutcomeYear, PolicyOutcome, Spread } from './negotiation-result.ts';
import { isSet } from './policy.ts';
import { isFinal } from './review-states.ts';
import { leaf } from './review-tree.ts';
import type { ReviewSolution } from './solve-reviews.ts';
import type { RegimeKind } from './table.ts';

/** The policy of each state, and of what becomes of it when the agreement expires; indices into `policies`. */
export interface StatePolicies {
  readonly policies: readonly PolicyOutcome[];
  readonly policyOf: readonly number[];
  /** For states that are not final. */
  readonly expiredPolicyOf: readonly (number | undefined)[];
}

/** Probability of each state before each review, and after the last: one more than there are reviews. */
export function stateProbabilities(
  { tree, states, start }: ReviewYear,
  { moves }: ReviewSolution,
): Float64Array[] {
  const path = [new Float64Array(states.length)];
  path[0]![start] = 1;
  const reached = new Float64Array(tree.kind.length);
  for (const probability of moves) {
    const before = path.at(-1)!;
    const after = new Float64Array(states.length);
    reached.fill(0);
    states.forEach((_, s) => {
      const node = tree.begins[s]!;
      if (node < 0) after[s]! += before[s]!;
      else reached[node]! += before[s]!;
    });
    // Children come before their parents.
    for (let node = reached.length - 1; node >= 0; node--) {
      const weight = reached[node]!;
      if (weight === 0) continue;
      if (tree.kind[node] === leaf) {
        after[tree.ends[node]!]! += weight;
        continue;
      }
      for (let c = tree.firstChild[node]!; c < tree.firstChild[node + 1]!; c++) {
        reached[tree.children[c]!]! += weight * probability[c]!;
      }
    }
    path.push(after);
  }
  return path;
}

/** Where things stand after each review; after the last, what is not settled has expired. */
export function outcomeYears(
  year: ReviewYear,
  probabilities: readonly Float64Array[],
  { policies, policyOf, expiredPolicyOf }: StatePolicies,
): OutcomeYear[] {
  const { states, table } = year;
  return table.reviews.map((review, r) => {
    const here = probabilities[r + 1]!;
    const isLast = r === table.reviews.length - 1;
    const regimes = new Map<RegimeKind, number>();
    const escalations = table.escalations.map(() => 0);
    const policy = new Float64Array(policies.length);
    states.forEach((state, s) => {
      const probability = here[s]!;
      if (probability === 0) return;
      const expires = isLast && !isFinal(state.regime) && expiredPolicyOf[s] !== undefined;
      // A protocol of two outlives the agreement.
      const regime = expires && state.regime === 'in-force' ? 'expired' : state.regime;
      regimes.set(regime, (regimes.get(regime) ?? 0) + probability);
      policy[expires ? expiredPolicyOf[s]! : policyOf[s]!]! += probability;
      escalations.forEach((_, e) => {
        if (isSet(state.escalations, e)) escalations[e]! += probability;
      });
    });
    const spread = (of: (outcome: PolicyOutcome) => number) => spreadOf(policies.map(of), policy);
    return {
      year: review,
      regimes: [...regimes].map(([regime, probability]) => ({ regime, probability })),
      escalations,
      realIncome: table.parties.map((_, i) => spread(({ realIncome }) => realIncome[i]!)),
      flow: table.parties.map((_, n) => table.parties.map((__, i) => spread(({ flow }) => flow[n]![i]!))),
    };
  });
}

/** Mean and percentiles of values with weights that sum to 1. */
export function spreadOf(values: readonly number[], weights: Float64Array): Spread {
  const order = values
    .map((_, k) => k)
    .filter((k) => weights[k]! > 0)
    .sort((a, b) => values[a]! - values[b]!);
  const mean = order.reduce((sum, k) => sum + weights[k]! * values[k]!, 0);
  const percentile = (part: number) => {
    let sum = 0;
    for (const k of order) {
      sum += weights[k]!;
      if (sum >= part - 1e-12) return values[k]!;
    }
    return values[order.at(-1)!]!;
  };
  return { mean, low: percentile(0.1), median: percentile(0.5), high: percentile(0.9) };
}
