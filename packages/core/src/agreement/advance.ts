import { enablePatches, type Patch, produceWithPatches } from 'immer';
import { InputError, type Problem } from '../problems/problem.ts';
import { dateFault } from '../scenario/date-fault.ts';
import { endDay, extendIfAllConfirmed, passTime } from './clocks.ts';
import type { AgreementEvent, ClockEvent } from './events.ts';
import { adviceFor } from './legal-events.ts';
import { objectionTo } from './objections.ts';
import { pairOf } from './parties.ts';
import { regimeOf } from './regime-of.ts';
import { addMonths, months } from './review-calendar.ts';
import type { AgreementState } from './state.ts';

enablePatches();

/** What an event did. Plain data. */
export interface Step {
  readonly event: AgreementEvent;
  readonly state: AgreementState;
  /** From the state before to `state`; `applyPatches` of immer takes them. */
  readonly patches: readonly Patch[];
  /** From `state` to the state before. */
  readonly inversePatches: readonly Patch[];
  /** What came about by itself, in order: on the way to the event's day, and as its consequence. */
  readonly happened: readonly ClockEvent[];
}

/**
 * The agreement after an event. Time first passes to the morning of the event's day; `state` itself never changes.
 *
 * @throws InputError where the event cannot be, with the article that forbids it and what would be legal instead.
 */
export function advance(state: AgreementState, event: AgreementEvent): Step {
  const early = dateProblem(state, event);
  if (early) throw new InputError([early]);
  const happened: ClockEvent[] = [];
  const problems: Problem[] = [];
  const [next, patches, inversePatches] = produceWithPatches(state, (draft) => {
    passTime(draft, event.date, happened);
    const objection = objectionTo(draft, event);
    if (objection) {
      const { code, article, reason } = objection;
      const advice = adviceFor(draft, event);
      problems.push({ code, message: `${article}: ${reason}`, advice });
    } else {
      take(draft, event, happened);
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return { event, state: next, patches, inversePatches, happened };
}

function take(draft: Parameters<typeof passTime>[0], event: AgreementEvent, happened: ClockEvent[]): void {
  const { date } = event;
  switch (event.type) {
    case 'recommendation':
      draft.recommendations.push({ party: event.party, date });
      break;
    case 'confirmation':
      draft.confirmations.push({ party: event.party, date });
      extendIfAllConfirmed(draft, happened);
      break;
    case 'refusal':
      draft.refusals.push({ party: event.party, date });
      break;
    case 'notice':
      draft.notices.push({ party: event.party, date, effective: addMonths(date, months.ofNotice) });
      break;
    case 'revocation': {
      const pending = draft.notices.findIndex(({ party }) => party === event.party);
      draft.notices.splice(pending, 1);
      break;
    }
    case 'protocol':
      draft.protocols.push({ parties: [...pairOf(...event.parties)], date });
      draft.regime = regimeOf(draft);
      break;
    case 'review-closed':
    case 'expiry':
      endDay(draft, event.type, happened);
      break;
    // Statements of what has come about by now.
    case 'time':
    case 'review':
    case 'extension':
    case 'withdrawal':
  }
}

function dateProblem({ date }: AgreementState, event: AgreementEvent): Problem | undefined {
  const fault = dateFault(event.date);
  if (fault) return { code: 'not-a-date', ...fault };
  if (event.date >= date) return undefined;
  const message = `the agreement stands at ${date}; ${event.date} lies before it`;
  return {
    code: 'before-the-present',
    message,
    advice: `give a day from ${date} on, or start from an earlier day`,
  };
}
