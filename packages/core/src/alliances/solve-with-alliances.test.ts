import { describe, expect, it } from 'vitest';
import { madeReview, madeStance, madeTable, madeTrade } from '../../tests/made-negotiation.ts';
import { figure } from '../../tests/neutral-stance.ts';
import { blockOf, everyone, membersOf, type Partition, partitionsOf } from '../coalitions/index.ts';
import { extensiveGame, type GameNode, logitPath, subgamePerfect } from '../games/index.ts';
import { chance, decision, leaf } from '../negotiation/review-tree.ts';
import { solveQuantal, solveSubgamePerfect } from '../negotiation/solve-reviews.ts';
import { frontOf, reviewWithAlliances } from './review-with-alliances.ts';
import { solveWithAlliances } from './solve-with-alliances.ts';

const patient = [0.85, 0.9, 0.95];
const stances = ['USA', 'CAN', 'MEX'].map((party, i) => madeStance(party, { patience: figure(patient[i]!) }));
/** Small enough that one review can be written out as a tree. */
const table = madeTable({ packages: madeTable().packages.filter(({ id }) => id !== 'content') });
const weights = [12, 1, 0.8];
const partitions = partitionsOf(everyone(3));
const seeds = [1, 2, 3, 4, 5];
const near = (values: readonly number[], digits: number) =>
  values.map((value) => expect.closeTo(value, digits));

type Made = ReturnType<typeof madeReview>;
type Solved = ReturnType<typeof solveWithAlliances>;

/** What the game is worth to each party where it begins, in a state. */
function startOf({ year, solution }: Solved, state = year.start): number[] {
  const node = year.tree.begins[state]!;
  return [0, 1, 2].map((i) => solution.values[0]![3 * node + i]!);
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value, i) => sum + weights[i]! * value, 0);

/**
 * One review written out as a tree whose players are the blocks, each paid the weighted mean of its members: for the
 * general solvers of games. `own` tells what each party gets at an end, by the payoffs of blocks written there.
 */
function gameOfBlocks({ year: { tree, start, states }, values }: Made, partition: Partition) {
  const block = (party: number) => partition.indexOf(blockOf(partition, party));
  const mean = (own: readonly number[]) =>
    partition.map((members) => {
      const inside = membersOf(members);
      const total = inside.reduce((sum, i) => sum + weights[i]!, 0);
      return inside.reduce((sum, i) => sum + (weights[i]! / total) * own[i]!, 0);
    });
  let sets = 0;
  const write = (node: number, paid: readonly number[]): GameNode => {
    const first = tree.firstChild[node]!;
    const next = (k: number) =>
      write(
        tree.children[first + k]!,
        paid.map((sum, i) => sum + tree.once[3 * (first + k) + i]!),
      );
    const choice = (player: number, moves: readonly GameNode[], informationSet = `${++sets}`): GameNode => ({
      kind: 'decision',
      player,
      informationSet,
      moves: moves.map((to, k) => ({ action: `${k}`, next: to })),
    });
    const size = tree.firstChild[node + 1]! - first;
    if (tree.kind[node] === leaf) {
      const s = tree.ends[node]!;
      const own = paid.map(
        (sum, i) => sum + values.yearly[3 * s + i]! + values.patience[i]! * values.last[3 * s + i]!,
      );
      return { kind: 'end', outcome: { payoffs: mean(own) } };
    }
    const every = Array.from({ length: size }, (_, k) => k);
    if (tree.kind[node] === chance) {
      const moves = every.map((k) => ({
        action: `${k}`,
        probability: tree.chance[first + k]!,
        next: next(k),
      }));
      return { kind: 'chance', moves };
    }
    if (tree.kind[node] === decision) return choice(block(tree.player[node]!), every.map(next));
    const [one, two] = [block(tree.player[node]!), block(tree.second[node]!)];
    if (tree.about[node] === 'caucus' && partition.length > 1) return next(one === two ? 0 : 3);
    // Of a unanimous vote there are two outcomes: yes, or one of the three that are alike.
    if (one === two) return choice(one, [next(0), next(1)]);
    const unseen = `${++sets}`;
    const rows = [0, 1].map((row) => choice(two, [next(2 * row), next(2 * row + 1)], unseen));
    return choice(one, rows);
  };
  const players = partition.map(String);
  const game = extensiveGame({ title: 'blocks', players, root: write(tree.begins[start]!, [0, 0, 0]) });
  expect(states.length).toBeGreaterThan(5);
  return { game, mean };
}

