/**
 * Two who choose at once between two moves. Payoffs row by row: `a[0]` where the first takes its first move and the
 * second its first, `a[1]` first and second, `a[2]` second and first, `a[3]` second and second.
 */
export interface TwoByTwo {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** What the first gains by its first move where the second takes its first with probability q; and the other way. */
function gainOfFirst({ a }: TwoByTwo, q: number): number {
  return q * (a[0]! - a[2]!) + (1 - q) * (a[1]! - a[3]!);
}

function gainOfSecond({ b }: TwoByTwo, p: number): number {
  return p * (b[0]! - b[1]!) + (1 - p) * (b[2]! - b[3]!);
}

function logistic(x: number): number {
  return x > 700 ? 1 : x < -700 ? 0 : 1 / (1 + Math.exp(-x));
}

/** Probabilities of the two first moves. Kept between calls, so that nothing is allocated. */
export interface TwoByTwoAnswer {
  p: number;
  q: number;
}

/**
 * The quantal response equilibrium on the branch that begins at λ = 0, p = q = 1/2 (McKelvey and Palfrey 1995):
 * p = 1/(1 + exp(−λ_a Δ_a(q))), q = 1/(1 + exp(−λ_b Δ_b(p))). Where only one equilibrium can exist it is found at once,
 * otherwise by following the branch.
 *
 * @returns whether it was found; the answer holds it.
 */
export function logitTwoByTwo(
  game: TwoByTwo,
  lambdaA: number,
  lambdaB: number,
  answer: TwoByTwoAnswer,
): boolean {
  const { a, b } = game;
  const slopeA = lambdaA * (a[0]! - a[2]! - a[1]! + a[3]!);
  const slopeB = lambdaB * (b[0]! - b[1]! - b[2]! + b[3]!);
  const product = slopeA * slopeB;
  // Each logistic is at most 1/4 steep: below 16 the composed answer is a contraction, below 0 it falls.
  if (product < 15.9 || bothLeanOneWay(game)) return findRoot(game, lambdaA, lambdaB, answer);
  return alike(game, lambdaA, lambdaB, answer) || followBranch(game, lambdaA, lambdaB, answer);
}

/**
 * Whether each has a move that is never the worse, and gains more by it the more the other plays theirs: a vote under
 * unanimity. On that side of a half the logistic is concave, so that the composed answer is too and meets p once.
 */
function bothLeanOneWay({ a, b }: TwoByTwo): boolean {
  const signA = leaning(a[0]! - a[2]!, a[1]! - a[3]!);
  const signB = leaning(b[0]! - b[1]!, b[2]! - b[3]!);
  const both = signA * signB;
  return (
    both !== 0 && both * (a[0]! - a[2]! - a[1]! + a[3]!) >= 0 && both * (b[0]! - b[1]! - b[2]! + b[3]!) >= 0
  );
}

/** 1 where both gains favour the first move, −1 where both favour the second, 0 where they differ. */
function leaning(one: number, other: number): -1 | 0 | 1 {
  if (one >= 0 && other >= 0) return 1;
  return one <= 0 && other <= 0 ? -1 : 0;
}

/**
 * The branch of two in the same position, who do the same or, with the moves of one called the other way round, the
 * opposite: it crosses others, but stays on the side of a half to which both lean at first, and there is one answer.
 *
 * @returns whether they are in the same position.
 */
function alike(game: TwoByTwo, lambdaA: number, lambdaB: number, answer: TwoByTwoAnswer): boolean {
  const [a0, a1] = [lambdaA * gainOfFirst(game, 0), lambdaA * gainOfFirst(game, 1)];
  const [b0, b1] = [lambdaB * gainOfSecond(game, 0), lambdaB * gainOfSecond(game, 1)];
  const rounding = 1e-10 * Math.max(Math.abs(a0), Math.abs(a1), Math.abs(b0), Math.abs(b1));
  const same = Math.abs(a0 - b0) <= rounding && Math.abs(a1 - b1) <= rounding;
  const opposite = Math.abs(a1 + b0) <= rounding && Math.abs(a0 + b1) <= rounding;
  if (!same && !opposite) return false;
  const gain = (p: number) => (same ? a0 + p * (a1 - a0) : a1 + p * (a0 - a1));
  let [low, high] = gain(0.5) > 0 ? [0.5, 1] : gain(0.5) < 0 ? [0, 0.5] : [0.5, 0.5];
  for (let count = 0; count < 60 && high > low; count++) {
    const p = (low + high) / 2;
    if (logistic(gain(p)) > p) low = p;
    else high = p;
  }
  answer.p = (low + high) / 2;
  answer.q = same ? answer.p : 1 - answer.p;
  return true;
}

/**
 * Follows the branch from λ = 0 by arc length in p and τ = ln(1 + s Λ), s the part of λ reached: it may turn back in λ,
 * and where λ is large most of it happens at small s.
 */
function followBranch(game: TwoByTwo, lambdaA: number, lambdaB: number, answer: TwoByTwoAnswer): boolean {
  const size = Math.max(1, Math.abs(lambdaA * spanOf(game.a)), Math.abs(lambdaB * spanOf(game.b)));
  const end = Math.log1p(size);
  const at = { p: 0.5, tau: 0 };
  const slopes = { miss: 0, byP: 0, byTau: 0 };
  let step = 0.05;
  for (let count = 0; count < 20_000; count++) {
    look(game, lambdaA, lambdaB, size, at.p, at.tau, slopes);
    const norm = Math.hypot(slopes.byTau, slopes.byP);
    const alongP = slopes.byTau / norm;
    const alongTau = -slopes.byP / norm;
    let p = at.p + step * alongP;
    let tau = at.tau + step * alongTau;
    let met = false;
    for (let round = 0; round < 8 && !met; round++) {
      look(game, lambdaA, lambdaB, size, p, tau, slopes);
      met = Math.abs(slopes.miss) < 1e-13;
      const pivot = slopes.byP * alongTau - slopes.byTau * alongP;
      const back = alongP * (p - at.p - step * alongP) + alongTau * (tau - at.tau - step * alongTau);
      p -= (slopes.miss * alongTau - slopes.byTau * back) / pivot;
      tau -= (slopes.byP * back - slopes.miss * alongP) / pivot;
    }
    const strayed = Math.hypot(p - at.p - step * alongP, tau - at.tau - step * alongTau);
    look(game, lambdaA, lambdaB, size, p, tau, slopes);
    // Along one branch the tangent keeps its side of the gradient: one that has changed it belongs to another branch.
    const turn = (alongP * slopes.byTau - alongTau * slopes.byP) / Math.hypot(slopes.byTau, slopes.byP);
    const kept = met && strayed <= step / 4 && turn >= 0.9 && p >= 0 && p <= 1;
    if (kept && tau >= end) {
      const between = at.p + ((end - at.tau) / (tau - at.tau)) * (p - at.p);
      answer.p = between;
      // The branch first comes to λ from below it: there p's own answer crosses p downwards.
      const found = newton(game, lambdaA, lambdaB, answer);
      if (found && isFalling(game, lambdaA, lambdaB, answer) && Math.abs(answer.p - between) <= step / 4)
        return true;
    }
    if (!kept || tau >= end) {
      step /= 2;
      if (step < 1e-12) return false;
      continue;
    }
    at.p = p;
    at.tau = tau;
    step = Math.min(0.25, step * 1.5);
  }
  return false;
}

/** How far the payoffs of one reach apart. */
function spanOf(payoffs: Float64Array): number {
  return Math.max(...payoffs) - Math.min(...payoffs);
}

/** By how much p misses its own answer at a place of the branch's plane, and how that changes. */
function look(
  game: TwoByTwo,
  lambdaA: number,
  lambdaB: number,
  size: number,
  p: number,
  tau: number,
  slopes: { miss: number; byP: number; byTau: number },
): void {
  const { a, b } = game;
  const part = Math.expm1(tau) / size;
  const gainB = gainOfSecond(game, p);
  const q = logistic(part * lambdaB * gainB);
  const gainA = gainOfFirst(game, q);
  const own = logistic(part * lambdaA * gainA);
  const steepA = part * lambdaA * (a[0]! - a[2]! - a[1]! + a[3]!) * own * (1 - own);
  const steepB = part * lambdaB * (b[0]! - b[1]! - b[2]! + b[3]!) * q * (1 - q);
  slopes.miss = own - p;
  slopes.byP = steepA * steepB - 1;
  const byPart = lambdaA * gainA * own * (1 - own) + steepA * lambdaB * gainB * q * (1 - q);
  slopes.byTau = byPart * (part + 1 / size);
}

/** p that answers q that answers p, less p: falls through zero where the equilibrium is unique. */
function miss(game: TwoByTwo, lambdaA: number, lambdaB: number, p: number): number {
  const q = logistic(lambdaB * gainOfSecond(game, p));
  return logistic(lambdaA * gainOfFirst(game, q)) - p;
}

function findRoot(game: TwoByTwo, lambdaA: number, lambdaB: number, answer: TwoByTwoAnswer): boolean {
  let low = 0;
  let high = 1;
  answer.p = 0.5;
  for (let count = 0; count < 60; count++) {
    const { p } = answer;
    const error = miss(game, lambdaA, lambdaB, p);
    if (error > 0) low = p;
    else high = p;
    if (Math.abs(error) < 1e-15 || high - low < 1e-15) break;
    const q = logistic(lambdaB * gainOfSecond(game, p));
    const own = p + error;
    const slope = own * (1 - own) * q * (1 - q) * slopesOf(game, lambdaA, lambdaB) - 1;
    const newtonStep = p - error / slope;
    answer.p = newtonStep > low && newtonStep < high ? newtonStep : (low + high) / 2;
    if (answer.p === p) break;
  }
  answer.q = logistic(lambdaB * gainOfSecond(game, answer.p));
  return true;
}

/** Whether the answer to its own answer falls through p there. */
function isFalling(game: TwoByTwo, lambdaA: number, lambdaB: number, { p, q }: TwoByTwoAnswer): boolean {
  return p * (1 - p) * q * (1 - q) * slopesOf(game, lambdaA, lambdaB) <= 1;
}

function slopesOf({ a, b }: TwoByTwo, lambdaA: number, lambdaB: number): number {
  return lambdaA * (a[0]! - a[2]! - a[1]! + a[3]!) * lambdaB * (b[0]! - b[1]! - b[2]! + b[3]!);
}

function newton(game: TwoByTwo, lambdaA: number, lambdaB: number, answer: TwoByTwoAnswer): boolean {
  let { p } = answer;
  for (let count = 0; count < 12; count++) {
    const q = logistic(lambdaB * gainOfSecond(game, p));
    const own = logistic(lambdaA * gainOfFirst(game, q));
    const error = own - p;
    const slope = own * (1 - own) * q * (1 - q) * slopesOf(game, lambdaA, lambdaB) - 1;
    if (Math.abs(error) < 1e-14) {
      answer.p = p;
      answer.q = q;
      return true;
    }
    p -= error / slope;
    if (!(p >= 0 && p <= 1)) return false;
  }
  return false;
}

/**
 * The Nash equilibrium that the branch from λ = 0 ends at, weakly dominated moves dropped first; a mixed one where no
 * pure one is left.
 *
 * @returns how many pure equilibria the undropped game has: more than one means that the refinement chose.
 */
export function nashTwoByTwo(game: TwoByTwo, answer: TwoByTwoAnswer): number {
  const { a, b } = game;
  let pure = 0;
  for (let row = 0; row < 2; row++) {
    for (let column = 0; column < 2; column++) {
      const best = a[2 * row + column]! >= a[2 * (1 - row) + column]!;
      const bestToo = b[2 * row + column]! >= b[2 * row + 1 - column]!;
      if (best && bestToo) pure++;
    }
  }
  if (isIndifferent(a[0]! - a[2]!, a[1]! - a[3]!) || isIndifferent(b[0]! - b[1]!, b[2]! - b[3]!)) {
    answerOneWhoDoesNotCare(game, answer);
    return pure;
  }
  const row = undominated(a[0]! - a[2]!, a[1]! - a[3]!);
  const column = undominated(b[0]! - b[1]!, b[2]! - b[3]!);
  if (row !== undefined && column !== undefined) {
    answer.p = row;
    answer.q = column;
  } else if (row !== undefined) {
    answer.p = row;
    answer.q = gainOfSecond(game, row) >= 0 ? 1 : 0;
  } else if (column !== undefined) {
    answer.q = column;
    answer.p = gainOfFirst(game, column) >= 0 ? 1 : 0;
  } else {
    followToNash(game, answer);
  }
  return pure;
}

function isIndifferent(gainOne: number, gainTwo: number): boolean {
  return gainOne === 0 && gainTwo === 0;
}

/** The branch keeps whoever gains nothing, whatever the other does, at a half; the other answers that coin. */
function answerOneWhoDoesNotCare(game: TwoByTwo, answer: TwoByTwoAnswer): void {
  const first = gainOfFirst(game, 0.5);
  const second = gainOfSecond(game, 0.5);
  answer.p = first === 0 ? 0.5 : first > 0 ? 1 : 0;
  answer.q = second === 0 ? 0.5 : second > 0 ? 1 : 0;
}

/** 1 where the first move weakly dominates, 0 where the second does, undefined where neither or both do. */
function undominated(gainOne: number, gainTwo: number): number | undefined {
  if (gainOne >= 0 && gainTwo >= 0 && gainOne + gainTwo > 0) return 1;
  if (gainOne <= 0 && gainTwo <= 0 && gainOne + gainTwo < 0) return 0;
  return undefined;
}

function followToNash(game: TwoByTwo, answer: TwoByTwoAnswer): void {
  const { a, b } = game;
  const scaleA = Math.max(Math.abs(a[0]! - a[2]!), Math.abs(a[1]! - a[3]!));
  const scaleB = Math.max(Math.abs(b[0]! - b[1]!), Math.abs(b[2]! - b[3]!));
  const matching = (a[0]! - a[2]! - a[1]! + a[3]!) * (b[0]! - b[1]! - b[2]! + b[3]!);
  if (matching < 0) {
    // Neither dominates and interests cross: the only equilibrium is mixed.
    answer.q = (a[3]! - a[1]!) / (a[0]! - a[2]! - a[1]! + a[3]!);
    answer.p = (b[3]! - b[2]!) / (b[0]! - b[1]! - b[2]! + b[3]!);
    return;
  }
  const found = logitTwoByTwo(game, 60 / scaleA, 60 / scaleB, answer);
  // Two pure equilibria: the branch stands close to one of them by now.
  answer.p = found && answer.p < 0.5 ? 0 : 1;
  answer.q = gainOfSecond(game, answer.p) >= 0 ? 1 : 0;
}
