import { type ExtensiveGame, extensiveGame, type InformationSet } from './extensive-game.ts';
import { bestReplyRegret, expectedPayoffs } from './play.ts';
import type { Profile, Solution } from './solution.ts';
import { solveStage } from './solve-stage.ts';
import { stageOf, subgameRoots } from './subgames.ts';

/** How the equilibrium of a stage was found among its equilibria. */
export type StageChoice = 'best action' | 'only equilibrium' | 'only undominated equilibrium' | 'logit limit';

/** A stage of which something is worth telling: more than one equilibrium, or none in pure strategies. */
export interface StageReport {
  /** The position at which its subgame begins. */
  readonly root: number;
  readonly how: StageChoice;
  /** Pure equilibria of the stage, given what follows it, as payoffs by player; the one played is among them if pure. */
  readonly equilibria: readonly { readonly payoffs: readonly number[]; readonly profile: Profile }[];
  /** Indices in the game of the information sets that the profiles list. */
  readonly informationSets: readonly number[];
}

export interface SubgamePerfect extends Solution {
  readonly concept: 'subgame-perfect';
  /** Stages with several equilibria, the last subgames first. */
  readonly stages: readonly StageReport[];
}

/** Payoffs closer than this share of the spread are equal. */
const equalPayoffs = 1e-12;

/**
 * Subgame-perfect equilibrium (Selten 1965) by backward induction: the smallest subgames first, each replaced by what
 * it pays. With perfect information that is a best action at every node, equally good ones equally likely. Where
 * players move without seeing each other, the stage's pure equilibria are listed; weakly dominated strategies are
 * dropped; if several equilibria are left, or none, the limit of the stage's logit branch decides.
 *
 * @throws SolutionError when a stage is too large to list and its logit branch does not settle.
 */
export function subgamePerfect(game: ExtensiveGame): SubgamePerfect {
  const { positions, informationSets } = game;
  const roots = subgameRoots(game);
  const profile: number[][] = informationSets.map(({ actions }) => actions.map(() => 0));
  const values = new Map<number, readonly number[]>();
  const stages: StageReport[] = [];
  const indexOf = new Map(informationSets.map((set, h) => [keyOf(set), h]));
  for (const root of roots.toReversed()) {
    const best = bestAction(game, root, values);
    if (best) {
      const { informationSet } = positions[root]!;
      if (informationSet !== -1) profile[informationSet] = best.mixture;
      values.set(root, best.value);
      continue;
    }
    const stage = extensiveGame(stageOf(game, root, values));
    const { profile: played, how, equilibria } = solveStage(stage);
    const sets = stage.informationSets.map((set) => indexOf.get(keyOf(set))!);
    for (const [k, h] of sets.entries()) profile[h] = [...played[k]!];
    values.set(root, expectedPayoffs(stage, played));
    if (how !== 'only equilibrium') stages.push({ root, how, equilibria, informationSets: sets });
  }
  return {
    concept: 'subgame-perfect',
    profile,
    payoffs: expectedPayoffs(game, profile),
    maximumRegret: Math.max(0, ...roots.map((root) => bestReplyRegret(game, profile, root))),
    residual: 0,
    iterations: roots.length,
    stages,
  };
}

/** Ids are a player's own: two players may use the same. */
function keyOf({ player, id }: InformationSet): string {
  return `${player} ${id}`;
}

/** The best move at a node whose moves all lead to ends or solved subgames; undefined where that is not so. */
function bestAction(
  { positions, players }: ExtensiveGame,
  root: number,
  values: ReadonlyMap<number, readonly number[]>,
): { mixture: number[]; value: number[] } | undefined {
  const { node, next } = positions[root]!;
  const after: (readonly number[])[] = [];
  for (const at of next) {
    const value = values.get(at) ?? (positions[at]!.node.kind === 'end' ? positions[at]!.payoffs : undefined);
    if (!value) return undefined;
    after.push(value);
  }
  let mixture: number[];
  if (node.kind === 'chance') {
    mixture = node.moves.map(({ probability }) => probability);
  } else if (node.kind === 'decision') {
    const worth = after.map((value) => value[node.player]!);
    const most = Math.max(...worth);
    const tolerance = equalPayoffs * Math.max(...worth.map((value) => Math.abs(value)));
    const best = worth.filter((value) => value >= most - tolerance).length;
    mixture = worth.map((value) => (value >= most - tolerance ? 1 / best : 0));
  } else {
    return undefined;
  }
  const value = players.map((_, i) => after.reduce((sum, paid, k) => sum + mixture[k]! * paid[i]!, 0));
  return { mixture, value };
}