/** The largest weighted sum of present values that any play of the reviews gives: one who chooses everything. */
function mostOf({ year: { tree, start, states }, values }: Made, reviews: number): number {
  const sum = (figures: Float64Array, place: number, t: number) =>
    weights.reduce((all, weight, i) => all + weight * patient[i]! ** t * figures[3 * place + i]!, 0);
  let later = states.map((_, s) => sum(values.last, s, reviews));
  for (let t = reviews - 1; t >= 0; t--) {
    const best: number[] = [];
    tree.kind.forEach((kind, node) => {
      if (kind === leaf) {
        best.push(sum(values.yearly, tree.ends[node]!, t) + later[tree.ends[node]!]!);
        return;
      }
      const from = tree.firstChild[node]!;
      const moves = Array.from({ length: tree.firstChild[node + 1]! - from }, (_, k) => from + k);
      const worths = moves.map((k) => best[tree.children[k]!]! + sum(tree.once, k, t));
      const expected = worths.reduce((all, worth, k) => all + tree.chance[from + k]! * worth, 0);
      best.push(kind === chance ? expected : Math.max(...worths));
    });
    later = states.map((_, s) => (tree.begins[s]! < 0 ? sum(values.last, s, t) : best[tree.begins[s]!]!));
  }
  return later[start]!;
}

