import type { Place } from '../problems/problem.ts';
import type { TariffMeasure, UsmcaTreatment } from './measure.ts';

/** Where a change falls: every combination of importer, exporter and sector, home flows excepted. Codes. */
export interface Scope {
  readonly importers: readonly string[];
  readonly exporters: readonly string[];
  readonly sectors: readonly string[];
  /** Only goods that are on one of these lists, or of these product groups; every good where absent. Ids. */
  readonly goods?: readonly string[];
}

interface Dated {
  /** First day in force, ISO date. */
  readonly on: string;
  /** First day no longer in force, ISO date. */
  readonly until?: string;
  /** The day from which it holds in full: until then it grows in equal steps, one on `on` and one each year after. */
  readonly fullFrom?: string;
  /** Why the author makes this change. */
  readonly because?: string;
  /** Where the case says so, for messages that only a run can find. */
  readonly place?: Place;
}

/** One row of a table of duties beside a case. Rates are fractions; `Infinity` is a ban. */
export interface DutyRow {
  readonly importer: string;
  readonly exporter: string;
  readonly sector: string;
  readonly share: number;
  readonly rate: number;
}

/** What a case does to the world, with every number computed and every code and measure known to exist. */
export type Change = Dated &
  (
    | {
        readonly verb: 'impose';
        readonly rate: number;
        /** Part of the flow (or of the goods named) that bears it, in (0, 1]. */
        readonly share: number;
        readonly scope: Scope;
        readonly usmca: UsmcaTreatment;
        /** Measures to which it gives way, ids or authorities; on top of all others. */
        readonly yieldsTo: readonly string[];
      }
    /** Puts measures in force that are threats, or that came later than the day the case starts from. */
    | { readonly verb: 'enact'; readonly measures: readonly TariffMeasure[] }
    | { readonly verb: 'lift'; readonly measures: readonly string[] }
    /** Sets the rate of a measure on part of what it covers. */
    | {
        readonly verb: 'raise' | 'lower';
        readonly measure: string;
        readonly to: number;
        readonly scope: Scope;
      }
    /** Moves the end of measures to `to`. */
    | { readonly verb: 'extend'; readonly measures: readonly string[]; readonly to: string }
    /** Ends measures on `on`. */
    | { readonly verb: 'expire'; readonly measures: readonly string[] }
    /** Frees part of what measures cover. */
    | {
        readonly verb: 'exempt';
        readonly measures: readonly string[];
        readonly scope: Scope;
        readonly share: number;
        /** Only goods for which USMCA is claimed. */
        readonly claimedOnly: boolean;
      }
    /**
     * Within the quota, a share of the base-year flow, goods are free of `measures`; where `beyond` is given, goods
     * beyond it pay that rate instead of nothing more.
     */
    | {
        readonly verb: 'quota';
        readonly share: number;
        readonly measures: readonly string[];
        readonly beyond?: number;
        readonly scope: Scope;
      }
    | { readonly verb: 'ordinary-duty'; readonly rate: number; readonly scope: Scope }
    | { readonly verb: 'ban'; readonly share: number; readonly scope: Scope }
    /** `change` is the relative change of the iceberg cost factor: -0.05 makes delivery 5% cheaper. */
    | { readonly verb: 'trade-cost'; readonly change: number; readonly scope: Scope }
    | {
        readonly verb: 'duties';
        /** Added to the ordinary duty, or in its place. */
        readonly as: 'additional' | 'ordinary';
        readonly table: string;
        readonly rows: readonly DutyRow[];
      }
    /** A stricter rule of origin: at most `ceiling` of each group is claimed, and claimed goods cost `cost` more. */
    | {
        readonly verb: 'claim-ceiling';
        readonly ceiling: number;
        /** Relative rise of the delivery cost of claimed goods. */
        readonly cost: number;
        readonly scope: Scope;
      }
    /** United States content of claimed vehicles, part of their value. */
    | { readonly verb: 'us-content'; readonly share: number; readonly scope: Scope }
  );

export type Verb = Change['verb'];
