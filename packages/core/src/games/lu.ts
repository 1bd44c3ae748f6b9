/**
 * Factors a square matrix in place, P·A = L·U, by Gaussian elimination with partial pivoting.
 *
 * @param a n·n values, row-major; becomes L below the diagonal and U on and above it.
 * @param rows becomes the order of the rows.
 * @returns the sign of the determinant; 0 when the matrix is singular.
 */
export function factor(a: Float64Array, rows: Int32Array, n: number): -1 | 0 | 1 {
  for (let i = 0; i < n; i++) rows[i] = i;
  let sign: -1 | 1 = 1;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    let most = Math.abs(a[k * n + k]!);
    for (let i = k + 1; i < n; i++) {
      const size = Math.abs(a[i * n + k]!);
      if (size > most) {
        most = size;
        pivot = i;
      }
    }
    // Written so that NaN counts as singular.
    if (!(most > 0)) return 0;
    if (pivot !== k) {
      sign = sign === 1 ? -1 : 1;
      for (let j = 0; j < n; j++) {
        const held = a[k * n + j]!;
        a[k * n + j] = a[pivot * n + j]!;
        a[pivot * n + j] = held;
      }
      const held = rows[k]!;
      rows[k] = rows[pivot]!;
      rows[pivot] = held;
    }
    const head = a[k * n + k]!;
    if (head < 0) sign = sign === 1 ? -1 : 1;
    for (let i = k + 1; i < n; i++) {
      const entry = a[i * n + k]!;
      if (entry === 0) continue;
      const times = entry / head;
      a[i * n + k] = times;
      for (let j = k + 1; j < n; j++) a[i * n + j]! -= times * a[k * n + j]!;
    }
  }
  return sign;
}

/** Solves A·x = b with a matrix that `factor` took apart. */
export function solveFactored(
  a: Float64Array,
  rows: Int32Array,
  n: number,
  b: Float64Array,
  x: Float64Array,
): void {
  for (let i = 0; i < n; i++) {
    let sum = b[rows[i]!]!;
    for (let j = 0; j < i; j++) sum -= a[i * n + j]! * x[j]!;
    x[i] = sum;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let j = i + 1; j < n; j++) sum -= a[i * n + j]! * x[j]!;
    x[i] = sum / a[i * n + i]!;
  }
}
