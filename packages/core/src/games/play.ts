import type { ExtensiveGame } from './extensive-game.ts';
import type { Profile } from './solution.ts';

/** Expected payoffs of a profile, by player, from a position on (payments before it included). */
export function expectedPayoffs(game: ExtensiveGame, profile: Profile, from = 0): number[] {
  const values = valuesOf(game, profile);
  return game.players.map((_, i) => values[from * game.players.length + i]!);
}

/** `[position·players + player]`. */
function valuesOf({ positions, players }: ExtensiveGame, profile: Profile): Float64Array {
  const values = new Float64Array(positions.length * players.length);
  for (let at = positions.length - 1; at >= 0; at--) {
    const { node, next, payoffs, informationSet } = positions[at]!;
    for (const i of players.keys()) {
      if (node.kind === 'end') {
        values[at * players.length + i] = payoffs[i]!;
        continue;
      }
      let sum = 0;
      for (const [a, following] of next.entries()) {
        const weight = node.kind === 'chance' ? node.moves[a]!.probability : profile[informationSet]![a]!;
        if (weight > 0) sum += weight * values[following * players.length + i]!;
      }
      values[at * players.length + i] = sum;
    }
  }
  return values;
}

/** Probability of coming to each position from another, when one player does everything it can to get there. */
function reachByOthers(
  { positions, informationSets }: ExtensiveGame,
  profile: Profile,
  player: number,
  from: number,
): Float64Array {
  const reach = new Float64Array(positions.length);
  reach[from] = 1;
  for (let at = from + 1; at < positions[from]!.end; at++) {
    const { parent, move } = positions[at]!;
    const { node, informationSet } = positions[parent]!;
    let weight = 1;
    if (node.kind === 'chance') weight = node.moves[move]!.probability;
    else if (informationSets[informationSet]!.player !== player) weight = profile[informationSet]![move]!;
    reach[at] = reach[parent]! * weight;
  }
  return reach;
}

/**
 * What a player gains by its best other strategy, the others keeping theirs, from a position on that begins a subgame.
 * Own information sets are decided from the last to the first, each given those that follow.
 */
export function bestReplyGain(game: ExtensiveGame, profile: Profile, player: number, from = 0): number {
  const { positions, informationSets } = game;
  const reach = reachByOthers(game, profile, player, from);
  const { end } = positions[from]!;
  const reply = new Int32Array(informationSets.length).fill(-1);
  // What is paid behind a position, weighted by how likely the others and nature make it.
  const behind = (at: number): number => {
    const { node, next, payoffs, informationSet } = positions[at]!;
    if (reach[at] === 0) return 0;
    if (node.kind === 'end') return reach[at]! * payoffs[player]!;
    if (node.kind === 'decision' && node.player === player) return behind(next[reply[informationSet]!]!);
    return next.reduce((sum, following) => sum + behind(following), 0);
  };
  for (let h = informationSets.length - 1; h >= 0; h--) {
    const { player: mover, positions: members, actions } = informationSets[h]!;
    if (mover !== player || members[0]! < from || members[0]! >= end) continue;
    let best = -Infinity;
    for (const a of actions.keys()) {
      const worth = members.reduce((sum, at) => sum + behind(positions[at]!.next[a]!), 0);
      if (worth > best) {
        best = worth;
        reply[h] = a;
      }
    }
  }
  return behind(from) - expectedPayoffs(game, profile, from)[player]!;
}

/** Most that any player gains by another strategy, from a position on that begins a subgame. */
export function bestReplyRegret(game: ExtensiveGame, profile: Profile, from = 0): number {
  return Math.max(0, ...game.players.map((_, player) => bestReplyGain(game, profile, player, from)));
}

/**
 * Most that any player gains by one change at one information set, given that play has come to it. Sets that the
 * others and nature never let be reached put no player in a position to judge, and count for nothing.
 */
export function oneShotRegret(game: ExtensiveGame, profile: Profile): number {
  const { positions, informationSets, players } = game;
  const values = valuesOf(game, profile);
  const reach = players.map((_, player) => reachByOthers(game, profile, player, 0));
  let worst = 0;
  for (const [h, { player, positions: members, actions }] of informationSets.entries()) {
    const total = members.reduce((sum, at) => sum + reach[player]![at]!, 0);
    if (total === 0) continue;
    const worth = actions.map(
      (_, a) =>
        members.reduce(
          (sum, at) => sum + reach[player]![at]! * values[positions[at]!.next[a]! * players.length + player]!,
          0,
        ) / total,
    );
    const kept = worth.reduce((sum, value, a) => sum + value * profile[h]![a]!, 0);
    worst = Math.max(worst, Math.max(...worth) - kept);
  }
  return worst;
}
