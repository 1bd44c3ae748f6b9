import { type Coalition, everyone, type Partition } from '../coalitions/index.ts';
import type { ReviewYear } from '../negotiation/build-review.ts';
import { decision, leaf, type ReviewTree, simultaneous } from '../negotiation/review-tree.ts';

/** Whether the partners stand together at the start of a review: as they please, every year, or never. */
export type Front = 'open' | 'always' | 'never';

/** The partners that may form a common front, the second and third of the table's parties. */
const partners: Coalition = 0b110;

/**
 * An alliance of the two partners stands together every year, until one has signed alone: then to stand together again
 * costs them, and they decide. All three together may do as they please, and partners in different blocks form no front.
 */
export function frontOf(partition: Partition): Front {
  if (partition.includes(everyone(3))) return 'open';
  return partition.includes(partners) ? 'always' : 'never';
}

/**
 * The review as it is played by alliances: where two of one block decide at once they decide together, each outcome being
 * one move, and the caucus has the outcome that the front dictates. States keep their numbers, nodes that are no longer
 * reached are left out; a state that is not reached has nothing to review.
 */
export function reviewWithAlliances(year: ReviewYear, partition: Partition): ReviewYear {
  const { tree } = year;
  const front = frontOf(partition);
  const outcomes = new Map<number, readonly number[]>();
  const reached = new Uint8Array(tree.kind.length);
  const waiting: number[] = [];
  const reach = (node: number) => {
    if (node < 0 || reached[node]) return;
    reached[node] = 1;
    waiting.push(node);
  };
  reach(tree.begins[year.start]!);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (tree.kind[node] === leaf) reach(tree.begins[tree.ends[node]!]!);
    const chosen = outcomesOf(tree, node, partition, front);
    if (chosen) outcomes.set(node, chosen);
    for (const child of chosen ?? childrenOf(tree, node)) reach(tree.children[child]!);
  }

  const nodes = [...tree.kind.keys()].filter((node) => reached[node]);
  const place = new Int32Array(tree.kind.length).fill(-1);
  nodes.forEach((node, k) => {
    place[node] = k;
  });
  const childrenAt = nodes.map((node) => outcomes.get(node) ?? childrenOf(tree, node));
  const children = childrenAt.flat();
  const firstChild = new Int32Array(nodes.length + 1);
  childrenAt.forEach((own, k) => {
    firstChild[k + 1] = firstChild[k]! + own.length;
  });
  const kept = (numbers: Float64Array, width: number) => {
    const own = new Float64Array(width * children.length);
    children.forEach((child, k) => {
      own.set(numbers.subarray(width * child, width * (child + 1)), width * k);
    });
    return own;
  };
  return {
    ...year,
    tree: {
      kind: Uint8Array.from(nodes, (node) => (outcomes.has(node) ? decision : tree.kind[node]!)),
      player: Uint8Array.from(nodes, (node) => tree.player[node]!),
      second: Uint8Array.from(nodes, (node) => tree.second[node]!),
      firstChild,
      children: Int32Array.from(children, (child) => place[tree.children[child]!]!),
      once: kept(tree.once, 3),
      onceByPart: kept(tree.onceByPart, 9),
      chance: kept(tree.chance, 1),
      ends: Int32Array.from(nodes, (node) => tree.ends[node]!),
      begins: Int32Array.from(tree.begins, (node) => (node < 0 ? -1 : place[node]!)),
      moves: children.map((child) => tree.moves[child]!),
      about: nodes.map((node) => tree.about[node]!),
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
  if (tree.about[node] === 'caucus') {
    if (front === 'never') return [outcomes[3]!];
    if (front === 'always' && isFree(tree, outcomes[0]!)) return [outcomes[0]!];
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

function isFree({ once }: ReviewTree, child: number): boolean {
  return [0, 1, 2].every((i) => once[3 * child + i] === 0);
}

function isSame({ children, once }: ReviewTree, one: number, other: number): boolean {
  return (
    children[one] === children[other] && [0, 1, 2].every((i) => once[3 * one + i] === once[3 * other + i])
  );
}
