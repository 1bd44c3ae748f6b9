import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinearProgramError, maximize } from './maximize.ts';

const small = fc.integer({ min: -9, max: 9 });

describe('a linear program', () => {
  it('finds the optimum of a textbook example', () => {
    // Dantzig's form of Hillier and Lieberman's Wyndor Glass: 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18; 36 at (2, 6).
    const { x, value, prices } = maximize({
      objective: [3, 5, 0, 0, 0],
      rows: [
        [1, 0, 1, 0, 0],
        [0, 2, 0, 1, 0],
        [3, 2, 0, 0, 1],
      ],
      bounds: [4, 12, 18],
    });
    expect(value).toBeCloseTo(36, 12);
    expect(x[0]).toBeCloseTo(2, 12);
    expect(x[1]).toBeCloseTo(6, 12);
    [0, 1.5, 1].forEach((price, r) => {
      expect(prices[r]).toBeCloseTo(price, 12);
    });
  });

  it('comes to an end where Dantzig’s rule alone goes round in circles', () => {
    // Beale (1955): optimum 1/20.
    const { value } = maximize({
      objective: [3 / 4, -150, 1 / 50, -6, 0, 0, 0],
      rows: [
        [1 / 4, -60, -1 / 25, 9, 1, 0, 0],
        [1 / 2, -90, -1 / 50, 3, 0, 1, 0],
        [0, 0, 1, 0, 0, 0, 1],
      ],
      bounds: [0, 0, 1],
    });
    expect(value).toBeCloseTo(1 / 20, 12);
  });

  it('says when nothing satisfies it or bounds it, and takes a row twice over', () => {
    expect(() => maximize({ objective: [1], rows: [[1]], bounds: [-1] })).toThrow(LinearProgramError);
    expect(() => maximize({ objective: [1, 0], rows: [[1, -1]], bounds: [0] })).toThrow('nothing bounds');
    const twice = maximize({
      objective: [1, 0],
      rows: [
        [1, 1],
        [2, 2],
      ],
      bounds: [1, 2],
    });
    expect(twice.value).toBeCloseTo(1, 12);
  });

  it('has prices that prove the optimum: A’y ≥ c and b·y = c·x', () => {
    let solved = 0;
    const programs = fc
      .record({ n: fc.integer({ min: 1, max: 6 }), m: fc.integer({ min: 1, max: 4 }) })
      .chain(({ n, m }) => {
        const vector = (length: number) => fc.array(small, { minLength: length, maxLength: length });
        return fc.record({
          objective: vector(n),
          rows: fc.array(vector(n), { minLength: m, maxLength: m }),
          bounds: vector(m),
        });
      });
    fc.assert(
      fc.property(programs, ({ objective, rows, bounds }) => {
        // A last row that bounds everything, with its slack.
        const program = {
          objective: [...objective, 0],
          rows: [...rows.map((row) => [...row, 0]), [...objective.map(() => 1), 1]],
          bounds: [...bounds, 10],
        };
        try {
          const { x, value, prices } = maximize(program);
          solved++;
          program.rows.forEach((row, r) => {
            expect(row.reduce((sum, a, j) => sum + a * x[j], 0)).toBeCloseTo(program.bounds[r], 8);
          });
          program.objective.forEach((c, j) => {
            const priced = program.rows.reduce((sum, row, r) => sum + row[j] * prices[r], 0);
            expect(priced).toBeGreaterThan(c - 1e-8);
            expect(x[j]).toBeGreaterThanOrEqual(0);
          });
          expect(program.bounds.reduce((sum, b, r) => sum + b * prices[r], 0)).toBeCloseTo(value, 7);
        } catch (error) {
          expect((error as LinearProgramError).code).toBe('infeasible');
        }
      }),
      { numRuns: 500 },
    );
    expect(solved).toBeGreaterThan(100);
  });
});
