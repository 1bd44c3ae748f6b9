/** What each player gets, by player. */
export type Payoffs = readonly number[];

/** What can be agreed upon, and what there is without agreement. */
export interface BargainingProblem {
  /** Payoffs of each package, `[package][player]`. */
  readonly packages: readonly Payoffs[];
  /** d: what each gets without agreement. */
  readonly disagreement: Payoffs;
}

export type BargainingErrorCode = 'nothing-to-gain' | 'wrong-shape' | 'not-a-number' | 'not-converged';

/** No bargaining point came back: the problem is none, or there is nothing to agree on. */
export class BargainingError extends Error {
  override readonly name = 'BargainingError';
  readonly code: BargainingErrorCode;
  /** For `nothing-to-gain`, players whom no package lifts above disagreement at all; may be empty. */
  readonly players: readonly number[];

  constructor(code: BargainingErrorCode, message: string, players: readonly number[] = []) {
    super(message);
    this.code = code;
    this.players = players;
  }
}

/**
 * A bargaining problem, checked.
 *
 * @throws BargainingError where there is no package, or payoffs are not numbers for each of the players.
 *
 * @example
 *     bargainingProblem([[0, 1], [1, 0]], [0, 0]); // a pie of 1
 */
export function bargainingProblem(packages: readonly Payoffs[], disagreement: Payoffs): BargainingProblem {
  if (packages.length === 0 || disagreement.length === 0) {
    throw new BargainingError('wrong-shape', 'bargaining takes at least one package and one player');
  }
  for (const [k, payoffs] of [...packages, disagreement].entries()) {
    const which = k === packages.length ? 'disagreement' : `package ${k}`;
    if (payoffs.length !== disagreement.length) {
      const message = `${which} pays ${payoffs.length} players, disagreement ${disagreement.length}`;
      throw new BargainingError('wrong-shape', message);
    }
    const odd = payoffs.findIndex((value) => !Number.isFinite(value));
    if (odd >= 0) {
      throw new BargainingError('not-a-number', `${which} pays player ${odd} ${payoffs[odd]}`, [odd]);
    }
  }
  return { packages, disagreement };
}

/** What each package gives each player above disagreement, `[package][player]`. */
export function gainsOf({ packages, disagreement }: BargainingProblem): number[][] {
  return packages.map((payoffs) => payoffs.map((value, i) => value - disagreement[i]!));
}

/**
 * Bargaining weights, scaled to sum to 1; equal where none are given.
 *
 * @throws BargainingError for weights that are not positive, or not one for each player.
 */
export function weightsOf(players: number, weights?: readonly number[]): number[] {
  const given = weights ?? new Array<number>(players).fill(1);
  if (given.length !== players || !given.every((weight) => weight > 0 && weight < Infinity)) {
    const message = `bargaining weights are ${players} positive numbers, not ${given.join(', ')}`;
    throw new BargainingError('wrong-shape', message);
  }
  const sum = given.reduce((total, weight) => total + weight, 0);
  return given.map((weight) => weight / sum);
}

/** Says that nothing makes everybody better off. `gains` are those that could be had. */
export function nothingToGain(gains: readonly (readonly number[])[], players: number): BargainingError {
  const never = Array.from({ length: players }, (_, i) => i).filter((i) =>
    gains.every((each) => each[i]! <= 0),
  );
  const whom = never.length > 0 ? `: none lifts player ${never.join(' or ')} above it` : '';
  return new BargainingError(
    'nothing-to-gain',
    `nothing makes everybody better off than disagreement${whom}`,
    never,
  );
}
