import { type Coalition, everyone, type Partition } from '../coalitions/index.ts';
import type { ReviewYear } from '../negotiation/build-review.ts';
import { decision, type ReviewTree, simultaneous } from '../negotiation/review-tree.ts';

/** Whether the partners stand together at the start of a review: as they please, every year, or never. */
export type Front = 'open' | 'always' | 'never';

/** The partners that may form a common front, the second and third of the table's parties. */
const partners: Coalition = 0b110;

/**
 * An alliance of the two partners stands together every year. All three together may do as they please, and partners
 * in different blocks form no front.
 */
export function frontOf(partition: Partition): Front {
  if (partition.includes(everyone(3))) return 'open';
  return partition.includes(partners) ? 'always' : 'never';
}

/**
 * The review as it is played by alliances: where two of one block decide at once they decide together, each outcome being
 * one move, and the caucus has the outcome that the front dictates. Nodes, states and payments keep their numbers.
 */
export function reviewWithAlliances(year: ReviewYear, partition: Partition): ReviewYear {
  const { tree } = year;
  const front = frontOf(partition);
  const kept: number[] = [];
  const firstChild = new Int32Array(tree.firstChild.length);
  const kind = Uint8Array.from(tree.kind, (own, node) => {
    const outcomes = outcomesOf(tree, node, partition, front);
    kept.push(...(outcomes ?? childrenOf(tree, node)));
    firstChild[node + 1] = kept.length;
    return outcomes ? decision : own;
  });
  const ofKept = (numbers: Float64Array, width: number) =>
    Float64Array.from({ length: width * kept.length }, (_, at) => {
      return numbers[width * kept[Math.floor(at / width)]! + (at % width)]!;
    });
  return {
    ...year,
    tree: {
      ...tree,
      kind,
      firstChild,
      children: Int32Array.from(kept, (child) => tree.children[child]!),
      once: ofKept(tree.once, 3),
      onceByPart: ofKept(tree.onceByPart, 9),
      chance: ofKept(tree.chance, 1),
      moves: kept.map((child) => tree.moves[child]!),
    },
  };
}

/** The outcomes that a block chooses from where two were to choose at once; undefined where they still do. */
function outcomesOf(
  tree: ReviewTree,
  node: number,
  partition: Partition,
  front: Front,
): number[] | undefined {
  if (tree.kind[node] !== simultaneous) return undefined;
  const outcomes = childrenOf(tree, node);
  if (tree.about[node] === 'caucus' && front !== 'open') {
    return [front === 'always' ? outcomes[0]! : outcomes[3]!];
  }
  const two = (1 << tree.player[node]!) | (1 << tree.second[node]!);
  if (!partition.some((block) => (block & two) === two)) return undefined;
  // What leads to the same place for the same payments is one move, or chance would favour it.
  return outcomes.filter((one, k) => !outcomes.slice(0, k).some((other) => isSame(tree, one, other)));
}

function childrenOf({ firstChild }: ReviewTree, node: number): number[] {
  const from = firstChild[node]!;
  return Array.from({ length: firstChild[node + 1]! - from }, (_, k) => from + k);
}

function isSame({ children, once }: ReviewTree, one: number, other: number): boolean {
  return (
    children[one] === children[other] && [0, 1, 2].every((i) => once[3 * one + i] === once[3 * other + i])
  );
}
