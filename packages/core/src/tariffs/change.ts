import type { Place } from '../problems/problem.ts';

/** Where a duty or a cost falls: every combination of importer, exporter and sector, home flows excepted. Codes. */
export interface Scope {
  readonly importers: readonly string[];
  readonly exporters: readonly string[];
  readonly sectors: readonly string[];
}

interface Dated {
  /** First day in force, ISO date. */
  readonly on: string;
  /** First day no longer in force, ISO date. */
  readonly until?: string;
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

/** What a case does to the world, with every number computed and every code known to exist. */
export type Change = Dated &
  (
    | {
        readonly verb: 'impose';
        readonly rate: number;
        readonly share: number;
        readonly scope: Scope;
      }
    | { readonly verb: 'lift'; readonly measures: readonly string[] }
    | {
        readonly verb: 'ordinary-duty';
        readonly rate: number;
        readonly scope: Scope;
      }
    | { readonly verb: 'ban'; readonly share: number; readonly scope: Scope }
    /** `change` is the relative change of the iceberg cost factor: -0.05 makes delivery 5% cheaper. */
    | {
        readonly verb: 'trade-cost';
        readonly change: number;
        readonly scope: Scope;
      }
    | {
        readonly verb: 'duties';
        /** Added to the ordinary duty, or in its place. */
        readonly as: 'additional' | 'ordinary';
        readonly table: string;
        readonly rows: readonly DutyRow[];
      }
  );
