import { dutiesOf, highestRate, type TariffGame } from './tariff-game.ts';

/** What a player could still gain, the others held. */
export interface Regret {
  readonly player: number;
  /** Percent, at least 0. */
  readonly gain: number;
  /** Where it would gain it. */
  readonly point: Float64Array;
}

/** From none to where hardly any trade is left. */
const triedRates = [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 1, 2, 4, highestRate];
/** What all duties of a player are multiplied by together, as powers. */
const triedScales = [0, 0.5, 0.8, 0.95, 1.05, 1.25, 2, 4];

/**
 * The best of many deviations far from the point, for each player: each of its duties at every rate of a grid, all of
 * them at one rate, and all scaled together. What lies beyond a valley is found here, not by following slopes.
 */
export function regrets(game: TariffGame, point: Float64Array): Regret[] {
  const here = game.payoffs(point);
  return Array.from({ length: game.players }, (_, player) => {
    const own = dutiesOf(game, player);
    let best: Regret = { player, gain: 0, point };
    const consider = (change: (trial: Float64Array) => void) => {
      const trial = point.slice();
      change(trial);
      const gain = game.payoffs(trial)[player]! - here[player]!;
      if (gain > best.gain) best = { player, gain, point: trial };
    };
    for (const rate of triedRates) {
      const at = Math.log1p(rate);
      for (const k of own) consider((trial) => trial.fill(at, k, k + 1));
      consider((trial) => {
        for (const k of own) trial[k] = at;
      });
    }
    for (const scale of triedScales) {
      consider((trial) => {
        for (const k of own) trial[k] = Math.min(Math.log1p(highestRate), trial[k]! * scale);
      });
    }
    return best;
  });
}
