/*
 * The agreement as a machine: Articles 34.6 and 34.7 over immutable states.
 *
 *     const start = agreementAtEntry();
 *     const { state } = advance(start, { type: 'refusal', party: 'USA', date: '2026-07-01' });
 *     legalEvents(state);
 */

// What happens: `advance` takes an event, or refuses it with the article that forbids it.
export { advance, type Step } from './advance.ts';
// What may happen.
export type { AgreementEvent, ClockEvent, PartyEvent, ProtocolEvent, TimeEvent } from './events.ts';
export { type LegalEvents, legalEvents } from './legal-events.ts';
// What has happened: a log of patches, which rebuilds and undoes.
export {
  type AgreementHistory,
  type AgreementLog,
  type LoggedStep,
  recordEvents,
  replay,
  startHistory,
  undo,
} from './log.ts';
// How the text is read where it is open.
export { type AgreementOptions, defaultOptions } from './options.ts';
// A record of events with their sources, written in YAML.
export { parseAgreementRecord, type RecordedEvent } from './parse-record.ts';
export { type Party, type PartyPair, parties, partyName, partyNames, partyPairs } from './parties.ts';
// The days of reviews.
export { addMonths, addYears, reviewCalendar } from './review-calendar.ts';
// The agreement on a day.
export {
  type Act,
  type AgreementState,
  agreementAtEntry,
  entryIntoForce,
  lastDayForRecommendations,
  type Notice,
  type Protocol,
  type Regime,
  regimes,
  reviewsAreAnnual,
} from './state.ts';
