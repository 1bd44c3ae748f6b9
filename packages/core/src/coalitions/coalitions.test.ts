import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CharacteristicGame, characteristicGame, expecting } from './characteristic-game.ts';
import { blockOf, coalitionOf, everyone, membersOf, partitionsOf, sizeOf } from './coalition.ts';
import { coreObjections, leastCore } from './core-of-game.ts';
import { owenValue } from './owen-value.ts';
import { partitionGame, partitionGameFromPayoffs } from './partition-game.ts';
import { shapleyValue } from './shapley-value.ts';
import { sideDeals } from './side-deals.ts';
import { unitedFront } from './united-front.ts';

function expectNear(numbers: readonly number[], expected: readonly number[], digits = 12) {
  expect(numbers).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(numbers[i]).toBeCloseTo(value, digits);
  });
}

const names = (n: number) => Array.from({ length: n }, (_, i) => `P${i}`);
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

const gloves = characteristicGame(['L', 'L', 'R'], (s) => Number((s & 0b100) > 0 && (s & 0b011) > 0));
const majority = characteristicGame(names(3), (s) => Number(sizeOf(s) >= 2));
/** Two large and three small members: both large ones and a small one decide. */
const twoLarge = characteristicGame(names(5), (s) => Number((s & 0b11) === 0b11 && s >> 2 > 0));

/** Firms with unit costs of zero and demand 1 − Q that merge: each of m blocks earns 1/(m + 1)², shared equally. */
const cournot = (firms: number) =>
  partitionGameFromPayoffs(names(firms), (partition) =>
    names(firms).map((_, i) => 1 / (partition.length + 1) ** 2 / sizeOf(blockOf(partition, i))),
  );

describe('the Shapley value', () => {
  it('of a right glove between two left ones', () => {
    // Shapley and Shubik (1969).
    expectNear(shapleyValue(gloves), [1 / 6, 1 / 6, 2 / 3]);
  });

  it('of a runway that planes of several sizes share', () => {
    // Littlechild and Owen (1973): each stretch is paid for equally by the planes that need it.
    const costs = [8, 11, 13, 18];
    const airport = characteristicGame(names(4), (s) => Math.max(...membersOf(s).map((i) => costs[i])));
    expectNear(shapleyValue(airport), [2, 3, 4, 9]);
  });

  it('of a permanent member of the Security Council', () => {
    // Nine votes of fifteen, the five permanent ones among them: 421/2145 and 4/2145.
    const council = characteristicGame(names(15), (s) => Number((s & 31) === 31 && sizeOf(s) >= 9));
    const values = shapleyValue(council);
    expect(values[0]).toBeCloseTo(421 / 2145, 12);
    expect(values[14]).toBeCloseTo(4 / 2145, 12);
  });
});

describe('the Owen value', () => {
  it('of two large and three small members, apart and with the small in a union', () => {
    expectNear(shapleyValue(twoLarge), [9 / 20, 9 / 20, 1 / 30, 1 / 30, 1 / 30]);
    const united = owenValue(twoLarge, [1, 2, 0b11100]);
    expectNear(united, [1 / 3, 1 / 3, 1 / 9, 1 / 9, 1 / 9]);
  });

  it('of a majority of three in which two are united', () => {
    // The union has the majority; the third is worth nothing, the two are alike.
    expectNear(owenValue(majority, [0b011, 0b100]), [1 / 2, 1 / 2, 0]);
  });

  it('refuses unions that overlap or leave somebody out', () => {
    expect(() => owenValue(majority, [0b011, 0b110])).toThrow('share nobody');
    expect(() => owenValue(majority, [0b011])).toThrow('holds all of the 3 players');
  });
});

