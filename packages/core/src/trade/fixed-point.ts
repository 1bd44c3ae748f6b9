import { kernelMemory } from './kernels/vector-kernels.ts';
import type { LinearResponse } from './linear-response.ts';
import type { ReducedModel } from './reduced-model.ts';
import {
  createSweepState,
  type SweepState,
  sweepExpenditure,
  sweepPrices,
  sweepStateSize,
} from './sweeps.ts';

/** Past steps that an accelerated step is drawn from. */
const depth = 3;

/**
 * The solver's unknowns z = (ln ŵ, ln P̂, X'/X), the step proposed for them, and the last few changes of both.
 * Allocated once per model; a solve allocates nothing.
 */
export interface Workspace {
  readonly state: SweepState;
  /** The base economy's response, where the kernels can read it. */
  readonly response: LinearResponse;
  readonly size: number;
  readonly unknown: Float64Array;
  /** The step, and its three parts as views. */
  readonly step: Float64Array;
  readonly wageStep: Float64Array;
  readonly priceStep: Float64Array;
  readonly expenditureStep: Float64Array;
  readonly lastUnknown: Float64Array;
  readonly lastStep: Float64Array;
  /** Differences of successive unknowns, with the step's difference added, and of steps: `[slot·size + …]`. */
  readonly move: Float64Array;
  readonly stepChange: Float64Array;
  /** `stepChange` by slot, as views. */
  readonly stepChanges: readonly Float64Array[];
  /** ⟨Δstep_a, Δstep_b⟩, `[a·depth + b]`. */
  readonly gram: Float64Array;
  readonly system: Float64Array;
  readonly mixture: Float64Array;
  /** What expenditures are measured in, `[n·T + j]`, and one over it. */
  readonly scale: Float64Array;
  readonly perScale: Float64Array;
  readonly priceGap: Float64Array;
  readonly expenditureGap: Float64Array;
  readonly settled: Float64Array;
  readonly excess: Float64Array;
  readonly unsettled: Float64Array;
}

export function createWorkspace(model: ReducedModel, response: LinearResponse): Workspace {
  const { N, T } = model;
  const size = N + 2 * N * T;
  const responses = Object.values(response).reduce((sum, part: Float64Array) => sum + part.length, 0);
  const room = kernelMemory(
    sweepStateSize(model) + responses + (3 + 2 * depth) * size + 3 * N * T + 2 * N + depth,
  );
  const scale = new Float64Array(N * T);
  for (let n = 0; n < N; n++) {
    let sum = 0;
    for (let j = 0; j < T; j++) sum += model.expenditure[n * T + j]!;
    // A sector on which a region spends next to nothing must not set the pace for all the others.
    for (let j = 0; j < T; j++) scale[n * T + j] = model.expenditure[n * T + j]! + (1e-3 * sum) / T;
  }
  const step = room.array(size);
  const stepChange = room.array(size * depth);
  return {
    state: createSweepState(model, room),
    response: {
      price: room.copy(response.price),
      expenditure: room.copy(response.expenditure),
      wage: room.copy(response.wage),
      priceOfWage: room.copy(response.priceOfWage),
      expenditureOfWage: room.copy(response.expenditureOfWage),
      labourPerDollar: room.copy(response.labourPerDollar),
    },
    size,
    unknown: new Float64Array(size),
    step,
    wageStep: step.subarray(0, N),
    priceStep: step.subarray(N, N + N * T),
    expenditureStep: step.subarray(N + N * T),
    lastUnknown: new Float64Array(size),
    lastStep: new Float64Array(size),
    move: new Float64Array(size * depth),
    stepChange,
    stepChanges: Array.from({ length: depth }, (_, slot) =>
      stepChange.subarray(slot * size, (slot + 1) * size),
    ),
    gram: new Float64Array(depth * depth),
    system: new Float64Array(depth * (depth + 1)),
    mixture: room.array(depth),
    scale,
    perScale: scale.map((value) => 1 / value),
    priceGap: room.array(N * T),
    expenditureGap: room.array(N * T),
    settled: room.array(N * T),
    excess: room.array(N),
    unsettled: room.array(N),
  };
}

export interface Convergence {
  readonly converged: boolean;
  readonly sweeps: number;
  /** Largest residual of any equation: of prices and wages in logs, of expenditure relative to its base. */
  readonly residual: number;
}

/**
 * Solves the equilibrium whose weights are in `work.state`, starting from the wages, prices and expenditures there.
 *
 * Each pass sweeps prices, expenditure and the labour market once and turns the residuals into a step through the
 * base economy's linear response: wages move as if everything else had settled, prices and expenditures follow the
 * wages and their own residuals. The step is then mixed with the last few so that the combined step is least
 * (Anderson 1965, type II), which makes up for the response being that of the base.
 *
 * @param careful bounds every step: slower, but safe far from the base, where a full step can make an expenditure
 * negative or a cost overflow.
 */
