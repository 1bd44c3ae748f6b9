import type { ExtensiveGame } from './extensive-game.ts';
import { factor, solveFactored } from './lu.ts';
import { bestReplyRegret, expectedPayoffs } from './play.ts';
import { asBehaviour, reducedForm } from './reduced-strategies.ts';
import { type Solution, SolutionError } from './solution.ts';
import { type MixedProfile, playMixed, type StrategicGame } from './strategic-game.ts';

/** More pairs of supports are refused before starting. */
const mostSupports = 2_000_000;

/** How many pairs of supports of one size there are: the work of `twoPlayerNash`. */
function countSupports(rows: number, columns: number): number {
  let total = 0;
  let pairs = 1;
  for (let k = 1; k <= Math.min(rows, columns); k++) {
    pairs *= ((rows - k + 1) / k) * ((columns - k + 1) / k);
    total += pairs;
  }
  return Math.round(total);
}

/**
 * Nash equilibria of a two-player game by enumerating supports (Dickhaut and Kaplan 1991; Porter, Nudelman and Shoham
 * 2008): all of a nondegenerate game, in which supports are of one size; of a degenerate game those with such supports.
 *
 * @throws SolutionError `not-two-players`, or `too-large` with the size.
 */
export function twoPlayerNash(game: StrategicGame): MixedProfile[] {
  if (game.players.length !== 2) {
    const message = `supports are enumerated for two players; this game has ${game.players.length}`;
    throw new SolutionError('not-two-players', message);
  }
  const [rows, columns] = game.strategies.map((names) => names.length) as [number, number];
  const size = countSupports(rows, columns);
  if (size > mostSupports) {
    const message = `a game of ${rows} × ${columns} strategies has ${size} pairs of supports; ${mostSupports} are possible`;
    throw new SolutionError('too-large', message);
  }
  const row = (r: number, c: number) => game.payoffs[0]![r * columns + c]!;
  const column = (r: number, c: number) => game.payoffs[1]![r * columns + c]!;
  const spread = Math.max(...game.payoffs.map((own) => Math.max(...own) - Math.min(...own)), 0);
  const found: MixedProfile[] = [];
  for (let k = 1; k <= Math.min(rows, columns); k++) {
    for (const rowSupport of subsets(rows, k)) {
      for (const columnSupport of subsets(columns, k)) {
        // Each side's mixture makes the other side's support equally good.
        const columnMix = equalizing(rowSupport, columnSupport, columns, row);
        if (!columnMix) continue;
        const rowMix = equalizing(columnSupport, rowSupport, rows, (c, r) => column(r, c));
        if (!rowMix) continue;
        const mixed = [rowMix, columnMix];
        if (playMixed(game, mixed).maximumRegret > 1e-10 * spread) continue;
        if (!found.some((other) => sameMixture(other, mixed))) found.push(mixed);
      }
    }
  }
  return found;
}

/** Equilibria of an extensive game of two players, in behaviour strategies. */
export function mixedEquilibria(game: ExtensiveGame): Solution[] {
  const form = reducedForm(game);
  const [rows, columns] = form.strategies.map((names) => names.length);
  return twoPlayerNash(form).map((mixed) => {
    const profile = asBehaviour(game, form, mixed);
    return {
      concept: 'mixed-nash',
      profile,
      payoffs: expectedPayoffs(game, profile),
      maximumRegret: bestReplyRegret(game, profile),
      residual: 0,
      iterations: countSupports(rows!, columns!),
    };
  });
}

/** The mixture over `support` against which every strategy of `equals` pays the same; undefined where there is none. */
function equalizing(
  equals: readonly number[],
  support: readonly number[],
  length: number,
  pays: (strategy: number, against: number) => number,
): number[] | undefined {
  const k = support.length;
  const n = k + 1;
  const matrix = new Float64Array(n * n);
  const right = new Float64Array(n);
  for (const [e, strategy] of equals.entries()) {
    for (const [s, against] of support.entries()) matrix[e * n + s] = pays(strategy, against);
    matrix[e * n + k] = -1;
  }
  matrix.fill(1, k * n, k * n + k);
  right[k] = 1;
  const rows = new Int32Array(n);
  const x = new Float64Array(n);
  if (!factor(matrix, rows, n)) return undefined;
  solveFactored(matrix, rows, n, right, x);
  const mixture = new Array<number>(length).fill(0);
  for (const [s, strategy] of support.entries()) {
    if (!(x[s]! >= -1e-12 && x[s]! <= 1 + 1e-9)) return undefined;
    mixture[strategy] = Math.max(0, x[s]!);
  }
  return mixture;
}

function* subsets(n: number, k: number, from = 0): Generator<number[]> {
  if (k === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= n - k; first++) {
    for (const rest of subsets(n, k - 1, first + 1)) yield [first, ...rest];
  }
}

function sameMixture(a: MixedProfile, b: MixedProfile): boolean {
  return a.every((own, i) => own.every((p, s) => Math.abs(p - b[i]![s]!) < 1e-9));
}
