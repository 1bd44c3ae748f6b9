import { type PayoffParts, payoffParts } from '../negotiation/payoff.ts';
import { onceParts, simultaneous } from '../negotiation/review-tree.ts';
import { partsAt, valueParts } from '../negotiation/value-parts.ts';
import type { ReviewWalk } from '../strategies/review-walk.ts';
import { movesAt, partOf } from './moves-at.ts';
import type { Playable } from './playable.ts';

/** A move of the party at turn in the solved game. */
export interface SolvedMove {
  readonly move: string;
  /** With which the solved game makes it. */
  readonly probability: number;
  /** Present value of the review to the party, by part; expected over what another decides at once. */
  readonly worth: PayoffParts;
}

/** The moves of a party at a node as the solved game has them, with what each is worth and why. */
export function solvedMoves(playable: Playable, walk: ReviewWalk, party: number): SolvedMove[] {
  const { game, review, node, players, children } = walk;
  const { tree } = game.year;
  const probability = game.solution.moves[review]!;
  const side = players.indexOf(party);
  return movesAt(walk, party).map((move) => {
    const own = children.filter(
      (child) => (players.length === 1 ? tree.moves[child]! : partOf(tree.moves[child]!, side)) === move,
    );
    const chosen = own.reduce((sum, child) => sum + probability[child]!, 0);
    const weights = own.map((child) =>
      tree.kind[node] === simultaneous ? likelihoodOfOther(walk, side, child) : 1,
    );
    const parts = own.map((child) => partsOf(playable, review, child, party));
    const worth = eachPart((part) => parts.reduce((sum, of, k) => sum + weights[k]! * of[part], 0));
    return { move, probability: chosen, worth };
  });
}

/** What a child is worth to a party by part, with what its move pays: present value of the review. */
export function partsOf(playable: Playable, review: number, child: number, party: number): PayoffParts {
  const { children, onceByPart } = playable.game.year.tree;
  const after = partsAt(solvedParts(playable)[review]!, children[child]!, party);
  return eachPart((part) => {
    const p = (onceParts as readonly string[]).indexOf(part);
    return after[part] + (p < 0 ? 0 : onceByPart[9 * child + 3 * p + party]!);
  });
}

function eachPart(value: (part: keyof PayoffParts) => number): PayoffParts {
  return Object.fromEntries(payoffParts.map((part) => [part, value(part)])) as unknown as PayoffParts;
}

/** How likely the other of two makes the move that belongs to a child, whatever this one does. */
function likelihoodOfOther({ children, game, review }: ReviewWalk, side: number, child: number): number {
  const { moves } = game.year.tree;
  const probability = game.solution.moves[review]!;
  const other = partOf(moves[child]!, 1 - side);
  return children
    .filter((k) => partOf(moves[k]!, 1 - side) === other)
    .reduce((sum, k) => sum + probability[k]!, 0);
}

const remembered = new WeakMap<Playable, readonly Float64Array[]>();

/** The values of the solved game by part, as `valueParts` gives them; worked out when somebody first asks. */
export function solvedParts(playable: Playable): readonly Float64Array[] {
  const known =
    remembered.get(playable) ??
    valueParts(
      playable.priced.year,
      playable.game.solution,
      playable.priced,
      playable.priced.values.patience,
    );
  remembered.set(playable, known);
  return known;
}
