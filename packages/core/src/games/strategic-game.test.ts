import { describe, expect, it } from 'vitest';
import { withoutDominated } from './dominance.ts';
import { decision, type ExtensiveGame, end, extensiveGame, type GameNode } from './extensive-game.ts';
import { seltensHorse } from './published-games.ts';
import { pureEquilibria, pureNash } from './pure-equilibria.ts';
import { countReducedStrategies, reducedForm } from './reduced-strategies.ts';
import { SolutionError } from './solution.ts';
import { chosenIn, playMixed, strategicGame } from './strategic-game.ts';
import { subgamePerfect } from './subgame-perfect.ts';
import { twoPlayerNash } from './two-player-equilibria.ts';

const two = ['A', 'B'];
const prisoners = strategicGame(
  'Prisoners',
  two,
  [
    ['C', 'D'],
    ['C', 'D'],
  ],
  ([a, b]) => (a === 0 ? (b === 0 ? [3, 3] : [0, 5]) : b === 0 ? [5, 0] : [1, 1]),
);

describe('a game in strategic form', () => {
  it('numbers profiles with the last player fastest', () => {
    expect([0, 1, 2, 5].map((profile) => chosenIn(profile, [2, 3]))).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });

  it('pays mixtures, and tells what a player could gain', () => {
    // Worked by hand: against an even mixture C pays 1.5 and D pays 3.
    const even = [
      [0.5, 0.5],
      [0.5, 0.5],
    ];
    expect(playMixed(prisoners, even)).toEqual({ payoffs: [2.25, 2.25], maximumRegret: 0.75 });
  });

  it('has the equilibria of the textbook', () => {
    expect(pureNash(prisoners)).toEqual([3]);
    // Battle of the sexes, 2/1: two pure equilibria and (2/3, 1/3), (1/3, 2/3).
    const sexes = strategicGame(
      'Battle of the sexes',
      two,
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
      ([a, b]) => (a !== b ? [0, 0] : a === 0 ? [2, 1] : [1, 2]),
    );
    const found = twoPlayerNash(sexes);
    expect(found).toHaveLength(3);
    const [row, column] = found[2];
    expect(row[0]).toBeCloseTo(2 / 3, 12);
    expect(column[0]).toBeCloseTo(1 / 3, 12);
  });
});

describe('dominated strategies', () => {
  it('go in rounds, all players at once', () => {
    // Row's second is strictly dominated; once it is gone, so is Column's first.
    const game = strategicGame(
      'Two rounds',
      two,
      [
        ['u', 'd'],
        ['l', 'r'],
      ],
      ([r, c]) =>
        [
          [
            [2, 0],
            [2, 1],
          ],
          [
            [1, 5],
            [1, 0],
          ],
        ][r][c],
    );
    for (const dominance of ['weak', 'strict'] as const) {
      const { kept, rounds } = withoutDominated(game, dominance);
      expect(kept).toEqual([[0], [1]]);
      expect(rounds).toEqual([
        [[1], []],
        [[], [0]],
      ]);
    }
  });

  it('of a vote that needs everyone: refusing goes, weakly but not strictly', () => {
    const vote = strategicGame('Unanimity', ['A', 'B', 'C'], Array(3).fill(['yes', 'no']), (chosen) =>
      chosen.every((s) => s === 0) ? [1, 1, 1] : [0, 0, 0],
    );
    // Everyone yes, or at least two refusing.
    expect(pureNash(vote)).toHaveLength(5);
    expect(withoutDominated(vote, 'strict').rounds).toEqual([]);
    expect(withoutDominated(vote).kept).toEqual([[0], [0], [0]]);
  });

  it('stay where they are equal', () => {
    const same = strategicGame('Same', ['A'], [['x', 'y']], () => [1]);
    expect(withoutDominated(same).kept).toEqual([[0, 1]]);
  });
});

describe('reduced strategies', () => {
  it('are counted as they are listed, leaving out what own moves rule out', () => {
    // In or out; if in, then again: out, in-in, in-out are three, not four.
    const root = decision(0, 'first', [
      ['out', end(0)],
      [
        'in',
        decision(0, 'second', [
          ['out', end(1)],
          ['in', end(2)],
        ]),
      ],
    ]);
    const game = extensiveGame({ title: 'Twice', players: ['A'], root });
    expect(countReducedStrategies(game)).toEqual([3]);
    expect(reducedForm(game).strategies).toEqual([['out', 'in, out', 'in, in']]);
    expect(countReducedStrategies(seltensHorse())).toEqual([2, 2, 2]);
  });

  it('of a game too large to list are refused with their number', () => {
    const rounds = (left: number): GameNode =>
      left === 0
        ? end(0)
        : decision(0, `${left}`, [
            ['a', rounds(left - 1)],
            ['b', rounds(left - 1)],
          ]);
    const answer = (k: number): ExtensiveGame =>
      extensiveGame({
        title: 'Many answers',
        players: two,
        root: decision(
          0,
          'ask',
          Array.from({ length: k }, (_, s) => [
            `${s}`,
            decision(1, `${s}`, [
              ['yes', end(0, 0)],
              ['no', end(0, 0)],
            ]),
          ]),
        ),
      });
    expect(() => pureEquilibria(answer(30))).toThrow(SolutionError);
    expect(() => pureEquilibria(answer(30))).toThrow(
      /30 × 1073741824 = 3\.22123e\+10 profiles of strategies/,
    );
    // Nodes that one set joins although the player moved differently before are no sound game at all.
    expect(() => extensiveGame({ title: '', players: ['A'], root: rounds(3) })).toThrow(
      /has forgotten a move/,
    );
  });
});

describe('ties and threats by backward induction', () => {
  it('makes equally good actions equally likely', () => {
    const root = decision(0, '1', [
      ['a', end(1, 4)],
      ['b', end(0, 9)],
      ['c', end(1, 2)],
    ]);
    const { profile, payoffs } = subgamePerfect(extensiveGame({ title: 'Tie', players: two, root }));
    expect(profile).toEqual([[0.5, 0, 0.5]]);
    expect(payoffs).toEqual([1, 3]);
  });

  it('does not believe a threat that would not be carried out', () => {
    // The chain-store entry game of Selten (1978): enter, share.
    const root = decision(0, 'enter?', [
      ['stay out', end(0, 2)],
      [
        'enter',
        decision(1, 'fight?', [
          ['fight', end(-1, -1)],
          ['share', end(1, 1)],
        ]),
      ],
    ]);
    const entry = extensiveGame({ title: 'Entry', players: ['Entrant', 'Incumbent'], root });
    expect(pureEquilibria(entry)).toHaveLength(2);
    expect(subgamePerfect(entry).payoffs).toEqual([1, 1]);
  });
});
