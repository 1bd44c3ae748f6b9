import { type DealOutcome, dealOutcomes } from '../deals/outcomes.ts';
import type { ReviewYear } from '../negotiation/build-review.ts';
import { afterNotice, measuresOf } from '../negotiation/measures-of-review.ts';
import { isSet } from '../negotiation/policy.ts';
import { agreed } from '../negotiation/review-states.ts';
import type { PricedReviews } from '../simulation/price-reviews.ts';
import type { ConflictMove, ConflictState } from './conflict-state.ts';

type Somewhere = Pick<ConflictState, 'at' | 'held' | 'offer' | 'notice' | 'signed'>;
type Option = Pick<ConflictMove, 'player' | 'about' | 'move'> & { readonly to: Somewhere };

/** Every state that the options of the year lead to, the start first, and every move between them. */
export interface YearOptions {
  readonly states: readonly ConflictState[];
  readonly moves: readonly ConflictMove[];
}

/** Explores the options of a review year from its start, in the order of parties and of the table. */
export function optionsOfYear(game: PricedReviews): YearOptions {
  const { year } = game;
  const offers = dealOutcomes(game).filter(({ packages }) => packages.length === 1);
  const found: Somewhere[] = [heldAt(year.start)];
  const indexOf = new Map([[keyOf(found[0]!), 0]]);
  const moves: ConflictMove[] = [];
  for (let from = 0; from < found.length; from++) {
    for (const { to, ...option } of optionsAt(year, offers, found[from]!)) {
      const known = indexOf.get(keyOf(to)) ?? found.push(to) - 1;
      indexOf.set(keyOf(to), known);
      moves.push({ ...option, from, to: known });
    }
  }
  return { states: found.map((one, s) => ({ id: `s${s}`, ...one, ...changed(year, one) })), moves };
}

function heldAt(at: number, signed?: number): Somewhere {
  return { at, held: at, notice: false, ...(signed === undefined ? {} : { signed }) };
}

function keyOf({ at, offer, notice }: Somewhere): string {
  return `${at}|${offer ? [offer.package, ...offer.confirmedBy] : ''}|${notice}`;
}

function optionsAt(year: ReviewYear, offers: readonly DealOutcome[], here: Somewhere): Option[] {
  const { parties } = year.table;
  if (here.offer) return answersTo(year, offers, here);
  if (here.notice) return optionsUnderNotice(year, here);
  const measures = parties.flatMap((_, player) =>
    measuresOf(year, here.at, player).map(
      ({ move, to }): Option => ({ player, about: 'measures', move, to: heldAt(to, here.signed) }),
    ),
  );
  return [...(here.at === year.start ? offersOn(year, offers) : []), ...measures, ...noticeAt(year, here)];
}

/** Offers are made where the year begins: later they are those of the next review. */
function offersOn({ table, start }: ReviewYear, offers: readonly DealOutcome[]): Option[] {
  return offers.map(({ packages }) => {
    const index = packages[0]!;
    const { id, with: partner } = table.packages[index]!;
    const to = { ...heldAt(start), offer: { package: index, confirmedBy: [] } };
    const move = partner === 'both' ? `offer ${id}` : `offer ${id} to ${partner}`;
    return { player: 0, about: 'offer', move, to };
  });
}

/** Each partner that is asked confirms or refuses; the last to confirm signs for all. */
function answersTo(year: ReviewYear, offers: readonly DealOutcome[], here: Somewhere): Option[] {
  const { table, start } = year;
  const { package: index, confirmedBy } = here.offer!;
  const { id, with: partner } = table.packages[index]!;
  const both = partner === 'both';
  const asked = both ? [1, 2] : [table.parties.indexOf(partner)];
  const { state } = offers.find(({ packages }) => packages[0] === index)!;
  return asked
    .filter((player) => !confirmedBy.includes(player))
    .flatMap((player): Option[] => {
      const confirmed = [...confirmedBy, player];
      const about = both ? `confirm ${id}` : `answer to ${id}`;
      const open = { ...here, offer: { package: index, confirmedBy: confirmed } };
      return [
        {
          player,
          about,
          move: both ? 'confirm' : 'accept',
          to: confirmed.length < asked.length ? open : heldAt(state, index),
        },
        { player, about, move: 'refuse', to: heldAt(start) },
      ];
    });
}

function noticeAt(year: ReviewYear, { at }: Somewhere): Option[] {
  const held = afterNotice(year, at);
  return held === undefined
    ? []
    : [{ player: 0, about: 'measures', move: 'give notice', to: { at, held, notice: true } }];
}

/** The partners' measures, and whether the notice is taken back. */
function optionsUnderNotice(year: ReviewYear, { at }: Somewhere): Option[] {
  const measures = [1, 2].flatMap((player) =>
    measuresOf(year, at, player, 'take the notice back').map(({ move, to }, k): Option => {
      const { to: held } = measuresOf(year, at, player, 'leave')[k]!;
      return { player, about: 'measures', move, to: { at: to, held, notice: true } };
    }),
  );
  const back: Option = {
    player: 0,
    about: 'notice of withdrawal',
    move: 'take the notice back',
    to: heldAt(at),
  };
  return [...measures, back];
}

/** What has been imposed and lifted beyond what signing itself ends. */
function changed(
  { table, states, start }: ReviewYear,
  { at, signed }: Somewhere,
): Pick<ConflictState, 'imposed' | 'lifted'> {
  const before = (signed === undefined ? states[start]! : agreed(table, states[start]!, signed)).escalations;
  const now = states[at]!.escalations;
  const those = (was: boolean) =>
    table.escalations.flatMap((_, e) => (isSet(before, e) === was && isSet(now, e) !== was ? [e] : []));
  return { imposed: those(false), lifted: those(true) };
}