describe('a united front', () => {
  it('can help its members', () => {
    const { toMembers, difference } = unitedFront(twoLarge, 0b11100);
    expect(toMembers).toBeCloseTo(3 * (1 / 9 - 1 / 30), 12);
    expect(difference[0]).toBeCloseTo(1 / 3 - 9 / 20, 12);
  });

  it('can hurt them', () => {
    // Harsanyi's paradox: where all must agree, two who act as one have one voice of two, not two of three.
    const unanimity = characteristicGame(names(3), (s) => Number(s === 0b111));
    const { toMembers, apart, united } = unitedFront(unanimity, 0b011);
    expectNear(apart, [1 / 3, 1 / 3, 1 / 3]);
    expectNear(united, [1 / 4, 1 / 4, 1 / 2]);
    expect(toMembers).toBeCloseTo(-1 / 6, 12);
  });
});

describe('the core', () => {
  it('gives all to the right glove', () => {
    expect(coreObjections(gloves, [0, 0, 1])).toEqual([]);
    expect(coreObjections(gloves, [0.1, 0, 0.9])).toEqual([
      { coalition: 0b110, worth: 1, gets: 0.9, excess: expect.closeTo(0.1, 12) },
    ]);
    const { excess, division, coreIsEmpty } = leastCore(gloves);
    expect(excess).toBeCloseTo(0, 12);
    expectNear(division, [0, 0, 1]);
    expect(coreIsEmpty).toBe(false);
  });

  it('of a majority of three is empty, by a third', () => {
    const { excess, division, coreIsEmpty } = leastCore(majority);
    expect(coreIsEmpty).toBe(true);
    expect(excess).toBeCloseTo(1 / 3, 12);
    expectNear(division, [1 / 3, 1 / 3, 1 / 3]);
    expect(coreObjections(majority, division).map(({ coalition }) => coalition)).toEqual([3, 5, 6]);
  });
});

describe('coalitions', () => {
  it('have as many partitions as the Bell numbers say', () => {
    const counts = [1, 2, 3, 4, 5, 6, 7].map((n) => partitionsOf(everyone(n)).length);
    expect(counts).toEqual([1, 2, 5, 15, 52, 203, 877]);
    expect(partitionsOf(0b111)).toEqual([[7], [5, 2], [3, 4], [1, 6], [1, 2, 4]]);
    expect(membersOf(coalitionOf(0, 2, 5))).toEqual([0, 2, 5]);
  });

  it('are worth what their expectation of the others says', () => {
    // Of five firms, two that merge against three alone, three as one; merged rivals are better for them.
    const game = cournot(5);
    const pair = 0b11;
    expect(expecting(game, 'alone').worth[pair]).toBeCloseTo(1 / 25, 12);
    expect(expecting(game, 'together').worth[pair]).toBeCloseTo(1 / 9, 12);
    expect(expecting(game, 'worst').worth[pair]).toBeCloseTo(1 / 25, 12);
    expect(expecting(game, 'best').worth[pair]).toBeCloseTo(1 / 9, 12);
    expect(expecting(game, 'alone').worth[31]).toBeCloseTo(1 / 4, 12);
  });
});

describe('what a coalition expects', () => {
  it('is least with the worst and most with the best of the others', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 40, maxLength: 40 }), (drawn) => {
        let at = 0;
        const game = partitionGame(names(4), () => drawn[at++ % drawn.length]);
        const [worst, alone, together, best] = (['worst', 'alone', 'together', 'best'] as const).map(
          (expectation) => expecting(game, expectation).worth,
        );
        for (let s = 1; s < 16; s++) {
          expect(worst[s]).toBeLessThanOrEqual(Math.min(alone[s], together[s]));
          expect(best[s]).toBeGreaterThanOrEqual(Math.max(alone[s], together[s]));
        }
      }),
    );
  });
});

