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
