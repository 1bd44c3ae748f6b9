import { describe, expect, it } from 'vitest';
import { aspiration, timeAt } from './aspiration.ts';

const range = { best: 2, reservation: -1 };

describe('aspiration', () => {
  // A(t) = r + (b − r)(1 − t^(1/β)) worked out by hand: (1/2)^4 = 1/16, (1/2)^1, (1/16)^(1/4) = 1/2.
  it('is the closed form of Faratin, Sierra and Jennings', () => {
    expect(aspiration(range, 1 / 2, 1 / 4)).toBeCloseTo(-1 + 3 * (15 / 16), 12);
    expect(aspiration(range, 1 / 2, 1)).toBeCloseTo(1 / 2, 12);
    expect(aspiration(range, 1 / 16, 4)).toBeCloseTo(1 / 2, 12);
  });

  it('begins at the best and ends at the reservation value', () => {
    for (const beta of [1 / 4, 1, 4]) {
      expect(aspiration(range, 0, beta)).toBe(2);
      expect(aspiration(range, 1, beta)).toBe(-1);
    }
  });

  it('never rises, and is lower in between the larger β is', () => {
    const times = Array.from({ length: 9 }, (_, k) => (k + 1) / 10);
    for (const [k, time] of times.entries()) {
      const [late, even, early] = [1 / 4, 1, 4].map((beta) => aspiration(range, time, beta));
      expect(late).toBeGreaterThan(even!);
      expect(even).toBeGreaterThan(early!);
      if (k > 0) expect(aspiration(range, time, 4)).toBeLessThan(aspiration(range, times[k - 1]!, 4));
    }
  });

  it('takes the last of several reviews for the deadline', () => {
    expect([0, 5, 10].map((review) => timeAt(review, 11))).toEqual([0, 1 / 2, 1]);
    expect(timeAt(0, 1)).toBe(1);
  });
});
