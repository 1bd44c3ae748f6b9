import type { GameToPlay } from './game-to-play.ts';

/** An agreement as it would be: who signs it, and what it is worth to each party, present value of the review. */
export interface Deal {
  readonly signers: readonly number[];
  readonly worth: readonly number[];
}

/** The deals that an offer may lead to: one, or two where it is made to one partner after the other. */
export type Offer = readonly Deal[];

/** The offers behind a move: that which it makes or takes up, or all from which it leaves a choice. */
export function dealsUnder(
  game: GameToPlay,
  review: number,
  child: number,
  about: string,
  move: string,
): Offer[] {
  const { tree } = game.year;
  const deal = (signers: readonly number[], k: number): Deal => ({
    signers,
    worth: [0, 1, 2].map((party) => game.worth(review, k, party)),
  });
  const reached = tree.children[child]!;
  const first = (node: number) => tree.firstChild[node]!;
  // Children are in the order in which a review is built: to agree comes first.
  if (move === 'accept') {
    const node = nodeOf(game, child);
    return [[deal([0, tree.player[node]!], child)]];
  }
  if (move === 'confirm') return [[deal([0, 1, 2], first(nodeOf(game, child)))]];
  if (move.startsWith('offer ')) {
    if (tree.about[reached]!.startsWith('confirm ')) return [[deal([0, 1, 2], first(reached))]];
    const deals: Deal[] = [];
    for (let node = reached; tree.about[node]!.startsWith('answer to '); ) {
      deals.push(deal([0, tree.player[node]!], first(node)));
      node = tree.children[first(node) + 1]!;
    }
    return [deals];
  }
  if (!move.startsWith('turn to ')) return [];
  const offers: Offer[] = [];
  for (let k = first(reached); k < first(reached + 1); k++) {
    offers.push(...game.offers(review, k, about, tree.moves[k]!));
  }
  return offers;
}

/** The node that a child, counted along `ReviewTree.children`, belongs to. */
function nodeOf({ year: { tree } }: GameToPlay, child: number): number {
  let [low, high] = [0, tree.kind.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tree.firstChild[middle]! <= child) low = middle;
    else high = middle - 1;
  }
  return low;
}
