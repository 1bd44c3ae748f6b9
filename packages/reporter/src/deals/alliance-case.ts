import { type NegotiationTable, totalOf } from '@usmca-sim/core';
import type { Alliances, SolvedPartition } from '@usmca-sim/core/alliances';
import {
  type CharacteristicGame,
  type Coalition,
  everyone,
  expecting,
  membersOf,
  type Partition,
} from '@usmca-sim/core/coalitions';
import { joined } from '../names.ts';
import { headingsOf } from './bargained-case.ts';
import type { CaseOfReview } from './case-of-review.ts';

/** What a coalition expects of those whom it leaves out: each on its own, or together. */
type LeftOut = 'alone' | 'together';

/** A negotiation solved for every way of grouping its governments, and what its figures are called. */
export interface AllianceCase extends CaseOfReview {
  readonly alliances: Alliances;
  /** Unit of what members share: that of the weights times percent. */
  readonly unit: string;
  /** Unit of the economy's flows. */
  readonly money: string;
  /** Whether a percent of everybody's real income counts alike. */
  readonly alike: boolean;
  readonly leftOut: LeftOut;
}

/** The partners together, against the proposer. */
export const front: Coalition = 0b110;
export const frontPartition: Partition = [0b001, front];
export const eachAlone: Partition = [0b001, 0b010, 0b100];

/** `Canada and Mexico`; `All three`. */
export function coalitionLabel(one: AllianceCase, coalition: Coalition): string {
  if (coalition === everyone(3)) return 'All three';
  const names = headingsOf(one);
  return joined(membersOf(coalition).map((i) => names[i]!));
}

/** `All together`, `Canada and Mexico together`, `Each alone`. */
export function partitionLabel(one: AllianceCase, partition: Partition): string {
  if (partition.length === 1) return 'All together';
  const pair = partition.find((block) => membersOf(block).length === 2);
  return pair === undefined ? 'Each alone' : `${coalitionLabel(one, pair)} together`;
}

/** `USA|CAN+MEX`: for programs. */
export function partitionKey({ choices: { table } }: AllianceCase, partition: Partition): string {
  const first = (block: Coalition) => membersOf(block)[0]!;
  return [...partition]
    .sort((a, b) => first(a) - first(b))
    .map((block) => coalitionKey(table, block))
    .join('|');
}

export function coalitionKey({ parties }: NegotiationTable, coalition: Coalition): string {
  return membersOf(coalition)
    .map((i) => parties[i])
    .join('+');
}

export function solvedAs({ alliances }: AllianceCase, partition: Partition): SolvedPartition {
  const same = (other: Partition) =>
    other.length === partition.length && other.every((block) => partition.includes(block));
  return alliances.partitions.find((one) => same(one.partition))!;
}

/** Payoffs of a partition as they fall: percent of each party's own real income, present value. */
export function payoffsOf({ value }: SolvedPartition): number[] {
  return value.map(totalOf);
}

/** What each coalition is worth under what it expects of those left out, in the unit that members share. */
export function worthOfCoalitions({ alliances, leftOut }: AllianceCase): CharacteristicGame {
  return expecting(alliances.game, leftOut);
}

/** A division of what is shared, in percent of each party's own real income. */
export function inOwnPercent({ alliances }: AllianceCase, division: readonly number[]): number[] {
  return division.map((value, i) => value / alliances.behaviour.weights[i]!);
}

/** What is shared up to this much differs by rounding in the computer. */
export function leastShared({ alliances }: AllianceCase): number {
  return 1e-9 * alliances.behaviour.weights.reduce((sum, weight) => sum + weight, 0);
}

export const allTogether: Partition = [everyone(3)];
