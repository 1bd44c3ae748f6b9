import { type GraphModel, requireIn } from './graph-model.ts';
import { improvements, type Route, reachable } from './moves.ts';

export type StabilityConcept = 'nash' | 'gmr' | 'smr' | 'seq';

/** What keeps a player at a state s, by concept, and how far it looks ahead. */
export const stabilityConcepts = {
  nash: {
    title: 'Nash stability',
    foresight: 'one move',
    means: 'no move of the player leads to a state that it prefers',
    source: 'Nash (1950); rationality in Howard (1971)',
  },
  seq: {
    title: 'sequential stability',
    foresight: 'two moves',
    means:
      'after every move to a state that the player prefers, the others can go on, each improving, to one that is no better for it than s',
    source: 'Fraser and Hipel (1979)',
  },
  gmr: {
    title: 'general metarationality',
    foresight: 'two moves',
    means:
      'after every move to a state that the player prefers, the others can bring about one that is no better for it than s, whatever that costs them',
    source: 'Howard (1971)',
  },
  smr: {
    title: 'symmetric metarationality',
    foresight: 'three moves',
    means: 'as general metarationality, and the player cannot move on from there to a state better than s',
    source: 'Howard (1971)',
  },
} as const satisfies Record<
  StabilityConcept,
  { title: string; foresight: string; means: string; source: string }
>;

/** What the player could still do after a sanction: of its moves from there, the one it likes most. */
export interface WayOn {
  /** Absent where it has no move. */
  readonly best?: number;
  /** Whether that is better for it than where it started. */
  readonly succeeds: boolean;
}

/** A move by which the player would gain, and what the others would do about it. */
export interface Temptation {
  readonly to: number;
  /** The answer that deters: of those that do in fewest moves, the worst for the player. Absent where nothing deters. */
  readonly sanction?: Route;
  /** For `smr`, what the player could do after the sanction. */
  readonly wayOn?: WayOn;
}

/** Whether a player stays at a state, and why. */
export interface PlayerStability {
  readonly concept: StabilityConcept;
  readonly state: number;
  readonly player: number;
  readonly stable: boolean;
  /** Every move of the player to a state it prefers. It stays if each has a sanction. */
  readonly temptations: readonly Temptation[];
}

/**
 * Whether a player stays at a state under a concept, with every move that tempts it and the answer that deters it.
 *
 * With R_i(s) the moves of i, R⁺_i(s) those that improve on s, and R_{−i}, R⁺_{−i} what the others can bring about
 * together (`reachable`), i stays at s
 *
 *     nash   if R⁺_i(s) = ∅
 *     gmr    if for every t ∈ R⁺_i(s) there is u ∈ R_{−i}(t) with u ≼_i s
 *     smr    if besides v ≼_i s for every v ∈ R_i(u)
 *     seq    as gmr with u ∈ R⁺_{−i}(t)
 *
 * Fang, Hipel and Kilgour (1993), Interactive Decision Making: The Graph Model for Conflict Resolution, chapter 3.
 *
 * @throws ConflictError for a state or player that the model does not have.
 */
export function stabilityOf(
  model: GraphModel,
  state: number,
  player: number,
  concept: StabilityConcept,
): PlayerStability {
  requireIn(model, state, player);
  const temptations = improvements(model, player, state).map((to) =>
    temptation(model, state, player, concept, to),
  );
  const stable = temptations.every(({ sanction }) => sanction !== undefined);
  return { concept, state, player, stable, temptations };
}

function temptation(
  model: GraphModel,
  state: number,
  player: number,
  concept: StabilityConcept,
  to: number,
): Temptation {
  if (concept === 'nash') return { to };
  const own = model.preference[player]!;
  let chosen: Temptation = { to };
  for (const answer of answers(model, player, concept, to)) {
    if (own[answer.to]! > own[state]!) continue;
    const wayOn = concept === 'smr' ? wayOnFrom(model, state, player, answer.to) : undefined;
    if (wayOn?.succeeds) continue;
    if (chosen.sanction && !isPlainer(answer, chosen.sanction, own)) continue;
    chosen = { to, sanction: answer, ...(wayOn && { wayOn }) };
  }
  return chosen;
}

/** Whether an answer takes fewer moves than another, or as many and is worse for whom it deters. */
function isPlainer(one: Route, other: Route, own: readonly number[]): boolean {
  const fewer = other.steps.length - one.steps.length;
  return fewer === 0 ? own[one.to]! < own[other.to]! : fewer > 0;
}

/** What the others may do after a player's move, by concept. */
export function answers(model: GraphModel, player: number, concept: StabilityConcept, to: number): Route[] {
  if (concept === 'nash') return [];
  const others = model.players.map((_, i) => i).filter((i) => i !== player);
  return reachable(model, others, to, { improvingOnly: concept === 'seq' });
}

function wayOnFrom(model: GraphModel, state: number, player: number, from: number): WayOn {
  const own = model.preference[player]!;
  const moves = model.movesFrom[player]![from]!;
  if (moves.length === 0) return { succeeds: false };
  const best = moves.reduce((most, to) => (own[to]! > own[most]! ? to : most));
  return { best, succeeds: own[best]! > own[state]! };
}

/** States at which everyone stays, by concept. */
export type StableStates = Readonly<Record<StabilityConcept, readonly number[]>>;

/** The equilibria of a conflict under each concept: states that are stable for every player, ascending. */
export function stableStates(model: GraphModel): StableStates {
  const under = (concept: StabilityConcept) =>
    model.states.flatMap((_, state) =>
      model.players.every((_, player) => stabilityOf(model, state, player, concept).stable) ? [state] : [],
    );
  return { nash: under('nash'), gmr: under('gmr'), smr: under('smr'), seq: under('seq') };
}
