import { bestResponse } from './best-response.ts';
import { Curvature } from './curvature.ts';
import { type Regret, regrets } from './regret.ts';
import { dutiesOf, highestLogFactor, type TariffGame } from './tariff-game.ts';
import { TariffWarError } from './tariff-war-error.ts';

/** Duties each of which is the best answer to the others. */
export interface NashTariffs {
  /** ln(1 + t), `[k]`. */
  readonly point: Float64Array;
  /** Each player's best duties where the others have none, `[player]`, as whole points. */
  readonly alone: readonly Float64Array[];
  /** What a player could still gain by any deviation tried, in percent; the largest. */
  readonly maximumRegret: number;
  readonly rounds: number;
  /** Searches made, and the settled points of those that came to other duties than the first. */
  readonly starts: number;
  readonly others: readonly Float64Array[];
}

export interface SearchProgress {
  /** Which start, counted from 1, and how many there are. */
  readonly start: number;
  readonly starts: number;
  readonly round: number;
}

/** Rounds of answers before a war is said not to settle. */
const mostRounds = 60;
/** A round that moves no duty further than this, in logs, has settled. */
const settled = 1e-7;
/** Percent: what is gained beyond it is a better answer, not rounding. */
const leastGain = 1e-7;
/** Two wars whose duties differ by less than this, in logs, are one. */
const same = 1e-4;
/**
 * The tariff war of a game: the players answer in turn, each with its best duties, until nobody moves. It starts where
 * each has the duties that are best while the others have none, and again from twice the duties found: searches that go
 * up and down to the same duties make it likely that there are no others.
 *
 * Yields before each round, so that whoever drives it can tell, pause or stop.
 *
 * @throws TariffWarError where the answers do not settle; EquilibriumError as the game.
 */
export function* nashTariffs(game: TariffGame): Generator<SearchProgress, NashTariffs> {
  const players = Array.from({ length: game.players }, (_, player) => player);
  const curvatures = players.map((player) => new Curvature(dutiesOf(game, player).length));
  const starts = 2;

  const alone: Float64Array[] = [];
  const first = new Float64Array(game.setBy.length);
  for (const player of players) {
    yield { start: 1, starts, round: 0 };
    const best = new Float64Array(first.length);
    answer(player, best);
    alone.push(best);
    for (const k of dutiesOf(game, player)) first[k] = best[k]!;
  }
  const war = yield* settle(first, 1);
  const twice = war.point.map((at) => Math.min(highestLogFactor, Math.log1p(2 * Math.expm1(at))));
  const other = yield* settle(twice, 2, war.point);
  const others = isSame(war.point, other.point) ? [] : [other.point];
  return { ...war, alone, rounds: war.rounds + other.rounds, starts, others };

  function answer(player: number, point: Float64Array, most = 200) {
    return bestResponse(game, player, point, curvatures[player]!, most);
  }

  /** @param known duties that have settled: who comes to them need not settle again. */
  function* settle(point: Float64Array, start: number, known?: Float64Array) {
    let lastChange = Infinity;
    for (let round = 1; round <= mostRounds; round++) {
      yield { start, starts, round };
      // The first answers are to duties that will change: there is no use in the last digit of them.
      const steps = round <= 3 ? 3 : 200;
      lastChange = 0;
      for (const player of players) {
        lastChange = Math.max(lastChange, answer(player, point, steps).moved);
      }
      if (known && isSame(point, known)) return { point, rounds: round, maximumRegret: 0 };
      if (lastChange > settled) continue;
      const found = regrets(game, point);
      const better = found.filter(({ gain }) => gain > leastGain);
      if (better.length === 0) return { point, rounds: round, maximumRegret: largest(found) };
      for (const regret of better) adopt(regret, point);
    }
    throw new TariffWarError(
      `the tariff war does not settle: after ${mostRounds} rounds of answers a duty still changes by ` +
        `${(100 * Math.expm1(lastChange)).toPrecision(2)}%`,
      { rounds: mostRounds, lastChange },
    );
  }

  function adopt(regret: Regret, point: Float64Array): void {
    for (const k of dutiesOf(game, regret.player)) point[k] = regret.point[k]!;
  }
}

function largest(found: readonly Regret[]): number {
  return found.reduce((most, { gain }) => Math.max(most, gain), 0);
}

function isSame(one: Float64Array, other: Float64Array): boolean {
  return one.every((value, k) => Math.abs(value - other[k]!) < same);
}
