import type { ReviewSolution } from '../negotiation/solve-reviews.ts';
import type { NegotiatedScenario, PricedReviews } from '../simulation/price-reviews.ts';
import { GameToPlay } from '../strategies/game-to-play.ts';
import { ReviewWalk } from '../strategies/review-walk.ts';
import type { PlayedMove } from '../strategies/strategy.ts';
import { checksumOf } from './checksum.ts';

/** A negotiation that is priced and solved: what every game of it shares, and no game changes. */
export interface Playable {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** The choices as played, what states are worth by part, what policies do to trade. */
  readonly priced: PricedReviews;
  /** As strategies read it, with the solution. */
  readonly game: GameToPlay;
  readonly madeOf: MadeOf;
}

/** Names of what a game rests on: a saved one goes on only where they are the same. */
export interface MadeOf {
  readonly data: string;
  readonly law: string;
  /** The case without its negotiation: day, changes to the law, elasticities. */
  readonly case: string;
  readonly table: string;
  /** Stances, and how governments are taken to behave. */
  readonly stances: string;
}

/**
 * A negotiation to play.
 *
 * @param priced as `priceReviews` gives it for the case; @param solution of the same.
 * @param hashes `Economy.hash` and `Law.hash`.
 */
export function playable(
  scenario: NegotiatedScenario,
  priced: PricedReviews,
  solution: ReviewSolution,
  hashes: { readonly data: string; readonly law: string },
): Playable {
  const { id, title, question, asOf, changes, elasticities, deficits, horizon } = scenario;
  const { table, stances, concept, precision, economistsView } = scenario.negotiation;
  return {
    id,
    title,
    question,
    priced,
    game: new GameToPlay({ year: priced.year, values: priced.values, solution }),
    madeOf: {
      ...hashes,
      case: nameOf([asOf, changes, elasticities, deficits, horizon]),
      table: nameOf(table),
      stances: nameOf([stances, concept, precision ?? null, economistsView]),
    },
  };
}

/** Where a thing is written does not matter, only what is. */
function nameOf(value: unknown): string {
  return checksumOf(
    JSON.stringify(value, (key, held) =>
      key === 'place' ? undefined : held === Infinity ? 'Infinity' : held,
    ),
  );
}

/** The game after some moves, for whoever asks what is next. @throws RangeError where one is not the game's. */
export function walkTo({ game }: Playable, moves: readonly PlayedMove[]): ReviewWalk {
  const walk = new ReviewWalk(game);
  for (const { move } of moves) walk.take(childNamed(walk, move));
  return walk;
}

/** @throws RangeError where there is none. */
export function childNamed({ children, game }: ReviewWalk, move: string): number {
  const child = children.find((k) => game.year.tree.moves[k] === move);
  if (child === undefined) throw new RangeError(`no move "${move}" here`);
  return child;
}
