/**
 * The two products that the solver spends its time in, for matrices of equal blocks standing one after another:
 * block b of the matrix is multiplied with block b of the vector. Row-major; arrays come from the same
 * `KernelMemory` as the kernels.
 */
export interface Kernels {
  /** y_b = M_b x_b, each M_b `rows` × `columns`. */
  multiply(
    matrix: Float64Array,
    blocks: number,
    rows: number,
    columns: number,
    x: Float64Array,
    y: Float64Array,
  ): void;

  /** y_b = M_b x_b and z_b = M_bᵀ u_b in one pass over square blocks of `size` rows. */
  multiplyBothWays(
    matrix: Float64Array,
    blocks: number,
    size: number,
    x: Float64Array,
    y: Float64Array,
    u: Float64Array,
    z: Float64Array,
  ): void;
}

/** Where the arrays of one solver live, with kernels that can read them there. */
export interface KernelMemory {
  readonly kernels: Kernels;
  /** Room for numbers, all zero. */
  array(length: number): Float64Array;
  /** A copy of numbers from elsewhere. */
  copy(values: Float64Array): Float64Array;
}
