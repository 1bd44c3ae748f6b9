import type { KernelMemory, Kernels } from './kernels.ts';

/**
 * The kernels in plain loops, where vector instructions are not to be had. Four rows are taken at once, so that each
 * element of the vector is loaded once for four products and the four sums do not wait for each other.
 */
const plainKernels: Kernels = {
  multiply(matrix, blocks, rows, columns, x, y) {
    let at = 0;
    for (let b = 0; b < blocks; b++) {
      const from = b * columns;
      const end = from + columns;
      const to = b * rows;
      let r = 0;
      for (; r + 3 < rows; r += 4, at += 4 * columns) {
        let p = at;
        let s0 = 0;
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        for (let k = from; k < end; k++, p++) {
          const value = x[k]!;
          s0 += matrix[p]! * value;
          s1 += matrix[p + columns]! * value;
          s2 += matrix[p + 2 * columns]! * value;
          s3 += matrix[p + 3 * columns]! * value;
        }
        y[to + r] = s0;
        y[to + r + 1] = s1;
        y[to + r + 2] = s2;
        y[to + r + 3] = s3;
      }
      for (; r < rows; r++) {
        let sum = 0;
        for (let k = from; k < end; k++) sum += matrix[at++]! * x[k]!;
        y[to + r] = sum;
      }
    }
  },

  multiplyBothWays(matrix, blocks, size, x, y, u, z) {
    let at = 0;
    for (let b = 0; b < blocks; b++) {
      const from = b * size;
      const end = from + size;
      for (let k = from; k < end; k++) z[k] = 0;
      for (let r = from; r < end; r++) {
        const factor = u[r]!;
        let sum = 0;
        for (let k = from; k < end; k++) {
          const value = matrix[at++]!;
          sum += value * x[k]!;
          z[k]! += value * factor;
        }
        y[r] = sum;
      }
    }
  },
};

export function plainMemory(): KernelMemory {
  return {
    kernels: plainKernels,
    array: (length) => new Float64Array(length),
    copy: (values) => values.slice(),
  };
}
