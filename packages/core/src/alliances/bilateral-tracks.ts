import { type NashInNash, nashInNashOutcomes, type Track } from '../coalitions/index.ts';
import { limbo } from '../deals/disagreement.ts';
import { type DealOutcome, dealOutcomes, payoffsOf } from '../deals/outcomes.ts';
import type { WorthOfReviews } from '../simulation/price-reviews.ts';

/** Bargains of the proposer with each partner at once, over the protocols on the table. */
export interface BilateralTracks {
  /** Indices into the table's packages by track: with the first partner, then with the second. */
  readonly packages: readonly [readonly number[], readonly number[]];
  /** Settlements that neither bargain would change; none, one or several. */
  readonly outcomes: readonly NashInNash[];
}

/**
 * Nash-in-Nash over protocols of two signed at the first review and held, worth what deals are in bargaining: present
 * values, percent of each party's own real income. What is not signed then is not signed later, no measure is imposed
 * or lifted beyond what a protocol ends, and what is left of the agreement expires after the last review.
 *
 * @returns undefined where there is not a protocol to be signed with each of the partners.
 */
export function bilateralTracks(game: WorthOfReviews): BilateralTracks | undefined {
  const { table } = game.year;
  const deals = dealOutcomes(game);
  const openTo = (partner: string) =>
    deals.flatMap(({ packages: [index, ...others] }) =>
      others.length === 0 && table.packages[index!]!.with === partner ? [index!] : [],
    );
  const packages = [openTo(table.parties[1]), openTo(table.parties[2])] as const;
  if (packages.some((open) => open.length === 0)) return undefined;
  const held = (terms: readonly (number | undefined)[]) => {
    const signed = terms.flatMap((own, track) => (own === undefined ? [] : [packages[track]![own]!]));
    const isSigned = (one: DealOutcome) =>
      one.packages.length === signed.length && one.packages.every((index) => signed.includes(index));
    return payoffsOf(deals.find(isSigned) ?? limbo(game));
  };
  const tracks = packages.map((open, k): Track => ({ parties: [0, k + 1], terms: open.length }));
  return { packages, outcomes: nashInNashOutcomes(tracks, held) };
}
