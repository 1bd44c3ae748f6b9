import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelMemory } from './kernels.ts';
import { plainMemory } from './plain-kernels.ts';
import { kernelMemory } from './vector-kernels.ts';

const memories: [string, (numbers: number) => KernelMemory][] = [
  ['vector', kernelMemory],
  ['plain', plainMemory],
];

const shape = fc.record({
  blocks: fc.integer({ min: 1, max: 4 }),
  rows: fc.integer({ min: 1, max: 21 }),
  columns: fc.integer({ min: 1, max: 21 }),
  seed: fc.integer({ min: 1, max: 1e9 }),
});

/** Numbers that a seed fixes, between −1 and 1. */
function numbers(seed: number, length: number): Float64Array {
  return Float64Array.from({ length }, (_, k) => Math.sin(seed + 12.9898 * k) % 1);
}

describe.each(memories)('%s kernels', (_, memoryFor) => {
  it('multiply block by block', () => {
    fc.assert(
      fc.property(shape, ({ blocks, rows, columns, seed }) => {
        const memory = memoryFor(10_000);
        const matrix = memory.copy(numbers(seed, blocks * rows * columns));
        const x = memory.copy(numbers(seed + 1, blocks * columns));
        const y = memory.array(blocks * rows);
        const after = memory.copy(Float64Array.of(7));
        memory.kernels.multiply(matrix, blocks, rows, columns, x, y);
        for (let b = 0; b < blocks; b++) {
          for (let r = 0; r < rows; r++) {
            let sum = 0;
            for (let k = 0; k < columns; k++)
              sum += matrix[(b * rows + r) * columns + k]! * x[b * columns + k]!;
            expect(y[b * rows + r]).toBeCloseTo(sum, 12);
          }
        }
        expect(after[0]).toBe(7);
      }),
    );
  });

  it('multiply square blocks both ways', () => {
    fc.assert(
      fc.property(shape, ({ blocks, rows: size, seed }) => {
        const memory = memoryFor(10_000);
        const matrix = memory.copy(numbers(seed, blocks * size * size));
        const x = memory.copy(numbers(seed + 1, blocks * size));
        const u = memory.copy(numbers(seed + 2, blocks * size));
        const y = memory.array(blocks * size);
        const z = memory.copy(numbers(seed + 3, blocks * size));
        memory.kernels.multiplyBothWays(matrix, blocks, size, x, y, u, z);
        for (let b = 0; b < blocks; b++) {
          for (let r = 0; r < size; r++) {
            let along = 0;
            let across = 0;
            for (let k = 0; k < size; k++) {
              along += matrix[(b * size + r) * size + k]! * x[b * size + k]!;
              across += matrix[(b * size + k) * size + r]! * u[b * size + k]!;
            }
            expect(y[b * size + r]).toBeCloseTo(along, 12);
            expect(z[b * size + r]).toBeCloseTo(across, 12);
          }
        }
      }),
    );
  });
});

describe('kernel memory', () => {
  it('is that of the vector kernels here, not of the loops that stand in for them', () => {
    // WebAssembly hands out memory in pages of 64 KiB; an array of its own would be 8 bytes.
    expect(kernelMemory(1).array(1).buffer.byteLength).toBe(65_536);
  });

  it('refuses more numbers than it was made for', () => {
    const memory = kernelMemory(10);
    expect(() => memory.array(100_000)).toThrow(RangeError);
  });
});
