import { type StrategicGame, stridesOf } from './strategic-game.ts';

/** What is left of a strategic form. */
export interface Undominated {
  /** Strategies that remain, `[player]`, as numbers in the game. */
  readonly kept: number[][];
  /** What was dropped in each round: `[round][player]`. */
  readonly rounds: readonly (readonly number[])[][];
}

/**
 * Drops strategies that another pure strategy dominates, all players at once, until none is left to drop. With `weak`
 * dominance a strategy goes when another is never worse and somewhere better against what the others have left; the
 * order matters for weak dominance, and this one (all at once) is what is meant everywhere here. Equal strategies stay.
 */
export function withoutDominated(game: StrategicGame, dominance: 'weak' | 'strict' = 'weak'): Undominated {
  const counts = game.strategies.map((names) => names.length);
  let kept = counts.map((count) => [...Array(count).keys()]);
  const rounds: number[][][] = [];
  for (;;) {
    const dropped = kept.map((own, i) =>
      own.filter((s) => own.some((other) => other !== s && dominates(game, kept, i, other, s, dominance))),
    );
    if (dropped.every((own) => own.length === 0)) return { kept, rounds };
    rounds.push(dropped);
    kept = kept.map((own, i) => own.filter((s) => !dropped[i]!.includes(s)));
  }
}

function dominates(
  { strategies, payoffs }: StrategicGame,
  kept: readonly number[][],
  player: number,
  better: number,
  worse: number,
  dominance: 'weak' | 'strict',
): boolean {
  const strides = stridesOf(strategies.map((names) => names.length));
  const own = payoffs[player]!;
  const others = [...kept.keys()].filter((i) => i !== player);
  const position = others.map(() => 0);
  let somewhere = false;
  for (;;) {
    const base = others.reduce((sum, i, k) => sum + kept[i]![position[k]!]! * strides[i]!, 0);
    const gain = own[base + better * strides[player]!]! - own[base + worse * strides[player]!]!;
    if (gain < 0 || (dominance === 'strict' && gain === 0)) return false;
    if (gain > 0) somewhere = true;
    // The others' next profile, as an odometer.
    let k = others.length - 1;
    while (k >= 0 && ++position[k]! === kept[others[k]!]!.length) position[k--] = 0;
    if (k < 0) return somewhere;
  }
}
