import { type ExtensiveGame, extensiveGame, type GameNode } from './extensive-game.ts';

/** A game in strategic form: everyone chooses once, at the same time. */
export interface StrategicGame {
  readonly title: string;
  readonly players: readonly string[];
  /** Names, by player. */
  readonly strategies: readonly (readonly string[])[];
  /** By player, one number a profile; the last player's strategy runs fastest. */
  readonly payoffs: readonly Float64Array[];
}

/** Probability of each strategy: `[player][strategy]`. */
export type MixedProfile = readonly (readonly number[])[];

/**
 * A game in strategic form from a function of the chosen strategies.
 *
 * @example
 *     strategicGame('Prisoners', ['A', 'B'], [['C', 'D'], ['C', 'D']], ([a, b]) =>
 *       a === 0 ? (b === 0 ? [3, 3] : [0, 5]) : b === 0 ? [5, 0] : [1, 1]);
 */
export function strategicGame(
  title: string,
  players: readonly string[],
  strategies: readonly (readonly string[])[],
  pays: (chosen: readonly number[]) => readonly number[],
): StrategicGame {
  const counts = strategies.map((names) => names.length);
  if (counts.length !== players.length || counts.includes(0)) {
    throw new RangeError(
      `strategies for ${counts.length} of ${players.length} players, by player: ${counts}`,
    );
  }
  const size = counts.reduce((product, count) => product * count, 1);
  const payoffs = players.map(() => new Float64Array(size));
  for (let profile = 0; profile < size; profile++) {
    const paid = pays(chosenIn(profile, counts));
    for (const [i, own] of payoffs.entries()) {
      if (!Number.isFinite(paid[i])) {
        throw new RangeError(`${players[i]} is paid ${paid[i]} in profile ${chosenIn(profile, counts)}`);
      }
      own[profile] = paid[i]!;
    }
  }
  return { title, players, strategies, payoffs };
}

/** The strategy of each player in a numbered profile. */
export function chosenIn(profile: number, counts: readonly number[]): number[] {
  const chosen: number[] = [];
  let rest = profile;
  for (let i = counts.length - 1; i >= 0; i--) {
    chosen[i] = rest % counts[i]!;
    rest = Math.floor(rest / counts[i]!);
  }
  return chosen;
}

/** How far apart in `payoffs` two neighbouring strategies of each player are. */
export function stridesOf(counts: readonly number[]): number[] {
  const strides = counts.map(() => 1);
  for (let i = counts.length - 2; i >= 0; i--) strides[i] = strides[i + 1]! * counts[i + 1]!;
  return strides;
}

/** What each strategy pays its player against the others' mixtures: `[player][strategy]`. O(profiles · players²). */
export function strategyValues({ strategies, payoffs }: StrategicGame, mixed: MixedProfile): number[][] {
  const counts = strategies.map((names) => names.length);
  const strides = stridesOf(counts);
  const values = counts.map((count) => new Array<number>(count).fill(0));
  for (let profile = 0; profile < payoffs[0]!.length; profile++) {
    for (const [i, own] of values.entries()) {
      let weight = 1;
      for (const [j, count] of counts.entries()) {
        if (j !== i) weight *= mixed[j]![Math.floor(profile / strides[j]!) % count]!;
      }
      if (weight > 0) own[Math.floor(profile / strides[i]!) % counts[i]!]! += weight * payoffs[i]![profile]!;
    }
  }
  return values;
}

/** Expected payoffs by player, and the most that any player could gain by another strategy. */
export function playMixed(
  game: StrategicGame,
  mixed: MixedProfile,
): { payoffs: number[]; maximumRegret: number } {
  const values = strategyValues(game, mixed);
  const payoffs = values.map((own, i) => own.reduce((sum, value, s) => sum + value * mixed[i]![s]!, 0));
  const gains = values.map((own, i) => Math.max(...own) - payoffs[i]!);
  return { payoffs, maximumRegret: Math.max(0, ...gains) };
}

/**
 * The same game as a tree in which nobody sees what the others chose, for the solvers of extensive games: information
 * set i is player i's one choice, and quantal responses of the tree are those of McKelvey and Palfrey (1995).
 */
export function asExtensiveGame({ title, players, strategies, payoffs }: StrategicGame): ExtensiveGame {
  const strides = stridesOf(strategies.map((names) => names.length));
  const grow = (player: number, profile: number): GameNode =>
    player === players.length
      ? { kind: 'end', outcome: { payoffs: payoffs.map((own) => own[profile]!) } }
      : {
          kind: 'decision',
          player,
          informationSet: '1',
          moves: strategies[player]!.map((action, s) => ({
            action,
            next: grow(player + 1, profile + s * strides[player]!),
          })),
        };
  return extensiveGame({ title, players, root: grow(0, 0) });
}
