import type { ExtensiveGame } from './extensive-game.ts';
import { walkCurve } from './follow-curve.ts';
import { gameArrays } from './game-arrays.ts';
import { type LogitEquations, logitEquations } from './logit-equations.ts';
import { type Solution, SolutionError } from './solution.ts';

/** Games with more logits than this are refused: a step factors a matrix of that many rows. */
const mostLogits = 600;

export interface QuantalResponse extends Solution {
  readonly concept: 'agent-quantal-response' | 'logit-limit';
  /** In units of one over the payoffs' own units. */
  readonly lambda: number;
  /** λ at which the branch turned back or forth on the way. */
  readonly turningPoints: readonly number[];
}

export interface LogitOptions {
  /** Instead of the game's: `[end·players + player]`, ends in the order of the tree. */
  readonly payoffs?: ArrayLike<number>;
  /** Is told λ after every step; may throw, to stop. */
  readonly onStep?: (lambda: number) => void;
}

export interface LogitSolver {
  /**
   * Quantal responses at the given λ, each where the branch first comes to it, in the order given.
   *
   * @throws SolutionError when one does not converge, RangeError when a λ is negative or not a number.
   */
  at(lambdas: readonly number[], options?: LogitOptions): QuantalResponse[];
  /**
   * Where the branch leads as λ grows without bound: an equilibrium of the game without noise, and a sequential one
   * (McKelvey and Palfrey 1998).
   *
   * @param regret follow until no change at an information set gains more than this share of the payoffs' spread.
   */
  limit(regret?: number, options?: LogitOptions): QuantalResponse;
}

/** Prepares a game once, to be solved for many payoffs and λ: a solve allocates little more than its answer. */
export function logitSolver(game: ExtensiveGame): LogitSolver {
  const arrays = gameArrays(game);
  if (arrays.actions - arrays.sets > mostLogits) {
    const size = `${arrays.sets} information sets with ${arrays.actions} actions`;
    const message = `quantal responses of a game with ${size} are too large to trace; ${mostLogits} actions beside the first are possible`;
    throw new SolutionError('too-large', message);
  }
  const equations = logitEquations(arrays);
  const ends = [...arrays.isEnd.keys()].filter((n) => arrays.isEnd[n] === 1);
  const { players } = arrays;
  const own = new Float64Array(arrays.payoffs.length);

  function setPayoffs(payoffs: ArrayLike<number> | undefined): void {
    equations.resetAnchors();
    if (!payoffs) {
      equations.setPayoffs(arrays.payoffs);
      return;
    }
    if (payoffs.length !== ends.length * players) {
      throw new RangeError(`${payoffs.length} payoffs for ${ends.length} ends and ${players} players`);
    }
    for (const [k, end] of ends.entries()) {
      for (let i = 0; i < players; i++) own[end * players + i] = payoffs[k * players + i]!;
    }
    equations.setPayoffs(own);
  }

  return {
    at(lambdas, { payoffs, onStep } = {}) {
      for (const lambda of lambdas) {
        if (!(lambda >= 0 && lambda < Infinity)) throw new RangeError(`λ cannot be ${lambda}`);
      }
      setPayoffs(payoffs);
      const { spread } = equations;
      const walk = walkCurve(equations);
      const found = new Map<number, QuantalResponse>();
      for (const lambda of [...new Set(lambdas)].sort((a, b) => a - b)) {
        const point = walk.reach(lambda * spread, onStep && ((reached) => onStep(reached / spread)));
        found.set(lambda, readOut(game, equations, point, lambda, walk, 'agent-quantal-response'));
      }
      return lambdas.map((lambda) => found.get(lambda)!);
    },
    limit(regret = 1e-9, { payoffs, onStep } = {}) {
      setPayoffs(payoffs);
      const { spread } = equations;
      const walk = walkCurve(equations);
      let point = walk.reach(0);
      while (equations.regret() > regret) {
        if (point[equations.size]! > 1e12) {
          const left = equations.regret().toExponential(1);
          const message = `at λ = ${1e12 / spread} the logit branch leaves a regret of ${left} of the spread of payoffs`;
          throw new SolutionError('no-such-precision', message);
        }
        walk.advance();
        // Only on the curve itself does the regret mean anything: an error in a mixture costs more than the noise.
        point = walk.settleHere();
        onStep?.(point[equations.size]! / spread);
      }
      const lambda = point[equations.size]! / spread;
      return readOut(game, equations, point, lambda, walk, 'logit-limit');
    },
  };
}

/** Agent quantal responses at the given λ: `logitSolver(game).at(lambdas)`. */
export function logitPath(
  game: ExtensiveGame,
  lambdas: readonly number[],
  options?: LogitOptions,
): QuantalResponse[] {
  return logitSolver(game).at(lambdas, options);
}

function readOut(
  game: ExtensiveGame,
  equations: LogitEquations,
  point: Float64Array,
  lambda: number,
  { steps, turningPoints }: { steps: number; turningPoints: readonly number[] },
  concept: QuantalResponse['concept'],
): QuantalResponse {
  const { spread, floor, probability, value } = equations;
  const residual = equations.responseError(point);
  // At very large λ a response hangs on the last digit of a payoff: there the regret is what can be promised.
  if (concept === 'agent-quantal-response' && !(residual <= 1e-9 * (1 + point[equations.size]! * 1e-4))) {
    const message = `quantal responses at λ = ${lambda} are off by ${residual}`;
    throw new SolutionError('not-converged', message);
  }
  return {
    concept,
    lambda,
    profile: game.informationSets.map(({ firstAction, actions }) =>
      Array.from(probability.subarray(firstAction, firstAction + actions.length)),
    ),
    payoffs: game.players.map((_, i) => floor[i]! + spread * value[i]!),
    maximumRegret: spread * equations.regret(),
    residual,
    iterations: steps,
    turningPoints: turningPoints.map((turned) => turned / spread),
  };
}
