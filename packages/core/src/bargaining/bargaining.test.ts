import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BargainingError, bargainingProblem } from './bargaining-problem.ts';
import { compareOutcome } from './compare-outcome.ts';
import { onFrontier } from './frontier.ts';
import { dominatedBy, paretoSet } from './pareto.ts';
import { type Agreement, kalaiPoint, kalaiSmorodinskyPoint, nashPoint } from './points.ts';

const points = { nash: nashPoint, kalai: kalaiPoint, 'kalai-smorodinsky': kalaiSmorodinskyPoint };
const all = Object.values(points);
const lotteries = { over: 'lotteries' } as const;

function expectNear(numbers: readonly number[], expected: readonly number[], digits = 6) {
  expect(numbers).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(numbers[i]).toBeCloseTo(value, digits);
  });
}

describe('a pie of 1 from (.2, .1)', () => {
  // What is above disagreement, .7, in halves. Kalai-Smorodinsky: both could hope for .7.
  const pie = bargainingProblem(
    [
      [1, 0],
      [0, 1],
    ],
    [0.2, 0.1],
  );

  it('is shared .55 and .45 under every solution', () => {
    for (const point of all) expectNear(point(pie, lotteries).payoffs, [0.55, 0.45], 9);
    const { nash } = onFrontier({ second: (x) => 1 - x, from: 0, to: 1 }, [0.2, 0.1]);
    expectNear(nash, [0.55, 0.45], 7);
  });

  it('is shared by weights where they differ', () => {
    // d + .7 · (2/3, 1/3), the generalised Nash point of a pie.
    const payoffs = [0.2 + 1.4 / 3, 0.1 + 0.7 / 3];
    for (const point of all) expectNear(point(pie, { ...lotteries, weights: [2, 1] }).payoffs, payoffs, 9);
  });

  it('says which packages carry the point', () => {
    const { carriedBy, gains } = nashPoint(pie, lotteries);
    expect(carriedBy.map((each) => each.package)).toEqual([0, 1]);
    expectNear(
      carriedBy.map(({ probability }) => probability),
      [0.55, 0.45],
    );
    expectNear(gains, [0.35, 0.35]);
  });
});

describe('a second player with √(1−x)', () => {
  const root = { second: (x: number) => Math.sqrt(1 - x), from: 0, to: 1 };

  it('leaves the first 2/3 at the Nash point, .618034 at that of Kalai and Smorodinsky', () => {
    // x√(1−x) is largest at 2/3; x = √(1−x), both hoping for 1, at (√5 − 1)/2.
    const { nash, kalai, kalaiSmorodinsky } = onFrontier(root, [0, 0]);
    expectNear(nash, [2 / 3, Math.sqrt(1 / 3)], 7);
    expectNear(kalaiSmorodinsky, [0.618034, 0.618034]);
    expectNear(kalai, [0.618034, 0.618034]);
  });

  it('is what many packages on it come to', () => {
    const packages = Array.from({ length: 3001 }, (_, k) => [k / 3000, Math.sqrt(1 - k / 3000)]);
    const problem = bargainingProblem(packages, [0, 0]);
    expectNear(nashPoint(problem).payoffs, [2 / 3, Math.sqrt(1 / 3)], 3);
    expectNear(nashPoint(problem, lotteries).payoffs, [2 / 3, Math.sqrt(1 / 3)], 5);
    expectNear(kalaiSmorodinskyPoint(problem, lotteries).payoffs, [0.618034, 0.618034], 6);
  });

  it('leaves nothing to agree on where disagreement is on it', () => {
    expect(() => onFrontier(root, [0.75, 0.5])).toThrow('nothing on the frontier');
    expect(() => onFrontier(root, [0, 1])).toThrow(BargainingError);
  });
});

