export type Confidence = 'official' | 'news' | 'secondary';

/** A rule in law, as far as the model needs it: who, on what authority, since when, and how we know. */
export interface TariffMeasure {
  /** Kebab-case: `canada-list-of-march-4`. What a case names in `lift:`. */
  readonly id: string;
  readonly title: string;
  readonly importer: string;
  /** First day in force, ISO date. */
  readonly from: string;
  /** First day no longer in force, ISO date; absent while in force. */
  readonly until?: string;
  readonly source: string;
  readonly confidence: Confidence;
}

/**
 * What a measure adds to the duty of one flow. Lines with a share below 1 bear on different goods of the flow,
 * side by side; a line with share 1 bears on all of it, on top of them.
 */
export interface DutyLine {
  /** Id of the measure. */
  readonly measure: string;
  readonly importer: string;
  readonly exporter: string;
  readonly sector: string;
  /** Part of the flow's base-year value that bears the duty, in (0, 1]. */
  readonly share: number;
  /** Ad valorem rate added to the ordinary duty; `Infinity` is an import ban. */
  readonly rate: number;
  /** How share and rate were arrived at, in a sentence. */
  readonly basis: string;
}

/** The law as it stood on a day: what it adds to the duties of the base year. */
export interface Situation {
  /** `september-2025`. */
  readonly id: string;
  readonly title: string;
  /** ISO date. */
  readonly date: string;
  readonly measures: readonly TariffMeasure[];
  readonly lines: readonly DutyLine[];
}

/** Everything known about the law of an economy, handed to the engine by whoever holds the data. */
export interface Law {
  /** In order of date. The first is the law of the base year, without lines. */
  readonly situations: readonly Situation[];
  /** The law on a day, or undefined where the record does not cover that day. */
  on(date: string): Situation | undefined;
  /** The days that the record covers, in words: `2024-01-01 to 2025-02-28, 2025-08-18 to 2025-10-13`. */
  readonly covered: string;
  /** First 12 hexadecimal digits of the SHA-256 of the record, or another stable name of it. */
  readonly hash: string;
}

/** The law that a name or a date stands for, or undefined where the record has neither. */
export function situationOf(law: Law, start: string): Situation | undefined {
  return law.situations.find(({ id }) => id === start) ?? law.on(start);
}
