import { type ExtensiveGame, extensiveGame, type GameNode } from '../games/extensive-game.ts';
import { SolutionError } from '../games/solution.ts';
import type { ReviewYear } from './build-review.ts';
import { chance, decision, leaf } from './review-tree.ts';
import type { ReviewValues } from './solve-reviews.ts';

/** How many reviews to write out, and what follows them. */
export interface ExtensiveOptions {
  /** Reviews in a row, 1 or more; the last ends in `ReviewValues.last`. */
  readonly reviews: number;
  /** State in which the first begins; the game's own start where absent. */
  readonly start?: number;
  readonly title?: string;
}

/** A written-out game is a tree: positions that the graph shares are written as often as they are reached. */
const mostWritten = 200_000;

/**
 * Writes reviews out as a game in extensive form, for Gambit and for anyone who would check the solution.
 *
 * Payoffs are present values of the first review, percent of real income, by party. A quantal response to them at λ is
 * that of `solveQuantal` with `discounted`: a decision at review t weighs money of that year with λ δ^t.
 *
 * @param values what states are worth; for a single review of many, `last` is the continuation after it.
 * @throws SolutionError `too-large` where the tree would exceed `mostWritten` nodes, with its size.
 */
export function toExtensiveGame(
  { tree, table, start }: ReviewYear,
  { yearly, patience, last }: ReviewValues,
  { reviews, start: from = start, title = table.title }: ExtensiveOptions,
): ExtensiveGame {
  const size = sizeOf(tree, reviews, from);
  if (size > mostWritten) {
    throw new SolutionError(
      'too-large',
      `${reviews} review${reviews === 1 ? '' : 's'} of this negotiation make a tree of ${size.toLocaleString('en')} nodes; at most ${mostWritten.toLocaleString('en')} are written out`,
    );
  }
  let sets = 0;

  const write = (node: number, review: number, paid: readonly number[]): GameNode => {
    const discount = patience.map((delta) => delta ** review);
    if (tree.kind[node] === leaf) return ends(tree.ends[node]!, review, paid, discount);
    const children = Array.from(tree.children.subarray(tree.firstChild[node]!, tree.firstChild[node + 1]!));
    const first = tree.firstChild[node]!;
    const next = (k: number) =>
      write(
        children[k]!,
        review,
        paid.map((sum, i) => sum + discount[i]! * tree.once[3 * (first + k) + i]!),
      );
    const year = table.reviews[review] ?? table.reviews.at(-1)!;
    if (tree.kind[node] === chance) {
      const moves = children.map((_, k) => ({
        action: tree.moves[first + k]!,
        probability: tree.chance[first + k]!,
        next: next(k),
      }));
      return { kind: 'chance', name: tree.about[node]!, moves };
    }
    const set = `${++sets}`;
    const label = `${year}: ${tree.about[node]}`;
    if (tree.kind[node] === decision) {
      const moves = children.map((_, k) => ({ action: tree.moves[first + k]!, next: next(k) }));
      return { kind: 'decision', player: tree.player[node]!, informationSet: set, label, moves };
    }
    // The second does not see what the first has chosen.
    const own = (k: number) => tree.moves[first + k]!.split(' / ') as [string, string];
    const second = `${set} unseen`;
    const row = (k: number): GameNode => ({
      kind: 'decision',
      player: tree.second[node]!,
      informationSet: second,
      label,
      moves: [0, 1].map((c) => ({ action: own(2 * k + c)[1], next: next(2 * k + c) })),
    });
    return {
      kind: 'decision',
      player: tree.player[node]!,
      informationSet: set,
      label,
      moves: [0, 1].map((k) => ({ action: own(2 * k)[0], next: row(k) })),
    };
  };

  const ends = (
    state: number,
    review: number,
    paid: readonly number[],
    discount: readonly number[],
  ): GameNode => {
    const after = paid.map((sum, i) => sum + discount[i]! * yearly[3 * state + i]!);
    const begins = tree.begins[state]!;
    if (review + 1 < reviews && begins >= 0) return write(begins, review + 1, after);
    const payoffs = after.map((sum, i) => sum + discount[i]! * patience[i]! * last[3 * state + i]!);
    return { kind: 'end', outcome: { payoffs } };
  };

  const begins = tree.begins[from]!;
  if (begins < 0) throw new RangeError('there is nothing to review in this state');
  return extensiveGame({
    title,
    comment: `Payoffs: present value at ${table.reviews[0]}, percent of real income. A quantal response at lambda weighs money of review t with lambda times the party's discount factor to the power t.`,
    players: table.parties,
    root: write(begins, 0, [0, 0, 0]),
  });
}

/** Nodes of the tree that the graph stands for. */
function sizeOf(tree: ReviewYear['tree'], reviews: number, start: number): number {
  let next = new Float64Array(tree.begins.length).fill(1);
  for (let review = reviews - 1; review >= 0; review--) {
    const sizes = new Float64Array(tree.kind.length);
    for (let node = 0; node < sizes.length; node++) {
      sizes[node] = tree.kind[node] === leaf ? next[tree.ends[node]!]! : 1;
      for (let c = tree.firstChild[node]!; c < tree.firstChild[node + 1]!; c++)
        sizes[node]! += sizes[tree.children[c]!]!;
    }
    next = Float64Array.from(tree.begins, (node) => (node < 0 ? 1 : sizes[node]!));
  }
  return next[start]!;
}
