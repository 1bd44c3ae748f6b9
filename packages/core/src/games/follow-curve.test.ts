import { describe, expect, it } from 'vitest';
import { logitPath, logitSolver } from './logit-path.ts';
import { SolutionError } from './solution.ts';
import { asExtensiveGame, type StrategicGame, strategicGame, strategyValues } from './strategic-game.ts';

function fromTable(
  players: number,
  strategies: number,
  table: readonly (readonly number[])[],
): StrategicGame {
  const names = Array.from({ length: strategies }, (_, s) => `${s}`);
  let next = 0;
  return strategicGame(
    'table',
    Array.from({ length: players }, (_, i) => `${i}`),
    Array<string[]>(players).fill(names),
    () => table[next++],
  );
}

// Drawn at random and kept because their branches turn.
const turning = fromTable(2, 3, [
  [3, 0],
  [4, 9],
  [8, 5],
  [1, 8],
  [9, 6],
  [3, 2],
  [5, 9],
  [0, 8],
  [9, 4],
]);

/** Largest difference between a mixture and the logit response to the others', from the payoff table alone. */
function responseError(game: StrategicGame, lambda: number, mixed: readonly (readonly number[])[]): number {
  const values = strategyValues(game, mixed);
  return Math.max(
    ...values.flatMap((own, i) => {
      const weights = own.map((value) => Math.exp(lambda * (value - Math.max(...own))));
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return weights.map((weight, s) => Math.abs(weight / sum - mixed[i][s]));
    }),
  );
}

describe('a branch that turns back in λ', () => {
  const game = asExtensiveGame(turning);

  it('is followed round both bends to an equilibrium', () => {
    const { turningPoints, maximumRegret, payoffs } = logitSolver(game).limit();
    expect(turningPoints).toHaveLength(2);
    const [bend, back] = turningPoints;
    expect(back).toBeLessThan(bend);
    expect(maximumRegret).toBeLessThan(1e-8);
    // Row's third strategy against Column's first: a strict equilibrium of the table.
    expect(payoffs.map((payoff) => Math.round(payoff * 1e6) / 1e6)).toEqual([5, 9]);
  });

  it('answers with its first passage of each λ: responses jump at the bend, and are responses on both sides', () => {
    const [bend] = logitSolver(game).limit().turningPoints;
    const lambdas = [bend * 0.5, bend * 0.999, bend * 1.001, bend * 2];
    const [, below, above] = logitPath(game, lambdas).map(({ profile, lambda }) => {
      expect(responseError(turning, lambda, profile)).toBeLessThan(1e-12);
      return profile;
    });
    const jump = Math.max(...below.flatMap((mixture, h) => mixture.map((p, a) => Math.abs(p - above[h][a]))));
    expect(jump).toBeGreaterThan(0.1);
  });

  it('passes the same points whatever λ are asked for', () => {
    const [bend] = logitSolver(game).limit().turningPoints;
    const [alone] = logitPath(game, [bend * 1.2]);
    const among = logitPath(game, [bend * 1.2, bend * 0.99, 0.1, bend * 1.2, bend * 3]);
    expect(among[0].profile.flat().map((p) => p.toFixed(11))).toEqual(
      alone.profile.flat().map((p) => p.toFixed(11)),
    );
    expect(among[3]).toBe(among[0]);
    expect(among.map(({ lambda }) => lambda)).toEqual([1.2, 0.99, 0, 1.2, 3].map((k) => k * bend || 0.1));
  });
});

describe('a bend so sharp that a step could land on the way back', () => {
  // Without the sign of the determinant the walk came back to λ = 0 here.
  it('is not cut', () => {
    const sharp = fromTable(3, 3, [
      [8, 9, 0],
      [7, 8, 1],
      [3, 0, 0],
      [0, 4, 4],
      [0, 4, 2],
      [1, 8, 9],
      [1, 7, 5],
      [9, 6, 6],
      [4, 6, 2],
      [6, 2, 9],
      [6, 5, 8],
      [3, 0, 0],
      [5, 7, 5],
      [4, 3, 0],
      [4, 2, 1],
      [1, 3, 4],
      [1, 8, 5],
      [8, 6, 6],
      [5, 3, 3],
      [9, 8, 9],
      [0, 8, 7],
      [4, 8, 7],
      [8, 5, 2],
      [3, 0, 3],
      [0, 7, 5],
      [8, 3, 4],
      [3, 4, 9],
    ]);
    const { turningPoints, payoffs } = logitSolver(asExtensiveGame(sharp)).limit();
    expect(turningPoints).toHaveLength(2);
    expect(payoffs.map((payoff) => Math.round(payoff * 1e6) / 1e6)).toEqual([9, 8, 9]);
  });
});

describe('players in the same position', () => {
  // Pure coordination: the branches of the two pure equilibria leave the uniform one at λ = 2.
  it('stay in it where branches cross, at the crossing too', () => {
    const coordination = asExtensiveGame(
      fromTable(2, 2, [
        [1, 1],
        [0, 0],
        [0, 0],
        [1, 1],
      ]),
    );
    for (const { profile } of logitPath(coordination, [1, 2, 3, 50])) {
      expect(profile.flat()).toEqual([0.5, 0.5, 0.5, 0.5]);
    }
  });
});

describe('what cannot be followed', () => {
  it.each([-1, Number.NaN, Infinity])('λ = %d is refused', (lambda) => {
    expect(() => logitPath(asExtensiveGame(turning), [lambda])).toThrow(RangeError);
  });

  it('is an error, not a number: a regret that no arithmetic reaches', () => {
    const pennies = asExtensiveGame(
      fromTable(2, 2, [
        [3, -1],
        [-1, 1],
        [-1, 1],
        [1, -1],
      ]),
    );
    expect(() => logitSolver(pennies).limit(0)).toThrow(SolutionError);
  });

  it('a walk is stopped by whoever watches it', () => {
    const reached: number[] = [];
    const watch = (lambda: number) => {
      reached.push(lambda);
      if (lambda > 1) throw new Error('enough');
    };
    expect(() => logitPath(asExtensiveGame(turning), [1000], { onStep: watch })).toThrow('enough');
    expect(reached.at(-1)).toBeLessThan(1000);
  });

  it('a game of too many actions is refused before it starts', () => {
    const large = asExtensiveGame(
      strategicGame('large', ['A'], [Array.from({ length: 700 }, (_, s) => `${s}`)], ([s]) => [s]),
    );
    expect(() => logitSolver(large)).toThrow(/1 information sets with 700 actions/);
  });
});
