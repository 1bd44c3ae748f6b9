import type { Curvature } from './curvature.ts';
import { dutiesOf, highestLogFactor, type TariffGame } from './tariff-game.ts';

export interface BestResponse {
  /** What the player gains by it, in percent. */
  readonly gain: number;
  /** Largest change of one of its duties, in logs. */
  readonly moved: number;
  /** Largest slope of its payoff along a duty that is free to move, in percent per unit of log. */
  readonly slope: number;
}

/** Step of differences: the error of a slope is below 1e-6 from its size and from the solver’s tolerance alike. */
const difference = 3e-4;
/** A slope below it leaves less than 1e-11 percent to be gained. */
const flat = 1e-6;
/** Less than this is the solver's own error. */
const noise = 1e-10;

/**
 * Moves the duties of one player in `point` uphill in its own payoff, those of the others held, until it is flat: a
 * projected quasi-Newton method with slopes by central differences.
 *
 * @param curvature what is known of the player's payoff; it learns, and serves the next search nearby.
 * @param mostSteps fewer than the peak takes leave the player on the way to it.
 */
export function bestResponse(
  game: TariffGame,
  player: number,
  point: Float64Array,
  curvature: Curvature,
  mostSteps: number,
): BestResponse {
  const own = dutiesOf(game, player);
  const before = own.map((k) => point[k]!);
  const payoff = (at: Float64Array) => game.payoffs(at)[player]!;
  const start = payoff(point);
  let value = start;
  let { slopes, bends } = derivatives(value);
  curvature.startFrom(bends);
  let steepest = 0;
  for (let steps = 0; ; steps++) {
    const free = own.flatMap((k, a) => (mayMove(point[k]!, slopes[a]!) ? [a] : []));
    steepest = free.reduce((most, a) => Math.max(most, Math.abs(slopes[a]!)), 0);
    if (steepest < flat || steps === mostSteps) break;
    const step = curvature.stepFor(slopes, free);
    const next = uphill(step, free, slopes);
    if (!next) break;
    const change = own.map((k) => next.point[k]! - point[k]!);
    point.set(next.point);
    value = next.value;
    const here = derivatives(value);
    curvature.learn(
      change,
      slopes.map((slope, a) => slope - here.slopes[a]!),
    );
    ({ slopes, bends } = here);
  }
  const moved = own.reduce((most, k, a) => Math.max(most, Math.abs(point[k]! - before[a]!)), 0);
  return { gain: value - start, moved, slope: steepest };

  /** The step, halved until it pays at least a little of what its slope promises; undefined where none does. */
  function uphill(step: readonly number[], free: readonly number[], slope: readonly number[]) {
    for (let part = 1; part > 1e-6; part /= 2) {
      const trial = point.slice();
      let promised = 0;
      free.forEach((a, f) => {
        const k = own[a]!;
        trial[k] = Math.min(highestLogFactor, Math.max(0, point[k]! + part * step[f]!));
        promised += slope[a]! * (trial[k]! - point[k]!);
      });
      const reached = payoff(trial);
      if (reached - value >= 1e-4 * promised - noise) return { point: trial, value: reached };
    }
    return undefined;
  }

  function derivatives(here: number): { slopes: number[]; bends: number[] } {
    const bent: number[] = [];
    const sloped = own.map((k) => {
      const at = point[k]!;
      point[k] = at + difference;
      const above = payoff(point);
      point[k] = at - difference;
      const below = payoff(point);
      point[k] = at;
      bent.push((2 * here - above - below) / difference ** 2);
      return (above - below) / (2 * difference);
    });
    return { slopes: sloped, bends: bent };
  }
}

function mayMove(at: number, slope: number): boolean {
  return !(at <= 0 && slope <= 0) && !(at >= highestLogFactor && slope >= 0);
}
