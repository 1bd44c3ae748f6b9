import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../problems/problem.ts';
import { advance } from './advance.ts';
import { type AgreementEvent, partyEventTypes } from './events.ts';
import { legalEvents } from './legal-events.ts';
import { type AgreementHistory, recordEvents, replay, startHistory, undo } from './log.ts';
import { parties, partyPairs } from './parties.ts';
import { addMonths } from './review-calendar.ts';
import { type AgreementState, agreementAtEntry, regimes, reviewsAreAnnual } from './state.ts';

const options = fc.record({
  extensionRunsFrom: fc.constantFrom('review' as const, 'extension' as const),
  afterWithdrawal: fc.constantFrom('goes-on' as const, 'ends' as const),
  confirmationsOn: fc.constantFrom('any-day' as const, 'reviews' as const),
});

/** Steps of a walk: a kind of event picked among what is legal, or time passing by a number of days or to the next clock. */
const walk = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ act: fc.nat(1000) }) },
    { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 0, max: 900 }) }) },
    { weight: 2, arbitrary: fc.record({ toNext: fc.constant(true) }) },
    // Walks of chance alone hardly ever extend: let all who may confirm do so.
    { weight: 1, arbitrary: fc.record({ all: fc.constant(true) }) },
  ),
  { maxLength: 40 },
);

type Walk = typeof walk extends fc.Arbitrary<infer T> ? T : never;

function later(date: string, days: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

function* eventsOf(step: Walk[number], state: () => AgreementState): Generator<AgreementEvent> {
  const { byParty, joint, next } = legalEvents(state());
  if ('act' in step) {
    const acts = [...parties.flatMap((party) => byParty[party]), ...joint];
    if (acts.length > 0) yield acts[step.act % acts.length]!;
  } else if ('days' in step) yield { type: 'time', date: later(state().date, step.days) };
  else if ('toNext' in step) {
    if (next) yield { type: 'time', date: next.date };
    yield { type: 'time', date: later(state().date, 1) };
  } else {
    for (const party of parties) {
      const confirmation = legalEvents(state()).byParty[party].find(({ type }) => type === 'confirmation');
      if (confirmation) yield confirmation;
    }
  }
}

/** The history of a walk; `dateFault` knows no day after 2060, where walks stop. */
function historyOf(start: AgreementState, steps: Walk, each?: (history: AgreementHistory) => void) {
  let history = startHistory(start);
  for (const step of steps) {
    for (const event of eventsOf(step, () => history.state)) {
      if (event.date > '2060-01-01') return history;
      history = recordEvents(history, [event]);
      each?.(history);
    }
  }
  return history;
}

test('what is legal is taken, and what is not legal is refused', () => {
  fc.assert(
    fc.property(options, walk, (chosen, steps) => {
      const { state } = historyOf(agreementAtEntry(chosen), steps);
      const { byParty, joint } = legalEvents(state);
      const legal = new Set(
        [...parties.flatMap((party) => byParty[party]), ...joint].map((e) => JSON.stringify(e)),
      );
      const { date } = state;
      const candidates: AgreementEvent[] = [
        ...parties.flatMap((party) => partyEventTypes.map((type) => ({ type, party, date }))),
        ...partyPairs.map((pair) => ({ type: 'protocol' as const, parties: pair, date })),
      ];
      for (const event of candidates) {
        if (legal.has(JSON.stringify(event))) expect(advance(state, event).state.version).toBe(1);
        else expect(() => advance(state, event)).toThrow(InputError);
      }
    }),
  );
});

test('replay gives the state as text, and undo the one before, also from a log that was written down', () => {
  fc.assert(
    fc.property(options, walk, (chosen, steps) => {
      const texts: string[] = [JSON.stringify(agreementAtEntry(chosen))];
      let history = historyOf(agreementAtEntry(chosen), steps, ({ state }) =>
        texts.push(JSON.stringify(state)),
      );
      expect(JSON.stringify(replay(history.log))).toBe(texts.at(-1));
      expect(JSON.stringify(replay(JSON.parse(JSON.stringify(history.log))))).toBe(texts.at(-1));
      for (let k = texts.length - 2; k >= 0; k--) {
        history = undo(history);
        expect(JSON.stringify(history.state)).toBe(texts[k]);
      }
    }),
  );
});

test('events alone give the state again', () => {
  fc.assert(
    fc.property(options, walk, (chosen, steps) => {
      const { log, state } = historyOf(agreementAtEntry(chosen), steps);
      const again = recordEvents(
        startHistory(log.start),
        log.steps.map(({ event }) => event),
      );
      expect(JSON.stringify(again.state)).toBe(JSON.stringify(state));
    }),
  );
});

test('time gives the same state in one go and in any steps', () => {
  const cuts = fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 8 });
  fc.assert(
    fc.property(options, walk, cuts, (chosen, steps, days) => {
      const { state } = historyOf(agreementAtEntry(chosen), steps);
      const end = later(state.date, 1500);
      if (end > '2060-12-31') return;
      const once = advance(state, { type: 'time', date: end });
      let present = state;
      const happened = [];
      for (const cut of [...days.sort((a, b) => a - b), 1500]) {
        const step = advance(present, { type: 'time', date: later(state.date, cut) });
        present = step.state;
        happened.push(...step.happened);
      }
      expect(JSON.stringify(present)).toBe(JSON.stringify(once.state));
      expect(happened).toEqual(once.happened);
    }),
  );
});

