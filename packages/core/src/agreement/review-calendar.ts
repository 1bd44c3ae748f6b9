/** Spans in the text of the agreement, in years. */
export const years = {
  /** Of a term and of an extension (Article 34.7.1, 34.7.3). */
  ofTerm: 16,
  /** From entry into force to the first joint review, and between those that succeed (34.7.2, 34.7.5). */
  betweenReviews: 6,
} as const;

/** Spans in the text of the agreement, in months. */
export const months = {
  /** From a notice of withdrawal to its effect (Article 34.6). */
  ofNotice: 6,
  /** Before a review, for recommendations (Article 34.7.2). */
  beforeReview: 1,
} as const;

/**
 * The same day of the month some months later (earlier where negative); the last day of that month where it has no
 * such day: six months after 31 August is 28 February. ISO dates.
 */
export function addMonths(date: string, count: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = 12 * year + (month - 1) + count;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const days = new Date(Date.UTC(newYear, newMonth, 0)).getUTCDate();
  return [newYear, newMonth, Math.min(day, days)].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The same day some years later, as `addMonths` of twelve times as many months. */
export function addYears(date: string, count: number): string {
  return addMonths(date, 12 * count);
}

/**
 * The days of joint reviews in a term, if none of them extends it: the six-year review, then one every year to the
 * end (Article 34.7.4). For the first term 2026-07-01, 2027-07-01, ..., 2036-07-01.
 *
 * @param sixYearReview ISO date of the first of them.
 * @param termEnd the last day of the term, ISO date.
 */
export function reviewCalendar(sixYearReview: string, termEnd: string): string[] {
  const days: string[] = [];
  for (let k = 0; addYears(sixYearReview, k) <= termEnd; k++) days.push(addYears(sixYearReview, k));
  return days;
}

/** The first review after a day, or null where the term has none left. */
export function reviewAfter(date: string, sixYearReview: string, termEnd: string): string | null {
  return reviewCalendar(sixYearReview, termEnd).find((day) => day > date) ?? null;
}

/** Where an extension leads. ISO dates. */
export interface NewTerm {
  readonly termEnd: string;
  readonly sixYearReview: string;
}

/**
 * The term that an extension of a day gives.
 *
 * @param from the six-year review that it is counted from, or the day of the extension itself.
 */
export function termFrom(from: string, date: string): NewTerm {
  let review = addYears(from, years.betweenReviews);
  while (review <= date) review = addYears(review, years.betweenReviews);
  return { termEnd: addYears(from, years.ofTerm), sixYearReview: review };
}
