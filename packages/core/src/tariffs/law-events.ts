import { type Charge, isCharged, type TariffMeasure } from './measure.ts';

/** Something that happened to the law on a day. */
export interface LawEvent {
  /** ISO date. */
  readonly date: string;
  readonly kind: 'start' | 'end' | 'change';
  readonly measure: TariffMeasure;
  /** Charges in force the day before and on the day. */
  readonly before: readonly Charge[];
  readonly after: readonly Charge[];
}

/**
 * What measures began, ended or changed their charges after one day and up to another, in order of date, then of the
 * record. Threats do not happen.
 *
 * @param after ISO date, itself left out; @param upTo ISO date, included.
 */
export function lawEvents(measures: readonly TariffMeasure[], after: string, upTo: string): LawEvent[] {
  const events: LawEvent[] = [];
  for (const measure of measures) {
    if (measure.status !== 'law') continue;
    const days = new Set(
      measure.charges.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until])),
    );
    for (const date of days) {
      if (date <= after || date > upTo) continue;
      const eve = dayBefore(date);
      const before = measure.charges.filter((charge) => isCharged(charge, eve));
      const now = measure.charges.filter((charge) => isCharged(charge, date));
      const kind = before.length === 0 ? 'start' : now.length === 0 ? 'end' : 'change';
      events.push({ date, kind, measure, before, after: now });
    }
  }
  return events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
