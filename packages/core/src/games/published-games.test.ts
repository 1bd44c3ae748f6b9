import { describe, expect, it } from 'vitest';
import { logitPath, logitSolver } from './logit-path.ts';
import { oneShotRegret } from './play.ts';
import { centipede, ochs, oneCardPoker, seltensHorse } from './published-games.ts';
import { pureEquilibria } from './pure-equilibria.ts';
import { asExtensiveGame, playMixed } from './strategic-game.ts';
import { subgamePerfect } from './subgame-perfect.ts';
import { mixedEquilibria, twoPlayerNash } from './two-player-equilibria.ts';

describe("Selten's horse", () => {
  const [R, L] = [
    [1, 0],
    [0, 1],
  ];

  // Selten (1975), section 5: two pure equilibria, of which only the first is perfect.
  it('has the two pure equilibria of the paper', () => {
    const found = pureEquilibria(seltensHorse());
    expect(found.map(({ profile }) => profile)).toEqual([
      [R, R, L],
      [L, R, R],
    ]);
    expect(found.map(({ payoffs }) => payoffs)).toEqual([
      [1, 1, 1],
      [3, 2, 2],
    ]);
    expect(found.map(({ maximumRegret }) => maximumRegret)).toEqual([0, 0]);
  });

  it('is decided for the first of them by the logit branch', () => {
    const limit = logitSolver(seltensHorse()).limit();
    expect(limit.payoffs.map((payoff) => Math.round(payoff * 1e6) / 1e6)).toEqual([1, 1, 1]);
    const { profile, stages } = subgamePerfect(seltensHorse());
    expect(profile).toEqual([R, R, L]);
    expect(stages.map(({ how, equilibria }) => [how, equilibria.length])).toEqual([['logit limit', 2]]);
  });
});

describe('the centipede', () => {
  // gambit-logit 17 on the same tree: take probabilities of the first player's two nodes, then of the second's.
  it.each([
    [0.5, [0.373594228, 0.385072806, 0.37557253, 0.689974481]],
    [1, [0.296256575, 0.464883649, 0.277980286, 0.832018385]],
    [2, [0.236192966, 0.761576824, 0.376298744, 0.960834277]],
    [5, [0.492704225, 0.981847188, 0.851436106, 0.99966465]],
  ])('at λ = %d is taken as Gambit says', (lambda, takes) => {
    const [response] = logitPath(centipede(), [lambda]);
    response.profile.forEach(([take], h) => {
      expect(Math.abs(take - takes[h])).toBeLessThan(1e-9);
    });
    // The solver's own account of its regret, against one that knows nothing of logits.
    expect(response.maximumRegret).toBeCloseTo(oneShotRegret(centipede(), response.profile), 12);
  });

  it('is taken at every node by players who look ahead', () => {
    // McKelvey and Palfrey (1992): the only subgame-perfect equilibrium.
    const { profile, payoffs, stages } = subgamePerfect(centipede());
    expect(profile).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(payoffs).toEqual([0.4, 0.1]);
    expect(stages).toEqual([]);
  });
});

describe('one-card poker', () => {
  it('has the equilibrium of Myerson (1991), section 4.1', () => {
    const found = mixedEquilibria(oneCardPoker());
    expect(found).toHaveLength(1);
    const [{ profile, payoffs, maximumRegret }] = found;
    // Alice raises a King always and a Queen 1/3 of the time, Bob meets 2/3; worth 1/3 to Alice.
    const expected = [
      [1, 0],
      [1 / 3, 2 / 3],
      [2 / 3, 1 / 3],
    ];
    expected.forEach((mixture, h) => {
      mixture.forEach((p, a) => {
        expect(profile[h][a]).toBeCloseTo(p, 12);
      });
    });
    expect(payoffs[0]).toBeCloseTo(1 / 3, 12);
    expect(payoffs[1]).toBeCloseTo(-1 / 3, 12);
    expect(maximumRegret).toBeLessThan(1e-12);
  });

  it('comes to the same by way of the logit branch, having no pure equilibrium', () => {
    expect(pureEquilibria(oneCardPoker())).toEqual([]);
    const { profile, maximumRegret, stages } = subgamePerfect(oneCardPoker());
    expect(profile[1][0]).toBeCloseTo(1 / 3, 7);
    expect(profile[2][0]).toBeCloseTo(2 / 3, 7);
    expect(maximumRegret).toBeLessThan(1e-9);
    expect(stages[0].how).toBe('logit limit');
  });
});

describe('the Ochs game', () => {
  // Reference values to six digits, and the two equations that define them, by substitution.
  it.each([
    [1, 0.586784, 0.451807],
    [2, 0.617522, 0.371982],
    [3, 0.616897, 0.314016],
  ])('at λ = %d is played as its two equations ask', (lambda, row, column) => {
    const [{ profile }] = logitPath(asExtensiveGame(ochs()), [lambda]);
    const [[p], [q]] = profile;
    expect(p).toBeCloseTo(row, 6);
    expect(q).toBeCloseTo(column, 6);
    const logit = (gain: number) => 1 / (1 + Math.exp(-lambda * gain));
    expect(p).toBeCloseTo(logit(1.1141 * q - 0.2785 * (1 - q)), 12);
    expect(q).toBeCloseTo(logit(1.1141 * (1 - p) - 1.1141 * p), 12);
  });

  it('has one equilibrium without noise: Row even, Column as Row is made indifferent', () => {
    const found = twoPlayerNash(ochs());
    expect(found).toHaveLength(1);
    expect(found[0][0][0]).toBeCloseTo(1 / 2, 12);
    // 1.1141 q = .2785 (1 − q)
    expect(found[0][1][0]).toBeCloseTo(0.2785 / (1.1141 + 0.2785), 12);
    expect(playMixed(ochs(), found[0]).maximumRegret).toBeLessThan(1e-12);
  });
});
