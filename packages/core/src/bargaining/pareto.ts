import type { Payoffs } from './bargaining-problem.ts';

/**
 * Which of the packages are efficient: no other is at least as good for everybody and better for somebody. Packages
 * that pay the same are all in or all out. Ascending. O(packages² · players).
 *
 * @param tolerance differences up to this count as none, so that rounding decides nothing; default 0.
 */
export function paretoSet(packages: readonly Payoffs[], tolerance = 0): number[] {
  return packages.flatMap((payoffs, k) =>
    packages.some((other) => dominates(other, payoffs, tolerance)) ? [] : [k],
  );
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
