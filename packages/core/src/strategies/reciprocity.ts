import type { LegalMove, Position, Strategy } from './strategy.ts';

/** Below this two present values are the same. */
const least = 1e-12;

/** How a party means to treat another: 1 or −1, from how it has been treated, oldest first. */
type Attitude = (treated: readonly number[]) => 1 | -1;

function reciprocal(id: string, title: string, rule: string, attitude: Attitude): Strategy {
  return {
    id,
    title,
    rule: `${rule} Never signs what is worth less to it than no agreement, and never gives notice.`,
    choose: (position) => {
      const meant = position.treatedBy.map((treated) => attitude(treated));
      let best = -1;
      let most = -Infinity;
      position.moves.forEach((move, k) => {
        if (!isOpen(move, position)) return;
        const score = accord(move, meant, position.player);
        // Of moves that treat the others alike, the one that is worth more to it.
        if (score > most || (score === most && move.worth > position.moves[best]!.worth)) {
          best = k;
          most = score;
        }
      });
      return Math.max(0, best);
    },
  };
}

export const titForTat = reciprocal(
  'tit-for-tat',
  'Tit-for-tat',
  'Begins friendly, then treats each of the others as that one has last treated it.',
  (treated) => (treated.at(-1) === -1 ? -1 : 1),
);

export const grim = reciprocal(
  'grim',
  'Grim',
  'Friendly to each of the others until that one has been hostile to it once, and hostile from then on.',
  (treated) => (treated.includes(-1) ? -1 : 1),
);

export const conciliatory = reciprocal(
  'conciliatory',
  'Conciliatory',
  'Friendly whatever the others do: lifts first, offers, joins, takes notices back, never imposes.',
  () => 1,
);

/** How far a move treats the others as is meant, −1 to 1: the mean over those that it treats at all. */
function accord({ conduct }: LegalMove, meant: readonly number[], player: number): number {
  let [sum, count] = [0, 0];
  conduct.forEach((tone, party) => {
    if (tone === 0 || party === player) return;
    sum += tone * meant[party]!;
    count++;
  });
  return count === 0 ? 0 : sum / count;
}

/**
 * Whether a move may be an answer at all. Not what is signed at a loss; and not a notice: to end the agreement for good
 * answers no single act.
 */
function isOpen({ offers, move }: LegalMove, { game, review, state, player }: Position): boolean {
  if (move === 'give notice') return false;
  if (offers.length === 0) return true;
  const { reservation } = game.ranges(review, state)[player]!;
  return offers.some((offer) => offer.every(({ worth }) => worth[player]! >= reservation - least));
}
