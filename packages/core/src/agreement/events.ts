import type { Party, PartyPair } from './parties.ts';

/** What one party does, on a day (ISO date). */
export interface PartyEvent {
  /**
   * - `recommendation`: for the Commission to act on at the next review (Article 34.7.2);
   * - `confirmation`: in writing, by the head of government, of the wish to extend the term (34.7.3, 34.7.4);
   * - `refusal`: at a review, to confirm; saying nothing comes to the same when the review closes (34.7.4);
   * - `notice`: of withdrawal, with effect in six months (34.6);
   * - `revocation`: of such a notice before it takes effect.
   */
  readonly type: (typeof partyEventTypes)[number];
  readonly party: Party;
  readonly date: string;
}

/** Two parties sign a protocol between themselves, in force from that day. */
export interface ProtocolEvent {
  readonly type: 'protocol';
  readonly parties: PartyPair;
  readonly date: string;
}

/**
 * What follows from the clock or from the text, and nobody decides. The machine brings these about itself; one that is
 * handed to it is a statement, refused where the machine does not come to it on that day.
 */
export type ClockEvent =
  /** A withdrawal takes effect, on the morning of the day. */
  | { readonly type: 'withdrawal'; readonly party: Party; readonly date: string }
  /** A joint review is due, on the morning of the day. */
  | { readonly type: 'review'; readonly date: string }
  /** A review ends without extension, at the end of its day. */
  | { readonly type: 'review-closed'; readonly date: string }
  /** Every party inside has confirmed, at the moment at which the last one does. */
  | { readonly type: 'extension'; readonly date: string }
  /** The term runs out, at the end of its last day. */
  | { readonly type: 'expiry'; readonly date: string };

/** The present moves on to a day; what is due on the way happens. */
export interface TimeEvent {
  readonly type: 'time';
  readonly date: string;
}

export type AgreementEvent = PartyEvent | ProtocolEvent | ClockEvent | TimeEvent;

export const partyEventTypes = ['recommendation', 'confirmation', 'refusal', 'notice', 'revocation'] as const;

export function isPartyEvent(event: AgreementEvent): event is PartyEvent {
  return (partyEventTypes as readonly string[]).includes(event.type);
}
