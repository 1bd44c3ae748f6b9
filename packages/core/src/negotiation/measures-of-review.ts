import type { ReviewYear } from './build-review.ts';
import { chance, decision, leaf, simultaneous } from './review-tree.ts';

/** A measure of one government in a review in which nothing is offered and the others leave theirs as they are. */
export interface Measure {
  /** As the review names it: `impose us-duty-mexico`. */
  readonly move: string;
  /** Index of the state in which the review ends. */
  readonly to: number;
}

/** What becomes of a notice at the end of the review in which it is given. */
export type OfNotice = 'leave' | 'take the notice back';

/**
 * The measures of a party in the review that begins in a state, read off the review itself.
 *
 * @param notice what becomes of a notice that the proposer has given before; absent where it has given none.
 */
export function measuresOf(year: ReviewYear, state: number, player: number, notice?: OfNotice): Measure[] {
  const { tree } = year;
  let node = beforeMeasures(year, state);
  if (notice && node >= 0) node = childNamed(year, node, 'give notice');
  for (; isMeasure(year, node); node = childNamed(year, node, 'hold')) {
    if (tree.player[node] !== player) continue;
    return childrenOf(year, node).flatMap(({ move, node: after }) =>
      move === 'hold' || move === 'give notice' ? [] : [{ move, to: endOf(year, after, notice) }],
    );
  }
  return [];
}

/** The state of a review that begins in a state, with notice given and nothing else; undefined where none can be. */
export function afterNotice(year: ReviewYear, state: number): number | undefined {
  const node = beforeMeasures(year, state);
  if (!isMeasure(year, node) || !childrenOf(year, node).some(({ move }) => move === 'give notice'))
    return undefined;
  return endOf(year, childNamed(year, node, 'give notice'), 'leave');
}

/** What it costs each party, once, that a review passes without offers and measures: letting lie what it announced. */
export function costOfHolding(year: ReviewYear, state: number): number[] {
  const { tree, table } = year;
  const cost = table.parties.map(() => 0);
  for (let node = beforeMeasures(year, state); isMeasure(year, node); ) {
    const hold = childrenOf(year, node).find(({ move }) => move === 'hold')!;
    cost.forEach((_, i) => {
      cost[i]! += tree.once[3 * hold.child + i]!;
    });
    node = hold.node;
  }
  return cost;
}

/** The node at which measures begin in a review without news, a common front and offers; −1 where there is no review. */
function beforeMeasures(year: ReviewYear, state: number): number {
  const { tree } = year;
  let node = tree.begins[state]!;
  // Whatever the news, the moves are alike.
  if (tree.kind[node] === chance) node = childrenOf(year, node).at(-1)!.node;
  if (tree.kind[node] === simultaneous) node = childNamed(year, node, 'apart / apart');
  return node < 0 ? node : childNamed(year, node, 'no offer');
}

function isMeasure({ tree }: ReviewYear, node: number): boolean {
  return tree.kind[node] === decision && tree.about[node] === 'measures';
}

function endOf(year: ReviewYear, from: number, notice: OfNotice | undefined): number {
  const { tree } = year;
  let node = from;
  while (tree.kind[node] !== leaf) node = childNamed(year, node, isMeasure(year, node) ? 'hold' : notice!);
  return tree.ends[node]!;
}

function childrenOf({ tree }: ReviewYear, node: number): { move: string; child: number; node: number }[] {
  const from = tree.firstChild[node]!;
  return tree.moves.slice(from, tree.firstChild[node + 1]!).map((move, k) => ({
    move,
    child: from + k,
    node: tree.children[from + k]!,
  }));
}

function childNamed(year: ReviewYear, node: number, name: string): number {
  const found = childrenOf(year, node).find(({ move }) => move === name);
  if (!found) throw new RangeError(`no move "${name}" at "${year.tree.about[node]}"`);
  return found.node;
}
