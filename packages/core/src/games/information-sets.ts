import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { DecisionNode, GameNode, InformationSet } from './extensive-game.ts';
import type { LaidOut } from './lay-out.ts';

/** Gathers the nodes that a player cannot tell apart; they must offer the same actions and share one past. */
export function findInformationSets(
  positions: readonly LaidOut[],
  players: readonly string[],
  problems: ProblemList,
  placeOf: (node: GameNode) => Place | undefined,
): { informationSets: InformationSet[]; setOf: number[] } {
  const byPlayer = players.map(() => new Map<string, number[]>());
  for (const [at, { node }] of positions.entries()) {
    if (node.kind !== 'decision') continue;
    const sets = byPlayer[node.player]!;
    const known = sets.get(node.informationSet);
    if (known) known.push(at);
    else sets.set(node.informationSet, [at]);
  }
  const informationSets: InformationSet[] = [];
  const setOf = positions.map(() => -1);
  let firstAction = 0;
  for (const [player, sets] of byPlayer.entries()) {
    for (const [id, members] of sets) {
      const first = positions[members[0]!]!.node as DecisionNode;
      const actions = first.moves.map(({ action }) => action);
      const label = first.label ?? id;
      for (const at of members) {
        const node = positions[at]!.node as DecisionNode;
        const same =
          node.moves.length === actions.length && node.moves.every(({ action }, k) => action === actions[k]);
        if (!same) {
          const offered = node.moves.map(({ action }) => action).join(', ');
          const message = `information set "${label}" of ${players[player]} offers ${offered} here and ${actions.join(', ')} elsewhere`;
          const advice = 'nodes of one information set offer the same actions in the same order';
          problems.add('actions-disagree', message, placeOf(node), advice);
        }
        setOf[at] = informationSets.length;
      }
      informationSets.push({ player, id, label, actions, firstAction, positions: members });
      firstAction += actions.length;
    }
  }
  checkRecall(positions, informationSets, setOf, players, problems, placeOf);
  return { informationSets, setOf };
}

/**
 * Perfect recall: at all nodes of an information set its player has the same past moves. Since the set before has the
 * same property, comparing the last own move is enough.
 */
function checkRecall(
  positions: readonly LaidOut[],
  informationSets: readonly InformationSet[],
  setOf: readonly number[],
  players: readonly string[],
  problems: ProblemList,
  placeOf: (node: GameNode) => Place | undefined,
): void {
  const lastOwn = new Int32Array(positions.length * players.length).fill(-1);
  for (const [at, { parent, move }] of positions.entries()) {
    if (parent === -1) continue;
    for (let i = 0; i < players.length; i++)
      lastOwn[at * players.length + i] = lastOwn[parent * players.length + i]!;
    const set = informationSets[setOf[parent]!];
    if (set) lastOwn[at * players.length + set.player] = set.firstAction + move;
  }
  for (const { player, label, positions: members } of informationSets) {
    const remembered = lastOwn[members[0]! * players.length + player];
    const other = members.find((at) => lastOwn[at * players.length + player] !== remembered);
    if (other === undefined) continue;
    const message = `in information set "${label}" ${players[player]} has forgotten a move of its own`;
    const advice =
      'all nodes of an information set follow the same moves of its player; give them different sets';
    problems.add('imperfect-recall', message, placeOf(positions[other]!.node), advice);
  }
}
