import type { Offer } from './deals.ts';
import type { Range } from './game-to-play.ts';
import { bestMove, largest, type Position, type Strategy } from './strategy.ts';

/**
 * What a negotiator asks for at a time: A(t) = r + (b − r)(1 − t^(1/β)), from the best b at the start to the
 * reservation value r at the deadline (Faratin, Sierra and Jennings 1998, with κ = 0). β < 1 holds out and concedes
 * late (Boulware), β = 1 concedes evenly, β > 1 early.
 *
 * @param time elapsed, 0 at the first review and 1 at the last.
 */
export function aspiration({ best, reservation }: Range, time: number, beta: number): number {
  return reservation + (best - reservation) * (1 - time ** (1 / beta));
}

/** Time at a review: the last of several is the deadline; a single one is its own. */
export function timeAt(review: number, reviews: number): number {
  return reviews === 1 ? 1 : review / (reviews - 1);
}

/** Below this two present values are the same. */
const least = 1e-12;

function aspiring(id: string, title: string, beta: number, how: string): Strategy {
  return {
    id,
    title,
    rule: `Agrees to what reaches its aspiration, which ${how} from the best deal on the table at the first review to what it has without one at the last.`,
    choose: (position) => {
      const { game, review, state, player, moves } = position;
      if (moves.every(({ offers }) => offers.length === 0)) return bestMove(moves);
      const range = game.ranges(review, state)[player]!;
      const asked = aspiration(range, timeAt(review, game.reviews), beta);
      const merits = moves.map(({ offers }) => meritOf(offers, asked, position));
      return merits.every((merit) => merit === -Infinity) ? withoutDeal(position) : largest(merits);
    },
  };
}

export const boulware = aspiring('boulware', 'Boulware', 1 / 4, 'stays high for long and falls late,');
export const linear = aspiring('linear', 'Linear', 1, 'falls evenly');
export const conceder = aspiring('conceder', 'Conceder', 4, 'falls early');

/** Of the offers behind a move that reach the aspiration, what the best for those addressed would gain them. */
function meritOf(offers: readonly Offer[], asked: number, position: Position): number {
  const { game, review, state, player } = position;
  const ranges = game.ranges(review, state);
  let merit = -Infinity;
  for (const offer of offers) {
    if (offer.some(({ worth }) => worth[player]! < asked - least)) continue;
    const gains = offer.flatMap(({ signers, worth }) =>
      signers.filter((party) => party !== player).map((party) => worth[party]! - ranges[party]!.reservation),
    );
    merit = Math.max(merit, gains.reduce((sum, gain) => sum + gain, 0) / gains.length);
  }
  return merit;
}

/** Refuses, or makes no offer; where an offer must be made, the best for itself. */
function withoutDeal({ moves, player }: Position): number {
  const none = moves.findIndex(({ offers }) => offers.length === 0);
  if (none >= 0) return none;
  return largest(
    moves.map(({ offers }) =>
      Math.max(...offers.map((offer) => Math.min(...offer.map(({ worth }) => worth[player]!)))),
    ),
  );
}
