import type { GraphModel } from './graph-model.ts';

/** One move of a route: who moved, from where to where. */
export interface Step {
  readonly player: number;
  readonly from: number;
  readonly to: number;
}

/** A state that others can bring about, and how: their moves in order. */
export interface Route {
  readonly to: number;
  readonly steps: readonly Step[];
}

/** Where a player can go in one move and be better off: its unilateral improvements, R⁺_i(s). */
export function improvements({ movesFrom, preference }: GraphModel, player: number, state: number): number[] {
  const own = preference[player]!;
  return movesFrom[player]![state]!.filter((to) => own[to]! > own[state]!);
}

/**
 * Where a group can go from a state by moves of its members in any order, R_H(s): nobody moves twice in succession, and
 * with `improvingOnly` everyone improves upon the state it moves from, R⁺_H(s). Each state once, by one of its shortest
 * routes, in the order found; the state itself is not among them. Fang, Hipel and Kilgour (1993), definitions 3.2, 3.5.
 */
export function reachable(
  model: GraphModel,
  group: readonly number[],
  state: number,
  { improvingOnly = false }: { readonly improvingOnly?: boolean } = {},
): Route[] {
  const found = new Map<number, Route>();
  // A state may go on differently by who moved last, so that pairs are visited, not states.
  const visited = new Set<number>();
  const next = (player: number, from: number) =>
    improvingOnly ? improvements(model, player, from) : model.movesFrom[player]![from]!;
  let front: { at: number; last: number; steps: Step[] }[] = [{ at: state, last: -1, steps: [] }];
  while (front.length > 0) {
    const following: typeof front = [];
    for (const { at, last, steps } of front) {
      for (const player of group) {
        if (player === last) continue;
        for (const to of next(player, at)) {
          const key = to * model.players.length + player;
          if (visited.has(key)) continue;
          visited.add(key);
          const route = [...steps, { player, from: at, to }];
          if (to !== state && !found.has(to)) found.set(to, { to, steps: route });
          following.push({ at: to, last: player, steps: route });
        }
      }
    }
    front = following;
  }
  return [...found.values()];
}
