import { describe, expect, it } from 'vitest';
import { madePlayable } from '../../tests/made-game.ts';
import { madeStance } from '../../tests/made-negotiation.ts';
import { totalOf } from '../negotiation/payoff.ts';
import { goOn, play, startGame, stateOf } from './played-game.ts';
import { roleOf } from './roles.ts';

describe('a role', () => {
  it('has packages at what they are worth to it, agreed at the first review', () => {
    const playable = madePlayable(3, { news: [] });
    const { packages } = roleOf(playable, 1);
    expect(packages.map(({ package: pack }) => pack.id)).toEqual([
      'clean',
      'content',
      'side-can',
      'side-mex',
    ]);
    const clean = packages[0]!;
    const setup = { seats: ['person', 'person', 'person'] as const, seed: '1', news: [] };
    const moves: [number, string][] = [
      [1, 'apart'],
      [2, 'apart'],
      [0, 'turn to both'],
      [0, 'offer clean'],
      [1, 'confirm'],
      [2, 'confirm'],
    ];
    const end = moves.reduce(
      (game, [party, move]) => play(playable, game, { type: 'move', party, move }),
      goOn(playable, startGame(playable, setup)),
    );
    expect(totalOf(clean.worth)).toBeCloseTo(stateOf(end).scores[1]!, 12);
  });

  it('tells nobody of a red line of another: what may not be put to a signer is on no sheet', () => {
    // Canada may be put nothing with new content; Mexico still may.
    const line = { value: 'terms/content', origin: 'calibrated', because: 'made up' } as const;
    const stances = [madeStance('USA'), madeStance('CAN', { redLines: [line] }), madeStance('MEX')];
    const playable = madePlayable(3, { news: [] }, stances);
    for (const party of [0, 1, 2]) {
      const { packages } = roleOf(playable, party);
      expect(packages.map(({ package: pack }) => pack.id)).toEqual(['clean', 'side-mex']);
    }
  });
});
