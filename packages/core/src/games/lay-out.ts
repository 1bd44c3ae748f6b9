import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { GameDescription, GameNode, Position } from './extensive-game.ts';

/** Larger games are refused before anything is solved. */
export const gameLimits = { players: 20, nodes: 200_000, depth: 2_000, actions: 1_000 } as const;

/** A position before information sets are known. */
export type LaidOut = Omit<Position, 'informationSet'>;

/** Numbers the nodes in prefix order and checks each by itself. */
export function layOut(
  { root, players }: GameDescription,
  problems: ProblemList,
  placeOf: (node: GameNode) => Place | undefined,
): LaidOut[] {
  const positions: { -readonly [K in keyof LaidOut]: LaidOut[K] }[] = [];
  let tooLarge = false;

  function visit(
    node: GameNode,
    parent: number,
    move: number,
    depth: number,
    paid: readonly number[],
  ): number {
    const at = positions.length;
    if (at >= gameLimits.nodes || depth > gameLimits.depth) {
      if (!tooLarge) {
        const what =
          depth > gameLimits.depth ? `${gameLimits.depth} moves deep` : `${gameLimits.nodes} nodes`;
        const advice = 'split it, or solve it stage by stage';
        problems.add('game-too-large', `the game has more than ${what}`, placeOf(node), advice);
      }
      tooLarge = true;
      return at;
    }
    checkNode(node, players, problems, placeOf(node));
    const payoffs = node.outcome
      ? paid.map((payoff, player) => payoff + (node.outcome!.payoffs[player] ?? 0))
      : paid;
    const next: number[] = [];
    const position = { node, parent, move, end: at + 1, next, payoffs };
    positions.push(position);
    if (node.kind !== 'end') {
      for (const [k, { next: following }] of node.moves.entries()) {
        if (tooLarge) break;
        next.push(visit(following, at, k, depth + 1, payoffs));
      }
    }
    position.end = positions.length;
    return at;
  }

  visit(
    root,
    -1,
    -1,
    0,
    players.map(() => 0),
  );
  return positions;
}

function checkNode(
  node: GameNode,
  players: readonly string[],
  problems: ProblemList,
  place: Place | undefined,
): void {
  const named = node.name ? `node "${node.name}"` : 'a node';
  if (node.outcome) {
    const { payoffs } = node.outcome;
    if (payoffs.length !== players.length) {
      const message = `${named} pays ${payoffs.length} players; the game has ${players.length}`;
      problems.add('payoffs-by-player', message, place, 'one payoff a player, in the order of the players');
    } else if (!payoffs.every(Number.isFinite)) {
      problems.add('payoff-not-a-number', `${named} pays ${payoffs.join(', ')}`, place);
    }
  }
  if (node.kind === 'end') return;
  if (node.moves.length === 0 || node.moves.length > gameLimits.actions) {
    const message = `${named} has ${node.moves.length} moves`;
    problems.add('moves-of-a-node', message, place, `between 1 and ${gameLimits.actions}`);
  }
  if (node.kind === 'chance') {
    const sum = node.moves.reduce((total, { probability }) => total + probability, 0);
    const bad = node.moves.find(({ probability }) => !(probability >= 0 && probability <= 1));
    if (bad) {
      const message = `the probability of "${bad.action}" is ${bad.probability}`;
      problems.add('not-a-probability', message, place, 'a number from 0 to 1');
    } else if (!(Math.abs(sum - 1) <= 1e-9)) {
      const message = `the probabilities of a chance move add up to ${sum}, not to 1`;
      problems.add('probabilities-do-not-add-up', message, place, 'fractions such as 1/3 are exact');
    }
  } else if (!(Number.isInteger(node.player) && players[node.player] !== undefined)) {
    const message = `${named} is a move of player ${node.player + 1}; the game has ${players.length} players`;
    problems.add('no-such-player', message, place);
  }
}
