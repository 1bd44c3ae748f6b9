import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeReview, madeStance, madeTable, madeTrade } from '../../tests/made-negotiation.ts';
import { solveQuantal } from '../negotiation/solve-reviews.ts';
import { aspiration, timeAt } from './aspiration.ts';
import { strategies, strategyOf } from './catalogue.ts';
import { conductAtReviews } from './conduct.ts';
import { GameToPlay } from './game-to-play.ts';
import { playReviews } from './play-reviews.ts';
import type { Position, Strategy } from './strategy.ts';
import { chancesOf } from './tournament.ts';

function gameOf(seed: number, standing = false): GameToPlay {
  const made = madeTable({ reviews: [2026, 2027, 2028] });
  const table = { ...made, escalations: made.escalations.map((one) => ({ ...one, standing })) };
  const stances = table.parties.map((party) => madeStance(party));
  const { year, values } = madeReview(table, stances, madeTrade(seed));
  return new GameToPlay({ year, values, solution: solveQuantal(year, values, 3, [10, 10, 10]) });
}

/** Lets a strategy play one party against two who do anything, and shows what it chooses where. */
function watch(
  strategy: Strategy,
  player: number,
  see: (position: Position, move: string, at: number) => void,
  standing = false,
): void {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer(), (seed, stream) => {
      const watched: Strategy = {
        ...strategy,
        choose: (position, random) => {
          const at = strategy.choose(position, random);
          see(position, position.moves[at]!.move, at);
          return at;
        },
      };
      const all = [0, 1, 2].map((party) => (party === player ? watched : strategyOf('random')));
      playReviews(gameOf(seed, standing), all, chancesOf(`${stream}`, ['x', 'y', 'z'], 0));
    }),
    { numRuns: 40 },
  );
}

describe.each(['boulware', 'linear', 'conceder'] as const)('%s', (id) => {
  const beta = { boulware: 1 / 4, linear: 1, conceder: 4 }[id];
  it.each([0, 1, 2])('signs what reaches its aspiration and nothing else (party %i)', (player) => {
    let signed = 0;
    watch(strategyOf(id), player, ({ game, review, state, moves }, move, at) => {
      const agreeing = moves.findIndex((one) => one.move === 'accept' || one.move === 'confirm');
      if (agreeing < 0) return;
      const asked = aspiration(game.ranges(review, state)[player]!, timeAt(review, 3), beta);
      const worth = moves[agreeing]!.offers[0]![0]!.worth[player]!;
      if (Math.abs(worth - asked) < 1e-9) return;
      expect(at === agreeing).toBe(worth > asked);
      if (move !== 'refuse') signed++;
    });
    if (player > 0) expect(signed).toBeGreaterThan(0);
  });
});

describe('conciliatory', () => {
  it.each([0, 1, 2])('lifts first, joins, never imposes or gives notice (party %i)', (player) => {
    let lifted = 0;
    watch(
      strategyOf('conciliatory'),
      player,
      ({ moves, about }, move) => {
        expect(move).not.toMatch(/^impose|^give notice/);
        if (about === 'caucus') expect(move).toBe('join');
        const mayLift = moves.some((one) => one.move.startsWith('lift'));
        if (mayLift) expect(move).toMatch(/^lift/);
        if (mayLift) lifted++;
      },
      true,
    );
    // The third party has no measures of its own.
    if (player < 2) expect(lifted).toBeGreaterThan(0);
  });
});

describe('tit-for-tat and grim', () => {
  it('answer a measure in kind, one until it is made good and the other for good', () => {
    for (const id of ['tit-for-tat', 'grim']) {
      let answered = 0;
      watch(strategyOf(id), 1, ({ moves, treatedBy }, move) => {
        const mayAnswer = moves.some((one) => one.move === 'impose answer');
        if (!mayAnswer) return;
        const [byProposer] = treatedBy as [readonly number[], unknown, unknown];
        const isHostile = id === 'grim' ? byProposer.includes(-1) : byProposer.at(-1) === -1;
        expect(move === 'impose answer').toBe(isHostile);
        if (isHostile) answered++;
      });
      expect(answered).toBeGreaterThan(0);
    }
  });

  it('never give notice', () => {
    for (const id of ['tit-for-tat', 'grim'])
      watch(strategyOf(id), 0, (_, move) => expect(move).not.toBe('give notice'));
  });
});

describe('a position', () => {
  it('does not tell what the other chooses in the same vote', () => {
    for (const { id } of strategies) {
      watch(strategyOf(id), 1, ({ moves, history, about, game, review }) => {
        if (about !== 'caucus' && !about.startsWith('confirm ')) return;
        expect(moves).toHaveLength(2);
        const last = history.at(-1);
        const year = game.year.table.reviews[review];
        expect(last?.about === about && last.year === year && last.players.length === 2).toBe(false);
      });
    }
  });
});

describe('the conduct of a move', () => {
  const conduct = conductAtReviews(madeTable());
  it.each([
    [0, 'measures', 'impose threat', [0, -1, 0]],
    [0, 'measures', 'lift threat', [0, 1, 0]],
    [1, 'measures', 'impose answer', [-1, 0, 0]],
    [0, 'measures', 'hold', [0, 0, 0]],
    [0, 'measures', 'give notice', [0, -1, -1]],
    [0, 'notice of withdrawal', 'take the notice back', [0, 1, 1]],
    [0, 'offer', 'no offer', [0, 0, 0]],
    [0, 'offer', 'turn to both', [0, 1, 1]],
    [0, 'offer', 'turn to CAN', [0, 1, 0]],
    [0, 'offer', 'offer side-mex to MEX', [0, 0, 1]],
    [0, 'offer', 'offer side-mex to MEX, then side-can to CAN', [0, 1, 1]],
    [0, 'offer', 'offer clean', [0, 1, 1]],
    [1, 'answer to side-can', 'accept', [1, 0, -1]],
    [2, 'answer to side-mex', 'refuse', [-1, 0, 0]],
    [2, 'confirm clean', 'confirm', [1, 1, 0]],
    [1, 'confirm clean', 'refuse', [-1, 0, 0]],
    [1, 'caucus', 'join', [0, 0, 1]],
    [2, 'caucus', 'apart', [0, 0, 0]],
  ])('of party %i, %s: %s', (player, about, move, expected) => {
    expect(conduct(player, about, move)).toEqual(expected);
  });
});
