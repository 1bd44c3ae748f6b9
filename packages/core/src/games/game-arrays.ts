import type { ExtensiveGame } from './extensive-game.ts';

/** A game as flat arrays, which the solvers' loops run over. Positions are in prefix order. */
export interface GameArrays {
  readonly players: number;
  readonly nodes: number;
  readonly sets: number;
  readonly actions: number;
  readonly parent: Int32Array;
  readonly end: Int32Array;
  /** The action, among those of all information sets, that leads to a node; -1 where nature leads or nothing does. */
  readonly actionTo: Int32Array;
  /** Probability with which nature leads to a node; 1 where a player does. */
  readonly chanceTo: Float64Array;
  /** 1 at ends. */
  readonly isEnd: Uint8Array;
  /** `[node·players + player]`, at ends; 0 elsewhere. */
  readonly payoffs: Float64Array;
  readonly setPlayer: Int32Array;
  /** First action of each set; one more entry at the end. */
  readonly firstAction: Int32Array;
  /** Nodes of set h: `setNodes[firstNode[h]]` up to `firstNode[h + 1]`. */
  readonly firstNode: Int32Array;
  readonly setNodes: Int32Array;
  /** Children of the k-th of `setNodes`: `children[firstChild[k] + a]`. */
  readonly firstChild: Int32Array;
  readonly children: Int32Array;
  readonly setOfAction: Int32Array;
}

export function gameArrays(game: ExtensiveGame): GameArrays {
  const { positions, informationSets, actionCount } = game;
  const players = game.players.length;
  const nodes = positions.length;
  const actionTo = new Int32Array(nodes).fill(-1);
  const chanceTo = new Float64Array(nodes).fill(1);
  const isEnd = new Uint8Array(nodes);
  const payoffs = new Float64Array(nodes * players);
  for (const [at, { node, parent, move, payoffs: paid }] of positions.entries()) {
    if (parent !== -1) {
      const from = positions[parent]!;
      if (from.node.kind === 'chance') chanceTo[at] = from.node.moves[move]!.probability;
      else actionTo[at] = informationSets[from.informationSet]!.firstAction + move;
    }
    if (node.kind === 'end') {
      isEnd[at] = 1;
      payoffs.set(paid, at * players);
    }
  }
  const setNodes = informationSets.flatMap((set) => set.positions);
  const firstNode = [0];
  for (const set of informationSets) firstNode.push(firstNode.at(-1)! + set.positions.length);
  const firstChild = [0];
  for (const at of setNodes) firstChild.push(firstChild.at(-1)! + positions[at]!.next.length);
  return {
    players,
    nodes,
    sets: informationSets.length,
    actions: actionCount,
    parent: Int32Array.from(positions, ({ parent }) => parent),
    end: Int32Array.from(positions, ({ end }) => end),
    actionTo,
    chanceTo,
    isEnd,
    payoffs,
    setPlayer: Int32Array.from(informationSets, ({ player }) => player),
    firstAction: Int32Array.from([...informationSets.map((set) => set.firstAction), actionCount]),
    firstNode: Int32Array.from(firstNode),
    setNodes: Int32Array.from(setNodes),
    firstChild: Int32Array.from(firstChild),
    children: Int32Array.from(setNodes.flatMap((at) => positions[at]!.next)),
    setOfAction: Int32Array.from(informationSets.flatMap((set, h) => set.actions.map(() => h))),
  };
}
