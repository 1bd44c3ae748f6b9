import { describe, expect, it } from 'vitest';
import { madeTable } from '../../tests/made-negotiation.ts';
import { ReviewTreeBuilder } from '../negotiation/review-tree.ts';
import { solveSubgamePerfect } from '../negotiation/solve-reviews.ts';
import type { ReadConduct } from './conduct.ts';
import { GameToPlay } from './game-to-play.ts';
import { playReviews } from './play-reviews.ts';
import { conciliatory, grim, titForTat } from './reciprocity.ts';
import { bestResponse } from './solved-play.ts';
import type { Strategy } from './strategy.ts';

/** Long enough that what follows, at patience of .7 or less, is below 1e-9. */
const reviews = 80;

/** The prisoner's dilemma 5/3/1/0 between the two partners, over and over; the proposer looks on. */
function dilemma(patience: number): GameToPlay {
  const tree = new ReviewTreeBuilder();
  const again = tree.leaf(0);
  const pays = (one: number, other: number) => ({ to: again, once: { action: [0, one, other] } });
  const begin = tree.simultaneous(1, 2, 'dilemma', [
    { name: 'cooperate / cooperate', ...pays(3, 3) },
    { name: 'cooperate / defect', ...pays(0, 5) },
    { name: 'defect / cooperate', ...pays(5, 0) },
    { name: 'defect / defect', ...pays(1, 1) },
  ]);
  const table = madeTable({ reviews: Array.from({ length: reviews }, (_, k) => 2026 + k) });
  const state = { regime: 'in-force', packages: [], escalations: 0, trust: 0 } as const;
  const year = { table, states: [state], tree: tree.build([begin]), start: 0 };
  const values = {
    yearly: new Float64Array(3),
    last: new Float64Array(3),
    patience: [patience, patience, patience],
  };
  const conduct: ReadConduct = (player, _, move) => {
    const tone = move === 'cooperate' ? 1 : -1;
    return [0, player === 1 ? 0 : tone, player === 2 ? 0 : tone];
  };
  return new GameToPlay({ year, values, solution: solveSubgamePerfect(year, values, reviews) }, conduct);
}

/** Cooperates and defects as told, then does the last for ever. */
const scripted = (defects: readonly boolean[]): Strategy => ({
  id: 'scripted',
  title: 'Scripted',
  rule: 'As told.',
  choose: ({ review, moves }) => {
    const move = defects[Math.min(review, defects.length - 1)]! ? 'defect' : 'cooperate';
    return moves.findIndex((one) => one.move === move);
  },
});

const chances = { news: () => 0, parties: [() => 0, () => 0, () => 0] };

function scoreAgainst(game: GameToPlay, opponent: Strategy, own: Strategy): number {
  return playReviews(game, [bestResponse, own, opponent], chances).scores[1]!;
}

/** What the best of all scripts of six moves gains on cooperation. */
function gainFromDefecting(patience: number, opponent: Strategy): number {
  const game = dilemma(patience);
  const scripts = Array.from({ length: 2 ** 6 }, (_, bits) =>
    Array.from({ length: 6 }, (__, k) => ((bits >> k) & 1) === 1),
  );
  const scores = scripts.map((script) => scoreAgainst(game, opponent, scripted(script)));
  return Math.max(...scores.slice(1)) - scores[0]!;
}

// Friedman 1971: against grim, 5 + δ/(1 − δ) is no more than 3/(1 − δ) from δ = (5 − 3)/(5 − 1) = 1/2 on. Axelrod 1984:
// against tit-for-tat, 5 + 0 δ in turns is no more than 3 + 3 δ from δ = 2/3 on.
describe("the repeated prisoner's dilemma 5/3/1/0", () => {
  it('is sustained by grim if and only if δ ≥ 1/2', () => {
    expect(gainFromDefecting(0.49, grim)).toBeGreaterThan(0.01);
    expect(gainFromDefecting(0.5, grim)).toBeCloseTo(0, 9);
    expect(gainFromDefecting(0.51, grim)).toBeLessThan(0);
  });

  it('needs δ ≥ 2/3 under tit-for-tat', () => {
    expect(gainFromDefecting(0.51, titForTat)).toBeGreaterThan(0.1);
    expect(gainFromDefecting(0.66, titForTat)).toBeGreaterThan(0.01);
    expect(gainFromDefecting(2 / 3, titForTat)).toBeCloseTo(0, 9);
    expect(gainFromDefecting(0.68, titForTat)).toBeLessThan(0);
  });

  it('is cooperation for ever among grim, tit-for-tat and conciliatory', () => {
    const game = dilemma(0.5);
    for (const one of [grim, titForTat, conciliatory]) {
      for (const other of [grim, titForTat, conciliatory]) {
        const { log } = playReviews(game, [bestResponse, one, other], chances);
        expect(log.every(({ move }) => move === 'cooperate / cooperate')).toBe(true);
      }
    }
  });

  it('is defection for the best response to the solved game, forgiven by tit-for-tat and never by grim', () => {
    const game = dilemma(0.5);
    const moves = (one: Strategy, other: Strategy) =>
      playReviews(game, [bestResponse, one, other], chances).log.map(({ move }) => move);
    expect(moves(bestResponse, grim).slice(0, 3)).toEqual([
      'defect / cooperate',
      'defect / defect',
      'defect / defect',
    ]);
    const once = scripted([true, false]);
    expect(moves(once, titForTat).slice(0, 3)).toEqual([
      'defect / cooperate',
      'cooperate / defect',
      'cooperate / cooperate',
    ]);
    expect(moves(once, grim).at(-1)).toBe('cooperate / defect');
  });
});
