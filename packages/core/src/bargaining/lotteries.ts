import { factor, solveFactored } from '../games/lu.ts';
import { LinearProgramError, maximize } from '../linear-program/maximize.ts';
import { BargainingError } from './bargaining-problem.ts';

/** A lottery over packages: probabilities that sum to 1, `[package]`. */
export type Lottery = readonly number[];

/** What each player expects to get of a lottery over `payoffs`, `[package][player]`. */
export function expected(payoffs: readonly (readonly number[])[], lottery: Lottery): number[] {
  return payoffs[0]!.map((_, i) => lottery.reduce((sum, p, k) => sum + p * payoffs[k]![i]!, 0));
}

/**
 * The furthest that all can go from `origin` in a direction, and a lottery that gives everybody at least that: the
 * largest t ≥ 0 with origin + t·direction ≤ Σ_k p_k payoffs_k for some lottery p. Undefined where not even `origin` can be
 * had.
 *
 * @param direction by player, at least 0 and somewhere positive; who is at 0 must only not fall below `origin`.
 */
export function furthest(
  payoffs: readonly (readonly number[])[],
  origin: readonly number[],
  direction: readonly number[],
): { extent: number; lottery: Lottery } | undefined {
  const players = origin.length;
  // Everything in units of the span of payoffs, since the simplex method knows only absolute tolerances.
  const scale = Math.max(...payoffs.map((each) => Math.max(...each.map((v, i) => Math.abs(v - origin[i]!)))));
  if (scale === 0) return { extent: 0, lottery: payoffs.map((_, k) => (k === 0 ? 1 : 0)) };
  const longest = Math.max(...direction);
  const unit = (length: number, at: number) => Array.from({ length }, (_, j) => (j === at ? -1 : 0));
  // Variables: p, t, and what each player gets above t·direction.
  const program = {
    objective: [...payoffs.map(() => 0), 1, ...origin.map(() => 0)],
    rows: [
      ...direction.map((step, i) => [
        ...payoffs.map((each) => (each[i]! - origin[i]!) / scale),
        -step / longest,
        ...unit(players, i),
      ]),
      [...payoffs.map(() => 1), 0, ...origin.map(() => 0)],
    ],
    bounds: [...origin.map(() => 0), 1],
  };
  try {
    const { x, value } = maximize(program);
    const lottery = x.slice(0, payoffs.length);
    const sum = lottery.reduce((total, share) => total + share, 0);
    return { extent: (value * scale) / longest, lottery: lottery.map((share) => share / sum) };
  } catch (error) {
    if (error instanceof LinearProgramError && error.code === 'infeasible') return undefined;
    throw error;
  }
}

/**
 * A lottery that maximises Σ_i w_i ln g_i, g = Σ_k p_k gains_k, by a primal-dual interior-point method (Wright
 * 1997): with prices z of p ≥ 0 and ν of Σ p = 1, Newton's method on
 *
 *     Σ_i w_i gains_ki / g_i − ν + z_k = 0,    p_k z_k = μ,    μ → 0.
 *
 * Each step is one system of as many equations as players, plus one. What it ends at proves itself: nothing that can be
 * had is worth more at the prices w_i/g_i than the point is, max_k Σ_i w_i gains_ki / g_i ≤ 1 + 1e-8. O(packages · players²)
 * a step. Of the lotteries with these gains, one over few packages is returned.
 *
 * @param gains in units that make those of `start` of the order of one.
 * @param weights by player, summing to 1.
 * @param start a lottery by which everybody gains.
 * @throws BargainingError `not-converged`.
 */
export function mostProduct(
  gains: readonly (readonly number[])[],
  weights: readonly number[],
  start: Lottery,
): Lottery {
  const count = gains.length;
  // From within: a little of everything, as long as that leaves everybody half of what it gains.
  let mixed = 0.5;
  let p = [...start];
  const least = expected(gains, start).map((own) => own / 2);
  for (; mixed > 1e-9; mixed /= 2) {
    p = start.map((share) => (1 - mixed) * share + mixed / count);
    if (expected(gains, p).every((own, i) => own >= least[i]!)) break;
  }
  let z = p.map((share) => 0.1 / (count * share));
  let nu = 1;
  for (let step = 0; step < 200; step++) {
    const g = expected(gains, p);
    const worth = worthAt(gains, weights, g);
    const gap = Math.max(...worth) - 1;
    if (gap <= 1e-9) return fewPackages(gains, weights, p);
    // Not ahead of what the point itself falls short by, lest p and z be at their bounds before their equations hold.
    const mean =
      Math.max(
        p.reduce((sum, share, k) => sum + share * z[k]!, 0),
        Math.min(gap, 1),
      ) / count;
    const move = newtonStep({ gains, weights, p, z, nu, g, worth, mu: 0.1 * mean });
    const change = expected(gains, move.p);
    // To 99% of the way to where a probability, a price or a gain would be zero.
    let size = 1 / 0.99;
    const hold = (value: number, by: number) => {
      if (by < 0) size = Math.min(size, -value / by);
    };
    p.forEach((share, k) => {
      hold(share, move.p[k]!);
      hold(z[k]!, move.z[k]!);
    });
    g.forEach((own, i) => {
      hold(own, change[i]!);
    });
    size *= 0.99;
    p = p.map((share, k) => share + size * move.p[k]!);
    z = z.map((price, k) => price + size * move.z[k]!);
    nu += size * move.nu;
  }
  throw new BargainingError('not-converged', 'no lottery was found that maximises the product of gains');
}

