import type { GraphModel } from './graph-model.ts';
import type { Route } from './moves.ts';
import { type PlayerStability, stabilityConcepts, type Temptation } from './stability.ts';

export interface Explanation {
  readonly stable: boolean;
  /** One sentence without its full stop for each thing to say, the names of players and states as they are. */
  readonly sentences: readonly string[];
}

/**
 * Says in words why a player stays at a state or leaves it: where it could go, who would sanction that and how. Says
 * nothing that is not in the `PlayerStability`.
 */
export function explainStability(model: GraphModel, reason: PlayerStability): Explanation {
  const { player, state, stable, temptations } = reason;
  const who = model.players[player]!;
  const here = model.states[state]!;
  if (temptations.length === 0) {
    const moves = model.movesFrom[player]![state]!;
    const why =
      moves.length === 0
        ? `${who} cannot move away from "${here}"`
        : `${who} can reach nothing that it prefers to "${here}"`;
    return { stable, sentences: [why] };
  }
  return { stable, sentences: temptations.map((each) => sentenceOf(model, reason, each)) };
}

function sentenceOf(
  model: GraphModel,
  { player, state, concept }: PlayerStability,
  { to, sanction, wayOn }: Temptation,
): string {
  const name = (at: number) => `"${model.states[at]}"`;
  const start = `${model.players[player]} could move to ${name(to)}, which it prefers to ${name(state)}`;
  if (concept === 'nash') return start;
  if (!sanction) return `${start}, and nothing deters it (${stabilityConcepts[concept].title})`;
  const own = model.preference[player]!;
  const worse = own[sanction.to]! < own[state]! ? 'which it likes less' : 'which it likes no better';
  const answer = `${start}, but ${routeInWords(model, sanction)}, ${worse}`;
  if (!wayOn) return answer;
  return wayOn.best === undefined
    ? `${answer}, with no way on`
    : `${answer}, with no better way on than ${name(wayOn.best)}`;
}

function routeInWords(model: GraphModel, { steps }: Route): string {
  return steps
    .map(({ player, to }, k) =>
      k === 0
        ? `${model.players[player]} could then go to "${model.states[to]}"`
        : `${model.players[player]} on to "${model.states[to]}"`,
    )
    .join(' and ');
}
