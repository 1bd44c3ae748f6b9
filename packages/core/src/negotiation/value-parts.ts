import type { ReviewYear } from './build-review.ts';
import { type PayoffParts, payoffParts } from './payoff.ts';
import { leaf, onceParts } from './review-tree.ts';
import type { ReviewSolution } from './solve-reviews.ts';

/** Parts to a party, and numbers to a node: three parties by six parts. */
export const partCount = payoffParts.length;
export const partWidth = 3 * partCount;

/** What states are worth by part, `[state][party]`: the year that ends in one, and after the last review for ever. */
export interface StateParts {
  readonly yearly: readonly (readonly PayoffParts[])[];
  readonly last: readonly (readonly PayoffParts[])[];
}

/**
 * The value of every node under a solution, divided into the six parts: by review, `[node·18 + party·6 + part]`. The
 * parts of a party add up to the solution's own value of the node.
 */
export function valueParts(
  { tree, states }: ReviewYear,
  { moves }: ReviewSolution,
  { yearly, last }: StateParts,
  patience: readonly number[],
): Float64Array[] {
  const nodes = tree.kind.length;
  const paidAt = onceParts.map((part) => payoffParts.indexOf(part));
  let continuation = flat(last);
  const year = flat(yearly);
  const after = flat(last);
  const values: Float64Array[] = [];
  for (let review = moves.length - 1; review >= 0; review--) {
    const value = new Float64Array(nodes * partWidth);
    const probability = moves[review]!;
    for (let node = 0; node < nodes; node++) {
      const at = node * partWidth;
      if (tree.kind[node] === leaf) {
        const s = tree.ends[node]! * partWidth;
        for (let k = 0; k < partWidth; k++) {
          value[at + k] = year[s + k]! + patience[Math.floor(k / partCount)]! * continuation[s + k]!;
        }
        continue;
      }
      for (let c = tree.firstChild[node]!; c < tree.firstChild[node + 1]!; c++) {
        const weight = probability[c]!;
        if (weight === 0) continue;
        const child = tree.children[c]! * partWidth;
        for (let k = 0; k < partWidth; k++) value[at + k]! += weight * value[child + k]!;
        for (let part = 0; part < paidAt.length; part++) {
          for (let party = 0; party < 3; party++) {
            value[at + party * partCount + paidAt[part]!]! +=
              weight * tree.onceByPart[9 * c + 3 * part + party]!;
          }
        }
      }
    }
    values.unshift(value);
    const before = new Float64Array(states.length * partWidth);
    states.forEach((_, s) => {
      const node = tree.begins[s]!;
      const from =
        node < 0
          ? after.subarray(s * partWidth, (s + 1) * partWidth)
          : value.subarray(node * partWidth, (node + 1) * partWidth);
      before.set(from, s * partWidth);
    });
    continuation = before;
  }
  return values;
}

/** One party's parts at a place of an array laid out as `valueParts` lays it out. */
export function partsAt(values: Float64Array, node: number, party: number): PayoffParts {
  const at = node * partWidth + party * partCount;
  const part = (k: number) => values[at + k]!;
  return {
    realIncome: part(0),
    sectors: part(1),
    audience: part(2),
    action: part(3),
    uncertainty: part(4),
    relationship: part(5),
  };
}

function flat(parts: readonly (readonly PayoffParts[])[]): Float64Array {
  return Float64Array.from(
    parts.flatMap((state) => state.flatMap((party) => payoffParts.map((part) => party[part]))),
  );
}
