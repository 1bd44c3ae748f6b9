import type { PolicyOutcome } from '../negotiation/negotiation-result.ts';
import { leaf, onceParts, simultaneous } from '../negotiation/review-tree.ts';
import type { ReviewWalk } from '../strategies/review-walk.ts';
import type { PlayedMove } from '../strategies/strategy.ts';
import { movesAt, partOf } from './moves-at.ts';
import type { Playable } from './playable.ts';
import type { Consequence, OwnMove } from './view.ts';

/** The moves of a party at a node, with what each pays it at once and comes to in trade. */
export function ownMoves(playable: Playable, walk: ReviewWalk, party: number): OwnMove[] {
  return movesAt(walk, party).map((move) => {
    const child = childOfOwn(walk, party, move);
    const { onceByPart } = walk.game.year.tree;
    const pays = onceParts.flatMap((part, p) => {
      const paid = onceByPart[9 * child + 3 * p + party]!;
      return paid === 0 ? [] : [[part, paid] as const];
    });
    return { move, pays: Object.fromEntries(pays), leadsTo: consequenceOf(playable, walk, party, child) };
  });
}

/** Where a move leads; of two who decide at once, where the other does what its first move is: joins, confirms. */
function childOfOwn({ children, players, game }: ReviewWalk, party: number, move: string): number {
  const { moves } = game.year.tree;
  const side = players.indexOf(party);
  return children.find((k) => (players.length === 1 ? moves[k] : partOf(moves[k]!, side)) === move)!;
}

/** What trade comes to after a child, if it is agreed to where it asks for that and nobody does anything more. */
function consequenceOf(playable: Playable, walk: ReviewWalk, party: number, child: number): Consequence {
  const { tree, table } = walk.game.year;
  const year = table.reviews[walk.review]!;
  const assuming: PlayedMove[] = [];
  if (walk.players.length === 2 && mattersWhatTheOtherDoes(walk, party, child)) {
    const other = walk.players[0] === party ? 1 : 0;
    const move = partOf(tree.moves[child]!, other);
    assuming.push({ year, players: [walk.players[other]!], about: tree.about[walk.node]!, move });
  }
  let node = tree.children[child]!;
  while (tree.kind[node] !== leaf) {
    // A review is built so that to agree comes first, and so do to make no offer and to hold.
    const next = tree.firstChild[node]!;
    const players =
      tree.kind[node] === simultaneous ? [tree.player[node]!, tree.second[node]!] : [tree.player[node]!];
    const move = tree.moves[next]!;
    if (!leavesThings.has(move)) assuming.push({ year, players, about: tree.about[node]!, move });
    node = tree.children[next]!;
  }
  const state = tree.ends[node]!;
  const trade = tradeIn(playable, state);
  return { assuming, state, trade, ...changeOfTrade(tradeIn(playable, walk.state), trade) };
}

const leavesThings = new Set(['no offer', 'hold']);

/** Where one refuses, what the other answers changes nothing. */
function mattersWhatTheOtherDoes(
  { children, players, game }: ReviewWalk,
  party: number,
  child: number,
): boolean {
  const { children: nodes, moves } = game.year.tree;
  const side = players.indexOf(party);
  const own = partOf(moves[child]!, side);
  const reached = children.filter((k) => partOf(moves[k]!, side) === own).map((k) => nodes[k]);
  return new Set(reached).size > 1;
}

/** The long run of the policy of a state; at the end of the game what it becomes once the last review is over. */
export function tradeIn({ priced }: Playable, state: number, isOver = false): PolicyOutcome {
  const policy = (isOver ? priced.expiredPolicyOf[state] : undefined) ?? priced.policyOf[state]!;
  return priced.priced.outcomes[policy]!;
}

/** What changes from one policy to another: real income by party and `[importer][exporter]` flows, percent. */
export function changeOfTrade(
  before: PolicyOutcome,
  after: PolicyOutcome,
): Pick<Consequence, 'realIncome' | 'flow'> {
  return {
    realIncome: after.realIncome.map((percent, i) =>
      percentChange(100 + before.realIncome[i]!, 100 + percent),
    ),
    flow: after.flow.map((row, n) => row.map((value, i) => percentChange(before.flow[n]![i]!, value))),
  };
}

function percentChange(before: number, after: number): number {
  return before === 0 ? 0 : 100 * (after / before - 1);
}
