import { withoutNews } from '../negotiation/review-tree.ts';
import type { Package } from '../negotiation/table.ts';
import type { Playable } from './playable.ts';

/** A deal that may be signed at the first review while there is no news. */
export interface DealOnTheTable {
  readonly package: Package;
  /** After the two partners have joined a front, which changes what the same package is worth. */
  readonly afterFront: boolean;
  /** The move that agrees to it, counted along `ReviewTree.children`. */
  readonly child: number;
  /** To each party, present value, percent of real income. */
  readonly worth: readonly number[];
}

/** The deals of the first review; of a package without a front before with. None where nothing is to be reviewed. */
export function dealsOnTheTable({ game }: Playable): DealOnTheTable[] {
  const { tree, start, table } = game.year;
  const begin = tree.begins[start]!;
  if (begin < 0) return [];
  const quiet = withoutNews(tree, begin);
  const deals = new Map<string, DealOnTheTable>();
  const front = 'offer to a common front';
  const starts = tree.about[quiet] === 'caucus' ? branchesOf(tree, quiet).reverse() : [quiet];
  for (const from of starts) {
    const afterFront = tree.about[from] === front;
    const reached = new Set([from]);
    for (const node of reached) {
      const about = tree.about[node]!;
      if (!/^(?:offer|confirm|answer to)\b/.test(about)) continue;
      const first = tree.firstChild[node]!;
      const id = /^(?:confirm|answer to) (\S+)$/.exec(about)?.[1];
      const found = table.packages.find((pack) => pack.id === id);
      // To agree comes first.
      const key = `${id}|${afterFront}`;
      if (found && !deals.has(key)) {
        const worth = [0, 1, 2].map((party) => game.worth(0, first, party));
        deals.set(key, { package: found, afterFront, child: first, worth });
      }
      for (const next of branchesOf(tree, node)) reached.add(next);
    }
  }
  return [...deals.values()];
}

type Tree = Playable['game']['year']['tree'];

function branchesOf({ firstChild, children }: Tree, node: number): number[] {
  return [...new Set(children.subarray(firstChild[node]!, firstChild[node + 1]!))];
}
