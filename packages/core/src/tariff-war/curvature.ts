/**
 * How a payoff bends, as far as a search has seen: minus its second derivatives, kept positive definite, by the update
 * of Broyden, Fletcher, Goldfarb and Shanno with Powell's damping (Nocedal and Wright 2006, procedure 18.2).
 */
export class Curvature {
  readonly #size: number;
  #matrix: Float64Array | undefined;

  constructor(size: number) {
    this.#size = size;
  }

  /** Takes the bends along each direction where nothing is known yet. */
  startFrom(bends: readonly number[]): void {
    if (this.#matrix) return;
    this.#matrix = new Float64Array(this.#size ** 2);
    bends.forEach((bend, a) => {
      this.#matrix![a * this.#size + a] = Math.max(bend, leastBend);
    });
  }

  /** Newton's step along the free directions, in their order. */
  stepFor(slopes: readonly number[], free: readonly number[]): number[] {
    const n = free.length;
    const rows = free.map((a) => [...free.map((b) => this.#matrix![a * this.#size + b]!), slopes[a]!]);
    // Positive definite: no pivoting.
    for (let c = 0; c < n; c++) {
      for (let r = c + 1; r < n; r++) {
        const factor = rows[r]![c]! / rows[c]![c]!;
        for (let k = c; k <= n; k++) rows[r]![k]! -= factor * rows[c]![k]!;
      }
    }
    const step = new Array<number>(n).fill(0);
    for (let r = n - 1; r >= 0; r--) {
      let rest = rows[r]![n]!;
      for (let k = r + 1; k < n; k++) rest -= rows[r]![k]! * step[k]!;
      step[r] = rest / rows[r]![r]!;
    }
    return step;
  }

  /** @param fall how much the slopes fell over the change. */
  learn(change: readonly number[], fall: readonly number[]): void {
    const n = this.#size;
    const matrix = this.#matrix!;
    const expected = change.map((_, a) => dot(change, (b) => matrix[a * n + b]!));
    const bent = dot(change, (a) => expected[a]!);
    if (!(bent > 0)) return;
    const seen = dot(change, (a) => fall[a]!);
    const trust = seen >= 0.2 * bent ? 1 : (0.8 * bent) / (bent - seen);
    const taken = fall.map((value, a) => trust * value + (1 - trust) * expected[a]!);
    const along = dot(change, (a) => taken[a]!);
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        matrix[a * n + b]! += (taken[a]! * taken[b]!) / along - (expected[a]! * expected[b]!) / bent;
      }
    }
  }
}

/** Percent per squared log: where a payoff is straight or bends the wrong way, steps are still bounded. */
const leastBend = 1e-3;

function dot(values: readonly number[], other: (index: number) => number): number {
  return values.reduce((sum, value, k) => sum + value * other(k), 0);
}
