import { factor, solveFactored } from './lu.ts';
import { SolutionError } from './solution.ts';

/** A curve of points u = (y, λ): as many equations as there are y. */
export interface Curve {
  /** Number of equations; points have one number more, λ, at the end. */
  readonly size: number;
  residual(point: Float64Array, out: Float64Array): void;
  /** Derivatives at the point of the last `residual`, `[equation·stride + variable]`, λ last. */
  jacobian(point: Float64Array, out: Float64Array, stride: number): void;
  /** How far a move from the point of the last `residual` goes, in what matters of y; NaN when it is not finite. */
  distance(move: Float64Array): number;
  /** Changes the coordinates of y where others are better, in all these points and directions alike. */
  reanchor(...points: Float64Array[]): void;
}

/** A predicted point may miss the curve by this much: steps adapt to stay about `aim`. */
const aim = 0.15;
const farthest = 0.6;
/** How near to the curve the points are that only lead on. */
const loose = 1e-5;
const firstStep = 0.1;
const smallestStep = 1e-9;
const mostSteps = 20_000;
/** Where λ turns or branches cross, steps are no longer than this, so that nothing is passed unseen. */
const turningStep = 1e-3;

export interface CurveWalk {
  readonly point: Float64Array;
  readonly steps: number;
  /** λ at which the curve turned back or forth so far. */
  readonly turningPoints: readonly number[];
  /**
   * Goes on until λ first reaches `target`, and settles there to working precision. Targets rise from call to call.
   *
   * @throws SolutionError when the curve is lost, or does not settle.
   */
  reach(target: number, onStep?: (lambda: number) => void): Float64Array;
  /** Goes one step further; `point` is then near the curve. @throws SolutionError when the curve is lost. */
  advance(): void;
  /** The point of the curve at the λ of `point`, to working precision. @throws SolutionError when it does not settle. */
  settleHere(): Float64Array;
}

/**
 * Follows a curve from u = 0, where λ = 0, by predictor and corrector (Allgower and Georg 1990; Turocy 2005): a step
 * along the tangent and its change, then Newton steps across it. λ is a variable like the others, so the curve may
 * turn back in λ. Allocates once, when created.
 */