export function solveFixedPoint(
  model: ReducedModel,
  work: Workspace,
  tolerance: number,
  maxSweeps: number,
  careful: boolean,
): Convergence {
  const { state } = work;
  pack(model, work);

  let kept = 0;
  let slot = 0;
  let residual = Infinity;
  let least = Infinity;
  for (let sweeps = 1; sweeps <= maxSweeps; sweeps++) {
    unpack(model, work);
    sweepPrices(model, state);
    sweepExpenditure(model, state);
    residual = proposeStep(model, work);
    if (residual < tolerance) return { converged: true, sweeps, residual };
    if (!Number.isFinite(residual)) return { converged: false, sweeps, residual };
    // A mixture that made things far worse was drawn from steps that no longer describe this neighbourhood.
    if (residual > 100 * least) {
      kept = 0;
      slot = 0;
    }
    least = Math.min(least, residual);
    if (sweeps > 1) {
      record(work, slot, kept);
      kept = Math.min(kept + 1, depth);
      slot = (slot + 1) % depth;
    }
    work.lastUnknown.set(work.unknown);
    work.lastStep.set(work.step);
    advance(work, kept > 0 && mix(work, kept) ? kept : 0);
    if (careful) bound(model, work);
  }
  return { converged: false, sweeps: maxSweeps, residual };
}

/**
 * Lets prices, expenditures and wages drift towards what the sweeps imply, wages by a fifth at a time: the plain
 * damped iteration, far too slow to finish but all but certain to come near. Stops below `nearness`.
 *
 * @returns the sweeps it took.
 */
export function relax(model: ReducedModel, work: Workspace, nearness: number, maxSweeps: number): number {
  const { state } = work;
  for (let sweeps = 1; sweeps <= maxSweeps; sweeps++) {
    sweepPrices(model, state);
    sweepExpenditure(model, state);
    let gap = 0;
    let bill = 0;
    for (let n = 0; n < model.N; n++) {
      const off = state.impliedLogWage[n]! - state.logWage[n]!;
      gap = Math.max(gap, Math.abs(off));
      state.logWage[n]! += 0.2 * Math.max(-1, Math.min(1, off));
      bill += Math.exp(state.logWage[n]!) * model.economy.valueAdded[n]!;
    }
    for (let n = 0; n < model.N; n++) state.logWage[n]! -= Math.log(bill / model.worldValueAdded);
    state.logPrice.set(state.nextLogPrice);
    state.expenditure.set(state.nextExpenditure);
    if (gap < nearness || !Number.isFinite(gap)) return sweeps;
  }
  return maxSweeps;
}

function pack(model: ReducedModel, work: Workspace): void {
  const { N, T } = model;
  const { state, unknown, perScale } = work;
  unknown.set(state.logWage, 0);
  unknown.set(state.logPrice, N);
  for (let x = 0; x < N * T; x++) unknown[N + N * T + x] = state.expenditure[x]! * perScale[x]!;
}

function unpack(model: ReducedModel, work: Workspace): void {
  const { N, T } = model;
  const { state, unknown, scale } = work;
  for (let n = 0; n < N; n++) state.logWage[n] = unknown[n]!;
  for (let x = 0; x < N * T; x++) {
    state.logPrice[x] = unknown[N + x]!;
    state.expenditure[x] = unknown[N + N * T + x]! * scale[x]!;
  }
}

/** Writes the step and returns the largest residual. */
function proposeStep(model: ReducedModel, work: Workspace): number {
  const { N, T } = model;
  const { state, response, priceGap, expenditureGap, settled, excess, unsettled, perScale } = work;
  const { wageStep, priceStep, expenditureStep } = work;
  const { kernels } = state;
  const { valueAdded } = model.economy;
  let worst = 0;
  for (let x = 0; x < N * T; x++) {
    const priceOff = state.nextLogPrice[x]! - state.logPrice[x]!;
    const expenditureOff = state.nextExpenditure[x]! - state.expenditure[x]!;
    priceGap[x] = priceOff;
    expenditureGap[x] = expenditureOff;
    worst = Math.max(worst, Math.abs(priceOff), Math.abs(expenditureOff) * perScale[x]!);
  }
  let wageBill = 0;
  for (let n = 0; n < N; n++) wageBill += Math.exp(state.logWage[n]!) * valueAdded[n]!;
  const drift = Math.log(wageBill / model.worldValueAdded);
  worst = Math.max(worst, Math.abs(drift));
  // Expenditure that has yet to move will move labour demand with it; wages need not wait to see that.
  kernels.multiply(response.labourPerDollar, 1, N, N * T, expenditureGap, unsettled);
  for (let n = 0; n < N; n++) {
    const gap = state.impliedLogWage[n]! - state.logWage[n]!;
    worst = Math.max(worst, Math.abs(gap));
    excess[n] = gap + drift + unsettled[n]!;
  }
  kernels.multiply(response.wage, 1, N, N, excess, wageStep);

  kernels.multiply(response.price, N, T, T, priceGap, priceStep);
  kernels.multiply(response.priceOfWage, 1, N * T, N, wageStep, settled);
  for (let x = 0; x < N * T; x++) priceStep[x]! += settled[x]!;

  kernels.multiply(response.expenditure, N, T, T, expenditureGap, expenditureStep);
  kernels.multiply(response.expenditureOfWage, 1, N * T, N, wageStep, settled);
  for (let x = 0; x < N * T; x++) expenditureStep[x] = (expenditureStep[x]! + settled[x]!) * perScale[x]!;
  return worst;
}

