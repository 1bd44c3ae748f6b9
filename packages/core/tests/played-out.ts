import type { Playable } from '../src/play/index.ts';
import { playReviews, strategies, strategyOf } from '../src/strategies/index.ts';

export const ids = strategies.map(({ id }) => id);

/** The game of a negotiation between three of one strategy, without a table. */
export function playedOut({ game }: Playable, id: string) {
  const one = strategyOf(id);
  const none = () => {
    throw new Error('nothing is drawn');
  };
  return playReviews(game, [one, one, one], { news: none, parties: [none, none, none] });
}
