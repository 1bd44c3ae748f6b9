import { type AgreementOptions, defaultOptions } from './options.ts';
import { type Party, type PartyPair, parties } from './parties.ts';
import { addMonths, addYears, months, years } from './review-calendar.ts';

/**
 * Who trades with whom on preferential terms, and on what:
 * - `in-force`: the agreement binds all three, in its first term;
 * - `extended`: it binds all three, in a term that they have extended;
 * - `bilateral-us-can`: the United States and Canada have terms of their own, Mexico has none with the United States;
 * - `bilateral-us-mex`: the same, Canada outside;
 * - `two-bilaterals`: the United States has terms with each, and the three have none together;
 * - `without-usa`: Canada and Mexico remain in the agreement, the United States has terms with neither;
 * - `expired`: neither agreement nor protocol binds the United States, nor the agreement the other two.
 */
export type Regime =
  | 'in-force'
  | 'extended'
  | 'bilateral-us-can'
  | 'bilateral-us-mex'
  | 'two-bilaterals'
  | 'without-usa'
  | 'expired';

/** Every regime, from the agreement as it entered into force to its end. */
export const regimes: readonly Regime[] = [
  'in-force',
  'extended',
  'bilateral-us-can',
  'bilateral-us-mex',
  'two-bilaterals',
  'without-usa',
  'expired',
];

/** A party's act, on its day. */
export interface Act {
  readonly party: Party;
  /** ISO date. */
  readonly date: string;
}

export interface Notice extends Act {
  /** The day on which the withdrawal takes effect: six months after the notice. ISO date. */
  readonly effective: string;
}

/** What two parties signed between themselves. */
export interface Protocol {
  readonly parties: PartyPair;
  /** First day in force, ISO date. */
  readonly date: string;
}

/**
 * The agreement on a day: plain data that can be cloned, compared and sent. Every key is always there, so that equal
 * states are equal texts. Whatever falls due on the morning of `date` has happened; what falls due at its end has not.
 */
export interface AgreementState {
  /** Of this form. */
  readonly version: 1;
  readonly options: AgreementOptions;
  /** The present, ISO date. */
  readonly date: string;
  readonly regime: Regime;
  /** In the order of `parties`; nobody once the agreement has ended. */
  readonly inside: readonly Party[];
  /** The last day of the term, ISO date; the day on which it ended once it has. */
  readonly termEnd: string;
  /** Whether the present term is an extended one. */
  readonly extended: boolean;
  /** The next review, or the one that is taking place; null where the term has none left. ISO date. */
  readonly nextReview: string | null;
  /**
   * The six-year review to come or, once it has closed without extension, the one whose failure made reviews annual.
   * ISO date.
   */
  readonly sixYearReview: string;
  /** Whether a review takes place today. */
  readonly reviewing: boolean;
  /**
   * Written confirmations that count towards the extension: of today's review, or since the last. They lapse when a
   * review opens or closes, and when a party leaves.
   */
  readonly confirmations: readonly Act[];
  /** Who has declined to confirm at today's review. */
  readonly refusals: readonly Act[];
  /** For the next review. */
  readonly recommendations: readonly Act[];
  /** Not yet in effect, in order of date. */
  readonly notices: readonly Notice[];
  /** Who has left, and when. */
  readonly withdrawals: readonly Act[];
  /** Extensions, by their days. */
  readonly extensions: readonly string[];
  /** In force, in order of date. */
  readonly protocols: readonly Protocol[];
}

/** Entry into force (Article 34.7.1 and 34.7.2 count from it). */
export const entryIntoForce = '2020-07-01';

/** The agreement on the day of its entry into force, read by `options`. */
export function agreementAtEntry(options: Partial<AgreementOptions> = {}): AgreementState {
  const review = addYears(entryIntoForce, years.betweenReviews);
  return {
    version: 1,
    options: { ...defaultOptions, ...options },
    date: entryIntoForce,
    regime: 'in-force',
    inside: [...parties],
    termEnd: addYears(entryIntoForce, years.ofTerm),
    extended: false,
    nextReview: review,
    sixYearReview: review,
    reviewing: false,
    confirmations: [],
    refusals: [],
    recommendations: [],
    notices: [],
    withdrawals: [],
    extensions: [],
    protocols: [],
  };
}

/** Whether reviews are annual because a six-year review closed without extension (Article 34.7.4). */
export function reviewsAreAnnual({ inside, date, sixYearReview, reviewing }: AgreementState): boolean {
  if (inside.length === 0) return false;
  return date > sixYearReview || (date === sixYearReview && !reviewing);
}

/** The last day on which recommendations for a review may be given (Article 34.7.2). */
export function lastDayForRecommendations(review: string): string {
  return addMonths(review, -months.beforeReview);
}
