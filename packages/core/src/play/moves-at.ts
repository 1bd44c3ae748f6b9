import type { ReviewWalk } from '../strategies/review-walk.ts';

/** The moves of a party at a node, its own part where two decide at once; in the order of the tree. */
export function movesAt({ children, players, game }: ReviewWalk, party: number): string[] {
  const { moves } = game.year.tree;
  const side = players.indexOf(party);
  if (side < 0) return [];
  if (players.length === 1) return children.map((child) => moves[child]!);
  return [...new Set(children.map((child) => partOf(moves[child]!, side)))];
}

/** What one of those who decide at once does, of a move as the tree names it: `join / apart`. */
export function partOf(move: string, side: number): string {
  return move.split(' / ')[side]!;
}
