import { type NashInNash, nashInNashOutcomes, type Track } from '../coalitions/index.ts';
import type { ReviewYear } from '../negotiation/build-review.ts';
import { costOfHolding } from '../negotiation/measures-of-review.ts';
import { agreed, stateKey } from '../negotiation/review-states.ts';
import { onceParts } from '../negotiation/review-tree.ts';
import type { ReviewValues } from '../negotiation/solve-reviews.ts';

/** Bargains of the proposer with each partner at once, over the protocols on the table. */
export interface BilateralTracks {
  /** Indices into the table's packages by track: with the first partner, then with the second. */
  readonly packages: readonly [readonly number[], readonly number[]];
  /** Settlements that neither bargain would change; none, one or several. */
  readonly outcomes: readonly NashInNash[];
}

/**
 * Nash-in-Nash over protocols of two signed at the first review: present values, percent of each party's own real income.
 * What is not signed then is not signed later, no measure is imposed or lifted beyond what a protocol ends, and what is
 * left of the agreement expires after the last review.
 *
 * @returns undefined where there is not a protocol to be signed with each of the partners.
 */
export function bilateralTracks(
  year: ReviewYear,
  values: ReviewValues,
  reviews: number,
): BilateralTracks | undefined {
  const { table, states, start } = year;
  const stateOf = new Map(states.map((state, s) => [stateKey(state), s]));
  const signing = (signed: readonly number[]) =>
    stateOf.get(stateKey(signed.reduce((state, index) => agreed(table, state, index), states[start]!)));
  const openTo = (partner: string) =>
    table.packages.flatMap((one, index) =>
      one.with === partner && signing([index]) !== undefined ? [index] : [],
    );
  const packages = [openTo(table.parties[1]), openTo(table.parties[2])] as const;
  if (packages.some((open) => open.length === 0)) return undefined;
  const held = (terms: readonly (number | undefined)[]) => {
    const signed = terms.flatMap((own, track) => (own === undefined ? [] : [packages[track]![own]!]));
    const state = signing(signed)!;
    const letLie = costOfHolding(year, state);
    return table.parties.map((_, i) => {
      const delta = values.patience[i]!;
      const after = delta ** reviews;
      const years = (1 - after) / (1 - delta);
      const backing = signed.reduce((sum, index) => sum + audience(year, index, i), 0);
      const aReview = values.yearly[3 * state + i]! + letLie[i]!;
      return backing + years * aReview + after * values.last[3 * state + i]!;
    });
  };
  const tracks = packages.map((open, k): Track => ({ parties: [0, k + 1], terms: open.length }));
  return { packages, outcomes: nashInNashOutcomes(tracks, held) };
}

/** What backing down from public words costs a party that signs a package, once; a cost is negative. */
function audience({ tree, table }: ReviewYear, index: number, party: number): number {
  const node = tree.about.indexOf(`answer to ${table.packages[index]!.id}`);
  if (node < 0) return 0;
  return tree.onceByPart[9 * tree.firstChild[node]! + 3 * onceParts.indexOf('audience') + party]!;
}
