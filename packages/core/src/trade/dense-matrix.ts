/**
 * Inverse of a small dense matrix by Gauss-Jordan elimination with partial pivoting.
 *
 * @param matrix n·n values, row-major; left as it was.
 * @returns the inverse, row-major; about 2n³ floating-point operations.
 * @throws RangeError when the matrix is singular to working precision.
 */
export function invert(matrix: Float64Array, n: number): Float64Array {
  const a = Float64Array.from(matrix);
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) inverse[i * n + i] = 1;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(a[row * n + column]!) > Math.abs(a[pivot * n + column]!)) pivot = row;
    }
    const head = a[pivot * n + column]!;
    if (!(Math.abs(head) > 1e-14)) throw new RangeError(`singular matrix at column ${column}`);
    if (pivot !== column) {
      swapRows(a, n, pivot, column);
      swapRows(inverse, n, pivot, column);
    }
    for (let k = 0; k < n; k++) {
      a[column * n + k]! /= head;
      inverse[column * n + k]! /= head;
    }
    for (let row = 0; row < n; row++) {
      const factor = a[row * n + column]!;
      if (row === column || factor === 0) continue;
      for (let k = 0; k < n; k++) {
        a[row * n + k]! -= factor * a[column * n + k]!;
        inverse[row * n + k]! -= factor * inverse[column * n + k]!;
      }
    }
  }
  return inverse;
}

function swapRows(a: Float64Array, n: number, r: number, s: number): void {
  for (let k = 0; k < n; k++) {
    const held = a[r * n + k]!;
    a[r * n + k] = a[s * n + k]!;
    a[s * n + k] = held;
  }
}
