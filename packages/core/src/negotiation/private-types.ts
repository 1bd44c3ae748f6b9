import { forward } from './play-types.ts';
import { leaf } from './review-tree.ts';
import { TypedMoves } from './typed-moves.ts';
import {
  beliefPoints as G,
  type Round,
  type TypedReview,
  type TypedSolution,
  width,
} from './typed-review.ts';

export type { TypedReview, TypedSolution } from './typed-review.ts';

/**
 * Agent quantal response with one government of two possible types. Every move of that government is news about its
 * type: the others' belief follows Bayes' rule, and quantal response keeps every move possible for both, so that no
 * belief is ever undefined. Moves and beliefs are solved for together at every decision.
 *
 * Probabilities of moves in the solution are averages over types and beliefs, as they come about from the prior.
 *
 * @param precision λ by party, as for `solveQuantal`.
 * @throws ReviewSolveError where moves and beliefs of a decision do not settle.
 */
export function solvePrivateTypes(
  review: TypedReview,
  reviews: number,
  precision: readonly number[],
): TypedSolution {
  const moves = new TypedMoves(review, precision);
  const rounds = solveBackward(review, reviews, moves);
  return {
    ...forward(review, rounds),
    concept: 'quantal',
    maximumRegret: moves.regret,
    otherEquilibria: 0,
  };
}

/** Every review at every belief, the last first; in their order. */
function solveBackward(review: TypedReview, reviews: number, moves: TypedMoves): Round[] {
  const { tree, states } = review.years[0];
  const nodes = tree.kind.length;
  const row = G * width;
  const afterLast = worthAfterLast(review);
  let continuation = afterLast;
  const rounds: Round[] = [];
  for (let r = reviews - 1; r >= 0; r--) {
    const round: Round = {
      value: new Float64Array(nodes * row),
      moves: [new Float64Array(tree.children.length * G), new Float64Array(tree.children.length * G)],
    };
    for (let node = 0; node < nodes; node++) {
      if (tree.kind[node] === leaf) endYear(review, node, round, continuation);
      else moves.solve(node, round);
    }
    rounds.unshift(round);
    const before = new Float64Array(states.length * row);
    states.forEach((_, s) => {
      const node = tree.begins[s]!;
      const [from, at] = node < 0 ? [afterLast, s] : [round.value, node];
      before.set(from.subarray(at * row, (at + 1) * row), s * row);
    });
    continuation = before;
  }
  return rounds;
}

/** What each state is worth once nothing is left to review, the same at every belief. */
function worthAfterLast({ years, values, party }: TypedReview): Float64Array {
  const { states } = years[0];
  const worth = new Float64Array(states.length * G * width);
  states.forEach((_, s) => {
    for (let g = 0; g < G; g++) {
      const at = (s * G + g) * width;
      for (let i = 0; i < 3; i++) worth[at + i] = values[0].last[3 * s + i]!;
      worth[at + 3] = values[1].last[3 * s + party]!;
    }
  });
  return worth;
}

/** A leaf: a year of the state that it ends in, and what comes after. */
function endYear({ years, values, party }: TypedReview, node: number, { value }: Round, after: Float64Array) {
  const s = years[0].tree.ends[node]!;
  for (let g = 0; g < G; g++) {
    const at = (node * G + g) * width;
    const from = (s * G + g) * width;
    for (let i = 0; i < 3; i++) {
      value[at + i] = values[0].yearly[3 * s + i]! + values[0].patience[i]! * after[from + i]!;
    }
    value[at + 3] = values[1].yearly[3 * s + party]! + values[1].patience[party]! * after[from + 3]!;
  }
}
