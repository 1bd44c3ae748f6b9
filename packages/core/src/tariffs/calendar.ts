const millisecondsOfDay = 86_400_000;

/** Days since 1970-01-01 of an ISO date that exists. */
export function dayNumber(date: string): number {
  return Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / millisecondsOfDay;
}

/** A stretch of days, the first included, the last not. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** The days of a calendar year. */
export function yearPeriod(year: number): Period {
  return { from: dayNumber(`${year}-01-01`), until: dayNumber(`${year + 1}-01-01`) };
}

/** The one day of an ISO date. */
export function dayPeriod(date: string): Period {
  const from = dayNumber(date);
  return { from, until: from + 1 };
}

/** One level of something that grows in equal steps. */
export interface Step {
  readonly on: number;
  readonly until: number;
  /** Part of the whole, in (0, 1]. */
  readonly part: number;
}

/**
 * The steps of a phase-in: one on the first day, one on each anniversary before `fullFrom`, the last on `fullFrom`;
 * n steps of 1/n. A single step where there is no phase-in.
 */
export function stepsOf({ on, until, fullFrom }: { on: string; until?: string; fullFrom?: string }): Step[] {
  const end = until === undefined ? Infinity : dayNumber(until);
  const starts = [dayNumber(on)];
  if (fullFrom !== undefined) {
    const full = dayNumber(fullFrom);
    const [year, month, day] = on.split('-').map(Number) as [number, number, number];
    for (let k = 1; Date.UTC(year + k, month - 1, day) / millisecondsOfDay < full; k++) {
      starts.push(Date.UTC(year + k, month - 1, day) / millisecondsOfDay);
    }
    starts.push(full);
  }
  return starts
    .map((start, k) => ({
      on: start,
      until: Math.min(end, starts[k + 1] ?? Infinity),
      part: (k + 1) / starts.length,
    }))
    .filter((step) => step.on < step.until);
}
