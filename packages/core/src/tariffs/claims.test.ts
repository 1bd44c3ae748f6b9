import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsAfter, daysOfMonth, settledShare } from './claims.ts';

const response = { scale: 0.05, speed: 0.5, memory: 24, since: '2025-01-01' };

describe('the share that claims settle at', () => {
  it('is the floor at no margin and the ceiling at any large one', () => {
    expect(settledShare(0.3, 0.9, 0, 0.05)).toBe(0.3);
    expect(settledShare(0.3, 0.9, Infinity, 0.05)).toBeCloseTo(0.9, 12);
    // A margin of κ goes 1 − 1/e of the way.
    expect(settledShare(0, 1, 0.05, 0.05)).toBeCloseTo(1 - Math.exp(-1), 12);
    expect(settledShare(0.3, 0.9, -0.1, 0.05)).toBe(0.3);
  });
});

describe('the way there', () => {
  const at = (share: number) => ({ share, daysFallen: 0 });

  it('closes half of the gap in a month at a speed of a half', () => {
    const { share } = claimsAfter(at(0.2), 2 * daysOfMonth, 1, 1, response);
    expect(share).toBeCloseTo(1 - 0.8 / 4, 12);
  });

  it('does not depend on how the days are cut', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(2000), fc.nat(2000), (settled, a, b) => {
        const cut = claimsAfter(claimsAfter(at(0.5), a, settled, 1, response), b, settled, 1, response);
        const whole = claimsAfter(at(0.5), a + b, settled, 1, response);
        expect(cut.share).toBeCloseTo(whole.share, 6);
      }),
    );
  });

  it('keeps a share for the memory after the margin has fallen, then gives it up at the same speed', () => {
    const kept = claimsAfter(at(0.9), 24 * daysOfMonth, 0.3, 1, response);
    expect(kept.share).toBe(0.9);
    expect(claimsAfter(kept, daysOfMonth, 0.3, 1, response).share).toBeCloseTo(0.6, 12);
    expect(claimsAfter(kept, Infinity, 0.3, 1, response).share).toBe(0.3);
  });

  it('forgets a fall that is made good', () => {
    const fallen = claimsAfter(at(0.9), 20 * daysOfMonth, 0.3, 1, response);
    const back = claimsAfter(fallen, daysOfMonth, 0.95, 1, response);
    expect(claimsAfter(back, 20 * daysOfMonth, 0.3, 1, response).share).toBe(back.share);
  });

  it('gives up at once what a rule of origin forbids', () => {
    expect(claimsAfter(at(0.9), 1, 0.5, 0.6, response).share).toBe(0.6);
  });
});
