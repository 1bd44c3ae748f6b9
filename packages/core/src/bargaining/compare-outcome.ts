import { type BargainingProblem, bargainingProblem, type Payoffs } from './bargaining-problem.ts';
import { furthest } from './lotteries.ts';
import { dominatedBy } from './pareto.ts';
import {
  type Agreement,
  type BargainingOptions,
  type BargainingSolution,
  kalaiPoint,
  kalaiSmorodinskyPoint,
  nashPoint,
} from './points.ts';

/** How far an outcome is from a point. */
export interface PointDistance {
  readonly point: Agreement;
  /** Outcome less point, by player: negative for who got less than it would have. */
  readonly difference: Payoffs;
  /** Euclidean length of the difference. */
  readonly distance: number;
}

/** An outcome set against what was possible. */
export interface OutcomeComparison {
  readonly outcome: Payoffs;
  /** Above disagreement, by player. */
  readonly gains: Payoffs;
  /** Packages that are at least as good for everybody and better for somebody; empty where it is efficient. */
  readonly dominatedBy: readonly number[];
  /**
   * What was left on the table: the most that every player could have had more, all by the same amount, over packages
   * or lotteries as asked; 0 where nobody could have had more without somebody having less.
   */
  readonly leftForAll: number;
  readonly to: Readonly<Record<BargainingSolution, PointDistance>>;
}

/**
 * Sets an outcome, which need not be among the packages, against the Pareto set and the three bargaining points.
 *
 * @throws BargainingError where nothing makes everybody better off than disagreement.
 */
export function compareOutcome(
  problem: BargainingProblem,
  outcome: Payoffs,
  options: BargainingOptions = {},
): OutcomeComparison {
  bargainingProblem([...problem.packages, outcome], problem.disagreement);
  const from = (point: Agreement): PointDistance => {
    const difference = outcome.map((value, i) => value - point.payoffs[i]!);
    return { point, difference, distance: Math.hypot(...difference) };
  };
  return {
    outcome,
    gains: outcome.map((value, i) => value - problem.disagreement[i]!),
    dominatedBy: dominatedBy(outcome, problem.packages),
    leftForAll: leftForAll(problem.packages, outcome, options.over),
    to: {
      nash: from(nashPoint(problem, options)),
      kalai: from(kalaiPoint(problem, options)),
      'kalai-smorodinsky': from(kalaiSmorodinskyPoint(problem, options)),
    },
  };
}

/**
 * The most that every player could have had more than in an outcome, all by the same amount, in one of the packages or
 * in a lottery of them; 0 where nobody could without somebody having less. `packages` is not empty.
 */
export function leftForAll(
  packages: readonly Payoffs[],
  outcome: Payoffs,
  over: BargainingOptions['over'] = 'packages',
): number {
  if (over === 'lotteries') {
    const further = furthest(
      packages,
      outcome,
      outcome.map(() => 1),
    );
    return further?.extent ?? 0;
  }
  const more = packages.map((payoffs) => Math.min(...payoffs.map((value, i) => value - outcome[i]!)));
  return Math.max(0, ...more);
}
