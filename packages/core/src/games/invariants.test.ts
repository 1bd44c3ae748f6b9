import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEfg } from './efg-read.ts';
import { writeEfg } from './efg-write.ts';
import { chance, decision, type ExtensiveGame, end, extensiveGame, type GameNode } from './extensive-game.ts';
import { logitPath } from './logit-path.ts';
import { bestReplyRegret, expectedPayoffs, oneShotRegret } from './play.ts';
import { pureEquilibria } from './pure-equilibria.ts';
import type { Profile } from './solution.ts';
import { subgamePerfect } from './subgame-perfect.ts';
import { subgameRoots } from './subgames.ts';
import { mixedEquilibria } from './two-player-equilibria.ts';

/** What is drawn of a game: who moves first, nature's odds, and payoffs. */
interface Drawn {
  readonly players: number;
  readonly odds: number;
  readonly payoffs: readonly number[];
}

const drawn = (players: number) =>
  fc.record({
    players: fc.constant(players),
    odds: fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10),
    payoffs: fc.array(fc.integer({ min: -20, max: 20 }), {
      minLength: 16 * players,
      maxLength: 16 * players,
    }),
  });

/**
 * A review in small: nature or not, one player proposes, the others answer without seeing each other, and the first
 * may move once more where the last refused.
 *
 * @param order which seat each drawn player takes.
 * @param pays from what was drawn to what is paid.
 */
function review(
  { players, odds, payoffs }: Drawn,
  order: readonly number[] = [...Array(players).keys()],
  pays: (payoff: number, player: number) => number = (payoff) => payoff,
): ExtensiveGame {
  let at = 0;
  const pay = () => {
    const own = payoffs.slice(at, at + players);
    at += players;
    const seated: number[] = [];
    for (const [i, seat] of order.entries()) seated[seat] = pays(own[i], i);
    return end(...seated);
  };
  const answers = (proposal: string): GameNode =>
    decision(
      order[1],
      proposal,
      ['yes', 'no'].map((first) => [
        first,
        decision(
          order[players - 1],
          // With two players the second answers twice, and knows it.
          players === 2 ? `${proposal}, after ${first}` : proposal,
          ['yes', 'no'].map((second) => [
            second,
            second === 'no' && first === 'no' && proposal === 'much in rain'
              ? decision(order[0], 'after refusals', [
                  ['leave', pay()],
                  ['stay', pay()],
                ])
              : pay(),
          ]),
        ),
      ]),
    );
  const proposes = (weather: string): GameNode =>
    decision(order[0], weather, [
      ['much', answers(`much in ${weather}`)],
      ['little', answers('little')],
    ]);
  const sun = decision(order[0], 'sun', [
    ['wait', pay()],
    ['go', pay()],
  ]);
  const root = chance([
    ['rain', odds, proposes('rain')],
    ['sun', 1 - odds, sun],
  ]);
  return extensiveGame({ title: 'Review in small', players: order.map((seat) => `P${seat}`), root });
}

const games = fc.constantFrom(2, 3).chain(drawn);
const lambdas = [0.05, 0.3];

function expectSame(a: Profile, b: Profile, digits = 9) {
  expect(a).toHaveLength(b.length);
  a.forEach((mixture, h) => {
    mixture.forEach((p, k) => {
      expect(p).toBeCloseTo(b[h][k], digits);
    });
  });
}

/** A profile by player's own name of each information set, whatever their order. */
function byName({ informationSets }: ExtensiveGame, profile: Profile): Record<string, readonly number[]> {
  return Object.fromEntries(informationSets.map(({ id }, h) => [id, profile[h]]));
}

