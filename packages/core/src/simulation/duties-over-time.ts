import type { Economy } from '../economy/economy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { dayNumber } from '../tariffs/calendar.ts';
import type { Law } from '../tariffs/law.ts';
import { scheduleOf } from '../tariffs/schedule.ts';
import { prepareEconomy } from './prepared-economy.ts';
import { timelineOfCase } from './timeline-of-case.ts';

/** What every flow pays on a day under the law of a case, without solving anything. Laid out as `Economy.flow`. */
export interface DutiesOfDay {
  readonly economy: Economy;
  /** ISO date. */
  readonly date: string;
  readonly scenario: Scenario;
  /** Average over goods that may be imported, fraction, with base-year weights. */
  readonly statutoryDuty: Float64Array;
  /** Part of the base-year value that may not be imported. */
  readonly bannedShare: Float64Array;
}

/**
 * Statutory duties under the law of a case over time: on the first day, on every day on which the law changes, on the
 * first of every month (claims of preference move between changes), and on the last day.
 *
 * @param from, until ISO dates, both included.
 */
export function dutiesOverTime(
  economy: Economy,
  law: Law,
  scenario: Scenario,
  { from, until }: { readonly from: string; readonly until: string },
): DutiesOfDay[] {
  const { model } = prepareEconomy(economy, scenario);
  const timeline = timelineOfCase(model.economy, law, scenario);
  const [first, last] = [dayNumber(from), dayNumber(until)];
  const days = new Set([first, last, ...firstsOfMonths(from, until)]);
  for (const { starts } of timeline.cells) for (const day of starts) days.add(day);
  return [...days]
    .filter((day) => first <= day && day <= last)
    .sort((a, b) => a - b)
    .map((day) => {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      const { statutoryDuty, bannedShare } = scheduleOf(timeline, { from: day, until: day + 1 });
      return { economy: model.economy, date, scenario, statutoryDuty, bannedShare };
    });
}

function firstsOfMonths(from: string, until: string): number[] {
  const [start, end] = [from, until].map((date) => +date.slice(0, 4) * 12 + +date.slice(5, 7) - 1) as [
    number,
    number,
  ];
  return Array.from({ length: end - start + 1 }, (_, k) =>
    dayNumber(`${Math.floor((start + k) / 12)}-${`${((start + k) % 12) + 1}`.padStart(2, '0')}-01`),
  );
}