/**
 * A lottery over about as few packages as there are players that proves itself as `given`, which maximises the product,
 * does. Where rounding prevents it, the given lottery: more packages are no less right.
 */
function fewPackages(
  gains: readonly (readonly number[])[],
  weights: readonly number[],
  given: Lottery,
): Lottery {
  const point = expected(gains, given);
  const nobody = point.map(() => 0);
  let few = given;
  try {
    few = furthest(gains, nobody, point)?.lottery ?? given;
  } catch (error) {
    if (!(error instanceof LinearProgramError)) throw error;
  }
  const proven = (lottery: Lottery) => {
    const g = expected(gains, lottery);
    return g.every((own) => own > 0) && Math.max(...worthAt(gains, weights, g)) <= 1 + 1e-8;
  };
  return [trimmed(few), few].find(proven) ?? given;
}

/** Without what carries next to nothing. */
function trimmed(lottery: Lottery): Lottery {
  const kept = lottery.map((share) => (share < 1e-7 ? 0 : share));
  const sum = kept.reduce((total, share) => total + share, 0);
  return kept.map((share) => share / sum);
}

/** What each package is worth at the prices w_i/g_i, at which the point itself is worth 1. */
function worthAt(
  gains: readonly (readonly number[])[],
  weights: readonly number[],
  g: readonly number[],
): number[] {
  return gains.map((each) => each.reduce((sum, gain, i) => sum + (weights[i]! * gain) / g[i]!, 0));
}

interface InteriorPoint {
  readonly gains: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly p: readonly number[];
  readonly z: readonly number[];
  readonly nu: number;
  readonly g: readonly number[];
  readonly worth: readonly number[];
  readonly mu: number;
}

/**
 * With D = diag(w/g²), S = diag(p/z) and G the gains by player, dp = S (r − dν − G'y) and y = D·G·dp, which leaves
 *
 *     (D⁻¹ + G S G') y + G S 1 dν = G S r,    1'S G' y + 1'S 1 dν = 1'S r − (1 − Σ p).
 */
function newtonStep({ gains, weights, p, z, nu, g, worth, mu }: InteriorPoint) {
  const players = g.length;
  const n = players + 1;
  const matrix = new Float64Array(n * n);
  const right = new Float64Array(n);
  const rest = gains.map((_, k) => worth[k]! - nu + mu / p[k]!);
  const row = (k: number, a: number) => (a < players ? gains[k]![a]! : 1);
  for (const k of gains.keys()) {
    const s = p[k]! / z[k]!;
    for (let a = 0; a < n; a++) {
      right[a]! += row(k, a) * s * rest[k]!;
      for (let b = 0; b < n; b++) matrix[a * n + b]! += row(k, a) * s * row(k, b);
    }
  }
  for (const [i, own] of g.entries()) matrix[i * n + i]! += own ** 2 / weights[i]!;
  right[players]! -= 1 - p.reduce((sum, share) => sum + share, 0);
  const order = new Int32Array(n);
  const solution = new Float64Array(n);
  if (factor(matrix, order, n) === 0) {
    throw new BargainingError('not-converged', 'no lottery was found that maximises the product of gains');
  }
  solveFactored(matrix, order, n, right, solution);
  const dp = gains.map((_, k) => {
    let fall = rest[k]!;
    for (let a = 0; a < n; a++) fall -= row(k, a) * solution[a]!;
    return (p[k]! / z[k]!) * fall;
  });
  const dz = dp.map((by, k) => (mu - z[k]! * by) / p[k]! - z[k]!);
  return { p: dp, z: dz, nu: solution[players]! };
}
