import type { NegotiationResult } from '../negotiation/negotiation-result.ts';
import { totalOf } from '../negotiation/payoff.ts';
import { stateKey } from '../negotiation/review-states.ts';
import type { PricedReviews } from '../simulation/price-reviews.ts';
import { limbo, mfn } from './disagreement.ts';
import { heldWorth } from './held-worth.ts';
import { payoffsOf, worthOfPath } from './outcomes.ts';

/** Something that is set beside the deals: a regime without one, or what the solved game comes to. */
export interface ComparedOutcome {
  readonly id: 'limbo' | 'expired' | 'without-proposer' | 'expected' | 'most-likely';
  /** Present value of the first review, percent of a year's real income, by party. */
  readonly payoffs: readonly number[];
}

/** Limbo, expiry at once, withdrawal of the proposer, and the solved game: expected, and along its most likely path. */
export function comparedOutcomes(
  game: PricedReviews,
  { value, path }: Pick<NegotiationResult, 'value' | 'path'>,
): ComparedOutcome[] {
  const withdrawn = withdrawal(game);
  return [
    { id: 'limbo', payoffs: payoffsOf(limbo(game)) },
    { id: 'expired', payoffs: payoffsOf(mfn(game)) },
    ...(withdrawn ? [{ id: 'without-proposer' as const, payoffs: withdrawn }] : []),
    { id: 'expected', payoffs: value.map(totalOf) },
    { id: 'most-likely', payoffs: worthOfPath(game, path) },
  ];
}

/** The proposer leaves at the first review, at what that costs it; the others go on by themselves. */
function withdrawal(game: PricedReviews): number[] | undefined {
  const { states, start } = game.year;
  const key = stateKey({ ...states[start]!, regime: 'without-proposer', packages: [] });
  const state = states.findIndex((known) => stateKey(known) === key);
  if (state < 0) return undefined;
  const { stances } = game.choices;
  return stances.map(({ leaving }, i) => totalOf(heldWorth(game, state, i)) - (i === 0 ? leaving.value : 0));
}
