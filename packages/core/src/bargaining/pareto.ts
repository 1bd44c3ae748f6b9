import type { Payoffs } from './bargaining-problem.ts';

/**
 * Which of the packages are efficient: no other is at least as good for everybody and better for somebody. Packages
 * that pay the same are all in or all out. Ascending. O(packages · efficient packages · players) without a tolerance.
 *
 * @param tolerance differences up to this count as none, so that rounding decides nothing; default 0.
 */
export function paretoSet(packages: readonly Payoffs[], tolerance = 0): number[] {
  if (tolerance > 0) {
    return packages.flatMap((payoffs, k) =>
      packages.some((other) => dominates(other, payoffs, tolerance)) ? [] : [k],
    );
  }
  // What dominates a package comes before it in lexicographic order, and something efficient dominates it too.
  const order = packages.map((_, k) => k).sort((a, b) => compare(packages[b]!, packages[a]!));
  const efficient: number[] = [];
  for (const k of order) {
    if (!efficient.some((other) => dominates(packages[other]!, packages[k]!, 0))) efficient.push(k);
  }
  return efficient.sort((a, b) => a - b);
}

function compare(one: Payoffs, other: Payoffs): number {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at < 0 ? 0 : one[at]! - other[at]!;
}

/** The packages that are at least as good as `payoffs` for everybody and better for somebody. Ascending. */
export function dominatedBy(payoffs: Payoffs, packages: readonly Payoffs[], tolerance = 0): number[] {
  return packages.flatMap((other, k) => (dominates(other, payoffs, tolerance) ? [k] : []));
}

function dominates(one: Payoffs, other: Payoffs, tolerance: number): boolean {
  let better = false;
  for (const [i, value] of one.entries()) {
    const gain = value - other[i]!;
    if (gain < -tolerance) return false;
    if (gain > tolerance) better = true;
  }
  return better;
}