/** Keeps the newest difference in `slot` and brings the inner products up to date. */
function record(work: Workspace, slot: number, kept: number): void {
  const { state, size, unknown, step, lastUnknown, lastStep, move, stepChange, stepChanges, gram, mixture } =
    work;
  const at = slot * size;
  for (let x = 0; x < size; x++) {
    const change = step[x]! - lastStep[x]!;
    stepChange[at + x] = change;
    move[at + x] = unknown[x]! - lastUnknown[x]! + change;
  }
  state.kernels.multiply(stepChange, 1, Math.min(kept + 1, depth), size, stepChanges[slot]!, mixture);
  for (let other = 0; other < depth; other++) {
    gram[slot * depth + other] = mixture[other]!;
    gram[other * depth + slot] = mixture[other]!;
  }
}

/** The combination of past differences that takes most of the step away; false where they do not determine one. */
function mix(work: Workspace, kept: number): boolean {
  const { state, size, step, stepChange, gram, system, mixture } = work;
  const width = kept + 1;
  state.kernels.multiply(stepChange, 1, kept, size, step, mixture);
  for (let a = 0; a < kept; a++) {
    for (let b = 0; b < kept; b++) system[a * width + b] = gram[a * depth + b]!;
    // Nearly parallel differences would otherwise be weighed against each other without bound.
    system[a * width + a]! *= 1 + 1e-12;
    system[a * width + kept] = mixture[a]!;
  }
  for (let c = 0; c < kept; c++) {
    const pivot = system[c * width + c]!;
    if (!(pivot > 0)) return false;
    for (let r = c + 1; r < kept; r++) {
      const factor = system[r * width + c]! / pivot;
      for (let k = c; k < width; k++) system[r * width + k]! -= factor * system[c * width + k]!;
    }
  }
  for (let c = kept - 1; c >= 0; c--) {
    let sum = system[c * width + kept]!;
    for (let k = c + 1; k < kept; k++) sum -= system[c * width + k]! * mixture[k]!;
    mixture[c] = sum / system[c * width + c]!;
  }
  return true;
}

function advance(work: Workspace, used: number): void {
  const { size, unknown, step, move, mixture } = work;
  if (used === depth) {
    const a = mixture[0]!;
    const b = mixture[1]!;
    const c = mixture[2]!;
    const second = size;
    const third = 2 * size;
    for (let x = 0; x < size; x++) {
      unknown[x]! += step[x]! - (a * move[x]! + b * move[second + x]! + c * move[third + x]!);
    }
    return;
  }
  for (let x = 0; x < size; x++) unknown[x]! += step[x]!;
  for (let m = 0; m < used; m++) {
    const part = mixture[m]!;
    const at = m * size;
    for (let x = 0; x < size; x++) unknown[x]! -= part * move[at + x]!;
  }
}

/** The most that a careful step changes a log wage, a log price, or an expenditure in relation to itself. */
const stepBound = 0.25;

/** Shortens the step just taken until none of its parts exceeds the bound. */
function bound(model: ReducedModel, work: Workspace): void {
  const { size, unknown, lastUnknown } = work;
  const expenditures = model.N + model.N * model.T;
  let largest = 0;
  for (let x = 0; x < size; x++) {
    const change = Math.abs(unknown[x]! - lastUnknown[x]!);
    const reach = x < expenditures ? 1 : lastUnknown[x]! + 1e-3;
    largest = Math.max(largest, change / reach);
  }
  if (!(largest > stepBound)) return;
  const part = stepBound / largest;
  for (let x = 0; x < size; x++) unknown[x] = lastUnknown[x]! + part * (unknown[x]! - lastUnknown[x]!);
}
