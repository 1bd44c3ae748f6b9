/** Days since 1970-01-01 of an ISO date that exists. */
export function dayNumber(date: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** A stretch of days, the first included, the last not. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

export function yearPeriod(year: number): Period {
  return { from: dayNumber(`${year}-01-01`), until: dayNumber(`${year + 1}-01-01`) };
}

export function dayPeriod(date: string): Period {
  const from = dayNumber(date);
  return { from, until: from + 1 };
}

/** The part of a period during which something in force from `on` until `until` (for ever where absent) applies. */
export function partInForce(period: Period, on: number | undefined, until: number | undefined): number {
  const from = Math.max(period.from, on ?? -Infinity);
  const to = Math.min(period.until, until ?? Infinity);
  return Math.max(0, to - from) / (period.until - period.from);
}
