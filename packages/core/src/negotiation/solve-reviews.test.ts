import { describe, expect, it } from 'vitest';
import { madeReview, madeStance, madeTable, madeTrade } from '../../tests/made-negotiation.ts';
import { figure } from '../../tests/neutral-stance.ts';
import { bestReplyRegret, logitPath, readEfg, subgamePerfect, writeEfg } from '../games/index.ts';
import { outcomesOf } from './outcome-paths.ts';
import { totalOf } from './payoff.ts';
import { decision, simultaneous } from './review-tree.ts';
import { type ReviewSolution, solveQuantal, solveSubgamePerfect } from './solve-reviews.ts';
import { toExtensiveGame } from './to-extensive-game.ts';
import { partsAt, valueParts } from './value-parts.ts';

const stances = [
  madeStance('USA', { patience: figure(0.85) }),
  madeStance('CAN'),
  madeStance('MEX', { patience: figure(0.95) }),
];
/** What a state is worth before the first review under a solution: the start of the game where none is named. */
function startValue(
  { year }: ReturnType<typeof madeReview>,
  { values }: ReviewSolution,
  state = year.start,
): number[] {
  const node = year.tree.begins[state]!;
  return [0, 1, 2].map((i) => values[0]![3 * node + i]!);
}

const near = (values: readonly number[], digits: number) =>
  values.map((value) => expect.closeTo(value, digits));

const seeds = [1, 2, 3, 4, 5, 6];

describe('quantal response of the review', () => {
  it.each(seeds)('of one review is that of the game written out, solver against solver (%i)', (seed) => {
    const made = madeReview(madeTable(), stances, madeTrade(seed));
    const game = toExtensiveGame(made.year, made.values, { reviews: 1 });
    for (const lambda of [0.5, 3]) {
      const own = startValue(made, solveQuantal(made.year, made.values, 1, [lambda, lambda, lambda]));
      const [other] = logitPath(game, [lambda]);
      expect(own).toEqual(near(other!.payoffs, 6));
    }
  });

  it.each(seeds)('of three reviews too, with λ in money of the first (%i)', (seed) => {
    const table = madeTable({
      packages: madeTable().packages.filter(({ with: partner }) => partner !== 'both'),
    });
    const made = madeReview(table, stances, madeTrade(seed));
    // After a side deal there is little left to play without a package for all: three reviews can be written out.
    const start = made.year.states.findIndex(({ regime }) => regime === 'bilateral-one');
    const game = toExtensiveGame(made.year, made.values, { reviews: 3, start });
    const solution = solveQuantal(made.year, made.values, 3, [4, 4, 4], { discounted: true });
    const [other] = logitPath(game, [4]);
    expect(startValue(made, solution, start)).toEqual(near(other!.payoffs, 6));
  });

  it('is uniform at λ = 0', () => {
    const made = madeReview(madeTable(), stances, madeTrade(1));
    const { tree } = made.year;
    const { moves } = solveQuantal(made.year, made.values, 11, [0, 0, 0]);
    for (const probability of moves) {
      tree.kind.forEach((kind, node) => {
        if (kind === 0) return;
        const from = tree.firstChild[node]!;
        const size = tree.firstChild[node + 1]! - from;
        for (let c = from; c < from + size; c++) expect(probability[c]).toBeCloseTo(1 / size, 12);
      });
    }
  });

  it('depends on λ times payoffs alone', () => {
    const made = madeReview(madeTable(), stances, madeTrade(2));
    const tenfold = {
      ...made.values,
      yearly: made.values.yearly.map((value) => 10 * value),
      last: made.values.last.map((value) => 10 * value),
    };
    const scaled = {
      ...made.year,
      tree: { ...made.year.tree, once: made.year.tree.once.map((value) => 10 * value) },
    };
    const one = solveQuantal(made.year, made.values, 11, [8, 8, 8]);
    const other = solveQuantal(scaled, tenfold, 11, [0.8, 0.8, 0.8]);
    expect([...other.moves[0]!]).toEqual(near([...one.moves[0]!], 9));
  });

  it('has a λ of each party’s own: the same as its payoffs being larger', () => {
    const lambda = [0.5, 3, 8];
    const larger = (values: Float64Array) => values.map((value, at) => lambda[at % 3]! * value);
    const { year, values } = madeReview(madeTable(), stances, madeTrade(3));
    const tree = { ...year.tree, once: larger(year.tree.once) };
    const scaled = { ...values, yearly: larger(values.yearly), last: larger(values.last) };
    const one = solveQuantal(year, values, 11, lambda);
    const other = solveQuantal({ ...year, tree }, scaled, 11, [1, 1, 1]);
    expect([...one.moves[0]!]).toEqual(near([...other.moves[0]!], 9));
  });

  it.each(seeds)(
    'tells the largest gain of any one deviation, of either who chooses at once (%i)',
    (seed) => {
      const { year, values } = madeReview(madeTable(), stances, madeTrade(seed));
      const { tree } = year;
      const solution = solveQuantal(year, values, 3, [4, 4, 4]);
      let largest = 0;
      solution.values.forEach((value, review) => {
        const chance = solution.moves[review]!;
        for (let node = 0; node < tree.kind.length; node++) {
          const from = tree.firstChild[node]!;
          const size = tree.firstChild[node + 1]! - from;
          const worth = (child: number, party: number) =>
            value[3 * tree.children[child]! + party]! + tree.once[3 * child + party]!;
          const sum = (children: readonly number[], party: number) => {
            const all = children.reduce((total, child) => total + chance[child]!, 0);
            return children.reduce((total, child) => total + chance[child]! * worth(child, party), 0) / all;
          };
          const [a, b, c, d] = [from, from + 1, from + 2, from + 3];
          const choices: [party: number, of: number[][]][] =
            tree.kind[node] === decision
              ? [[tree.player[node]!, Array.from({ length: size }, (_, k) => [from + k])]]
              : tree.kind[node] === simultaneous
                ? [
                    [
                      tree.player[node]!,
                      [
                        [a, b],
                        [c, d],
                      ],
                    ],
                    [
                      tree.second[node]!,
                      [
                        [a, c],
                        [b, d],
                      ],
                    ],
                  ]
                : [];
          for (const [party, moves] of choices) {
            const best = Math.max(...moves.map((children) => sum(children, party)));
            largest = Math.max(largest, best - value[3 * node + party]!);
          }
        }
      });
      expect(largest).toBeGreaterThan(0.01);
      expect(solution.maximumRegret).toBeCloseTo(largest, 9);
    },
  );

  it('comes to subgame perfection as λ grows', () => {
    for (const seed of seeds) {
      const made = madeReview(madeTable(), stances, madeTrade(seed));
      const sharp = startValue(made, solveQuantal(made.year, made.values, 11, [4000, 4000, 4000]));
      const perfect = startValue(made, solveSubgamePerfect(made.year, made.values, 11));
      expect(sharp).toEqual(near(perfect, 2));
    }
  });
});

