import { describe, expect, it } from 'vitest';
import { madeReview, madeStance, madeTable, madeTrade } from '../../tests/made-negotiation.ts';
import { buildReview } from './build-review.ts';
import { solvePrivateTypes, type TypedReview } from './private-types.ts';
import { type ReviewSolution, solveQuantal } from './solve-reviews.ts';
import type { StanceType } from './stance.ts';

const stances = [madeStance('USA'), madeStance('CAN'), madeStance('MEX')];
const type = (id: string, audienceCost: number): StanceType => ({
  id,
  title: id,
  probability: 0.5,
  audienceCost,
  uncertainty: 0,
  because: 'made up',
});
const precision = [6, 6, 6];
const reviews = 4;

/** A review in which one party is soft or hard: what backing down costs it differs. */
function typed(party: number, prior: number, seed: number, costs: readonly [number, number]): TypedReview {
  const table = madeTable();
  const { values } = madeReview(table, stances, madeTrade(seed));
  const seenBy = (cost: number) =>
    buildReview(
      table,
      stances,
      stances.map((_, i) => (i === party ? type('one', cost) : undefined)),
    );
  return { years: [seenBy(costs[0]), seenBy(costs[1])], values: [values, values], party, prior };
}

const near = (values: readonly number[], digits: number) =>
  values.map((value) => expect.closeTo(value, digits));
const startOf = ({ years }: TypedReview, { values }: ReviewSolution) => {
  const node = years[0].tree.begins[years[0].start]!;
  return [0, 1, 2].map((i) => values[0]![3 * node + i]!);
};

describe.each([0, 1, 2])('types of party %i that the others do not know', (party) => {
  it('that do not differ are one type', () => {
    const review = typed(party, 0.3, 1, [1, 1]);
    const solution = solvePrivateTypes(review, reviews, precision);
    const known = solveQuantal(review.years[0], review.values[0], reviews, precision);
    expect(startOf(review, solution)).toEqual(near(startOf(review, known), 8));
    expect(solution.beliefsOfTypes.flat()).toEqual(near(new Array(2 * reviews + 2).fill(0.3), 8));
    expect([...solution.moves[0]!]).toEqual(near([...known.moves[0]!], 8));
  });

  it('that everybody is sure of play as if they were known', () => {
    for (const [prior, index] of [
      [0, 0],
      [1, 1],
    ] as const) {
      const review = typed(party, prior, 2, [0.2, 3]);
      const solution = solvePrivateTypes(review, reviews, precision);
      const known = solveQuantal(review.years[index], review.values[index], reviews, precision);
      expect(startOf(review, solution)).toEqual(near(startOf(review, known), 8));
    }
  });

  it('are learned from moves: beliefs rise on average where the type is true, and keep their mean', () => {
    const review = typed(party, 0.5, 3, [0.1, 4]);
    const { beliefs, beliefsOfTypes } = solvePrivateTypes(review, reviews, precision);
    expect(beliefs).toEqual(near(new Array(reviews + 1).fill(0.5), 6));
    const [first, second] = beliefsOfTypes.at(-1)!;
    expect(first).toBeLessThan(0.5);
    expect(second).toBeGreaterThan(0.5);
  });
});

it('gives probabilities that add up at every decision', () => {
  const review = typed(0, 0.5, 4, [0.1, 4]);
  const { moves } = solvePrivateTypes(review, reviews, precision);
  const { tree } = review.years[0];
  for (const probability of moves) {
    tree.kind.forEach((kind, node) => {
      if (kind === 0) return;
      let sum = 0;
      for (let c = tree.firstChild[node]!; c < tree.firstChild[node + 1]!; c++) sum += probability[c]!;
      expect(sum).toBeCloseTo(1, 9);
    });
  }
});
