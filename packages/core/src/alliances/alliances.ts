import {
  everyone,
  type Partition,
  type PartitionGame,
  partitionGameFromPayoffs,
  partitionsOf,
} from '../coalitions/index.ts';
import type { OutcomeYear } from '../negotiation/negotiation-result.ts';
import { outcomeYears, stateProbabilities } from '../negotiation/outcome-years.ts';
import { type PayoffParts, totalOf } from '../negotiation/payoff.ts';
import type { PricedReviews } from '../simulation/price-reviews.ts';
import { type BilateralTracks, bilateralTracks } from './bilateral-tracks.ts';
import { expectedParts } from './expected-parts.ts';
import { type Front, frontOf } from './review-with-alliances.ts';
import { type AllianceBehaviour, solveWithAlliances } from './solve-with-alliances.ts';

/** The game as it goes with governments in these blocks. */
export interface SolvedPartition {
  readonly partition: Partition;
  readonly front: Front;
  /** What the game is worth to each party, present value at the first review, percent of its own real income, by part. */
  readonly value: readonly PayoffParts[];
  /** Regimes, real income and flows by year. */
  readonly years: readonly OutcomeYear[];
  /** Largest gain of any block from one deviation, percent of its joint real income. */
  readonly maximumRegret: number;
}

export interface Alliances {
  readonly behaviour: AllianceBehaviour;
  /** All five, all together first. */
  readonly partitions: readonly SolvedPartition[];
  /** Payoffs times weights: what members can divide among themselves. */
  readonly game: PartitionGame;
  readonly tracks?: BilateralTracks;
}

/**
 * Solves a negotiation once for every way of grouping its parties. Nothing is assumed of what a group is worth: each
 * value comes from the game with that group deciding as one.
 *
 * @throws ReviewSolveError where one of the games is not solved.
 */
export function solveAlliances(priced: PricedReviews, behaviour: AllianceBehaviour): Alliances {
  const { choices, year, yearly, last, values, policyOf, expiredPolicyOf } = priced;
  const { parties, reviews } = choices.table;
  const policies = { policies: priced.priced.outcomes, policyOf, expiredPolicyOf };
  const partitions = partitionsOf(everyone(parties.length)).map((partition): SolvedPartition => {
    const { year: played, solution } = solveWithAlliances(year, values, reviews.length, partition, behaviour);
    return {
      partition,
      front: frontOf(partition),
      value: expectedParts(played, solution, { yearly, last }, values.patience),
      years: outcomeYears(played, stateProbabilities(played, solution), policies),
      maximumRegret: solution.maximumRegret,
    };
  });
  const solved = new Map(partitions.map((one) => [keyOf(one.partition), one]));
  const game = partitionGameFromPayoffs(parties, (partition) =>
    solved.get(keyOf(partition))!.value.map((parts, i) => behaviour.weights[i]! * totalOf(parts)),
  );
  const tracks = bilateralTracks(priced);
  return { behaviour, partitions, game, ...(tracks ? { tracks } : {}) };
}

function keyOf(partition: Partition): string {
  return [...partition].sort((a, b) => a - b).join();
}
