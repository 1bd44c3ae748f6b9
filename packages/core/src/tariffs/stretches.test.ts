import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Listed, piecesOf, placeStretches, StretchOverflow } from './stretches.ts';

const always = { on: 0, until: Infinity };

describe('lists of goods put side by side', () => {
  it('lie from the left, one after the other', () => {
    expect(
      placeStretches([
        { share: 0.3, ...always },
        { share: 0.5, ...always },
      ]),
    ).toEqual([[{ start: 0, end: 0.3 }], [{ start: 0.3, end: 0.8 }]]);
  });

  it('that follow each other take the same goods', () => {
    const [first, second] = placeStretches([
      { share: 0.3, on: 0, until: 10 },
      { share: 0.5, on: 10, until: 20 },
    ]);
    expect(first).toEqual([{ start: 0, end: 0.3 }]);
    expect(second).toEqual([{ start: 0, end: 0.5 }]);
  });

  it('fill what is free on both sides of one that lies between', () => {
    const stretches = placeStretches([
      { share: 0.2, on: 0, until: 10 },
      { share: 0.3, ...always },
      { share: 0.6, on: 10, until: 20 },
    ]);
    expect(stretches[2]).toEqual([
      { start: 0, end: 0.2 },
      { start: 0.5, end: expect.closeTo(0.9, 12) },
    ]);
  });

  it('say which does not fit, and how much was free', () => {
    try {
      placeStretches([
        { share: 0.7, ...always },
        { share: 0.5, ...always },
      ]);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(StretchOverflow);
      expect(error).toMatchObject({ index: 1, placed: expect.closeTo(0.3, 12) });
    }
  });

  it('keep their shares, and never meet while they hold together, over random lists', () => {
    const listed = fc.record({
      share: fc.double({ min: 0.01, max: 0.25, noNaN: true }),
      on: fc.nat(20),
      days: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(listed, { maxLength: 4 }), (drawn) => {
        const lists = drawn.map(({ share, on, days }): Listed => ({ share, on, until: on + days }));
        const stretches = placeStretches(lists);
        const { shares, covers } = piecesOf(stretches);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        lists.forEach((list, k) => {
          const taken = shares.reduce((sum, share, piece) => sum + share * covers[k]![piece]!, 0);
          expect(taken).toBeCloseTo(list.share, 7);
          lists.forEach((other, q) => {
            if (q === k || other.on >= list.until || list.on >= other.until) return;
            expect(covers[k]!.some((covered, piece) => covered === 1 && covers[q]![piece] === 1)).toBe(false);
          });
        });
      }),
    );
  });
});
