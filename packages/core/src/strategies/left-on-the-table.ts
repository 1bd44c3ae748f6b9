import { paretoSet } from '../bargaining/index.ts';
import type { GameToPlay } from './game-to-play.ts';

/** Payoffs nearer than this are the same: those of a game are summed in another order than those of a deal. */
const least = 1e-9;

/**
 * The efficient deals of the first review: payoffs to each party, present value, of those that may be signed at once
 * and of which no other is better for somebody and worse for nobody.
 */
export function efficientDeals(game: GameToPlay): readonly (readonly number[])[] {
  const { tree, start } = game.year;
  if (tree.begins[start]! < 0) return [];
  const payoffs = game.deals(0, start).map(({ worth }) => worth);
  return paretoSet(payoffs, least).map((k) => payoffs[k]!);
}

/**
 * How far an outcome is from the Pareto set: the most that every party could have had more, all by the same amount, in
 * one of the deals; 0 where none is better for all.
 */
export function leftOnTheTable(outcome: readonly number[], deals: readonly (readonly number[])[]): number {
  const more = deals.map((deal) => Math.min(...deal.map((value, i) => value - outcome[i]!)));
  const most = Math.max(0, ...more);
  return most < least ? 0 : most;
}

/** Whether no deal is better for some party and worse for none. */
export function isEfficient(outcome: readonly number[], deals: readonly (readonly number[])[]): boolean {
  return !deals.some((deal) => {
    const more = deal.map((value, i) => value - outcome[i]!);
    return Math.min(...more) >= -least && Math.max(...more) > least;
  });
}
