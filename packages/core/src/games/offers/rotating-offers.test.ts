import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternatingOffers, rotatingOffers } from './rotating-offers.ts';

function expectShares(shares: readonly number[], expected: readonly number[]) {
  expect(shares).toHaveLength(expected.length);
  expected.forEach((share, i) => {
    expect(shares[i]).toBeCloseTo(share, 6);
  });
}

describe('two players in turn without an end', () => {
  // Rubinstein (1982): (1 − δ₂) / (1 − δ₁δ₂).
  it.each([
    [0.9, 0.9, 0.526316],
    [0.9, 0.8, 0.714286],
  ])('discounting by %d and %d', (one, two, first) => {
    expectShares(alternatingOffers({ discounts: [one, two], rounds: Infinity }).shares, [first, 1 - first]);
  });
});

describe('two players in turn for some rounds', () => {
  // Ståhl (1972): (1 − (−δ)ⁿ) / (1 + δ).
  it.each([
    [10, 0.342801],
    [11, 0.691479],
  ])('%d rounds at .9', (rounds, first) => {
    expectShares(alternatingOffers({ discounts: [0.9, 0.9], rounds }).shares, [first, 1 - first]);
  });

  it('take all in the last round', () => {
    expect(alternatingOffers({ discounts: [0.9, 0.8], rounds: 1 }).shares).toEqual([1, 0]);
    expect(alternatingOffers({ discounts: [0.9, 0.8], rounds: 1, first: 1 }).shares).toEqual([0, 1]);
  });
});

describe('three players who must all agree, at .9', () => {
  const discounts = [0.9, 0.9, 0.9];

  it('without an end share as 1 : δ : δ²', () => {
    // 1 / (1 + .9 + .81) and so on.
    expectShares(rotatingOffers({ discounts, rounds: Infinity }).shares, [0.369004, 0.332103, 0.298893]);
  });

  it('in eleven rounds', () => {
    // The recursion of continuation values, worked out independently: the second player is last to propose.
    expectShares(rotatingOffers({ discounts, rounds: 11 }).shares, [0.264786, 0.552118, 0.183096]);
  });
});

describe('any number of players', () => {
  const rules = fc.record({
    discounts: fc.array(fc.double({ min: 0, max: 0.95, noNaN: true }), { minLength: 2, maxLength: 5 }),
    first: fc.nat(1),
  });

  it('share one pie, and a long horizon is like none', () => {
    fc.assert(
      fc.property(rules, ({ discounts, first }) => {
        const forever = rotatingOffers({ discounts, first, rounds: Infinity });
        const long = rotatingOffers({ discounts, first, rounds: 2000 });
        expect(forever.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        discounts.forEach((_, i) => {
          expect(long.shares[i]).toBeCloseTo(forever.shares[i], 9);
        });
      }),
    );
  });

  it('get exactly what waiting is worth to them, unless they propose', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 2, max: 9 }), ({ discounts, first }, rounds) => {
        const { byRound } = rotatingOffers({ discounts, first, rounds });
        for (let round = 0; round + 1 < rounds; round++) {
          discounts.forEach((discount, i) => {
            if ((first + round) % discounts.length === i) return;
            expect(byRound[round][i]).toBeCloseTo(discount * byRound[round + 1][i], 12);
          });
        }
      }),
    );
  });
});

describe('rules that make no sense', () => {
  it.each([
    [{ discounts: [1, 1], rounds: Infinity }, /any division is possible/],
    [{ discounts: [0.9], rounds: 3 }, /two or more numbers from 0 to 1, not 0.9/],
    [{ discounts: [0.9, 1.1], rounds: 3 }, /not 0.9, 1.1/],
    [{ discounts: [0.9, 0.9], rounds: 0 }, /not 0/],
    [{ discounts: [0.9, 0.9], rounds: 2, first: 2 }, /no player 2/],
  ])('are refused: %o', (rules, message) => {
    expect(() => rotatingOffers(rules)).toThrow(message);
  });
});
