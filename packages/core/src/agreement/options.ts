/**
 * What the text of the agreement leaves open, or what a reader may want to read otherwise. An option is part of the
 * state, so that a log says by which reading it was made.
 */
export interface AgreementOptions {
  /**
   * From when the 16 years of an extension run (Article 34.7.3 and 34.7.4, "another 16 years").
   * - `review`, the default: from the six-year review at which it was first due, so that an extension of 2026 or of any
   *   later year up to 2032 gives a term to 2042, and reviews stay on the cycle 2026, 2032, 2038.
   * - `extension`: from the day of the extension, with the next six-year review six years after it.
   */
  readonly extensionRunsFrom: 'review' | 'extension';
  /**
   * What a withdrawal does to the other two.
   * - `goes-on`, the default: it stays in force for them (Article 34.6, last sentence).
   * - `ends`: it ends for all on the day on which the withdrawal takes effect.
   */
  readonly afterWithdrawal: 'goes-on' | 'ends';
  /**
   * When heads of government may confirm, once a six-year review has failed.
   * - `any-day`, the default: until the end of the term (Article 34.7.4, "at any time between the conclusion of that
   *   review and expiry").
   * - `reviews`: at the annual reviews alone, which is how a game of one move a year reads it.
   */
  readonly confirmationsOn: 'any-day' | 'reviews';
}

/** How the open texts are read unless told otherwise. */
export const defaultOptions: AgreementOptions = {
  extensionRunsFrom: 'review',
  afterWithdrawal: 'goes-on',
  confirmationsOn: 'any-day',
};