export function walkCurve(curve: Curve): CurveWalk {
  const n = curve.size + 1;
  const last = n - 1;
  const point = new Float64Array(n);
  const tangent = new Float64Array(n);
  const lastTangent = new Float64Array(n);
  const tried = new Float64Array(n);
  const triedTangent = new Float64Array(n);
  const settled = new Float64Array(n);
  const matrix = new Float64Array(n * n);
  const rows = new Int32Array(n);
  const right = new Float64Array(n);
  const move = new Float64Array(n);
  const turningPoints: number[] = [];
  let step = firstStep;
  let lastLength = 0;
  let steps = 0;
  // Along a curve the bordered determinant keeps its sign: elsewhere than where branches cross, a change of sign means
  // that a step has landed on another stretch, where the tangent leads back.
  let orientation: number;
  let triedOrientation = 0;

  /** Derivatives of the equations at `at`, with a last row that says across what Newton's steps go. */
  function border(at: Float64Array, row: Float64Array | undefined): -1 | 0 | 1 {
    curve.jacobian(at, matrix, n);
    for (let j = 0; j < n; j++) matrix[last * n + j] = row ? row[j]! : j === last ? 1 : 0;
    return factor(matrix, rows, n);
  }

  /** The direction in which `matrix` leads on, of length 1. */
  function setTangent(out: Float64Array): void {
    right.fill(0);
    right[last] = 1;
    solveFactored(matrix, rows, n, right, out);
    let square = 0;
    for (let j = 0; j < n; j++) square += out[j]! * out[j]!;
    const length = Math.sqrt(square);
    for (let j = 0; j < n; j++) out[j]! /= length;
  }

  /** One Newton step with the matrix at hand. @returns how far it went. */
  function correct(at: Float64Array): number {
    right[last] = 0;
    for (let j = 0; j < last; j++) right[j] = -right[j]!;
    solveFactored(matrix, rows, n, right, move);
    for (let j = 0; j < n; j++) at[j]! += move[j]!;
    return curve.distance(move);
  }

  function magnitude(at: Float64Array): number {
    let most = 0;
    for (let j = 0; j < n; j++) most = Math.max(most, Math.abs(at[j]!));
    return most;
  }

  /** @returns how far the prediction missed, or NaN when there is no point near it. */
  function tryStep(length: number): number {
    const bend = lastLength > 0 ? (length * length) / (2 * lastLength) : 0;
    for (let j = 0; j < n; j++) {
      tried[j] = point[j]! + length * tangent[j]! + bend * (tangent[j]! - lastTangent[j]!);
    }
    curve.residual(tried, right);
    triedOrientation = border(tried, tangent);
    if (triedOrientation === 0) return Number.NaN;
    if (triedOrientation !== orientation && length > turningStep) return Number.NaN;
    const missed = correct(tried);
    if (!(missed <= farthest)) return Number.NaN;
    const near = loose + 1e-14 * magnitude(tried);
    let far = missed;
    for (let pass = 0; far > near; pass++) {
      curve.residual(tried, right);
      const next = correct(tried);
      if (!(next <= 0.5 * far || next <= near) || pass > 8) return Number.NaN;
      far = next;
    }
    setTangent(triedTangent);
    if (triedTangent[last]! * tangent[last]! < 0 && length > turningStep) return Number.NaN;
    return missed;
  }

  /** Newton steps at a fixed λ, from `settled`. @returns whether they came to rest near where they began. */
  function settle(target: number): boolean {
    settled[last] = target;
    let total = 0;
    let before = Infinity;
    for (let pass = 0; pass < 20; pass++) {
      curve.residual(settled, right);
      // Where branches cross there is no Newton step, but a symmetric point may solve the equations as it is.
      if (right.every((value, j) => j === last || Math.abs(value) < 1e-15)) return true;
      if (!border(settled, undefined)) return false;
      const far = correct(settled);
      settled[last] = target;
      total += far;
      const precision = 1e-14 * (10 + magnitude(settled));
      // At working precision a step is as long as the one before.
      if (far <= precision || (far <= 1e-9 * (1 + magnitude(settled)) && far >= 0.5 * before)) {
        curve.residual(settled, right);
        return true;
      }
      if (!(total <= farthest)) return false;
      before = far;
    }
    return false;
  }

  /** Between the last point and the one tried, as a cubic through both with their tangents, where λ is the target. */
  function settleBetween(target: number, length: number): boolean {
    let low = 0;
    let high = 1;
    for (let halving = 0; halving < 40; halving++) {
      const middle = (low + high) / 2;
      if (between(middle, length, last) < target) low = middle;
      else high = middle;
    }
    for (let j = 0; j < n; j++) settled[j] = between(high, length, j);
    return settle(target);
  }

  function between(s: number, length: number, j: number): number {
    const r = 1 - s;
    return (
      (1 + 2 * s) * r * r * point[j]! +
      s * r * r * length * tangent[j]! +
      s * s * (3 - 2 * s) * tried[j]! -
      s * s * r * length * triedTangent[j]!
    );
  }

  function lost(): SolutionError {
    return new SolutionError('path-lost', `the branch of quantal responses was lost after ${steps} steps`);
  }

  function unsettled(): SolutionError {
    return new SolutionError('not-converged', `quantal responses did not settle after ${steps} steps`);
  }

  /** A step that holds, in `tried`. @returns its length. */
  function findStep(): number {
    for (;;) {
      if (!(step >= smallestStep)) throw lost();
      const missed = tryStep(step);
      const length = step;
      if (missed >= 0) {
        step *= Math.min(3, Math.max(0.4, Math.sqrt(aim / Math.max(missed, 1e-6))));
        return length;
      }
      step *= 0.4;
    }
  }

  function accept(length: number): void {
    if (triedTangent[last]! * tangent[last]! < 0) turningPoints.push(tried[last]!);
    lastTangent.set(tangent);
    tangent.set(triedTangent);
    orientation = triedOrientation;
    point.set(tried);
    lastLength = length;
    curve.reanchor(point, tangent, lastTangent);
    steps++;
    if (steps > mostSteps) {
      throw new SolutionError(
        'path-lost',
        `the branch of quantal responses did not end in ${mostSteps} steps`,
      );
    }
    if (point[last]! < 0) throw lost();
  }

  curve.residual(point, right);
  orientation = border(point, undefined);
  if (orientation === 0) throw lost();
  setTangent(tangent);

  return {
    point,
    get steps() {
      return steps;
    },
    turningPoints,
    advance() {
      accept(findStep());
    },
    settleHere() {
      settled.set(point);
      if (!settle(point[last]!)) throw unsettled();
      return settled;
    },
    reach(target, onStep) {
      if (target === 0 && steps === 0) {
        settled.fill(0);
        curve.residual(settled, right);
        return settled;
      }
      for (;;) {
        const length = findStep();
        if (tried[last]! < target) {
          accept(length);
          onStep?.(point[last]!);
          continue;
        }
        if (settleBetween(target, length)) return settled;
        if (length < smallestStep) throw unsettled();
        step = 0.4 * length;
      }
    },
  };
}
