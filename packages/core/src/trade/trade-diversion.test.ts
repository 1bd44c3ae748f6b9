import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tradeDiversion } from './trade-diversion.ts';

describe('trade diversion', () => {
  it('splits a change by hand: 30 of 40 lost by one supplier went to another, 10 were destroyed', () => {
    // Importer 0 buys from 1 and 2; importers 1 and 2 buy only at home.
    const before = Float64Array.of(500, 100, 50, 0, 70, 0, 0, 0, 80);
    const after = Float64Array.of(520, 60, 80, 0, 70, 0, 0, 0, 80);
    const { created, diverted } = tradeDiversion(before, after, 3, 1);
    expect([...created]).toEqual([-10, 0, 0]);
    expect([...diverted]).toEqual([0, -30, 30, 0, 0, 0, 0, 0, 0]);
  });

  it('shares what was switched among several gainers in proportion', () => {
    const before = Float64Array.of(0, 100, 10, 10, ...new Array(12).fill(0));
    const after = Float64Array.of(0, 80, 40, 20, ...new Array(12).fill(0));
    // Gains of 30 and 10, a loss of 20: half of every gain came from the loser.
    const { created, diverted } = tradeDiversion(before, after, 4, 1);
    expect(created[0]).toBe(20);
    expect([...diverted.slice(0, 4)]).toEqual([0, -20, 15, 5]);
  });

  it('adds up: what is diverted sums to zero, what is created is the whole change', () => {
    const N = 4;
    const J = 2;
    const flows = fc
      .array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: N * N * J, maxLength: N * N * J })
      .map((values) => Float64Array.from(values));
    fc.assert(
      fc.property(flows, flows, (before, after) => {
        const { created, diverted } = tradeDiversion(before, after, N, J);
        for (let n = 0; n < N; n++) {
          for (let j = 0; j < J; j++) {
            let change = 0;
            let switched = 0;
            for (let i = 0; i < N; i++) {
              const at = (n * N + i) * J + j;
              switched += diverted[at]!;
              if (i === n) expect(diverted[at]).toBe(0);
              else change += after[at]! - before[at]!;
              // Nobody is said to have gained or lost by diversion more than it gained or lost.
              const own = after[at]! - before[at]!;
              expect(diverted[at]! * own).toBeGreaterThanOrEqual(0);
              expect(Math.abs(diverted[at]!)).toBeLessThanOrEqual(Math.abs(own) + 1e-9);
            }
            expect(switched).toBeCloseTo(0, 8);
            expect(created[n * J + j]).toBeCloseTo(change, 8);
          }
        }
      }),
    );
  });
});