describe('the side-deal test', () => {
  // Salant, Switzer and Reynolds (1983): two of three firms lose by merging, all three gain.
  it('finds who would gain by a deal of their own, and that a deal of two can hurt them', () => {
    const deals = sideDeals(cournot(3), [1, 2, 4]);
    const by = (coalition: number) => deals.find((deal) => deal.coalition === coalition);
    expect(deals).toHaveLength(4);
    expect(by(0b011)?.together).toBeCloseTo(1 / 9 - 2 / 16, 12);
    expect(by(0b011)?.blocks).toBe(false);
    // The third, left outside, gains by what hurts them.
    expectNear(by(0b011)?.toOthers ?? [], [0, 0, 1 / 9 - 1 / 16]);
    expect(by(0b111)?.together).toBeCloseTo(1 / 4 - 3 / 16, 12);
    expect(by(0b111)?.blocks).toBe(true);
    expect(deals[0].coalition).toBe(0b111);
  });

  it('turns on what those left behind do', () => {
    const leaves = (after: 'stay' | 'part') =>
      sideDeals(cournot(3), [7], { after }).find(({ coalition }) => coalition === 1);
    expect(leaves('stay')?.together).toBeCloseTo(1 / 9 - 1 / 12, 12);
    expect(leaves('stay')?.blocks).toBe(true);
    expect(leaves('part')?.partition).toEqual([1, 2, 4]);
    expect(leaves('part')?.together).toBeCloseTo(1 / 16 - 1 / 12, 12);
    expect(leaves('part')?.blocks).toBe(false);
  });

  it('tells gains of each from gains that would have to be shared', () => {
    const game = partitionGameFromPayoffs(['A', 'B', 'C'], (partition) =>
      partition.includes(0b011) ? [3, -1, -5] : [0, 0, 0],
    );
    const pair = sideDeals(game, [1, 2, 4]).find(({ coalition }) => coalition === 0b011);
    expect(pair).toMatchObject({ gains: [3, -1], blocks: false, blocksWithTransfers: true, together: 2 });
    expect(pair?.toOthers).toEqual([0, 0, -5]);
  });

  it('needs to know what each player gets', () => {
    const game = partitionGame(['A', 'B'], () => 1);
    expect(() => sideDeals(game, [1, 2])).toThrow('a game that says what each player gets');
  });
});

