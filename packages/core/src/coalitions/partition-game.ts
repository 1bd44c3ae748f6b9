import {
  type Coalition,
  CoalitionError,
  everyone,
  inOrder,
  membersOf,
  type Partition,
  partitionsOf,
  requirePartition,
} from './coalition.ts';

/**
 * A game in partition function form (Thrall and Lucas 1963): what each coalition is worth hangs on how everybody is
 * grouped. Units are those of payoffs, which members can divide among themselves.
 */
export interface PartitionGame {
  readonly players: readonly string[];
  /** Every partition; all together first. */
  readonly partitions: readonly Partition[];
  /** What a block of a partition is worth in it. */
  worth(coalition: Coalition, partition: Partition): number;
  /** What each player gets in a partition as things fall, before anybody divides; absent where that is not known. */
  readonly payoffs?: (partition: Partition) => readonly number[];
}

/** Up to eight players: 4,140 partitions. */
const mostPlayers = 8;

/**
 * A game from what each block is worth in each partition. `worthOf` is asked once for each.
 *
 * @throws CoalitionError for more than eight players, or worths that are not numbers.
 */
export function partitionGame(
  players: readonly string[],
  worthOf: (coalition: Coalition, partition: Partition) => number,
): PartitionGame {
  if (players.length === 0 || players.length > mostPlayers) {
    const message = `games in partition function form have 1 to ${mostPlayers} players, not ${players.length}`;
    throw new CoalitionError('too-large', message);
  }
  const partitions = partitionsOf(everyone(players.length));
  const worths = new Map<string, number>();
  for (const partition of partitions) {
    for (const block of partition) {
      const worth = worthOf(block, partition);
      if (!Number.isFinite(worth)) {
        throw new CoalitionError('not-a-number', `${inWords(players, block)} is worth ${worth}`);
      }
      worths.set(keyOf(block, partition), worth);
    }
  }
  return {
    players,
    partitions,
    worth(coalition, partition) {
      const known = worths.get(keyOf(coalition, partition));
      if (known !== undefined) return known;
      requirePartition(partition, players.length);
      throw new CoalitionError('wrong-shape', `${inWords(players, coalition)} is no block of the partition`);
    },
  };
}

/**
 * A game from what each player gets in each partition, as a solved game gives it: a block is worth the sum of what its
 * members get. `payoffsOf` is asked once for each partition.
 *
 * @throws CoalitionError as `partitionGame`, or where payoffs are not one for each player.
 *
 * @example
 *     // Two who gain 1 each by acting together, at the cost of a third.
 *     partitionGameFromPayoffs(['A', 'B', 'C'], (partition) =>
 *       partition.includes(coalitionOf(0, 1)) ? [1, 1, -1] : [0, 0, 0]);
 */
export function partitionGameFromPayoffs(
  players: readonly string[],
  payoffsOf: (partition: Partition) => readonly number[],
): PartitionGame {
  const known = new Map<string, readonly number[]>();
  const payoffs = (partition: Partition) => {
    const key = inOrder(partition).join();
    const before = known.get(key);
    if (before) return before;
    requirePartition(partition, players.length);
    const paid = payoffsOf(inOrder(partition));
    if (paid.length !== players.length || !paid.every(Number.isFinite)) {
      const message = `payoffs are ${players.length} numbers, not ${paid.join(', ')}`;
      throw new CoalitionError(paid.length === players.length ? 'not-a-number' : 'wrong-shape', message);
    }
    known.set(key, paid);
    return paid;
  };
  const game = partitionGame(players, (coalition, partition) =>
    membersOf(coalition).reduce((sum, i) => sum + payoffs(partition)[i]!, 0),
  );
  return { ...game, payoffs };
}

function keyOf(coalition: Coalition, partition: Partition): string {
  return `${coalition}:${inOrder(partition).join()}`;
}

function inWords(players: readonly string[], coalition: Coalition): string {
  return `{${membersOf(coalition)
    .map((i) => players[i] ?? i)
    .join(', ')}}`;
}