test('what holds of every state', () => {
  fc.assert(
    fc.property(options, walk, (chosen, steps) => {
      let before = agreementAtEntry(chosen);
      historyOf(before, steps, ({ state }) => {
        const { inside, regime, termEnd, nextReview, notices, confirmations, refusals } = state;
        expect(regimes.filter((one) => one === regime)).toHaveLength(1);
        expect(['in-force', 'extended'].includes(regime)).toBe(inside.length === 3);
        if (regime === 'extended') expect(state.extensions.length).toBeGreaterThan(0);
        if (inside.length > 0) {
          expect(inside.length).toBeGreaterThan(1);
          expect(state.date <= termEnd).toBe(true);
          if (nextReview !== null) expect(nextReview >= state.date && nextReview <= termEnd).toBe(true);
          // A term is never longer than 16 years after the latest of entry and extension.
          expect(termEnd <= addMonths(state.extensions.at(-1) ?? '2020-07-01', 12 * 16)).toBe(true);
          if (before.inside.length > 0) expect(termEnd >= before.termEnd).toBe(true);
        } else {
          expect([nextReview, notices, confirmations, refusals]).toEqual([null, [], [], []]);
        }
        expect(state.reviewing).toBe(state.reviewing && nextReview === state.date);
        if (!state.reviewing) expect(refusals).toEqual([]);
        if (!state.reviewing && !reviewsAreAnnual(state)) expect(confirmations).toEqual([]);
        if (chosen.confirmationsOn === 'reviews' && !state.reviewing) expect(confirmations).toEqual([]);
        expect(confirmations.length < Math.max(inside.length, 1)).toBe(true);
        for (const { party, date, effective } of notices) {
          expect(inside).toContain(party);
          expect(effective).toBe(addMonths(date, 6));
          expect(effective > state.date).toBe(true);
        }
        for (const { party } of [...confirmations, ...refusals]) expect(inside).toContain(party);
        for (const { party } of state.withdrawals) expect(inside).not.toContain(party);
        before = state;
      });
    }),
  );
});

test('walks meet every regime', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(options, walk, (chosen, steps) => {
      historyOf(agreementAtEntry(chosen), steps, ({ state }) => met.add(state.regime));
    }),
    { seed: 34, numRuns: 600 },
  );
  expect([...met].sort()).toEqual([...regimes].sort());
});
