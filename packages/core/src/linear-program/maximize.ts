import { factor, solveFactored } from '../games/lu.ts';

/** Maximise c·x subject to A·x = b and x ≥ 0. */
export interface LinearProgram {
  /** c, one number a variable. */
  readonly objective: readonly number[];
  /** A, by row. */
  readonly rows: readonly (readonly number[])[];
  /** b, one number a row. */
  readonly bounds: readonly number[];
}

export interface LinearOptimum {
  readonly x: readonly number[];
  readonly value: number;
  /** Shadow prices y of the rows, A'y ≥ c, by which b·y is the value; only one of several where the optimum is degenerate. */
  readonly prices: readonly number[];
}

export type LinearProgramErrorCode = 'infeasible' | 'unbounded' | 'not-converged';

export class LinearProgramError extends Error {
  override readonly name = 'LinearProgramError';
  readonly code: LinearProgramErrorCode;

  constructor(code: LinearProgramErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Below this, a number is taken for zero: entries are expected to be of the order of one. */
const negligible = 1e-10;
/** Nothing is divided by less: what is this small may be rounding. */
const smallestPivot = 1e-8;

/**
 * Solves a linear program by the two-phase simplex method on a full tableau, for few rows and up to thousands of
 * columns: the largest reduced cost enters (Dantzig), after a while the first (Bland 1977), which cannot cycle. The
 * basis found is solved for once more from the data, so that errors of the tableau do not add up.
 *
 * @throws LinearProgramError where nothing satisfies the rows, or nothing bounds the objective.
 */
export function maximize({ objective, rows, bounds }: LinearProgram): LinearOptimum {
  const n = objective.length;
  const m = rows.length;
  const width = n + m + 1;
  // One artificial variable a row, which the first phase drives to zero; the last column holds b.
  const tableau = rows.map((row, r) => {
    const line = new Float64Array(width);
    const sign = bounds[r]! < 0 ? -1 : 1;
    for (let j = 0; j < n; j++) line[j] = sign * row[j]!;
    line[n + r] = 1;
    line[n + m] = sign * bounds[r]!;
    return line;
  });
  const basis = rows.map((_, r) => n + r);

  const first = new Float64Array(width);
  for (const line of tableau) for (let j = 0; j < width; j++) if (j < n || j === n + m) first[j]! += line[j]!;
  run(tableau, basis, first, n);
  if (first[n + m]! > 1e-9 * Math.max(1, ...bounds.map(Math.abs))) {
    throw new LinearProgramError('infeasible', 'nothing satisfies every condition');
  }
  expelArtificial(tableau, basis, first, n);

  const second = new Float64Array(width);
  for (let j = 0; j < n; j++) second[j] = objective[j]!;
  tableau.forEach((line, r) => {
    const cost = basis[r]! < n ? objective[basis[r]!]! : 0;
    if (cost !== 0) for (let j = 0; j < width; j++) second[j]! -= cost * line[j]!;
  });
  run(tableau, basis, second, n);
  return readOptimum({ objective, rows, bounds }, basis);
}

/** Pivots until no reduced cost in `costs` is positive. */
function run(tableau: readonly Float64Array[], basis: number[], costs: Float64Array, columns: number): void {
  const patience = 50 * (tableau.length + 10);
  for (let step = 0; step < 100 * patience; step++) {
    let entering = -1;
    for (let j = 0; j < columns; j++) {
      if (costs[j]! <= negligible) continue;
      if (entering < 0 || costs[j]! > costs[entering]!) entering = j;
      if (step > patience) break;
    }
    if (entering < 0) return;
    const leaving = leavingRow(tableau, basis, entering, step > patience);
    if (leaving < 0) throw new LinearProgramError('unbounded', 'nothing bounds the objective');
    pivot(tableau, basis, costs, leaving, entering);
  }
  throw new LinearProgramError('not-converged', 'the simplex method did not come to an end');
}

/**
 * The row that gives way first when a column enters; -1 where none does. Of several, the largest pivot, for the sake of
 * rounding, or under Bland's rule the first variable.
 */
function leavingRow(
  tableau: readonly Float64Array[],
  basis: readonly number[],
  entering: number,
  bland: boolean,
): number {
  const ratio = (line: Float64Array) => Math.max(0, line.at(-1)!) / line[entering]!;
  let least = Infinity;
  for (const line of tableau) if (line[entering]! > smallestPivot) least = Math.min(least, ratio(line));
  let leaving = -1;
  for (const [r, line] of tableau.entries()) {
    if (!(line[entering]! > smallestPivot) || ratio(line) > least + negligible) continue;
    const better = bland
      ? basis[r]! < (basis[leaving] ?? Infinity)
      : line[entering]! > (tableau[leaving]?.[entering] ?? 0);
    if (better) leaving = r;
  }
  return leaving;
}

function pivot(
  tableau: readonly Float64Array[],
  basis: number[],
  costs: Float64Array,
  leaving: number,
  entering: number,
): void {
  const line = tableau[leaving]!;
  const head = line[entering]!;
  for (let j = 0; j < line.length; j++) line[j]! /= head;
  for (const other of [...tableau, costs]) {
    const times = other[entering]!;
    if (other === line || times === 0) continue;
    for (let j = 0; j < line.length; j++) other[j]! -= times * line[j]!;
    other[entering] = 0;
  }
  basis[leaving] = entering;
}

/** Puts a variable in the place of each artificial one left at zero; where there is none, the row says nothing new. */
function expelArtificial(
  tableau: readonly Float64Array[],
  basis: number[],
  costs: Float64Array,
  n: number,
): void {
  tableau.forEach((line, r) => {
    if (basis[r]! < n) return;
    let best = -1;
    for (let j = 0; j < n; j++) {
      if (Math.abs(line[j]!) > smallestPivot && (best < 0 || Math.abs(line[j]!) > Math.abs(line[best]!)))
        best = j;
    }
    if (best >= 0) pivot(tableau, basis, costs, r, best);
  });
}

/** x from B·x = b and the prices from B'·y = c, where B is the basis; a redundant row keeps its artificial column. */
function readOptimum({ objective, rows, bounds }: LinearProgram, basis: readonly number[]): LinearOptimum {
  const n = objective.length;
  const m = rows.length;
  const entry = (r: number, column: number) =>
    column < n ? rows[r]![column]! : column - n === r ? (bounds[r]! < 0 ? -1 : 1) : 0;
  const solve = (at: (i: number, j: number) => number, right: readonly number[]) => {
    const matrix = Float64Array.from({ length: m * m }, (_, k) => at(Math.floor(k / m), k % m));
    const order = new Int32Array(m);
    const solution = new Float64Array(m);
    if (factor(matrix, order, m) === 0) {
      throw new LinearProgramError('not-converged', 'the basis that was found is singular');
    }
    solveFactored(matrix, order, m, Float64Array.from(right), solution);
    return solution;
  };
  const values = solve((r, k) => entry(r, basis[k]!), bounds);
  const costs = basis.map((column) => objective[column] ?? 0);
  const prices = [...solve((k, r) => entry(r, basis[k]!), costs)];
  const x = new Array<number>(n).fill(0);
  basis.forEach((column, k) => {
    if (column < n) x[column] = Math.max(0, values[k]!);
  });
  return { x, value: x.reduce((sum, value, j) => sum + value * objective[j]!, 0), prices };
}
