import type { NegotiationChoices } from '../negotiation/negotiation-result.ts';
import type { Place } from '../problems/problem.ts';
import type { Change } from '../tariffs/change.ts';

/** What a result must satisfy for the case to still say what its author says it says. */
export interface Expectation {
  /** A measure of the results: `trade-flow`, `real-income`, `exports`. */
  readonly measure: string;
  readonly importer?: string;
  readonly exporter?: string;
  readonly region?: string;
  readonly sector?: string;
  /** Year of the review after which a measure of a negotiation is looked at; the last one where absent. */
  readonly year?: number;
  /** `base`, or the id of another case: what the change is measured against. */
  readonly against: string;
  /** Bounds on the change: percent, or percentage points for duties. */
  readonly above?: number;
  readonly below?: number;
  /** Instead of bounds: regions from the largest change to the smallest. */
  readonly order?: readonly string[];
  readonly because: string;
  readonly place?: Place;
}

/** A case, read and resolved: plain data with nothing left to look up. */
export interface Scenario {
  readonly version: 1;
  /** The file's name without its ending. */
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly author: string;
  /** ISO date of the case itself. */
  readonly date: string;
  readonly sources: readonly string[];
  readonly leavesOut: readonly string[];
  /** Words of the question, each with what stands for it in the case. */
  readonly words?: Readonly<Record<string, string>>;
  /** A paragraph of the author's on how to read the result; never that of a case it extends. */
  readonly reading?: string;
  /** The law that the case starts from: id of a situation, or an ISO date on record. */
  readonly asOf: string;
  readonly changes: readonly Change[];
  readonly elasticities: {
    readonly set: string;
    readonly sectors: Readonly<Record<string, number>>;
  };
  readonly deficits: 'held' | 'balanced';
  /** Last year of the transition path. */
  readonly horizon: number;
  /** φ: the part of the gap to the long run, in logs, that flows close in a year. */
  readonly transitionSpeed: number;
  /** Nominal growth of every level a year after the base year. */
  readonly growth: number;
  /** Who negotiates, where somebody does. */
  readonly negotiation?: NegotiationChoices;
  readonly expect: readonly Expectation[];
  /** Ids from the case to the root of its `extends`, itself first. */
  readonly lineage: readonly string[];
  /** The file it was read from, as the author named it. */
  readonly file: string;
}
