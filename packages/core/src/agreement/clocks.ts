import type { Draft } from 'immer';
import type { ClockEvent } from './events.ts';
import { type Party, parties } from './parties.ts';
import { regimeOf } from './regime-of.ts';
import { reviewAfter, termFrom } from './review-calendar.ts';
import type { AgreementState } from './state.ts';

type State = Draft<AgreementState>;

/**
 * What happens next if nobody does anything. On one day withdrawals come first, then the review, both in the morning;
 * the review closes and the term runs out at the end of the day, so that the review on the last day of a term can
 * still extend it. Null once the agreement has ended.
 */
export function nextClock(state: AgreementState): ClockEvent | null {
  const { inside, date, reviewing, termEnd, nextReview, notices } = state;
  if (inside.length === 0) return null;
  if (reviewing) return { type: 'review-closed', date };
  const ahead: ClockEvent[] = [
    ...parties.flatMap((party) =>
      notices
        .filter((notice) => notice.party === party)
        .map(({ effective }) => ({ type: 'withdrawal' as const, party, date: effective })),
    ),
    ...(nextReview === null ? [] : [{ type: 'review' as const, date: nextReview }]),
    { type: 'expiry', date: termEnd },
  ];
  // The sort is stable: of one day, in the order above.
  return ahead.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))[0]!;
}

function isAtEndOfDay({ type }: ClockEvent): boolean {
  return type === 'review-closed' || type === 'expiry';
}

/**
 * Moves the present on to a day, to its morning. By way of other days or not, the state is the same: each thing due
 * happens on its own day.
 *
 * @param happened receives what happens on the way.
 */
export function passTime(state: State, to: string, happened: ClockEvent[]): void {
  for (let due = nextClock(state); due !== null; due = nextClock(state)) {
    if (isAtEndOfDay(due) ? due.date >= to : due.date > to) break;
    happen(state, due);
    happened.push(due);
  }
  if (state.date !== to) state.date = to;
}

/** Lets the present day end, as far as a thing that happens at its end. */
export function endDay(state: State, as: 'review-closed' | 'expiry', happened: ClockEvent[]): void {
  for (let due = nextClock(state); due?.date === state.date && isAtEndOfDay(due); due = nextClock(state)) {
    happen(state, due);
    happened.push(due);
    if (due.type === as) return;
  }
}

function happen(state: State, due: ClockEvent): void {
  state.date = due.date;
  switch (due.type) {
    case 'withdrawal':
      leave(state, due.party);
      break;
    case 'review':
      state.reviewing = true;
      empty(state.confirmations);
      break;
    case 'review-closed':
      closeReview(state);
      state.nextReview = reviewAfter(state.date, state.sixYearReview, state.termEnd);
      break;
    case 'expiry':
      end(state);
      break;
    case 'extension':
      extend(state);
  }
  state.regime = regimeOf(state);
}

/** Extends the term once every party inside has confirmed (Article 34.7.3: "automatically"). */
export function extendIfAllConfirmed(state: State, happened: ClockEvent[]): void {
  if (state.confirmations.length < state.inside.length) return;
  const extension: ClockEvent = { type: 'extension', date: state.date };
  happen(state, extension);
  happened.push(extension);
}

function extend(state: State): void {
  const from = state.options.extensionRunsFrom === 'review' ? state.sixYearReview : state.date;
  const { termEnd, sixYearReview } = termFrom(from, state.date);
  if (state.reviewing) closeReview(state);
  empty(state.confirmations);
  state.extended = true;
  state.extensions.push(state.date);
  state.termEnd = termEnd;
  state.sixYearReview = sixYearReview;
  state.nextReview = sixYearReview;
}

function closeReview(state: State): void {
  state.reviewing = false;
  empty(state.confirmations);
  empty(state.refusals);
  empty(state.recommendations);
}

function leave(state: State, party: Party): void {
  state.inside.splice(state.inside.indexOf(party), 1);
  state.withdrawals.push({ party, date: state.date });
  const notice = state.notices.findIndex((pending) => pending.party === party);
  state.notices.splice(notice, 1);
  // Those who remain confirmed an agreement of one more: they are asked again.
  empty(state.confirmations);
  for (let k = state.recommendations.length - 1; k >= 0; k--) {
    if (state.recommendations[k]!.party === party) state.recommendations.splice(k, 1);
  }
  if (state.inside.length < 2 || state.options.afterWithdrawal === 'ends') end(state);
}

function end(state: State): void {
  state.termEnd = state.date;
  state.nextReview = null;
  empty(state.inside);
  empty(state.confirmations);
  empty(state.recommendations);
  empty(state.notices);
}

/** An assignment of [] would be a patch even where nothing changes. */
function empty(list: unknown[]): void {
  if (list.length > 0) list.length = 0;
}