// All of these hold by definition of the concepts; the games are drawn at random.
describe('quantal responses', () => {
  it('are uniform at λ = 0', () => {
    fc.assert(
      fc.property(games, (game) => {
        const [{ profile }] = logitPath(review(game), [0]);
        for (const mixture of profile) expect(mixture).toEqual(mixture.map(() => 1 / mixture.length));
      }),
      { numRuns: 20 },
    );
  });

  it('do not hang on how players are numbered', () => {
    fc.assert(
      fc.property(drawn(3), fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (game, order) => {
        const [one, other] = [review(game), review(game, order)];
        logitPath(one, lambdas).forEach((response, k) => {
          const relabelled = logitPath(other, lambdas)[k];
          const [names, others] = [byName(one, response.profile), byName(other, relabelled.profile)];
          // In this game two players share the names of the answers, so those are compared by payoffs.
          for (const name of ['rain', 'sun']) {
            names[name].forEach((p, a) => {
              expect(others[name][a]).toBeCloseTo(p, 9);
            });
          }
          order.forEach((seat, i) => {
            expect(relabelled.payoffs[seat]).toBeCloseTo(response.payoffs[i], 8);
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it('do not move when a constant is added to what a player is paid', () => {
    fc.assert(
      fc.property(games, fc.integer({ min: -1000, max: 1000 }), (game, constant) => {
        const shifted = review(game, undefined, (payoff, i) => (i === 1 ? payoff + constant : payoff));
        const responses = logitPath(review(game), lambdas);
        logitPath(shifted, lambdas).forEach(({ profile, payoffs }, k) => {
          expectSame(profile, responses[k].profile);
          expect(payoffs[1] - constant).toBeCloseTo(responses[k].payoffs[1], 8);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('are the same for k times λ with payoffs over k', () => {
    fc.assert(
      fc.property(games, fc.double({ min: 0.01, max: 100, noNaN: true }), (game, k) => {
        const scaled = review(game, undefined, (payoff) => payoff / k);
        const responses = logitPath(review(game), lambdas);
        const times = lambdas.map((lambda) => lambda * k);
        logitPath(scaled, times).forEach(({ profile }, at) => {
          expectSame(profile, responses[at].profile);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('are responses: each probability is the logit of what actions are worth, worked out apart from the solver', () => {
    fc.assert(
      fc.property(games, (drawnGame) => {
        const game = review(drawnGame);
        for (const { lambda, profile, payoffs, maximumRegret } of logitPath(game, lambdas)) {
          expectedPayoffs(game, profile).forEach((payoff, i) => {
            expect(payoffs[i]).toBeCloseTo(payoff, 9);
          });
          expect(maximumRegret).toBeCloseTo(oneShotRegret(game, profile), 9);
          // At a node that stands alone in its set: ln p − ln p' = λ (value − value').
          for (const [h, { player, positions: members }] of game.informationSets.entries()) {
            if (members.length > 1) continue;
            const [u, v] = game.positions[members[0]].next.map(
              (at) => expectedPayoffs(game, profile, at)[player],
            );
            const [p, q] = profile[h];
            expect(Math.log(p / q)).toBeCloseTo(lambda * (u - v), 7);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('subgame-perfect equilibria', () => {
  it('leave nobody a gain above 1e-9 in any subgame', () => {
    fc.assert(
      fc.property(games, (drawnGame) => {
        const game = review(drawnGame);
        const { profile, maximumRegret } = subgamePerfect(game);
        for (const root of subgameRoots(game)) {
          expect(bestReplyRegret(game, profile, root)).toBeLessThan(1e-9 * 40);
        }
        expect(maximumRegret).toBeLessThan(1e-9 * 40);
        for (const mixture of profile) expect(mixture.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 100 },
    );
  });
});

describe('equilibria that are listed', () => {
  it('in pure strategies leave nobody a gain', () => {
    fc.assert(
      fc.property(games, (drawnGame) => {
        const game = review(drawnGame);
        for (const { profile, payoffs, maximumRegret } of pureEquilibria(game)) {
          expect(maximumRegret).toBeLessThan(1e-9);
          expectedPayoffs(game, profile).forEach((payoff, i) => {
            expect(payoffs[i]).toBeCloseTo(payoff, 9);
          });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('in mixed strategies leave nobody a gain, and there is one at least', () => {
    // Enumeration promises to find one only where payoffs are not tied, as numbers from a sine are not.
    const cells = fc
      .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 18, maxLength: 18 })
      .map((payoffs) => payoffs.map((payoff, k) => payoff + Math.sin(k + 1)));
    fc.assert(
      fc.property(cells, (payoffs) => {
        const column = (row: number) =>
          decision(
            1,
            'column',
            [0, 1, 2].map((c) => [`${c}`, end(...payoffs.slice(6 * row + 2 * c, 6 * row + 2 * c + 2))]),
          );
        const root = decision(
          0,
          'row',
          [0, 1, 2].map((r) => [`${r}`, column(r)]),
        );
        const game = extensiveGame({ title: 'Three by three', players: ['Row', 'Column'], root });
        const found = mixedEquilibria(game);
        expect(found.length).toBeGreaterThan(0);
        for (const { maximumRegret } of found) expect(maximumRegret).toBeLessThan(1e-8);
      }),
      { numRuns: 50 },
    );
  });
});

describe('written in Gambit\u2019s format', () => {
  it('a game reads back to the same equilibrium', () => {
    fc.assert(
      fc.property(games, (drawnGame) => {
        const game = review(drawnGame);
        const back = readEfg(writeEfg(game), 'back.efg');
        expectSame(logitPath(back, [0.1])[0].profile, logitPath(game, [0.1])[0].profile, 12);
      }),
      { numRuns: 30 },
    );
  });
});
