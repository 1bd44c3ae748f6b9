import { describe, expect, it } from 'vitest';
import { madeReview, madeStance, madeTable, madeTrade } from '../../tests/made-negotiation.ts';
import { likelyPath } from './likely-path.ts';
import { payoffParts } from './payoff.ts';
import { decision, onceParts, simultaneous } from './review-tree.ts';
import { solveQuantal } from './solve-reviews.ts';
import { partsAt, valueParts } from './value-parts.ts';

const stances = [madeStance('USA'), madeStance('CAN'), madeStance('MEX')];

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('the most likely path of made-up reviews (%i)', (seed) => {
  const made = madeReview(madeTable({ reviews: [2026, 2027, 2028] }), stances, madeTrade(seed));
  const { tree } = made.year;
  const solution = solveQuantal(made.year, made.values, 3, [4, 4, 4]);
  const parts = valueParts(made.year, solution, made.parts, made.patience);
  const path = likelyPath(made.year, solution, parts);

  it('takes the likeliest move, and sets beside it the next best one, its loss and what decides', () => {
    let node = tree.begins[made.year.start]!;
    let review = 0;
    for (const step of path) {
      if (step.year !== made.year.table.reviews[review]) {
        node = tree.begins[tree.ends[node]!]!;
        review++;
      }
      const from = tree.firstChild[node]!;
      const all = Array.from({ length: tree.firstChild[node + 1]! - from }, (_, k) => from + k);
      const chances = all.map((c) => solution.moves[review]![c]!);
      expect(step.probability).toBe(Math.max(...chances));
      const chosen = all[chances.indexOf(step.probability)]!;
      expect(step.move).toBe(tree.moves[chosen]);
      const worth = (c: number, i: number) =>
        solution.values[review]![3 * tree.children[c]! + i]! + tree.once[3 * c + i]!;
      if (tree.kind[node] === decision) {
        const who = tree.player[node]!;
        const best = Math.max(...all.filter((c) => c !== chosen).map((c) => worth(c, who)));
        expect(step.instead!.loses).toBeCloseTo(worth(chosen, who) - best, 9);
        const next = all.find((c) => c !== chosen && worth(c, who) === best)!;
        expect(step.instead!.move).toBe(tree.moves[next]);
        const part = (c: number, name: (typeof payoffParts)[number]) => {
          const once = onceParts.indexOf(name as (typeof onceParts)[number]);
          const paid = once < 0 ? 0 : tree.onceByPart[9 * c + 3 * once + who]!;
          return partsAt(parts[review]!, tree.children[c]!, who)[name] + paid;
        };
        const by = (name: (typeof payoffParts)[number]) =>
          Math.sign(step.instead!.loses) * (part(chosen, name) - part(next, name));
        // No other part speaks more for the move that is the better of the two.
        for (const name of payoffParts)
          expect(by(step.instead!.decidedBy)).toBeGreaterThanOrEqual(by(name) - 1e-9);
      }
      if (tree.kind[node] === simultaneous) {
        const [row, column] = [Math.floor((chosen - from) / 2), (chosen - from) % 2];
        const one = tree.player[node]!;
        const two = tree.second[node]!;
        const other = [chances[0]! + chances[2]!, chances[1]! + chances[3]!];
        const first = [chances[0]! + chances[1]!, chances[2]! + chances[3]!];
        const ofRow = (r: number) =>
          [0, 1].reduce((sum, c) => sum + other[c]! * worth(from + 2 * r + c, one), 0);
        const ofColumn = (c: number) =>
          [0, 1].reduce((sum, r) => sum + first[r]! * worth(from + 2 * r + c, two), 0);
        const losses = [ofRow(row) - ofRow(1 - row), ofColumn(column) - ofColumn(1 - column)];
        expect(step.instead!.loses).toBeCloseTo(Math.min(...losses), 9);
        const cell = losses[0]! < losses[1]! ? 2 * (1 - row) + column : 2 * row + 1 - column;
        expect(step.instead!.move).toBe(tree.moves[from + cell]);
      }
      node = tree.children[chosen]!;
    }
    expect(path.at(-1)!.regime).toBe(made.year.states[tree.ends[node]!]!.regime);
  });
});
