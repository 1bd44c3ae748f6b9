import { costOfHolding } from '../negotiation/measures-of-review.ts';
import { type PayoffParts, payoffParts } from '../negotiation/payoff.ts';
import { isFinal } from '../negotiation/review-states.ts';
import type { WorthOfReviews } from '../simulation/price-reviews.ts';

/** Parts of a payoff made one by one. */
export function partsOf(value: (part: keyof PayoffParts) => number): PayoffParts {
  return Object.fromEntries(payoffParts.map((part) => [part, value(part)])) as unknown as PayoffParts;
}

export function sumOfParts(...terms: readonly PayoffParts[]): PayoffParts {
  return partsOf((part) => terms.reduce((sum, term) => sum + term[part], 0));
}

/**
 * What it is worth to a party that a state is held from the first review to the last, at which it ends: present value
 * in units of a year, by part.
 *
 *     V = Σ_{t<n} δ^t u + δ^n u_last = Σ_{t<n−1} δ^t u + δ^(n−1) u_end / (1 − δ)
 *
 * with u_last what the game counts after its n reviews; a state in which nothing is left to review is u / (1 − δ). To let
 * lie what one has announced costs at every review, as in the game: it is part of u while there are reviews.
 */
export function heldWorth(game: WorthOfReviews, state: number, party: number): PayoffParts {
  const delta = game.values.patience[party]!;
  const reviews = game.year.table.reviews.length;
  const [during, after] = [game.yearly[state]![party]!, game.last[state]![party]!];
  const years = (1 - delta ** reviews) / (1 - delta);
  const letLie = costOfHolding(game.year, state)[party]!;
  return partsOf(
    (part) => years * (during[part] + (part === 'audience' ? letLie : 0)) + delta ** reviews * after[part],
  );
}

/** What it is worth to a party that the agreement ends at the first review, with the measures that stand. */
export function expiredWorth(game: WorthOfReviews, party: number): PayoffParts {
  const delta = game.values.patience[party]!;
  const { start } = game.year;
  const [during, after] = [game.yearly[start]![party]!, game.last[start]![party]!];
  return partsOf((part) => during[part] + delta * after[part]);
}

/**
 * What an amount a year is worth that depends on the law alone: one as long as the state is held, another once the
 * agreement has ended.
 */
export function heldAmount(
  game: WorthOfReviews,
  state: number,
  party: number,
  during: number,
  after: number,
): number {
  const delta = game.values.patience[party]!;
  const ends = isFinal(game.year.states[state]!.regime) ? 0 : game.year.table.reviews.length - 1;
  return ((1 - delta ** ends) * during + delta ** ends * after) / (1 - delta);
}
