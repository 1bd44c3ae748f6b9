/** A set of players: bit i stands for player i. */
export type Coalition = number;

/** Coalitions that leave nobody out and have nobody in common, ascending by their first player. */
export type Partition = readonly Coalition[];

export type CoalitionErrorCode =
  | 'too-large'
  | 'wrong-shape'
  | 'not-a-number'
  | 'no-such-player'
  | 'not-converged'
  | 'nothing-to-gain';

/** What a game of coalitions cannot have, such as a coalition without a worth; `code` is stable. */
export class CoalitionError extends Error {
  override readonly name = 'CoalitionError';
  readonly code: CoalitionErrorCode;

  constructor(code: CoalitionErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** @throws CoalitionError for players that are no whole numbers from 0 to 29. */
export function coalitionOf(...players: readonly number[]): Coalition {
  return players.reduce((set, player) => {
    if (!(Number.isInteger(player) && player >= 0 && player < 30)) {
      throw new CoalitionError('no-such-player', `there is no player ${player}`);
    }
    return set | (1 << player);
  }, 0);
}

/** Players of a coalition, ascending. */
export function membersOf(coalition: Coalition): number[] {
  const members: number[] = [];
  for (let i = 0; coalition >> i > 0; i++) if ((coalition >> i) & 1) members.push(i);
  return members;
}

/** The coalition of all players. */
export function everyone(players: number): Coalition {
  return (1 << players) - 1;
}

/** Every partition of a coalition: as many as the Bell numbers 1, 2, 5, 15, 52, … say. All together comes first. */
export function partitionsOf(coalition: Coalition): Partition[] {
  const [first, ...rest] = membersOf(coalition);
  if (first === undefined) return [[]];
  const others = coalitionOf(...rest);
  const partitions: Partition[] = [];
  // The first player's block with each set of others, the largest first.
  for (let with_ = others; ; with_ = (with_ - 1) & others) {
    for (const remainder of partitionsOf(others & ~with_)) {
      partitions.push([(1 << first) | with_, ...remainder]);
    }
    if (with_ === 0) break;
  }
  return partitions;
}

/** The partition in one order: blocks ascending by their first player. */
export function inOrder(partition: Partition): Partition {
  return [...partition].sort((a, b) => (a & -a) - (b & -b));
}

/** The block of a partition that a player is in. */
export function blockOf(partition: Partition, player: number): Coalition {
  const block = partition.find((coalition) => (coalition >> player) & 1);
  if (block === undefined) throw new CoalitionError('no-such-player', `there is no player ${player}`);
  return block;
}

export function sizeOf(coalition: Coalition): number {
  let size = 0;
  for (let rest = coalition; rest > 0; rest &= rest - 1) size++;
  return size;
}

/** @throws CoalitionError where blocks overlap or leave somebody out. */
export function requirePartition(partition: Partition, players: number): void {
  let seen = 0;
  for (const block of partition) {
    if (block === 0 || (seen & block) !== 0) {
      throw new CoalitionError('wrong-shape', 'blocks of a partition are not empty and share nobody');
    }
    seen |= block;
  }
  if (seen !== everyone(players)) {
    throw new CoalitionError(
      'wrong-shape',
      `a partition holds all of the ${players} players and nobody else`,
    );
  }
}
