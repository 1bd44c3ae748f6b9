/**
 * The inner loops of the solver. Eight rows are taken at once, so that each element of the vector is loaded once for
 * eight products and the sums do not wait for each other: about twice as fast as row by row.
 */

/** y = M x for a block of a larger array: `rows` × `columns` values from `at` on, row-major. */
export function multiply(
  matrix: Float64Array,
  at: number,
  rows: number,
  columns: number,
  x: Float64Array,
  xAt: number,
  y: Float64Array,
  yAt: number,
): void {
  const end = xAt + columns;
  const two = 2 * columns;
  const three = 3 * columns;
  let r = 0;
  for (; r + 7 < rows; r += 8) {
    const four = 4 * columns;
    const five = 5 * columns;
    const six = 6 * columns;
    const seven = 7 * columns;
    let p = at + r * columns;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let k = xAt; k < end; k++, p++) {
      const value = x[k]!;
      a += matrix[p]! * value;
      b += matrix[p + columns]! * value;
      c += matrix[p + two]! * value;
      d += matrix[p + three]! * value;
      e += matrix[p + four]! * value;
      f += matrix[p + five]! * value;
      g += matrix[p + six]! * value;
      h += matrix[p + seven]! * value;
    }
    const out = yAt + r;
    y[out] = a;
    y[out + 1] = b;
    y[out + 2] = c;
    y[out + 3] = d;
    y[out + 4] = e;
    y[out + 5] = f;
    y[out + 6] = g;
    y[out + 7] = h;
  }
  for (; r + 3 < rows; r += 4) {
    let p = at + r * columns;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = xAt; k < end; k++, p++) {
      const value = x[k]!;
      a += matrix[p]! * value;
      b += matrix[p + columns]! * value;
      c += matrix[p + two]! * value;
      d += matrix[p + three]! * value;
    }
    const out = yAt + r;
    y[out] = a;
    y[out + 1] = b;
    y[out + 2] = c;
    y[out + 3] = d;
  }
  for (; r < rows; r++) {
    let p = at + r * columns;
    let a = 0;
    for (let k = xAt; k < end; k++, p++) a += matrix[p]! * x[k]!;
    y[yAt + r] = a;
  }
}

/**
 * y = M x and z = Mᵀ u in one pass over a square block of `size` rows from `at` on; x, y, u and z all start at
 * `vectorAt`.
 */
export function multiplyBothWays(
  matrix: Float64Array,
  at: number,
  size: number,
  x: Float64Array,
  y: Float64Array,
  u: Float64Array,
  z: Float64Array,
  vectorAt: number,
): void {
  const end = vectorAt + size;
  for (let k = vectorAt; k < end; k++) z[k] = 0;
  let r = 0;
  for (; r + 3 < size; r += 4) {
    let p = at + r * size;
    let q = p + size;
    let s = q + size;
    let t = s + size;
    const row = vectorAt + r;
    const f = u[row]!;
    const g = u[row + 1]!;
    const h = u[row + 2]!;
    const i = u[row + 3]!;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = vectorAt; k < end; k++) {
      const value = x[k]!;
      const m0 = matrix[p++]!;
      const m1 = matrix[q++]!;
      const m2 = matrix[s++]!;
      const m3 = matrix[t++]!;
      a += m0 * value;
      b += m1 * value;
      c += m2 * value;
      d += m3 * value;
      z[k]! += m0 * f + m1 * g + (m2 * h + m3 * i);
    }
    y[row] = a;
    y[row + 1] = b;
    y[row + 2] = c;
    y[row + 3] = d;
  }
  for (; r < size; r++) {
    let p = at + r * size;
    const f = u[vectorAt + r]!;
    let a = 0;
    for (let k = vectorAt; k < end; k++) {
      const m0 = matrix[p++]!;
      a += m0 * x[k]!;
      z[k]! += m0 * f;
    }
    y[vectorAt + r] = a;
  }
}
