import { describe, expect, it } from 'vitest';
import { CoalitionError } from './coalition.ts';
import { nashInNash, nashInNashOutcomes, type Track } from './nash-in-nash.ts';

/** A hub, player 0, that bargains with 1 and with 2. */
const tracks = (terms: number, weights?: [number, number]): Track[] => [
  { parties: [0, 1], terms, ...(weights && { weights }) },
  { parties: [0, 2], terms, ...(weights && { weights }) },
];

describe('a hub that buys from two', () => {
  // Both are worth 10 to it, either alone 6. Prices are tenths of the number of the terms.
  const pays = ([one, two]: readonly (number | undefined)[]) => {
    const deals = [one, two].filter((price) => price !== undefined);
    const worth = [0, 6, 10][deals.length];
    const prices = [one, two].map((price) => (price ?? 0) / 10);
    return [worth - prices[0] - prices[1], ...prices];
  };

  it('pays each half of what each adds to the other', () => {
    // Nash-in-Nash with transfers: the price splits the marginal contribution, ½(10 − 6). Collard-Wexler, Gowrisankaran
    // and Lee (2019), Journal of Political Economy 127(1), equation 4.
    const { terms, payoffs, gains } = nashInNash(tracks(101), pays);
    expect(terms).toEqual([20, 20]);
    expect(payoffs).toEqual([6, 2, 2]);
    expect(gains).toEqual([
      [2, 2],
      [2, 2],
    ]);
  });

  it('pays more to who has more weight', () => {
    expect(nashInNash(tracks(101, [1, 3]), pays).terms).toEqual([30, 30]);
  });

  it('comes to the same from anywhere, the only settlement there is', () => {
    expect(nashInNash(tracks(101), pays, { start: [0, 39] }).terms).toEqual([20, 20]);
    const all = nashInNashOutcomes(tracks(101), pays);
    expect(all.map(({ terms }) => terms)).toEqual([[20, 20]]);
  });
});

describe('bargains that bear on each other', () => {
  it('settle where each is right for the other', () => {
    // A deal is worth 1 + g·x to the partner, x being what the other track settled on, and x is paid to the hub: each
    // splits it, x = (1 + g·x)/2, so x = 1/(2 − g) = 2/3 at g = 1/2.
    const pays = (terms: readonly (number | undefined)[]) => {
      const x = terms.map((own) => (own === undefined ? 0 : own / 300));
      const partner = (k: number) => (terms[k] === undefined ? 0 : 1 + x[1 - k] / 2 - x[k]);
      return [x[0] + x[1], partner(0), partner(1)];
    };
    const { terms, rounds } = nashInNash(tracks(301), pays);
    expect(terms).toEqual([200, 200]);
    expect(rounds).toBeGreaterThan(2);
  });

  it('settle on no deal where a deal of the two hurts one of them', () => {
    const pays = ([one]: readonly (number | undefined)[]) => (one === undefined ? [0, 0, 0] : [5, -1, 0]);
    expect(nashInNash(tracks(3), pays).terms).toEqual([undefined, undefined]);
    expect(nashInNash(tracks(3), pays, { start: [1, 2] }).terms[0]).toBeUndefined();
  });

  it('may have no settlement: then there is an error, and no numbers', () => {
    // The first track wants the terms alike, the second wants them to differ.
    const pays = ([one, two]: readonly (number | undefined)[]) => {
      const alike = one === two;
      if (one === undefined || two === undefined) {
        return [Number(!alike), Number(one !== undefined), Number(two !== undefined)];
      }
      return [2, alike ? 2 : 1, alike ? 1 : 2];
    };
    const attempt = () => nashInNash(tracks(2), pays);
    expect(attempt).toThrow(CoalitionError);
    expect(attempt).toThrow('go round in circles');
    expect(nashInNashOutcomes(tracks(2), pays)).toEqual([]);
  });
});

describe('tracks that are none', () => {
  it('are refused', () => {
    const pays = () => [0, 0];
    expect(() => nashInNash([{ parties: [0, 0], terms: 1 }], pays)).toThrow('two different players');
    expect(() => nashInNash([{ parties: [0, 1], terms: 0 }], pays)).toThrow('at least one term');
    expect(() => nashInNash([{ parties: [0, 1], terms: 1 }], () => [0, Number.NaN])).toThrow('pay 0, NaN');
    expect(() => nashInNashOutcomes(tracks(2000), () => [0, 0, 0])).toThrow('too many to look at');
  });
});
