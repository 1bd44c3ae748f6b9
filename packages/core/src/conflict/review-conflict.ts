import { heldWorth } from '../deals/held-worth.ts';
import { audienceOf } from '../deals/outcomes.ts';
import { costOfHolding } from '../negotiation/measures-of-review.ts';
import type { PathStep } from '../negotiation/negotiation-result.ts';
import { totalOf } from '../negotiation/payoff.ts';
import { policyKey } from '../negotiation/policy.ts';
import type { NegotiationTable } from '../negotiation/table.ts';
import type { PricedReviews } from '../simulation/price-reviews.ts';
import { ConflictError, type GraphModel, graphModel } from '../stability/index.ts';
import type { ConflictState } from './conflict-state.ts';
import { optionsOfYear, type YearOptions } from './year-options.ts';

/** What governments compare: a year in a state, or the state for as long as it can last. */
export type WorthOfStates = 'present-value' | 'yearly';

/** Larger conflicts are refused: nobody could read what is stable in them. */
const mostStates = 300;

/** Percent of real income; smaller differences are those of solving for equilibria. */
const least = 1e-8;

/** The conflict of a review year: states, moves, and what each government prefers. */
export interface ReviewConflict extends YearOptions {
  readonly by: WorthOfStates;
  /** States and moves as above, players as the table's parties; preferences in percent of a year's real income. */
  readonly model: GraphModel;
}

/**
 * The conflict of the first review of a negotiation, with the moves of its review and the payoffs of its game. A state
 * is worth what it comes to if nobody moves any more: under `present-value` until the last review, at which it ends
 * (or for ever, where nothing is left to review), with the audience costs of what has been signed; under `yearly` one
 * year of it. What was announced and is let lie costs its author every review.
 *
 * @throws ConflictError `too-large` where there are more than 300 states.
 */
export function reviewConflict(game: PricedReviews, by: WorthOfStates = 'present-value'): ReviewConflict {
  const { table } = game.year;
  const { states, moves } = optionsOfYear(game);
  if (states.length > mostStates) {
    const message = `the conflict of a review year over “${table.title}” has ${states.length} states, and at most ${mostStates} are looked at; take out packages or escalations`;
    throw new ConflictError('too-large', message);
  }
  const model = graphModel({
    title: table.title,
    players: table.parties,
    states: states.map(({ id }) => id),
    moves: table.parties.map((_, i) =>
      moves.filter(({ player }) => player === i).map(({ from, to }): [number, number] => [from, to]),
    ),
    preference: table.parties.map((_, i) =>
      states.map((state) => least * Math.round(worthOf(game, state, i, by) / least)),
    ),
  });
  return { states, moves, by, model };
}

function worthOf(
  game: PricedReviews,
  { held, signed, notice }: ConflictState,
  i: number,
  by: WorthOfStates,
): number {
  const { year, yearly, choices } = game;
  if (by === 'yearly') return totalOf(yearly[held]![i]!) + costOfHolding(year, held)[i]!;
  const backingDown = signed === undefined ? 0 : audienceOf(game, signed)[i]!;
  const leaving = notice && i === 0 ? choices.stances[0]!.leaving.value : 0;
  return totalOf(heldWorth(game, held, i)) + backingDown - leaving;
}

/** An agreement that all who would sign it prefer to where the year begins, though none of them can bring it alone. */
export interface JointGain {
  /** Index of the state in which it is signed. */
  readonly state: number;
  readonly signers: readonly number[];
}

/** Every such agreement, with the measures that stand where the year begins; in the order of the states. */
export function jointGains({ packages, parties }: NegotiationTable, conflict: ReviewConflict): JointGain[] {
  return conflict.states.flatMap(({ signed, imposed, lifted }, state): JointGain[] => {
    if (signed === undefined || imposed.length + lifted.length > 0) return [];
    const { with: partner } = packages[signed]!;
    const signers = parties.flatMap((code, i) =>
      i === 0 || partner === 'both' || partner === code ? [i] : [],
    );
    const gains = signers.every(
      (i) => conflict.model.preference[i]![state]! > conflict.model.preference[i]![0]!,
    );
    return gains ? [{ state, signers }] : [];
  });
}

/** The state of the conflict in which a path of the solved game stands after its first review. */
export function stateAfterFirstReview(
  { year }: PricedReviews,
  { states }: ReviewConflict,
  path: readonly PathStep[],
): number | undefined {
  const { tree, table, start } = year;
  const first = path.filter((step) => step.year === table.reviews[0]);
  const end = first.reduce(
    (node, { move }) => tree.children[tree.moves.indexOf(move, tree.firstChild[node]!)]!,
    tree.begins[start]!,
  );
  const key = policyKey(year.states[tree.ends[end]!]!);
  const found = states.findIndex(({ held, offer }) => !offer && policyKey(year.states[held]!) === key);
  return found < 0 ? undefined : found;
}
