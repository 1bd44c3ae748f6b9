import type { Place } from '../problems/problem.ts';

export type Confidence = 'official' | 'news' | 'secondary';

/**
 * What a measure does to goods for which the importer claims USMCA: they pay it like all others, they are free of
 * it, or they pay it on the part of their value that is not United States content.
 */
export type UsmcaTreatment = 'applies' | 'exempt' | 'non-us-content';

/** What a rate is charged on: the customs value, or the value of the metal in a good. */
export type ChargeBase = 'value' | 'steel-content' | 'aluminium-content' | 'copper-content';

/**
 * An ad valorem rate as a fraction (`Infinity` is an import ban), or a ceiling that includes the ordinary duty: the
 * charge is whatever is missing to it, max(0, upTo − ordinary).
 */
export type Rate = number | { readonly upTo: number };

/** One rate of a measure: on which goods, from whom, when. */
export interface Charge {
  /** Exporters, where the rate is not for all of the measure's. Codes. */
  readonly exporters?: readonly string[];
  /** Goods lists that bear it; every good where absent. Ids of `GoodsList`. */
  readonly lists?: readonly string[];
  /** Sectors that bear it; every sector where absent. Codes. With `lists`, goods must be in both. */
  readonly sectors?: readonly string[];
  /** Goods lists left out. */
  readonly except?: readonly string[];
  readonly rate: Rate;
  readonly base: ChargeBase;
  readonly usmca: UsmcaTreatment;
  /** First day in force, ISO date. */
  readonly from: string;
  /** First day no longer in force, ISO date; absent while in force. */
  readonly until?: string;
  /** The day on which this rate was decided, where that was before `from`: a law of that day foresees it. */
  readonly decided?: string;
}

/** A rule in law: who charges what on whom, since when, next to what, and how we know. */
export interface TariffMeasure {
  /** Kebab-case: `us-fentanyl-canada`. What a case names. */
  readonly id: string;
  readonly title: string;
  /** The instrument: `ieepa`, `section-232`, `section-122`, `section-301`, `section-338`, `surtax`, `quota`, ... */
  readonly authority: string;
  readonly importer: string;
  readonly exporters: readonly string[];
  /** A threat was announced and is not in force; a case may enact it. */
  readonly status: 'law' | 'threat';
  /** In order: of the charges in force on a day, the first that names a good is the one it bears. */
  readonly charges: readonly Charge[];
  /** The day on which the end of the measure was decided, where that was before its end. */
  readonly endDecided?: string;
  /**
   * Measures, by id or authority, to which it gives way: goods that they cover do not bear it, and of goods that
   * they cover by content it falls on the rest of the value.
   */
  readonly yieldsTo: readonly string[];
  /** Measures, by id or authority (or `all`), on top of which it falls. */
  readonly addsTo: readonly string[];
  /** Whether what it collects is already in the duties of the base year. */
  readonly inBase: boolean;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
  /** Where it is written, for messages. */
  readonly place?: Place;
}

/** First day of a measure: of its earliest charge. */
export function startOf({ charges }: TariffMeasure): string {
  return charges.map(({ from }) => from).sort()[0]!;
}

/** First day on which no charge of the measure is in force any more, or undefined while there is no end. */
export function endOf({ charges }: TariffMeasure): string | undefined {
  const ends = charges.flatMap(({ until }) => (until === undefined ? [] : [until]));
  return ends.length < charges.length ? undefined : ends.sort().at(-1);
}

/** Whether one of its charges is in force on a day. A threat never is. */
export function isInForce(measure: TariffMeasure, date: string): boolean {
  return measure.status === 'law' && measure.charges.some((charge) => isCharged(charge, date));
}

/** Whether a charge is in force on a day, an ISO date; `until` is the first day on which it is not. */
export function isCharged({ from, until }: Charge, date: string): boolean {
  return from <= date && (until === undefined || date < until);
}
