import type { ClaimResponse } from './claims.ts';
import type { GoodsTables } from './goods.ts';
import type { TariffMeasure } from './measure.ts';

/** The law as it stood on a day: where a case starts. */
export interface Situation {
  /** `september-2025`, or the date itself. */
  readonly id: string;
  readonly title: string;
  /** ISO date. */
  readonly date: string;
  /** Measures in force on that day. */
  readonly measures: readonly TariffMeasure[];
}

/** Everything known about the law of an economy, handed to the engine by whoever holds the data. Plain data. */
export interface Law {
  readonly measures: readonly TariffMeasure[];
  readonly goods: GoodsTables;
  readonly claims: ClaimResponse;
  /** Part of the value of a North American vehicle that is United States content, by exporter; 0 where absent. */
  readonly usContent: Readonly<Record<string, number>>;
  /** Days with a name, in order of date. The first is the law that the base year embodies. */
  readonly situations: readonly { readonly id: string; readonly title: string; readonly date: string }[];
  /** First and last day, both included, on which the record knows the law. */
  readonly covered: { readonly first: string; readonly last: string };
  /** First 12 hexadecimal digits of the SHA-256 of the record, or another stable name of it. */
  readonly hash: string;
}
