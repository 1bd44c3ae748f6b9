import type { ReviewYear } from '../negotiation/build-review.ts';
import { type PayoffParts, payoffParts } from '../negotiation/payoff.ts';
import { leaf, onceParts } from '../negotiation/review-tree.ts';
import type { ReviewSolution } from '../negotiation/solve-reviews.ts';
import type { StateParts } from '../negotiation/value-parts.ts';

/**
 * What a solved game is worth to each party by part, present value at its beginning: forward, over what can happen. The
 * same as `valueParts` says of the first node, for a fraction of the work where the values of other nodes are not asked for.
 */
export function expectedParts(
  { tree, start }: ReviewYear,
  { moves }: ReviewSolution,
  { yearly, last }: StateParts,
  patience: readonly number[],
): PayoffParts[] {
  const sums = patience.map(() => new Map(payoffParts.map((part) => [part, 0])));
  const add = (party: number, part: keyof PayoffParts, value: number) =>
    sums[party]!.set(part, sums[party]!.get(part)! + value);
  let before = new Map([[start, 1]]);
  moves.forEach((probability, review) => {
    const reached = new Float64Array(tree.kind.length);
    for (const [state, chance] of before) reached[tree.begins[state]!]! += chance;
    before = new Map();
    // Children come before their parents.
    for (let node = reached.length - 1; node >= 0; node--) {
      const chance = reached[node]!;
      if (chance === 0) continue;
      if (tree.kind[node] === leaf) {
        const state = tree.ends[node]!;
        const settled = tree.begins[state]! < 0 || review === moves.length - 1;
        if (!settled) before.set(state, (before.get(state) ?? 0) + chance);
        patience.forEach((delta, i) => {
          const weight = chance * delta ** review;
          for (const part of payoffParts) {
            add(
              i,
              part,
              weight * (yearly[state]![i]![part] + (settled ? delta * last[state]![i]![part] : 0)),
            );
          }
        });
        continue;
      }
      for (let c = tree.firstChild[node]!; c < tree.firstChild[node + 1]!; c++) {
        const weight = chance * probability[c]!;
        if (weight === 0) continue;
        reached[tree.children[c]!]! += weight;
        for (let at = 0; at < 9; at++) {
          const once = tree.onceByPart[9 * c + at]!;
          if (once !== 0)
            add(at % 3, onceParts[Math.floor(at / 3)]!, weight * patience[at % 3]! ** review * once);
        }
      }
    }
  });
  return sums.map((parts) => Object.fromEntries(parts) as unknown as PayoffParts);
}