describe('any game', () => {
  const games: fc.Arbitrary<CharacteristicGame> = fc
    .integer({ min: 2, max: 6 })
    .chain((n) =>
      fc
        .array(fc.integer({ min: -10, max: 20 }), { minLength: 2 ** n, maxLength: 2 ** n })
        .map((worth) => characteristicGame(names(n), (s) => worth[s])),
    );
  /** With a partition for unions. */
  const withUnions = fc.tuple(games, fc.nat()).map(([game, pick]) => {
    const partitions = partitionsOf(everyone(game.players.length));
    return { game, unions: partitions[pick % partitions.length] };
  });

  it('is divided by Shapley so that all is given out, alike to who are alike, nothing to who adds nothing', () => {
    fc.assert(
      fc.property(games, games, fc.integer({ min: -3, max: 3 }), (game, other, times) => {
        const n = game.players.length;
        expect(sum(shapleyValue(game))).toBeCloseTo(game.worth[2 ** n - 1], 9);
        // Only sizes count, so that all are alike.
        const alike = characteristicGame(names(n), (s) => game.worth[2 ** sizeOf(s) - 1]);
        expectNear(
          shapleyValue(alike),
          names(n).map(() => alike.worth[2 ** n - 1] / n),
          9,
        );
        // Somebody who comes to add nothing.
        const dummy = characteristicGame(names(n + 1), (s) =>
          s % 2 ** n === 0 ? 0 : game.worth[s % 2 ** n],
        );
        expectNear(shapleyValue(dummy), [...shapleyValue(game), 0], 9);
        if (other.players.length !== n) return;
        const both = characteristicGame(names(n), (s) => game.worth[s] + times * other.worth[s]);
        const [one, two] = [shapleyValue(game), shapleyValue(other)];
        expectNear(
          shapleyValue(both),
          one.map((value, i) => value + times * two[i]),
          8,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('is divided by Owen as by Shapley between unions, and wholly so where nobody or everybody is united', () => {
    fc.assert(
      fc.property(withUnions, ({ game, unions }) => {
        const n = game.players.length;
        const shapley = shapleyValue(game);
        expectNear(
          owenValue(
            game,
            names(n).map((_, i) => 1 << i),
          ),
          shapley,
          9,
        );
        expectNear(owenValue(game, [2 ** n - 1]), shapley, 9);
        const owen = owenValue(game, unions);
        const between = characteristicGame(
          unions.map(String),
          (s) => game.worth[membersOf(s).reduce((all, k) => all | unions[k], 0)],
        );
        expectNear(
          unions.map((union) => sum(membersOf(union).map((i) => owen[i]))),
          shapleyValue(between),
          9,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('has a least core in which no excess is larger than it says, and some coalitions reach it', () => {
    let empty = 0;
    fc.assert(
      fc.property(games, (game) => {
        const all = game.worth.length - 1;
        const { excess, division, coreIsEmpty } = leastCore(game);
        expect(sum(division)).toBeCloseTo(game.worth[all], 8);
        const largest = Math.max(
          ...Array.from({ length: all - 1 }, (_, k) => {
            const coalition = k + 1;
            return game.worth[coalition] - sum(membersOf(coalition).map((i) => division[i]));
          }),
        );
        expect(largest).toBeCloseTo(excess, 8);
        expect(coreObjections(game, division, 1e-7).length > 0).toBe(coreIsEmpty);
        if (coreIsEmpty) empty++;
      }),
      { numRuns: 150 },
    );
    expect(empty).toBeGreaterThan(5);
  });

  it('that is convex has its Shapley value in the core', () => {
    // Shapley (1971).
    const weights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(weights, (weight) => {
        const convex = characteristicGame(
          names(weight.length),
          (s) => sum(membersOf(s).map((i) => weight[i])) ** 2,
        );
        expect(coreObjections(convex, shapleyValue(convex), 1e-7)).toEqual([]);
        expect(leastCore(convex).coreIsEmpty).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on how players are numbered', () => {
    fc.assert(
      fc.property(withUnions, ({ game, unions }) => {
        const n = game.players.length;
        const turn = (s: number) => coalitionOf(...membersOf(s).map((i) => n - 1 - i));
        const turned = characteristicGame(names(n), (s) => game.worth[turn(s)]);
        expectNear(shapleyValue(turned).reverse(), shapleyValue(game), 9);
        expectNear(owenValue(turned, unions.map(turn)).reverse(), owenValue(game, unions), 9);
        expect(leastCore(turned).excess).toBeCloseTo(leastCore(game).excess, 8);
      }),
      { numRuns: 80 },
    );
  });
});

describe('what is no game', () => {
  it('is refused', () => {
    expect(() => characteristicGame(names(21), () => 0)).toThrow('1 to 20 players, not 21');
    expect(() => partitionGame(names(9), () => 0)).toThrow('1 to 8 players, not 9');
    expect(() => characteristicGame(['A', 'B'], () => Number.NaN)).toThrow('{A} is worth NaN');
    expect(() => partitionGameFromPayoffs(['A', 'B'], () => [1])).toThrow('payoffs are 2 numbers, not 1');
    expect(() => leastCore(characteristicGame(names(11), () => 0))).toThrow('2 to 10 players');
    expect(() => coreObjections(majority, [1])).toThrow('a division is 3 numbers, not 1');
    const game = partitionGame(['A', 'B'], () => 1);
    expect(() => game.worth(1, [3])).toThrow('{A} is no block of the partition');
    expect(() => game.worth(1, [1])).toThrow('holds all of the 2 players');
    expect(() => coalitionOf(-1)).toThrow('there is no player -1');
  });
});