describe('packages as they are', () => {
  const problem = bargainingProblem(
    [
      [4, 1, 2],
      [2, 2, 2],
      [1, 3, 2],
      [2, 2, 1],
      [9, -1, 9],
    ],
    [0, 0, 0],
  );

  it('have a Pareto set', () => {
    expect(paretoSet(problem.packages)).toEqual([0, 1, 2, 4]);
    expect(dominatedBy([2, 2, 1], problem.packages)).toEqual([1]);
    // What pays the same stays together.
    expect(
      paretoSet([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([0, 1]);
    expect(
      paretoSet(
        [
          [1, 1],
          [1 + 1e-12, 1],
        ],
        1e-9,
      ),
    ).toEqual([0, 1]);
  });

  it('have the Pareto set that comparing each with each gives', () => {
    const payoffs = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 25,
    });
    fc.assert(
      fc.property(payoffs, (packages) => {
        const plain = packages.flatMap((own, k) => (dominatedBy(own, packages).length === 0 ? [k] : []));
        expect(paretoSet(packages)).toEqual(plain);
      }),
    );
  });

  it('are chosen by product, by least gain, by least share of hope', () => {
    // Products 8, 8, 6; least gains 1, 2, 1; hopes 4, 3, 2, least shares 1/3, 1/2, 1/4.
    const nash = nashPoint(problem);
    expect(nash.payoffs).toEqual([4, 1, 2]);
    expect(nash.ties).toEqual([0, 1]);
    expect(nash.value).toBeCloseTo(2, 12);
    expect(kalaiPoint(problem).payoffs).toEqual([2, 2, 2]);
    expect(kalaiSmorodinskyPoint(problem).value).toBeCloseTo(3 / 2, 12);
    expect(kalaiSmorodinskyPoint(problem).payoffs).toEqual([2, 2, 2]);
  });

  it('set an outcome against what was possible', () => {
    const { dominatedBy: better, leftForAll, to, gains } = compareOutcome(problem, [1, 1, 1]);
    expect(better).toEqual([0, 1, 2, 3]);
    expect(leftForAll).toBe(1);
    expect(gains).toEqual([1, 1, 1]);
    expect(to.kalai.difference).toEqual([-1, -1, -1]);
    expect(to.kalai.distance).toBeCloseTo(Math.sqrt(3), 12);
    expect(to.nash.distance).toBeCloseTo(Math.sqrt(9 + 0 + 1), 12);
    // From (1, 1, 1), at which all have alike, all could have as much more as at the egalitarian point.
    const mixed = compareOutcome(problem, [1, 1, 1], lotteries);
    expect(mixed.leftForAll).toBeGreaterThan(1);
    expect(mixed.leftForAll).toBeCloseTo(Math.min(...mixed.to.kalai.point.payoffs) - 1, 9);
  });
});

describe('where nothing makes everybody better off', () => {
  it.each(all)('there is no point', (point) => {
    const stuck = bargainingProblem(
      [
        [1, 0],
        [2, -1],
      ],
      [0, 0],
    );
    for (const over of ['packages', 'lotteries'] as const) {
      const attempt = () => point(stuck, { over });
      expect(attempt).toThrow('nothing makes everybody better off than disagreement: none lifts player 1');
      try {
        attempt();
      } catch (error) {
        expect((error as BargainingError).code).toBe('nothing-to-gain');
        expect((error as BargainingError).players).toEqual([1]);
      }
    }
  });

  it.each(all)('a lottery may still do', (point) => {
    const problem = bargainingProblem(
      [
        [3, -1],
        [-1, 3],
      ],
      [0, 0],
    );
    expect(() => point(problem)).toThrow('nothing makes everybody better off than disagreement');
    expectNear(point(problem, lotteries).payoffs, [1, 1], 9);
  });

  it('is found where what all gain by is a sliver, and proves itself by its prices', () => {
    // The second loses by both large packages, and gains a hundredth by the last.
    const packages = [
      [1.66, -3.8, -0.36, 5.3],
      [2.35, -0.037, 2.96, 1.86],
      [0.01, 0.01, 0.01, 0.01],
    ];
    const weights = [0.8, 0.06, 0.8, 0.16];
    const { gains } = nashPoint(bargainingProblem(packages, [0, 0, 0, 0]), { over: 'lotteries', weights });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (const own of packages) {
      expect(own.reduce((sum, gain, i) => sum + ((weights[i] / total) * gain) / gains[i], 0)).toBeLessThan(
        1 + 1e-7,
      );
    }
  });

  it('or where it is no problem', () => {
    expect(() => bargainingProblem([], [0])).toThrow('at least one package');
    expect(() => bargainingProblem([[1]], [0, 0])).toThrow('package 0 pays 1 players, disagreement 2');
    expect(() => bargainingProblem([[1, Number.NaN]], [0, 0])).toThrow('package 0 pays player 1 NaN');
    const pie = bargainingProblem([[1, 1]], [0, 0]);
    expect(() => nashPoint(pie, { weights: [1, 0] })).toThrow('2 positive numbers, not 1, 0');
  });
});

// The axioms that define the solutions, over random problems of two to four players.
describe('any problem', () => {
  const payoff = fc.integer({ min: -20, max: 100 }).map((n) => n / 10);
  const problems = fc
    .integer({ min: 2, max: 4 })
    .chain((players) =>
      fc.array(fc.array(payoff, { minLength: players, maxLength: players }), { minLength: 2, maxLength: 12 }),
    )
    // Something for everybody, so that there is a point.
    .map((packages) => {
      const players = packages[0].length;
      const sure = Array.from({ length: players }, () => 0.5);
      return bargainingProblem([...packages, sure], new Array(players).fill(0));
    });
  const options = fc.constantFrom({ over: 'packages' as const }, lotteries);

  it('is answered by what is possible, better for everybody than disagreement', () => {
    fc.assert(
      fc.property(problems, options, (problem, how) => {
        for (const point of all) {
          const { payoffs, gains, carriedBy } = point(problem, how);
          for (const gain of gains) expect(gain).toBeGreaterThan(0);
          const sum = carriedBy.reduce((total, { probability }) => total + probability, 0);
          expect(sum).toBeCloseTo(1, 9);
          payoffs.forEach((value, i) => {
            const had = carriedBy.reduce(
              (t, each) => t + each.probability * problem.packages[each.package][i],
              0,
            );
            expect(had).toBeGreaterThan(value - 1e-8);
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is answered efficiently', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        for (const point of all) expect(dominatedBy(point(problem).payoffs, problem.packages)).toEqual([]);
        const { payoffs, gains } = nashPoint(problem, lotteries);
        // The tangent at the Nash point supports everything possible: Σ g'_i / g_i ≤ players.
        for (const other of problem.packages) {
          const worth = other.reduce((sum, value, i) => sum + value / gains[i], 0);
          expect(worth).toBeLessThan(gains.length * (1 + 1e-7));
        }
        expect(compareOutcome(problem, payoffs, lotteries).leftForAll).toBeLessThan(1e-6);
        for (const point of [kalaiPoint, kalaiSmorodinskyPoint]) {
          const at = point(problem, lotteries).payoffs;
          expect(compareOutcome(problem, at, lotteries).leftForAll).toBeLessThan(1e-7);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is answered alike where players are numbered otherwise, and equally where they are alike', () => {
    fc.assert(
      fc.property(problems, options, (problem, how) => {
        const turn = (payoffs: readonly number[]) => [...payoffs].reverse();
        const turned = bargainingProblem(problem.packages.map(turn), turn(problem.disagreement));
        const alike = bargainingProblem([...problem.packages, ...turned.packages], problem.disagreement);
        for (const point of all) {
          const [here, there] = [point(problem, how), point(turned, how)];
          expect(there.value).toBeCloseTo(here.value, 7);
          if (here.ties.length === 0) expectNear(turn(there.payoffs), here.payoffs, 5);
          if (how === lotteries && problem.disagreement.length === 2) {
            const { gains } = point(alike, how);
            expect(gains[0]).toBeCloseTo(gains[1], 5);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is answered alike by Nash and Kalai-Smorodinsky in other units and from another zero', () => {
    const unit = fc.record({
      times: fc.double({ min: 0.01, max: 100, noNaN: true }),
      plus: fc.integer({ min: -50, max: 50 }),
    });
    fc.assert(
      fc.property(
        problems,
        options,
        fc.array(unit, { minLength: 4, maxLength: 4 }),
        (problem, how, units) => {
          const convert = (payoffs: readonly number[]) =>
            payoffs.map((value, i) => value * units[i].times + units[i].plus);
          const converted = bargainingProblem(problem.packages.map(convert), convert(problem.disagreement));
          for (const point of [nashPoint, kalaiSmorodinskyPoint]) {
            const [here, there] = [point(problem, how), point(converted, how)];
            if (here.ties.length > 0 || there.ties.length > 0) continue;
            there.gains.forEach((gain, i) => {
              expect(gain / units[i].times).toBeCloseTo(here.gains[i], 3);
            });
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is answered alike by Nash without what it did not choose', () => {
    fc.assert(
      fc.property(problems, fc.nat(), (problem, pick) => {
        for (const how of [{ over: 'packages' as const }, lotteries]) {
          const here = nashPoint(problem, how);
          const carrying = here.carriedBy.map((each) => each.package);
          const kept = problem.packages.filter((_, k) => carrying.includes(k) || (k + pick) % 2 === 0);
          const there = nashPoint(bargainingProblem(kept, problem.disagreement), how);
          expect(there.value).toBeCloseTo(here.value, 7);
          // The value is proved to 1e-8; where the frontier is flat payoffs follow to about its root.
          if (here.ties.length === 0) expectNear(there.payoffs, here.payoffs, 3);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is answered by Kalai to nobody’s loss where more is possible', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const fewer = bargainingProblem(
          [...problem.packages.slice(0, 1), problem.packages.at(-1) ?? []],
          problem.disagreement,
        );
        const [less, more] = [kalaiPoint(fewer, lotteries), kalaiPoint(problem, lotteries)];
        more.payoffs.forEach((value, i) => {
          expect(value).toBeGreaterThan(less.payoffs[i] - 1e-8);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('is answered by Kalai-Smorodinsky to no loss of a player for whom more becomes possible, of two', () => {
    // Individual monotonicity: the first's hope as it was, and for each of its gains at least as much for the second.
    let gained = 0;
    const better = fc.integer({ min: 0, max: 30 }).map((n) => n / 10);
    fc.assert(
      fc.property(
        problems.filter(({ disagreement }) => disagreement.length === 2),
        better,
        (problem, more) => {
          const raised = bargainingProblem(
            [...problem.packages, ...problem.packages.map(([first, second]) => [first, second + more])],
            problem.disagreement,
          );
          const hope = (of: typeof problem) => {
            // What the first could hope for, from the extreme weights of its Kalai point.
            return kalaiPoint(of, { over: 'lotteries', weights: [1e9, 1] }).gains[0];
          };
          if (Math.abs(hope(raised) - hope(problem)) > 1e-6) return;
          const [before, after] = [problem, raised].map(
            (of) => kalaiSmorodinskyPoint(of, lotteries).payoffs[1],
          );
          expect(after).toBeGreaterThan(before - 1e-6);
          if (after > before + 1e-3) gained++;
        },
      ),
      { numRuns: 500 },
    );
    expect(gained).toBeGreaterThan(5);
  });

  it('is answered in favour of weight', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const weights = problem.disagreement.map((_, i) => (i === 0 ? 3 : 1));
        for (const point of all) {
          const strong: Agreement = point(problem, { over: 'lotteries', weights });
          expect(strong.payoffs[0]).toBeGreaterThan(point(problem, lotteries).payoffs[0] - 1e-5);
        }
      }),
      { numRuns: 100 },
    );
  });
});
