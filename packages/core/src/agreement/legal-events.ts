import { nextClock } from './clocks.ts';
import {
  type AgreementEvent,
  type ClockEvent,
  isPartyEvent,
  type PartyEvent,
  type ProtocolEvent,
  partyEventTypes,
} from './events.ts';
import { objectionTo } from './objections.ts';
import { type Party, parties, partyName, partyPairs } from './parties.ts';
import type { AgreementState } from './state.ts';

/** What may happen next. */
export interface LegalEvents {
  /** What each party may do on the present day. */
  readonly byParty: Readonly<Record<Party, readonly PartyEvent[]>>;
  /** What two may do together on the present day. */
  readonly joint: readonly ProtocolEvent[];
  /** What comes about next if nobody does anything; null once the agreement has ended. */
  readonly next: ClockEvent | null;
}

/** What may happen next, on the present day of a state. `advance` takes each of these. */
export function legalEvents(state: AgreementState): LegalEvents {
  const acts = parties.map((party) => [party, actsOf(state, party)] as const);
  return {
    byParty: Object.fromEntries(acts) as Record<Party, PartyEvent[]>,
    joint: partyPairs
      .map((pair) => ({ type: 'protocol' as const, parties: pair, date: state.date }))
      .filter((event) => !objectionTo(state, event)),
    next: nextClock(state),
  };
}

function actsOf(state: AgreementState, party: Party): PartyEvent[] {
  return partyEventTypes
    .map((type) => ({ type, party, date: state.date }))
    .filter((event) => !objectionTo(state, event));
}

/** What would be legal in place of an event that is not, as a sentence without its full stop. */
export function adviceFor(state: AgreementState, event: AgreementEvent): string {
  const parts: string[] = [];
  if (isPartyEvent(event)) {
    const acts = actsOf(state, event.party).map(({ type }) => type);
    parts.push(
      `${partyName(event.party)} may on ${state.date}: ${acts.length > 0 ? acts.join(', ') : 'nothing'}`,
    );
  }
  const next = nextClock(state);
  if (next) parts.push(`next comes ${described(next)}`);
  return parts.length > 0
    ? parts.join('; ')
    : 'nothing is left of it to act on; protocols of two may be signed';
}

function described(next: ClockEvent): string {
  switch (next.type) {
    case 'withdrawal':
      return `the withdrawal of ${partyName(next.party)} on ${next.date}`;
    case 'review':
      return `the review of ${next.date}`;
    case 'review-closed':
      return `the close of today's review, ${next.date}`;
    case 'extension':
      return `the extension of ${next.date}`;
    case 'expiry':
      return `expiry at the end of ${next.date}`;
  }
}