describe('a review played by alliances', () => {
  it.each(seeds)('is the game of the blocks, solved by the general solvers (%i)', (seed) => {
    const made = madeReview(table, stances, madeTrade(seed));
    for (const partition of partitions) {
      const { game, mean } = gameOfBlocks(made, partition);
      const perfect = solveWithAlliances(made.year, made.values, 1, partition, { weights });
      expect(mean(startOf(perfect))).toEqual(near(subgamePerfect(game).payoffs, 9));
      const precision = [3, 3, 3];
      const quantal = solveWithAlliances(made.year, made.values, 1, partition, { weights, precision });
      const [other] = logitPath(game, [3]);
      expect(mean(startOf(quantal))).toEqual(near(other!.payoffs, 6));
    }
  });

  it('is the ordinary game for governments on their own, but for the front', () => {
    const alone = [1, 2, 4];
    for (const seed of seeds) {
      const { year, values } = madeReview(table, stances, madeTrade(seed));
      const apart = reviewWithAlliances(year, alone);
      const precision = [8, 12, 20];
      const quantal = solveWithAlliances(year, values, 11, alone, { weights, precision });
      const ordinary = solveQuantal(apart, values, 11, precision);
      ordinary.values.forEach((value, r) => {
        expect([...quantal.solution.values[r]!]).toEqual(near([...value], 9));
      });
      expect(quantal.solution.maximumRegret).toBeCloseTo(ordinary.maximumRegret, 9);
      const perfect = solveWithAlliances(year, values, 11, alone, { weights });
      const plain = solveSubgamePerfect(apart, values, 11);
      expect([...perfect.solution.values[0]!]).toEqual(near([...plain.values[0]!], 9));
    }
  });

  it('is the ordinary game itself for governments on their own where there is no caucus', () => {
    // Without a package for all three, nothing is left to stand together on after a protocol.
    const sides = { ...table, packages: table.packages.filter(({ with: partner }) => partner !== 'both') };
    const { year, values } = madeReview(sides, stances, madeTrade(4));
    const start = year.states.findIndex(({ regime }) => regime === 'bilateral-one');
    const precision = [8, 12, 20];
    const own = solveWithAlliances(year, values, 11, [1, 2, 4], { weights, precision });
    const ordinary = { year, solution: solveQuantal(year, values, 11, precision) };
    expect(startOf(own, start)).toEqual(near(startOf(ordinary, start), 9));
  });

  it('gives all together at least what any grouping comes to, whatever patience and weights', () => {
    for (const seed of Array.from({ length: 12 }, (_, k) => k + 1)) {
      const { year, values } = madeReview(table, stances, madeTrade(seed));
      const sums = partitions.map((partition) =>
        sumOf(startOf(solveWithAlliances(year, values, 11, partition, { weights }))),
      );
      expect(Math.max(...sums)).toBeLessThan(sums[0]! + 1e-9);
      // It is a bound that something reaches: a sum that is never larger would be no test.
      expect(sums.some((sum) => sum < sums[0]! - 1e-3)).toBe(true);
    }
  });

  it('gives all together the most that any play of the game can, whatever the patience of each', () => {
    for (const seed of seeds) {
      const made = madeReview(table, stances, madeTrade(seed));
      const { year, values } = made;
      const together = solveWithAlliances(year, values, 11, [7], { weights });
      expect(sumOf(startOf(together))).toBeCloseTo(mostOf(made, 11), 8);
    }
  });

  it('has groups of the mean precision of their members', () => {
    const { year, values } = madeReview(table, stances, madeTrade(2));
    const solved = (partition: Partition, precision: number[]) =>
      startOf(solveWithAlliances(year, values, 11, partition, { weights, precision }));
    const all = (12 * 2 + 1 * 9 + 0.8 * 4) / 13.8;
    expect(solved([7], [2, 9, 4])).toEqual(near(solved([7], [all, all, all]), 9));
    const two = (9 + 0.8 * 4) / 1.8;
    expect(solved([1, 6], [2, 9, 4])).toEqual(near(solved([1, 6], [2, two, two]), 9));
  });

  it('leaves no block anything to gain, and does not depend on the unit of weights', () => {
    const { year, values } = madeReview(table, stances, madeTrade(6));
    for (const partition of partitions) {
      const { solution } = solveWithAlliances(year, values, 11, partition, { weights });
      expect(solution.maximumRegret).toBeLessThan(1e-9);
      const larger = weights.map((weight) => 1000 * weight);
      const again = solveWithAlliances(year, values, 11, partition, { weights: larger });
      expect([...again.solution.values[0]!]).toEqual(near([...solution.values[0]!], 9));
    }
  });

  it('has partners who stand together every year, never, or as all three please', () => {
    expect(partitions.map((partition) => [partition.join(), frontOf(partition)])).toEqual([
      ['7', 'open'],
      ['5,2', 'never'],
      ['3,4', 'never'],
      ['1,6', 'always'],
      ['1,2,4', 'never'],
    ]);
    const { year } = madeReview(table, stances, madeTrade(1));
    const caucus = (partition: Partition, state = year.start) => {
      const { tree } = reviewWithAlliances(year, partition);
      const node = tree.begins[state]!;
      return tree.moves.slice(tree.firstChild[node]!, tree.firstChild[node + 1]!);
    };
    expect(caucus([1, 6])).toEqual(['join / join']);
    expect(caucus([3, 4])).toEqual(['apart / apart']);
    // Three ways of staying apart are one outcome to whoever decides for both.
    expect(caucus([7])).toEqual(['join / join', 'join / apart']);
    // Once Canada has signed alone it costs both to stand together again: they decide.
    const signed = year.states.findIndex(({ regime }) => regime === 'bilateral-one');
    expect(caucus([1, 6], signed)).toEqual(['join / join', 'join / apart']);
    expect(caucus([1, 2, 4], signed)).toEqual(['apart / apart']);
  });
});
