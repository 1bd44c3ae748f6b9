import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MadeTrade,
  madeReview,
  madeStance,
  madeTable,
  madeTrade,
} from '../../tests/made-negotiation.ts';
import { solveQuantal, solveSubgamePerfect } from '../negotiation/solve-reviews.ts';
import type { NegotiationTable } from '../negotiation/table.ts';
import { strategies, strategyOf } from './catalogue.ts';
import { GameToPlay } from './game-to-play.ts';
import { playReviews, ReplayError, replayReviews } from './play-reviews.ts';
import { type Assignment, chancesOf } from './tournament.ts';

const news = [{ id: 'calm', title: 'Calm', probability: 0.3, extension: { USA: 0.05 }, because: 'made up' }];

function gameOf(trade: MadeTrade, more: Partial<NegotiationTable> = {}): GameToPlay {
  const table = madeTable({ news, ...more });
  const { year, values } = madeReview(
    table,
    table.parties.map((party) => madeStance(party)),
    trade,
  );
  const solution = solveQuantal(year, values, table.reviews.length, [10, 10, 10]);
  return new GameToPlay({ year, values, solution });
}

const ids = strategies.map(({ id }) => id);
const anyAssignment: fc.Arbitrary<Assignment> = fc.tuple(
  fc.constantFrom(...ids),
  fc.constantFrom(...ids),
  fc.constantFrom(...ids),
);
const anyTrade = fc.integer({ min: 1, max: 20 });

const play = (game: GameToPlay, assignment: Assignment, seed: string, number = 0) =>
  playReviews(game, assignment.map(strategyOf), chancesOf(seed, assignment, number));

