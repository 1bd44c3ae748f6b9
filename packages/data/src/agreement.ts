import { InputError } from '@usmca-sim/core';
import {
  type AgreementOptions,
  type AgreementState,
  advance,
  agreementAtEntry,
  entryIntoForce,
  type RecordedEvent,
} from '@usmca-sim/core/agreement';
import { ownFile } from './files.ts';

/** The record of what happened is known to this day, the last with a source. ISO date. */
export const agreementKnownTo = '2026-10-06';

/** Between the last day known and this one nothing is taken to have happened. ISO date. */
const lastDay = '2026-12-31';

let events: readonly RecordedEvent[] | undefined;

/**
 * What happened under the agreement and around its joint review, in order of date. Those with an `event` move the
 * agreement; the others are context.
 */
export function agreementRecord(): readonly RecordedEvent[] {
  events ??= JSON.parse(ownFile('agreement/events.json')) as RecordedEvent[];
  return events;
}

/**
 * The agreement on a day, with everything on record up to that day, the day included.
 *
 * @param date 2020-07-01 to 2026-12-31. After 2026-10-06, the last day known, nothing is taken to have happened.
 * @param options how the text is read where it is open.
 * @throws InputError for another day.
 */
export function agreementOn(date: string, options: Partial<AgreementOptions> = {}): AgreementState {
  checkDay(date);
  const past = agreementRecord().flatMap(({ event }) => (event && event.date <= date ? [event] : []));
  const moved = past.reduce((state, event) => advance(state, event).state, agreementAtEntry(options));
  return advance(moved, { type: 'time', date }).state;
}

/** The form of a date is left to `advance`. */
function checkDay(date: string): void {
  const outside = /^\d{4}-\d{2}-\d{2}$/.test(date) && (date < entryIntoForce || date > lastDay);
  if (!outside) return;
  const message = `the agreement is on record from ${entryIntoForce} to ${lastDay}; ${date} lies outside`;
  const advice = 'start from a day in between; what comes later is for the case to say';
  throw new InputError([{ code: 'outside-the-record', message, advice }]);
}
