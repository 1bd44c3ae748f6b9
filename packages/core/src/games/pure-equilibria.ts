import type { ExtensiveGame } from './extensive-game.ts';
import { bestReplyRegret } from './play.ts';
import { asBehaviour, reducedForm } from './reduced-strategies.ts';
import type { Solution } from './solution.ts';
import { chosenIn, type StrategicGame, stridesOf } from './strategic-game.ts';

/**
 * Every Nash equilibrium in pure strategies of a strategic form, as numbers of profiles.
 *
 * @param within only these strategies, `[player]`, may be chosen or deviated to; all where absent.
 * @returns profiles that no other strategy improves on by more than 1e-12 of the spread of payoffs.
 *   O(profiles · players).
 */
export function pureNash({ strategies, payoffs }: StrategicGame, within?: readonly number[][]): number[] {
  const counts = strategies.map((names) => names.length);
  const strides = stridesOf(counts);
  const allowed = within ?? counts.map((count) => [...Array(count).keys()]);
  const size = payoffs[0]!.length;
  const failed = new Uint8Array(size);
  for (const [i, own] of payoffs.entries()) {
    let least = Infinity;
    let most = -Infinity;
    for (const payoff of own) {
      if (payoff < least) least = payoff;
      if (payoff > most) most = payoff;
    }
    const tolerance = 1e-12 * (most - least);
    for (let profile = 0; profile < size; profile++) {
      const chosen = Math.floor(profile / strides[i]!) % counts[i]!;
      // Once for each choice of the others: where this player's strategy is the first.
      if (chosen !== 0) continue;
      let best = -Infinity;
      for (const s of allowed[i]!) best = Math.max(best, own[profile + s * strides[i]!]!);
      for (let s = 0; s < counts[i]!; s++) {
        const at = profile + s * strides[i]!;
        if (own[at]! < best - tolerance || (within && !within[i]!.includes(s))) failed[at] = 1;
      }
    }
  }
  const found: number[] = [];
  for (let profile = 0; profile < size; profile++) if (failed[profile] === 0) found.push(profile);
  return found;
}

/**
 * Every Nash equilibrium in pure strategies, by looking at every profile of reduced strategies.
 *
 * @param mostProfiles more are refused before starting; `countReducedStrategies` tells how many there are.
 * @throws SolutionError `too-large`, with the size.
 */
export function pureEquilibria(game: ExtensiveGame, mostProfiles?: number): Solution[] {
  const form = reducedForm(game, mostProfiles);
  const counts = form.strategies.map((names) => names.length);
  return pureNash(form).map((number) => {
    const chosen = chosenIn(number, counts);
    const mixed = counts.map((count, i) =>
      Array.from({ length: count }, (_, s) => (s === chosen[i] ? 1 : 0)),
    );
    const profile = asBehaviour(game, form, mixed);
    return {
      concept: 'pure-nash',
      profile,
      payoffs: form.payoffs.map((own) => own[number]!),
      maximumRegret: bestReplyRegret(game, profile),
      residual: 0,
      iterations: form.payoffs[0]!.length,
    };
  });
}
