import {
  type Coalition,
  CoalitionError,
  everyone,
  inOrder,
  membersOf,
  type Partition,
  requirePartition,
} from './coalition.ts';
import type { PartitionGame } from './partition-game.ts';

/**
 * What those do whom a coalition leaves behind: `stay`, each block goes on without whoever left it (δ), or `part`, a
 * block that somebody left falls apart into singles (γ). Hart and Kurz (1983).
 */
export type AfterLeaving = 'stay' | 'part';

/** A coalition that could form by leaving the partition that stands. */
export interface SideDeal {
  readonly coalition: Coalition;
  /** What stands once it has formed. */
  readonly partition: Partition;
  /** What each member would gain, in the order of `members`. */
  readonly members: readonly number[];
  readonly gains: readonly number[];
  /** What the members gain together: enough for them where they can pay one another. */
  readonly together: number;
  /** What everybody else would gain, by player; 0 for members. */
  readonly toOthers: readonly number[];
  /** Whether each gains, nobody paying anybody. */
  readonly blocks: boolean;
  /** Whether they gain together, members paying one another. */
  readonly blocksWithTransfers: boolean;
}

/**
 * The side-deal test: for every coalition that is not a block of the partition already, what its members would gain by
 * leaving for a deal of their own; the best for them together first. A partition that no coalition blocks is stable.
 *
 * @param tolerance gains up to this are none; default 1e-9.
 * @throws CoalitionError where the game does not say what each player gets, or `partition` is none of its players.
 */
export function sideDeals(
  game: PartitionGame,
  partition: Partition,
  { after = 'stay', tolerance = 1e-9 }: { readonly after?: AfterLeaving; readonly tolerance?: number } = {},
): SideDeal[] {
  const { payoffs } = game;
  if (!payoffs) {
    throw new CoalitionError('wrong-shape', 'a side deal takes a game that says what each player gets');
  }
  const players = game.players.length;
  requirePartition(partition, players);
  const today = payoffs(partition);
  const deals: SideDeal[] = [];
  for (let coalition = 1; coalition <= everyone(players); coalition++) {
    if (partition.includes(coalition)) continue;
    const there = afterLeaving(partition, coalition, after);
    const change = payoffs(there).map((value, i) => value - today[i]!);
    const members = membersOf(coalition);
    const gains = members.map((i) => change[i]!);
    const together = gains.reduce((sum, gain) => sum + gain, 0);
    deals.push({
      coalition,
      partition: there,
      members,
      gains,
      together,
      toOthers: change.map((value, i) => (members.includes(i) ? 0 : value)),
      blocks: gains.every((gain) => gain > tolerance),
      blocksWithTransfers: together > tolerance,
    });
  }
  return deals.sort((a, b) => b.together - a.together);
}

function afterLeaving(partition: Partition, coalition: Coalition, after: AfterLeaving): Partition {
  const left = partition.flatMap((block) => {
    const remaining = block & ~coalition;
    if (remaining === 0) return [];
    const intact = remaining === block || after === 'stay';
    return intact ? [remaining] : membersOf(remaining).map((i) => 1 << i);
  });
  return inOrder([coalition, ...left]);
}