describe('subgame perfection of the review', () => {
  it.each(seeds)('leaves nobody anything to gain in the game written out (%i)', (seed) => {
    const made = madeReview(madeTable(), stances, madeTrade(seed));
    const solution = solveSubgamePerfect(made.year, made.values, 1);
    expect(solution.maximumRegret).toBeLessThan(1e-9);
    const game = toExtensiveGame(made.year, made.values, { reviews: 1 });
    const other = subgamePerfect(game);
    expect(startValue(made, solution)).toEqual(near(other.payoffs, 9));
    expect(bestReplyRegret(game, other.profile)).toBeLessThan(1e-9);
  });

  it('has no gain from a deviation anywhere in eleven reviews', () => {
    for (const seed of seeds) {
      const made = madeReview(madeTable(), stances, madeTrade(seed));
      expect(solveSubgamePerfect(made.year, made.values, 11).maximumRegret).toBeLessThan(1e-9);
    }
  });

  it('does not refuse together where both would rather confirm: the dominated vote is dropped', () => {
    // Everyone gains from the clean extension and nobody loses face by it.
    const table = madeTable({
      issues: [
        {
          id: 'terms',
          title: 'Terms',
          options: [
            {
              id: 'clean',
              title: 'Clean',
              effects: [],
              worth: { USA: 1, CAN: 1, MEX: 1 },
              concession: {},
              because: 'test',
            },
          ],
        },
      ],
      packages: [{ id: 'clean', title: 'Clean', picks: { terms: 'clean' }, with: 'both', ends: [] }],
      escalations: [],
    });
    const made = madeReview(table, stances, () => [0, 0, 0]);
    const solution = solveSubgamePerfect(made.year, made.values, 11);
    const parts = valueParts(made.year, solution, made.parts, made.patience);
    expect(parts).toHaveLength(11);
    expect(solution.otherEquilibria).toBeGreaterThan(0);
    const none = { policies: [], policyOf: [], expiredPolicyOf: [] };
    expect(() => outcomesOf(made.year, solution, made.parts, none, made.patience)).not.toThrow();
    const { path } = outcomesOf(made.year, solution, made.parts, none, made.patience);
    expect(path.at(-1)).toMatchObject({
      year: 2026,
      move: 'confirm / confirm',
      regime: 'extended',
      probability: 1,
    });
  });
});

describe('values by part', () => {
  it('add up to the values of the solution at every node and review', () => {
    for (const concept of ['quantal', 'perfect']) {
      const made = madeReview(madeTable(), stances, madeTrade(3));
      const solution =
        concept === 'quantal'
          ? solveQuantal(made.year, made.values, 11, [5, 5, 5])
          : solveSubgamePerfect(made.year, made.values, 11);
      const parts = valueParts(made.year, solution, made.parts, made.patience);
      parts.forEach((byNode, review) => {
        for (let node = 0; node < made.year.tree.kind.length; node++) {
          for (let i = 0; i < 3; i++) {
            expect(totalOf(partsAt(byNode, node, i))).toBeCloseTo(solution.values[review]![3 * node + i]!, 9);
          }
        }
      });
    }
  });
});

describe('a review written out', () => {
  it('reads back from Gambit’s format to the same equilibrium', () => {
    const made = madeReview(madeTable(), stances, madeTrade(4));
    const game = toExtensiveGame(made.year, made.values, { reviews: 1 });
    const again = readEfg(writeEfg(game), 'review.efg');
    const [one] = logitPath(game, [2]);
    const [other] = logitPath(again, [2]);
    expect(other!.payoffs).toEqual(one!.payoffs.map((value) => expect.closeTo(value, 9)));
    expect(subgamePerfect(again).payoffs).toEqual(
      subgamePerfect(game).payoffs.map((v) => expect.closeTo(v, 9)),
    );
  });

  it('says its size where it is too large', () => {
    const made = madeReview(madeTable(), stances, madeTrade(4));
    expect(() => toExtensiveGame(made.year, made.values, { reviews: 4 })).toThrow(
      /4 reviews .* make a tree of [\d,]+ nodes/,
    );
  });
});