describe('a game between strategies', () => {
  it('is determined by its seed, and another seed gives another game', () => {
    const game = gameOf(madeTrade(3));
    const assignment: Assignment = ['random', 'random', 'random'];
    expect(play(game, assignment, 'one')).toEqual(play(gameOf(madeTrade(3)), assignment, 'one'));
    expect(play(game, assignment, 'one')).not.toEqual(play(game, assignment, 'two'));
    expect(play(game, assignment, 'one')).not.toEqual(play(game, assignment, 'one', 1));
  });

  it('is replayed from its log to the same end, byte for byte', () => {
    fc.assert(
      fc.property(anyTrade, anyAssignment, fc.string(), (trade, assignment, seed) => {
        const game = gameOf(madeTrade(trade), { reviews: [2026, 2027, 2028] });
        const played = play(game, assignment, seed);
        const log = JSON.parse(JSON.stringify(played.log));
        expect(JSON.stringify(replayReviews(game, log))).toBe(JSON.stringify(played));
      }),
      { numRuns: 60 },
    );
  });

  it('has only legal moves, whoever plays and wherever it gets', () => {
    fc.assert(
      fc.property(anyTrade, anyAssignment, fc.integer(), (trade, assignment, seed) => {
        const game = gameOf(madeTrade(trade), { reviews: [2026, 2027, 2028] });
        const watched = assignment.map((id) => {
          const strategy = strategyOf(id);
          return {
            ...strategy,
            choose: (...[position, random]: Parameters<typeof strategy.choose>) => {
              const at = strategy.choose(position, random);
              expect(Number.isInteger(at) && at >= 0 && at < position.moves.length).toBe(true);
              return at;
            },
          };
        });
        playReviews(game, watched, chancesOf(`${seed}`, assignment, 0));
      }),
      { numRuns: 60 },
    );
  });

  it('pays each party what its moves, years and end are worth', () => {
    // Where all are quantal, the mean over games is the value of the solved game: an independent sum.
    const game = gameOf(madeTrade(5), { reviews: [2026, 2027] });
    const assignment: Assignment = ['quantal', 'quantal', 'quantal'];
    const games = 4000;
    const sums = [0, 0, 0];
    const squares = [0, 0, 0];
    for (let k = 0; k < games; k++) {
      play(game, assignment, 'mean', k).scores.forEach((score, i) => {
        sums[i]! += score / games;
        squares[i]! += score ** 2 / games;
      });
    }
    const { tree, start } = game.year;
    for (const i of [0, 1, 2]) {
      const error = Math.sqrt((squares[i]! - sums[i]! ** 2) / games);
      const value = game.solution.values[0]![3 * tree.begins[start]! + i]!;
      // Four standard errors: the seeds are fixed, so this holds or fails for good.
      expect(Math.abs(sums[i]! - value)).toBeLessThan(4 * error);
    }
  });

  it('is the solved path where all respond best to a solution in pure moves', () => {
    const table = madeTable({ reviews: [2026, 2027, 2028] });
    const { year, values } = madeReview(
      table,
      table.parties.map((party) => madeStance(party)),
      madeTrade(4),
    );
    const solution = solveSubgamePerfect(year, values, 3);
    const game = new GameToPlay({ year, values, solution });
    const { scores } = play(game, ['best-response', 'best-response', 'best-response'], '');
    const begin = year.tree.begins[year.start]!;
    for (const [i, score] of scores.entries())
      expect(score).toBeCloseTo(solution.values[0]![3 * begin + i]!, 12);
  });

  it('does not read the names of the parties', () => {
    const renamed = (text: string) => text.replaceAll('CAN', 'ONE').replaceAll('MEX', 'TWO');
    const table = JSON.parse(renamed(JSON.stringify(madeTable({ news }))));
    const stances = madeTable().parties.map((party) =>
      JSON.parse(renamed(JSON.stringify(madeStance(party)))),
    );
    fc.assert(
      fc.property(anyTrade, anyAssignment, (trade, assignment) => {
        const { year, values } = madeReview(table, stances, madeTrade(trade));
        const solution = solveQuantal(year, values, table.reviews.length, [10, 10, 10]);
        const other = play(new GameToPlay({ year, values, solution }), assignment, 's');
        const own = play(gameOf(madeTrade(trade)), assignment, 's');
        expect(JSON.stringify(other)).toBe(renamed(JSON.stringify(own)));
      }),
      { numRuns: 10 },
    );
  });

  it('is mirrored where the partners change places', () => {
    // No measures of the partners: they would be taken in turn. Scores and ends are those of the other.
    const twin: Readonly<Record<string, string>> = {
      'bilateral-one': 'bilateral-other',
      'bilateral-other': 'bilateral-one',
    };
    const mirrored =
      (trade: MadeTrade): MadeTrade =>
      (state) => {
        const [a, b, c] = trade({ ...state, regime: (twin[state.regime] ?? state.regime) as never });
        return [a, c, b];
      };
    const apart = { escalations: [], news: [], reviews: [2026, 2027, 2028, 2029] };
    const steady = ids.filter((id) => id !== 'random' && id !== 'quantal');
    const anySteady = fc.constantFrom(...steady);
    fc.assert(
      fc.property(anyTrade, anySteady, anySteady, anySteady, (trade, a, b, c) => {
        const own = play(gameOf(madeTrade(trade), apart), [a, b, c], '');
        const parties = ['USA', 'MEX', 'CAN'] as const;
        const other = play(gameOf(mirrored(madeTrade(trade)), { ...apart, parties }), [a, c, b], '');
        const [x, y, z] = other.scores as [number, number, number];
        for (const [i, score] of [x, z, y].entries()) expect(score).toBeCloseTo(own.scores[i]!, 9);
        expect(other.regime).toBe(twin[own.regime] ?? own.regime);
      }),
      { numRuns: 60 },
    );
  });
});

describe('replay', () => {
  const game = gameOf(madeTrade(2), { reviews: [2026, 2027] });
  const { log } = play(game, ['random', 'random', 'random'], 'replay');

  it('refuses what is no move of the game, and says which', () => {
    const changed = log.map((step, k) => (k === 1 ? { ...step, move: 'dance' } : step));
    const refusal = (wrong: typeof log) => {
      try {
        replayReviews(game, wrong);
      } catch (error) {
        return error instanceof ReplayError ? error.at : error;
      }
      return undefined;
    };
    expect(refusal(changed)).toBe(1);
    expect(refusal(log.map((step) => ({ ...step, year: 2001 })))).toBe(0);
    expect(refusal(log.slice(0, -1))).toBe(log.length - 1);
    expect(refusal([...log, log[0]!])).toBe(log.length);
  });
});
