/**
 * Bargaining: where an agreement would lie on what is possible, seen from what there is without one. Nothing here knows
 * of tariffs. Payoffs are numbers by player, the more the better.
 *
 * What is possible: `bargainingProblem` takes finitely many packages and a disagreement point, and `paretoSet` those
 * that leave nobody better off without somebody worse off. `Frontier` is a frontier of two players as a function.
 *
 * Where a deal would lie: `nashPoint`, `kalaiPoint`, `kalaiSmorodinskyPoint`, over packages as they are or over
 * lotteries on them (`over`), with bargaining weights; `onFrontier` for a frontier.
 *
 * How far an outcome is from it: `compareOutcome`; from what is possible: `leftForAll`.
 *
 * Where nothing makes everybody better off than disagreement, a `BargainingError` says so; no point comes back.
 */
export {
  BargainingError,
  type BargainingErrorCode,
  type BargainingProblem,
  bargainingProblem,
  type Payoffs,
} from './bargaining-problem.ts';
export { compareOutcome, leftForAll, type OutcomeComparison, type PointDistance } from './compare-outcome.ts';
export { type Frontier, type FrontierPoints, onFrontier } from './frontier.ts';
export { dominatedBy, paretoSet } from './pareto.ts';
export {
  type Agreement,
  type BargainingOptions,
  type BargainingSolution,
  bargainingSolutions,
  kalaiPoint,
  kalaiSmorodinskyPoint,
  nashPoint,
} from './points.ts';
