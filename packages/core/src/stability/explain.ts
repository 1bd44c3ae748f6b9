import type { GraphModel } from './graph-model.ts';
import type { Route, Step } from './moves.ts';
import { type PlayerStability, stabilityConcepts, type Temptation } from './stability.ts';

export interface Explanation {
  readonly stable: boolean;
  /** One sentence without its full stop for each thing to say, the names of players and states as they are. */
  readonly sentences: readonly string[];
}

/** What states and moves are called in sentences. */
export interface Wording {
  readonly state: (at: number) => string;
  /** What a player does that moves, after "could": `move to "delay"`. */
  readonly move: (step: Step) => string;
}

/**
 * Says in words why a player stays at a state or leaves it: where it could go, who would sanction that and how. Says
 * nothing that is not in the `PlayerStability`.
 *
 * @param wording names in quotation marks, where absent.
 */
export function explainStability(
  model: GraphModel,
  reason: PlayerStability,
  wording: Wording = namesOf(model),
): Explanation {
  const { player, state, stable, temptations } = reason;
  const who = model.players[player]!;
  if (temptations.length === 0) {
    const moves = model.movesFrom[player]![state]!;
    const why =
      moves.length === 0
        ? `${who} cannot move away from ${wording.state(state)}`
        : `${who} can reach nothing that it prefers to ${wording.state(state)}`;
    return { stable, sentences: [why] };
  }
  return {
    stable,
    sentences: temptations.map((each) => sentenceOf(model, reason, each, wording)),
  };
}

function namesOf({ states }: GraphModel): Wording {
  const state = (at: number) => `"${states[at]}"`;
  return { state, move: ({ to }) => `move to ${state(to)}` };
}

function sentenceOf(
  model: GraphModel,
  { player, state, concept }: PlayerStability,
  { to, sanction, wayOn }: Temptation,
  wording: Wording,
): string {
  const who = model.players[player]!;
  const start = `${who} could ${wording.move({ player, from: state, to })}, which it prefers to ${wording.state(state)}`;
  if (concept === 'nash') return start;
  if (!sanction) return `${start}, and nothing deters it (${stabilityConcepts[concept].title})`;
  const own = model.preference[player]!;
  const worse = own[sanction.to]! < own[state]! ? 'likes less' : 'likes no better';
  const answer = `${start}, but ${routeInWords(model, sanction, wording)}, which ${who} ${worse}`;
  if (!wayOn) return answer;
  return wayOn.best === undefined
    ? `${answer}, with no way on`
    : `${answer}, with no better way on than ${wording.state(wayOn.best)}`;
}

function routeInWords({ players }: GraphModel, { steps }: Route, { move }: Wording): string {
  return steps
    .map((step, k) => `${players[step.player]} ${k === 0 ? 'could then ' : ''}${move(step)}`)
    .join(' and ');
}
