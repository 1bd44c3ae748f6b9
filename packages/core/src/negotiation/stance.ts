import type { Place } from '../problems/problem.ts';

/** Where a figure of a stance comes from. */
export type Origin = 'sourced' | 'normalised' | 'calibrated';

/** A figure with the reason for it. */
export interface Reasoned<T = number> {
  readonly value: T;
  readonly origin: Origin;
  /** Why this figure, in a sentence, or the source of a statement. */
  readonly because: string;
}

/** Everything assumed about a government. */
export interface Stance {
  readonly id: string;
  readonly title: string;
  /** Region code. */
  readonly party: string;
  readonly author: string;
  readonly sources: readonly string[];
  /** What it wants, in words, with sources; for people. */
  readonly objectives: readonly string[];
  /** Options that it will not accept in any package: `issue/option`. */
  readonly redLines: readonly Reasoned<string>[];
  /** λ: political weight of a sector beside others; 1 is neutral. By sector code. */
  readonly sectorWeights: Readonly<Record<string, Reasoned>>;
  /** Percent of real income, once, for backing down altogether from what was said in public. */
  readonly audienceCost: Reasoned;
  /** Multiplies audience cost and sector weights' distance from 1: a leader criticised at home. 1 is neutral. */
  readonly domesticPressure: Reasoned;
  /** δ: value of next year's payoff in this year's, in (0, 1). */
  readonly patience: Reasoned;
  /** Percent of real income a year while the agreement is neither extended nor replaced. */
  readonly uncertainty: Reasoned;
  /** Percent of real income a year for good standing with each other party (−1 to 1). By region code. */
  readonly trust: Readonly<Record<string, Reasoned>>;
  /** Percent of real income, once, for breaking a common front that one has joined. */
  readonly breakingFront: Reasoned;
  /** Percent of real income, once, for leaving the agreement, beyond trade; and for taking a notice back. */
  readonly leaving: Reasoned;
  readonly revoking: Reasoned;
  /** Kinds of government that the others cannot tell apart; one with probability 1 where absent. */
  readonly types: readonly StanceType[];
  /** λ of quantal response: precision in units of percent of real income, present value. */
  readonly precision: Reasoned;
  readonly place?: Place;
}

/** A kind of government behind one face: tough, flexible. */
export interface StanceType {
  readonly id: string;
  readonly title: string;
  /** Probabilities of a government's types sum to 1. */
  readonly probability: number;
  /** Multiplies the audience cost. */
  readonly audienceCost: number;
  /** Added to the uncertainty premium. */
  readonly uncertainty: number;
  readonly because: string;
}
