import type { ExtensiveGame } from './extensive-game.ts';
import { type Profile, SolutionError } from './solution.ts';
import { type MixedProfile, type StrategicGame, strategicGame } from './strategic-game.ts';

/** An action for each information set, by the game's order; -1 where it is another player's or never comes up. */
type ReducedStrategy = Int32Array;

/** A strategic form, with what its strategies mean in the tree. */
export interface ReducedForm extends StrategicGame {
  readonly plans: readonly (readonly ReducedStrategy[])[];
}

/**
 * Number of reduced strategies of each player: plans of action that leave out what the player's own earlier moves
 * rule out. The product is the number of profiles. Told without listing any.
 */
export function countReducedStrategies(game: ExtensiveGame): number[] {
  const { informationSets } = game;
  const after = followingSets(game);
  // Sets that follow come later in the order of the game, so each is counted before those it follows.
  const plansFrom = new Array<number>(informationSets.length).fill(0);
  for (let h = informationSets.length - 1; h >= 0; h--) {
    plansFrom[h] = after.bySet[h]!.reduce(
      (sum, sets) => sum + sets.reduce((product, g) => product * plansFrom[g]!, 1),
      0,
    );
  }
  return after.first.map((sets) => sets.reduce((product, h) => product * plansFrom[h]!, 1));
}

/**
 * The reduced strategic form of a game.
 *
 * @param mostProfiles more are refused before anything is listed.
 * @throws SolutionError `too-large`, with the size.
 */
export function reducedForm(game: ExtensiveGame, mostProfiles = 1_000_000): ReducedForm {
  const counts = countReducedStrategies(game);
  const profiles = counts.reduce((product, count) => product * count, 1);
  if (!(profiles <= mostProfiles)) {
    const size = `${counts.join(' × ')} = ${profiles.toPrecision(6)} profiles of strategies`;
    const message = `"${game.title}" has ${size}; ${mostProfiles} can be listed`;
    throw new SolutionError('too-large', message);
  }
  const { informationSets, players } = game;
  const after = followingSets(game);
  const plans = players.map((_, i) => listPlans(after.first[i]!, after.bySet, informationSets.length));
  const named = plans.map((own) =>
    own.map((plan) =>
      Array.from(plan, (a, h) => (a === -1 ? '' : informationSets[h]!.actions[a]!))
        .filter((action) => action !== '')
        .join(', '),
    ),
  );
  const form = strategicGame(game.title, players, named, (chosen) =>
    payoffsOfPlans(
      game,
      chosen.map((s, i) => plans[i]![s]!),
    ),
  );
  return { ...form, plans };
}

/** The information sets that a player meets first, and those that follow directly on each action of a set. */
function followingSets({ positions, informationSets, players }: ExtensiveGame) {
  const first = players.map(() => [] as number[]);
  const bySet = informationSets.map(({ actions }) => actions.map(() => [] as number[]));
  for (const [h, { player, positions: members }] of informationSets.entries()) {
    let at = members[0]!;
    let to = first[player]!;
    for (let from = positions[at]!.parent; from !== -1; at = from, from = positions[at]!.parent) {
      const before = positions[from]!.informationSet;
      if (before === -1 || informationSets[before]!.player !== player) continue;
      to = bySet[before]![positions[at]!.move]!;
      break;
    }
    to.push(h);
  }
  return { first, bySet };
}

function listPlans(first: readonly number[], bySet: readonly number[][][], sets: number): ReducedStrategy[] {
  const plans: ReducedStrategy[] = [];
  const plan = new Int32Array(sets).fill(-1);
  const choose = (open: readonly number[]): void => {
    const [h, ...rest] = open;
    if (h === undefined) {
      plans.push(plan.slice());
      return;
    }
    for (const [a, following] of bySet[h]!.entries()) {
      plan[h] = a;
      choose([...rest, ...following]);
    }
    plan[h] = -1;
  };
  choose(first);
  return plans;
}

function payoffsOfPlans(
  { positions, informationSets, players }: ExtensiveGame,
  plans: readonly ReducedStrategy[],
) {
  const payoffs = players.map(() => 0);
  const play = (at: number, probability: number): void => {
    const { node, next, informationSet } = positions[at]!;
    if (node.kind === 'end') {
      for (const i of payoffs.keys()) payoffs[i]! += probability * positions[at]!.payoffs[i]!;
    } else if (node.kind === 'chance') {
      for (const [k, following] of next.entries()) play(following, probability * node.moves[k]!.probability);
    } else {
      play(next[plans[informationSets[informationSet]!.player]![informationSet]!]!, probability);
    }
  };
  play(0, 1);
  return payoffs;
}

/**
 * Behaviour that a mixture of reduced strategies amounts to (Kuhn 1953). Where a player's own earlier moves rule an
 * information set out, the first action stands there: nothing hangs on it.
 */
export function asBehaviour(game: ExtensiveGame, { plans }: ReducedForm, mixed: MixedProfile): Profile {
  return game.informationSets.map(({ player, actions }, h) => {
    const weights = actions.map(() => 0);
    for (const [s, plan] of plans[player]!.entries()) {
      if (plan[h] !== -1) weights[plan[h]!]! += mixed[player]![s]!;
    }
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return sum > 0 ? weights.map((weight) => weight / sum) : weights.map((_, a) => (a === 0 ? 1 : 0));
  });
}
