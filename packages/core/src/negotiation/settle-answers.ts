import { factor, solveFactored } from '../games/lu.ts';

/** How closely moves and beliefs must answer each other, as a difference of probabilities. */
const settled = 1e-10;

/** Writes into `next` what the state that is asked about leads to. */
export type Answer = (next: Float64Array) => void;

/** Whether repetition or Newton's method brings `state` to where it answers itself; it is left as near as they came. */
export function answerEachOther(state: Float64Array, answer: Answer): boolean {
  return (
    repeat(state, answer, 1, 0.05, 200) || newton(state, answer) || repeat(state, answer, 0.05, 0.005, 1500)
  );
}

/** Moves `state` towards its own answer, by less where it circles. */
function repeat(state: Float64Array, answer: Answer, first: number, least: number, rounds: number): boolean {
  const next = new Float64Array(state.length);
  let part = first;
  let last = Infinity;
  for (let round = 0; round < rounds; round++) {
    answer(next);
    let miss = 0;
    for (let k = 0; k < next.length; k++) miss = Math.max(miss, Math.abs(next[k]! - state[k]!));
    if (miss < settled) return true;
    if (miss > 0.9 * last) part = Math.max(least, part * 0.7);
    last = miss;
    for (let k = 0; k < next.length; k++) state[k]! += part * (next[k]! - state[k]!);
  }
  return false;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Newton's method with shortened steps on x ↦ answer(x) − x; `state` is x. */
function newton(state: Float64Array, answer: Answer): boolean {
  const n = state.length;
  const missOf = (x: Float64Array) => {
    state.set(x);
    const next = new Float64Array(n);
    answer(next);
    return next.map((value, k) => value - x[k]!);
  };
  let x = state.slice();
  let miss = missOf(x);
  const slopes = new Float64Array(n * n);
  const rows = new Int32Array(n);
  const step = new Float64Array(n);
  for (let round = 0; round < 100; round++) {
    if (largest(miss) < settled) return largest(missOf(x)) < settled;
    for (let k = 0; k < n; k++) {
      // Towards the inside, where beliefs are.
      const width = x[k]! > 0.5 ? -1e-7 : 1e-7;
      const beside = missOf(x.map((value, other) => (other === k ? value + width : value)));
      for (let row = 0; row < n; row++) slopes[row * n + k] = (beside[row]! - miss[row]!) / width;
    }
    if (factor(slopes, rows, n) === 0) return false;
    solveFactored(slopes, rows, n, miss, step);
    let length = 1;
    for (; length > 1e-6; length /= 2) {
      const tried = x.map((value, k) => Math.min(1, Math.max(0, value - length * step[k]!)));
      const found = missOf(tried);
      if (largest(found) < largest(miss)) {
        x = tried;
        miss = found;
        break;
      }
    }
    if (length <= 1e-6) return false;
  }
  return false;
}
