import type { PathStep } from '../negotiation/negotiation-result.ts';
import { type PayoffParts, totalOf } from '../negotiation/payoff.ts';
import { agreed, type ReviewState, stateKey } from '../negotiation/review-states.ts';
import { leaf, onceParts } from '../negotiation/review-tree.ts';
import type { WorthOfReviews } from '../simulation/price-reviews.ts';
import { heldWorth, partsOf, sumOfParts } from './held-worth.ts';

/** Something that may come of the negotiation, and what it is worth to each party, by part. */
export interface Outcome {
  /** Package ids joined by ` + `, or the name of a way without a deal. */
  readonly id: string;
  /** Present value of the first review, percent of a year's real income. */
  readonly parts: readonly PayoffParts[];
}

/** A package that may be agreed at the first review, or two protocols together. */
export interface DealOutcome extends Outcome {
  /** Indices into `NegotiationTable.packages`. */
  readonly packages: readonly number[];
  /** Index of the state of the game in which the deal is held. */
  readonly state: number;
}

/** What an outcome is worth to each party, parts added up: present value, percent of a year’s real income. */
export function payoffsOf({ parts }: Outcome): number[] {
  return parts.map(totalOf);
}

/**
 * Every package, and every two protocols with different partners, signed at the first review and held: the audience cost
 * of signing is paid at once, and nothing further is agreed, imposed or lifted. Packages that red lines keep off the
 * table are left out.
 */
export function dealOutcomes(game: WorthOfReviews): DealOutcome[] {
  const { table, states, start } = game.year;
  const stateAt = new Map(states.map((state, s) => [stateKey(state), s]));
  const single = table.packages.flatMap((_, index): DealOutcome[] => {
    const state = stateAt.get(stateKey(agreed(table, states[start]!, index)));
    return state !== undefined && isOffered(game, index) ? [signed(game, [index], state)] : [];
  });
  const protocols = single.filter(({ packages }) => table.packages[packages[0]!]!.with !== 'both');
  const two = protocols.flatMap((one, k) =>
    protocols.slice(k + 1).flatMap((other): DealOutcome[] => {
      const [first, second] = [one.packages[0]!, other.packages[0]!];
      if (table.packages[first]!.with === table.packages[second]!.with) return [];
      const state = stateAt.get(stateKey(bothSigned(game, first, second)));
      return state === undefined ? [] : [signed(game, [first, second], state)];
    }),
  );
  return [...single, ...two];
}

function bothSigned(
  { year: { table, states, start } }: WorthOfReviews,
  one: number,
  other: number,
): ReviewState {
  return agreed(table, agreed(table, states[start]!, one), other);
}

function signed(game: WorthOfReviews, packages: readonly number[], state: number): DealOutcome {
  const { table } = game.year;
  return {
    id: packages.map((index) => table.packages[index]!.id).join(' + '),
    packages,
    state,
    parts: table.parties.map((_, i) => {
      const audience = packages.reduce((sum, index) => sum + audienceOf(game, index)[i]!, 0);
      return sumOfParts(
        heldWorth(game, state, i),
        partsOf((part) => (part === 'audience' ? audience : 0)),
      );
    }),
  };
}

/** What backing down in a package costs each party, once: at most 0. */
export function audienceOf({ year: { tree, table } }: WorthOfReviews, index: number): number[] {
  const child = tree.firstChild[signingNode(tree, table.packages[index]!.id)]!;
  const part = onceParts.indexOf('audience');
  return table.parties.map((_, i) => tree.onceByPart[9 * child + 3 * part + i]!);
}

function isOffered({ year: { tree, table } }: WorthOfReviews, index: number): boolean {
  return signingNode(tree, table.packages[index]!.id) >= 0;
}

/** A node at which a package is voted on or answered; to agree is its first child. −1 where it is never offered. */
function signingNode({ about }: WorthOfReviews['year']['tree'], id: string): number {
  return about.findIndex((text) => text === `confirm ${id}` || text === `answer to ${id}`);
}

/** What a path of moves from the first review pays each party in all, present value. */
export function worthOfPath({ year, values }: WorthOfReviews, path: readonly PathStep[]): number[] {
  const { tree, table, start } = year;
  const { yearly, last, patience } = values;
  const scores = patience.map(() => 0);
  let state = start;
  let review = 0;
  for (let node = tree.begins[state]!; node >= 0 && review < table.reviews.length; review++) {
    for (const step of path.filter((one) => one.year === table.reviews[review])) {
      const child = tree.moves.indexOf(step.move, tree.firstChild[node]!);
      patience.forEach((delta, i) => {
        scores[i]! += delta ** review * tree.once[3 * child + i]!;
      });
      node = tree.children[child]!;
    }
    if (tree.kind[node] !== leaf)
      throw new RangeError(`the path stops within the review of ${table.reviews[review]}`);
    state = tree.ends[node]!;
    patience.forEach((delta, i) => {
      scores[i]! += delta ** review * yearly[3 * state + i]!;
    });
    node = tree.begins[state]!;
  }
  return scores.map((score, i) => score + patience[i]! ** review * last[3 * state + i]!);
}
