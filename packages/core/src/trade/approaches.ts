import { type Convergence, relax, solveFixedPoint, type Workspace } from './fixed-point.ts';
import type { ReducedModel } from './reduced-model.ts';
import type { SweepState } from './sweeps.ts';

/** A shock that is to be solved, as the approaches see it. */
export interface Task {
  readonly model: ReducedModel;
  readonly work: Workspace;
  readonly tolerance: number;
  /** Puts a part of the shock, 1 for all of it, into the weights. */
  setShock(extent: number): void;
  /** Puts wages, prices and expenditures where the solving starts: a nearby solution where one is known. */
  setStart(): void;
  /** Puts them at the base. */
  setBase(): void;
}

export interface Outcome extends Convergence {
  /** The largest part of the shock that was solved. */
  readonly reached: number;
}

/** Sweeps granted to one attempt; typical shocks need 10 to 20. */
const sweepsPerAttempt = 200;
/** The smallest part of a shock that is still tried on its own. */
const smallestPart = 1 / 1024;
/** How near to a solution, in log wages, the last attempts start. */
const closeStarts = [1e-2, 1e-3, 1e-4, 1e-5];

/** From the shocks that nearly all are to those that leave a wage at a third of what it was. */
const approaches: readonly ((task: Task) => Outcome)[] = [
  inFullSteps,
  inBoundedSteps,
  fromRelaxedStart,
  partByPart,
  fromCloseBy,
];

/** Tries one approach after another until one reaches the tolerance. The weights must hold the whole shock. */
export function approach(task: Task): Outcome {
  let sweeps = 0;
  let reached = 0;
  let residual = Number.NaN;
  for (const attempt of approaches) {
    const outcome = attempt(task);
    sweeps += outcome.sweeps;
    if (outcome.converged) return { ...outcome, sweeps };
    reached = Math.max(reached, outcome.reached);
    if (Number.isFinite(outcome.residual)) residual = outcome.residual;
  }
  return { converged: false, sweeps, residual, reached };
}

function inFullSteps(task: Task): Outcome {
  task.setStart();
  return whole(solveFixedPoint(task.model, task.work, task.tolerance, sweepsPerAttempt, false));
}

function inBoundedSteps(task: Task): Outcome {
  task.setStart();
  return whole(solveFixedPoint(task.model, task.work, task.tolerance, sweepsPerAttempt, true));
}

function fromRelaxedStart(task: Task): Outcome {
  task.setStart();
  const relaxed = relax(task.model, task.work, 0.02, 2000);
  const attempt = solveFixedPoint(task.model, task.work, task.tolerance, sweepsPerAttempt, true);
  return whole({ ...attempt, sweeps: relaxed + attempt.sweeps });
}

/** Continuation: where the shock is too far in one go, each part of it from the solution of the part before. */
function partByPart({ model, work, tolerance, setShock, setBase }: Task): Outcome {
  let sweeps = 0;
  let residual = Number.NaN;
  let reached = 0;
  let part = 0.25;
  setBase();
  let from = snapshot(work.state);
  while (part >= smallestPart) {
    const extent = Math.min(1, reached + part);
    setShock(extent);
    restore(work.state, from);
    const step = solveFixedPoint(model, work, extent === 1 ? tolerance : 1e-6, sweepsPerAttempt, true);
    sweeps += step.sweeps;
    if (step.converged && extent === 1) return { ...step, sweeps, reached: 1 };
    if (step.converged) {
      from = snapshot(work.state);
      reached = extent;
      part *= 2;
    } else {
      residual = step.residual;
      part /= 2;
    }
  }
  setShock(1);
  return { converged: false, sweeps, residual, reached };
}

/** Where wages end up several times what they were, only a start close by will do: drift there, however slowly. */
function fromCloseBy({ model, work, tolerance, setBase }: Task): Outcome {
  let sweeps = 0;
  let residual = Number.NaN;
  setBase();
  for (const nearness of closeStarts) {
    sweeps += relax(model, work, nearness, 20_000);
    const drifted = snapshot(work.state);
    const attempt = solveFixedPoint(model, work, tolerance, 5 * sweepsPerAttempt, true);
    sweeps += attempt.sweeps;
    if (attempt.converged) return { ...attempt, sweeps, reached: 1 };
    if (!Number.isFinite(attempt.residual)) break;
    residual = attempt.residual;
    restore(work.state, drifted);
  }
  return { converged: false, sweeps, residual, reached: 0 };
}

function whole(convergence: Convergence): Outcome {
  return { ...convergence, reached: convergence.converged ? 1 : 0 };
}

type Snapshot = Pick<SweepState, 'logWage' | 'logPrice' | 'expenditure'>;

function snapshot({ logWage, logPrice, expenditure }: SweepState): Snapshot {
  return { logWage: logWage.slice(), logPrice: logPrice.slice(), expenditure: expenditure.slice() };
}

function restore(state: SweepState, { logWage, logPrice, expenditure }: Snapshot): void {
  state.logWage.set(logWage);
  state.logPrice.set(logPrice);
  state.expenditure.set(expenditure);
}
