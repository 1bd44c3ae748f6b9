import type { AgreementEvent, PartyEvent, ProtocolEvent } from './events.ts';
import { isSamePair, type Party, partyName, partyNames, partyPairs } from './parties.ts';
import { type AgreementState, lastDayForRecommendations, reviewsAreAnnual } from './state.ts';

/** Why an event cannot be, by the agreement's own text. */
export interface Objection {
  /** Stable and kebab-case. */
  readonly code: string;
  /** `Article 34.7.3`, or the rule of international law that fills a gap of the text. */
  readonly article: string;
  /** A sentence without its full stop and without the article. */
  readonly reason: string;
}

/** Why an event of the present day cannot be; undefined where it can. */
export function objectionTo(state: AgreementState, event: AgreementEvent): Objection | undefined {
  switch (event.type) {
    case 'time':
      return undefined;
    case 'protocol':
      return toProtocol(state, event);
    case 'recommendation':
      return notInside(state, event.party) ?? toRecommendation(state);
    case 'confirmation':
      return notInside(state, event.party) ?? toConfirmation(state, event);
    case 'refusal':
      return notInside(state, event.party) ?? toRefusal(state, event);
    case 'notice':
      return notInside(state, event.party) ?? toNotice(state, event);
    case 'revocation':
      return notInside(state, event.party) ?? toRevocation(state, event);
    case 'review':
      return state.reviewing ? undefined : noReview(state);
    case 'review-closed':
      return state.reviewing ? undefined : noReview(state);
    case 'extension':
      return state.extensions.at(-1) === event.date ? undefined : toExtension(state);
    case 'withdrawal':
      return toWithdrawal(state, event);
    case 'expiry':
      return state.termEnd === event.date ? undefined : toExpiry(state);
  }
}

function notInside({ inside, withdrawals, termEnd }: AgreementState, party: Party): Objection | undefined {
  if (inside.includes(party)) return undefined;
  const left = withdrawals.find((withdrawal) => withdrawal.party === party);
  if (left) {
    const reason = `${partyName(party)} left the agreement on ${left.date}`;
    return { code: 'not-a-party', article: 'Article 34.6', reason };
  }
  return { code: 'agreement-ended', article: 'Article 34.7.1', reason: `the agreement ended on ${termEnd}` };
}

function toRecommendation({ nextReview, reviewing, date }: AgreementState): Objection | undefined {
  const article = 'Article 34.7.2';
  if (nextReview === null) {
    return { code: 'no-review-left', article, reason: 'the term has no review left' };
  }
  const last = lastDayForRecommendations(nextReview);
  if (!reviewing && date <= last) return undefined;
  const reason = `recommendations for the review of ${nextReview} were due one month before it, by ${last}`;
  return { code: 'recommendation-too-late', article, reason };
}

function toConfirmation(state: AgreementState, { party }: PartyEvent): Objection | undefined {
  const answered = alreadyAnswered(state, party);
  if (answered) return answered;
  if (state.reviewing) return undefined;
  if (!reviewsAreAnnual(state)) {
    const reason = `heads of government confirm as part of the joint review; it is due on ${state.nextReview}`;
    return { code: 'confirmation-outside-review', article: 'Article 34.7.3', reason };
  }
  if (state.options.confirmationsOn === 'any-day') return undefined;
  const when = state.nextReview === null ? 'none is left' : `the next is on ${state.nextReview}`;
  const reason = `by the option confirmationsOn: reviews, confirmations are given at annual reviews; ${when}`;
  return { code: 'confirmation-outside-review', article: 'Article 34.7.4', reason };
}

function toRefusal(state: AgreementState, { party }: PartyEvent): Objection | undefined {
  return state.reviewing ? alreadyAnswered(state, party) : noReview(state);
}

function alreadyAnswered(
  { confirmations, refusals, reviewing }: AgreementState,
  party: Party,
): Objection | undefined {
  const article = reviewing ? 'Article 34.7.3' : 'Article 34.7.4';
  const confirmed = confirmations.find((act) => act.party === party);
  if (confirmed) {
    const reason = `${partyName(party)} confirmed on ${confirmed.date} already`;
    return { code: 'already-confirmed', article, reason };
  }
  if (!refusals.some((act) => act.party === party)) return undefined;
  return { code: 'already-refused', article, reason: `${partyName(party)} has refused at this review` };
}

function toNotice({ notices }: AgreementState, { party }: PartyEvent): Objection | undefined {
  const pending = notices.find((notice) => notice.party === party);
  if (!pending) return undefined;
  const { date, effective } = pending;
  const reason = `${partyName(party)} gave notice on ${date} already, with effect on ${effective}`;
  return { code: 'notice-given', article: 'Article 34.6', reason };
}

function toRevocation({ notices }: AgreementState, { party }: PartyEvent): Objection | undefined {
  if (notices.some((notice) => notice.party === party)) return undefined;
  // The agreement is silent: article 68 of the Vienna Convention lets a notice be revoked before it takes effect.
  const article = 'Article 34.6; Vienna Convention on the Law of Treaties, article 68';
  return { code: 'no-notice', article, reason: `${partyName(party)} has given no notice of withdrawal` };
}

function toProtocol({ protocols }: AgreementState, { parties }: ProtocolEvent): Objection | undefined {
  const article = 'Vienna Convention on the Law of Treaties, article 41';
  if (!partyPairs.some((pair) => isSamePair(pair, parties))) {
    return { code: 'not-a-pair', article, reason: 'a bilateral protocol is between two different parties' };
  }
  const same = protocols.find((protocol) => isSamePair(protocol.parties, parties));
  if (!same) return undefined;
  const reason = `a protocol of ${partyNames(same.parties)} is in force since ${same.date}`;
  return { code: 'protocol-in-force', article, reason };
}

function noReview({ nextReview, inside, termEnd }: AgreementState): Objection {
  const reason =
    inside.length === 0
      ? `the agreement ended on ${termEnd}`
      : nextReview === null
        ? 'the term has no review left'
        : `no review takes place; the next is due on ${nextReview}`;
  return { code: 'no-review', article: 'Article 34.7.2 and 34.7.4', reason };
}

function toExtension({ inside, confirmations, termEnd }: AgreementState): Objection {
  const article = 'Article 34.7.3 and 34.7.4';
  if (inside.length === 0) {
    return { code: 'agreement-ended', article, reason: `the agreement ended on ${termEnd}` };
  }
  const missing = inside.filter((party) => !confirmations.some((act) => act.party === party));
  const reason = `each party must confirm in writing; ${partyNames(missing)} ${missing.length > 1 ? 'have' : 'has'} not`;
  return { code: 'extension-without-all', article, reason };
}

function toWithdrawal(
  { withdrawals, notices }: AgreementState,
  { party, date }: { party: Party; date: string },
): Objection | undefined {
  if (withdrawals.some((act) => act.party === party && act.date === date)) return undefined;
  const pending = notices.find((notice) => notice.party === party);
  const reason = pending
    ? `the withdrawal of ${partyName(party)} takes effect on ${pending.effective}, six months after its notice`
    : `${partyName(party)} has given no notice that takes effect on ${date}`;
  return { code: 'withdrawal-not-due', article: 'Article 34.6', reason };
}

function toExpiry({ inside, termEnd }: AgreementState): Objection {
  const reason = inside.length === 0 ? `the agreement ended on ${termEnd}` : `the term runs to ${termEnd}`;
  return { code: 'expiry-not-due', article: 'Article 34.7.1', reason };
}
