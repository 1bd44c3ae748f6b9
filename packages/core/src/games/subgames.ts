import type { ExtensiveGame, GameNode } from './extensive-game.ts';

/**
 * Positions that begin a subgame: everything that can follow them can be followed by nothing else, and whoever moves
 * there knows to be there. In prefix order, the whole game first; ends are left out.
 */
export function subgameRoots({ positions, informationSets }: ExtensiveGame): number[] {
  // The first and the last position of any information set that a subtree touches.
  const first = new Int32Array(positions.length);
  const last = new Int32Array(positions.length);
  for (let at = positions.length - 1; at >= 0; at--) {
    const { informationSet, next } = positions[at]!;
    const members = informationSets[informationSet]?.positions;
    first[at] = Math.min(members?.[0] ?? at, ...next.map((following) => first[following]!));
    last[at] = Math.max(members?.at(-1) ?? at, ...next.map((following) => last[following]!));
  }
  return [...positions.keys()].filter(
    (at) =>
      positions[at]!.next.length > 0 &&
      first[at]! >= at &&
      last[at]! < positions[at]!.end &&
      (informationSets[positions[at]!.informationSet]?.positions.length ?? 1) === 1,
  );
}

/**
 * What is decided at a subgame's start before further subgames begin: the tree from `root`, in which each further
 * subgame is an end that pays what it was solved to pay.
 */
export function stageOf(
  { positions, players }: ExtensiveGame,
  root: number,
  solved: ReadonlyMap<number, readonly number[]>,
): { title: string; players: readonly string[]; root: GameNode } {
  const grow = (at: number): GameNode => {
    const { node, next, payoffs } = positions[at]!;
    const value = at === root ? undefined : solved.get(at);
    if (value || node.kind === 'end') return { kind: 'end', outcome: { payoffs: value ?? payoffs } };
    const moves = node.moves.map((move, k) => ({ ...move, next: grow(next[k]!) }));
    // Payoffs of positions hold everything paid on the way; a stage pays at its ends only.
    const { outcome: _, ...bare } = node;
    return { ...bare, moves } as GameNode;
  };
  return { title: `stage at node ${root}`, players, root: grow(root) };
}
