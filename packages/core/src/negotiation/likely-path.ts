import type { ReviewYear } from './build-review.ts';
import type { PathStep, PolicyTableRow } from './negotiation-result.ts';
import { decidingPart, payoffParts } from './payoff.ts';
import { chance, decision, leaf, onceParts, simultaneous } from './review-tree.ts';
import type { ReviewSolution } from './solve-reviews.ts';
import { partCount, partWidth } from './value-parts.ts';

/**
 * The most likely move at every turn, from the first review until the agreement is settled or the reviews end.
 *
 * @param parts as `valueParts` gives them: what decides each move.
 */
export function likelyPath(
  year: ReviewYear,
  solution: ReviewSolution,
  parts: readonly Float64Array[],
): PathStep[] {
  const { tree, states, table, start } = year;
  const steps: PathStep[] = [];
  let state = start;
  for (const [r, review] of table.reviews.entries()) {
    let node = tree.begins[state]!;
    if (node < 0) break;
    const first = steps.length;
    while (tree.kind[node] !== leaf) {
      const child = likeliest(year, solution, r, node);
      steps.push({
        year: review,
        players: playersOf(year, node),
        about: tree.about[node]!,
        move: tree.moves[child]!,
        probability: solution.moves[r]![child]!,
        ...insteadOf(year, solution, parts[r]!, r, node, child),
        regime: states[state]!.regime,
      });
      node = tree.children[child]!;
    }
    state = tree.ends[node]!;
    // What a review leads to is known at its end.
    for (let k = first; k < steps.length; k++) steps[k] = { ...steps[k]!, regime: states[state]!.regime };
  }
  return steps;
}

/** What each party does wherever the game may stand, with the probability of standing there before the review. */
export function policyTable(
  year: ReviewYear,
  solution: ReviewSolution,
  probabilities: readonly Float64Array[],
): PolicyTableRow[] {
  const { tree, states, table } = year;
  return table.reviews.flatMap((review, r) =>
    states.flatMap((_, state) => {
      const begin = tree.begins[state]!;
      const probability = probabilities[r]![state]!;
      if (begin < 0 || probability < 1e-12) return [];
      return [{ year: review, state, probability, moves: movesFrom(year, solution, r, begin) }];
    }),
  );
}

/** Moves at the nodes that are reached from one by likely moves alone. */
function movesFrom(
  year: ReviewYear,
  solution: ReviewSolution,
  r: number,
  begin: number,
): PolicyTableRow['moves'] {
  const { tree } = year;
  const moves: PolicyTableRow['moves'][number][] = [];
  for (let node = begin; tree.kind[node] !== leaf; ) {
    const players = playersOf(year, node);
    for (let c = tree.firstChild[node]!; c < tree.firstChild[node + 1]!; c++) {
      const probability = solution.moves[r]![c]!;
      moves.push({ players, about: tree.about[node]!, move: tree.moves[c]!, probability });
    }
    node = tree.children[likeliest(year, solution, r, node)]!;
  }
  return moves;
}

function playersOf({ tree }: ReviewYear, node: number): number[] {
  if (tree.kind[node] === chance) return [];
  if (tree.kind[node] === simultaneous) return [tree.player[node]!, tree.second[node]!];
  return [tree.player[node]!];
}

function likeliest({ tree }: ReviewYear, { moves }: ReviewSolution, r: number, node: number): number {
  let best = tree.firstChild[node]!;
  for (let c = best + 1; c < tree.firstChild[node + 1]!; c++) if (moves[r]![c]! > moves[r]![best]!) best = c;
  return best;
}

/** What the party would lose by its next best move, and the part of its payoff that makes most of the difference. */
function insteadOf(
  year: ReviewYear,
  solution: ReviewSolution,
  parts: Float64Array,
  r: number,
  node: number,
  chosen: number,
): Pick<PathStep, 'instead'> {
  const { tree } = year;
  const from = tree.firstChild[node]!;
  const all = Array.from({ length: tree.firstChild[node + 1]! - from }, (_, k) => from + k);
  if (tree.kind[node] === decision) {
    const who = tree.player[node]!;
    const others = all.filter((c) => c !== chosen);
    const worth = (c: number) => total(tree, parts, c, who);
    const next = others.sort((a, b) => worth(b) - worth(a))[0];
    if (next === undefined) return {};
    return {
      instead: comparison(tree.moves[next]!, difference(tree, parts, [[chosen, 1]], [[next, 1]], who)),
    };
  }
  if (tree.kind[node] !== simultaneous) return {};
  const probability = solution.moves[r]!;
  // Of the two, the one that is closer to changing its move.
  const row = Math.floor((chosen - from) / 2);
  const column = (chosen - from) % 2;
  const q = [0, 1].map((c) => probability[from + c]! + probability[from + 2 + c]!);
  const p = [0, 1].map((k) => probability[from + 2 * k]! + probability[from + 2 * k + 1]!);
  const alongRow = (k: number) => [0, 1].map((c): Weighted => [from + 2 * k + c, q[c]!]);
  const alongColumn = (c: number) => [0, 1].map((k): Weighted => [from + 2 * k + c, p[k]!]);
  const changes = [
    {
      move: tree.moves[from + 2 * (1 - row) + column]!,
      by: difference(tree, parts, alongRow(row), alongRow(1 - row), tree.player[node]!),
    },
    {
      move: tree.moves[from + 2 * row + 1 - column]!,
      by: difference(tree, parts, alongColumn(column), alongColumn(1 - column), tree.second[node]!),
    },
  ].map(({ move, by }) => comparison(move, by));
  return { instead: changes.sort((a, b) => a.loses - b.loses)[0]! };
}

type Tree = ReviewYear['tree'];
type Weighted = readonly [child: number, weight: number];

function comparison(move: string, by: readonly number[]) {
  return { move, loses: by.reduce((sum, part) => sum + part, 0), decidedBy: decidingPart(by) };
}

/** Value of some children less that of others to a party, by part. */
function difference(
  tree: Tree,
  parts: Float64Array,
  chosen: readonly Weighted[],
  other: readonly Weighted[],
  who: number,
): number[] {
  const sum = (weighted: readonly Weighted[], k: number) =>
    weighted.reduce((total, [child, weight]) => total + weight * partOf(tree, parts, child, who, k), 0);
  return payoffParts.map((_, k) => sum(chosen, k) - sum(other, k));
}

function total(tree: Tree, parts: Float64Array, child: number, who: number): number {
  return payoffParts.reduce((sum, _, k) => sum + partOf(tree, parts, child, who, k), 0);
}

function partOf(tree: Tree, parts: Float64Array, child: number, who: number, k: number): number {
  const once = onceParts.indexOf(payoffParts[k] as (typeof onceParts)[number]);
  const paid = once < 0 ? 0 : tree.onceByPart[9 * child + 3 * once + who]!;
  return parts[tree.children[child]! * partWidth + who * partCount + k]! + paid;
}
