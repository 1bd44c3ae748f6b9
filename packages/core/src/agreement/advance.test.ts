import { expect, test } from 'vitest';
import { InputError } from '../problems/problem.ts';
import { advance } from './advance.ts';
import type { AgreementEvent } from './events.ts';
import type { AgreementOptions } from './options.ts';
import type { Party } from './parties.ts';
import { type AgreementState, agreementAtEntry } from './state.ts';

// Dates and spans are those of Articles 34.6 and 34.7 of the agreement, in force since 1 July 2020.

const on = (date: string): AgreementEvent => ({ type: 'time', date });
const act =
  (type: 'confirmation' | 'refusal' | 'notice' | 'revocation' | 'recommendation') =>
  (party: Party, date: string): AgreementEvent => ({ type, party, date });
const confirm = act('confirmation');
const refuse = act('refusal');
const notice = act('notice');
const revoke = act('revocation');
const recommend = act('recommendation');

function after(events: readonly AgreementEvent[], options: Partial<AgreementOptions> = {}): AgreementState {
  return events.reduce((state, event) => advance(state, event).state, agreementAtEntry(options));
}

function refusalOf(events: readonly AgreementEvent[], options?: Partial<AgreementOptions>) {
  const state = after(events.slice(0, -1), options);
  try {
    advance(state, events.at(-1)!);
  } catch (error) {
    if (error instanceof InputError) return error.problems[0]!;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('left alone, it is reviewed eleven times and expires at the end of 2036-07-01', () => {
  const { state, happened } = advance(agreementAtEntry(), on('2036-07-02'));
  expect(happened.filter(({ type }) => type === 'review').map(({ date }) => date)).toEqual(
    Array.from({ length: 11 }, (_, k) => `${2026 + k}-07-01`),
  );
  expect(happened.at(-1)).toEqual({ type: 'expiry', date: '2036-07-01' });
  expect(state).toMatchObject({ regime: 'expired', inside: [], termEnd: '2036-07-01', nextReview: null });
  expect(after([on('2036-07-01')])).toMatchObject({ regime: 'in-force', reviewing: true });
});

test('three confirmations at the first review extend the term to 2042, next review 2032', () => {
  const day = '2026-07-01';
  const two = after([confirm('CAN', day), confirm('MEX', day)]);
  expect(two).toMatchObject({ regime: 'in-force', reviewing: true });
  const { state, happened } = advance(two, confirm('USA', day));
  expect(happened).toEqual([{ type: 'extension', date: day }]);
  expect(state).toMatchObject({
    regime: 'extended',
    termEnd: '2042-07-01',
    nextReview: '2032-07-01',
    reviewing: false,
    confirmations: [],
    extensions: [day],
  });
});

test('a refusal leaves it in force with a review every year', () => {
  const state = after([refuse('USA', '2026-07-01'), on('2026-07-02')]);
  expect(state).toMatchObject({
    regime: 'in-force',
    termEnd: '2036-07-01',
    nextReview: '2027-07-01',
    reviewing: false,
    refusals: [],
  });
});

test('an extension at a later review runs to 2042, or 16 years from its day', () => {
  const day = '2029-07-01';
  const events = [confirm('USA', day), confirm('CAN', day), confirm('MEX', day)];
  expect(after(events)).toMatchObject({ termEnd: '2042-07-01', nextReview: '2032-07-01' });
  expect(after(events, { extensionRunsFrom: 'extension' })).toMatchObject({
    termEnd: '2045-07-01',
    nextReview: '2035-07-01',
  });
});

test('the last day of the term is a review that can still extend it', () => {
  const day = '2036-07-01';
  const events = [confirm('USA', day), confirm('CAN', day), confirm('MEX', day), on('2036-07-02')];
  // The six-year reviews of the cycle are 2026, 2032 and 2038.
  expect(after(events)).toMatchObject({
    regime: 'extended',
    termEnd: '2042-07-01',
    nextReview: '2038-07-01',
  });
});

test('an extended term is extended again from its own six-year review', () => {
  const all = (date: string) => (['USA', 'CAN', 'MEX'] as const).map((party) => confirm(party, date));
  expect(after([...all('2026-07-01'), ...all('2032-07-01')])).toMatchObject({ termEnd: '2048-07-01' });
  const failed = after([...all('2026-07-01'), refuse('MEX', '2032-07-01'), on('2032-07-02')]);
  expect(failed).toMatchObject({ regime: 'extended', nextReview: '2033-07-01', termEnd: '2042-07-01' });
});

test('after a failed review heads of government may confirm on any day, unless the option says at reviews', () => {
  const events = [on('2026-07-02'), confirm('CAN', '2026-09-01'), confirm('MEX', '2026-10-01')];
  expect(after([...events, confirm('USA', '2027-02-01')])).toMatchObject({
    regime: 'extended',
    termEnd: '2042-07-01',
    extensions: ['2027-02-01'],
  });
  // Nobody's word of last year counts at the next review.
  expect(after([...events, on('2027-07-01')]).confirmations).toEqual([]);
  expect(refusalOf(events.slice(0, 2), { confirmationsOn: 'reviews' })).toMatchObject({
    code: 'confirmation-outside-review',
    message: expect.stringContaining('2027-07-01'),
  });
});

test('notice takes effect after six months, and the agreement goes on for the other two', () => {
  const given = after([notice('USA', '2026-08-31')]);
  // February 2027 has no 31st.
  expect(given.notices).toEqual([{ party: 'USA', date: '2026-08-31', effective: '2027-02-28' }]);
  expect(after([notice('USA', '2026-08-31'), on('2027-02-27')])).toMatchObject({ regime: 'in-force' });
  const left = after([notice('USA', '2026-08-31'), on('2027-02-28')]);
  expect(left).toMatchObject({
    regime: 'without-usa',
    inside: ['CAN', 'MEX'],
    notices: [],
    withdrawals: [{ party: 'USA', date: '2027-02-28' }],
    termEnd: '2036-07-01',
    nextReview: '2027-07-01',
  });
  const ends = after([notice('USA', '2026-08-31'), on('2027-03-01')], { afterWithdrawal: 'ends' });
  expect(ends).toMatchObject({ regime: 'expired', inside: [], termEnd: '2027-02-28' });
});

test('the two who remain can extend it between them', () => {
  const day = '2027-07-01';
  const events = [notice('USA', '2026-08-01'), confirm('CAN', day), confirm('MEX', day)];
  expect(after(events)).toMatchObject({ regime: 'without-usa', extended: true, termEnd: '2042-07-01' });
});

test('notice can be revoked until the day before it takes effect', () => {
  expect(after([notice('USA', '2026-08-01'), revoke('USA', '2027-01-31'), on('2027-02-01')])).toMatchObject({
    regime: 'in-force',
    notices: [],
    withdrawals: [],
  });
  expect(refusalOf([notice('USA', '2026-08-01'), revoke('USA', '2027-02-01')])).toMatchObject({
    code: 'not-a-party',
  });
});

test('a withdrawal that is due on the day of a review comes before it', () => {
  const { happened } = advance(after([notice('MEX', '2027-01-01')]), on('2027-07-01'));
  expect(happened.slice(-2).map(({ type }) => type)).toEqual(['withdrawal', 'review']);
});

test('protocols beside the agreement change no regime; without it they are the regime', () => {
  const withCanada: AgreementEvent = { type: 'protocol', parties: ['CAN', 'USA'], date: '2026-10-01' };
  const withMexico: AgreementEvent = { type: 'protocol', parties: ['USA', 'MEX'], date: '2026-11-01' };
  const out = notice('USA', '2026-12-01');
  expect(after([withCanada]).regime).toBe('in-force');
  expect(after([withCanada]).protocols).toEqual([{ parties: ['USA', 'CAN'], date: '2026-10-01' }]);
  expect(after([withCanada, out, on('2027-06-01')]).regime).toBe('bilateral-us-can');
  expect(after([withMexico, out, on('2027-06-01')]).regime).toBe('bilateral-us-mex');
  expect(after([withCanada, withMexico, out, on('2027-06-01')]).regime).toBe('two-bilaterals');
  expect(after([withCanada, on('2036-07-02')]).regime).toBe('bilateral-us-can');
  // Signed when the agreement is gone.
  expect(after([{ ...withMexico, date: '2037-01-01' }]).regime).toBe('bilateral-us-mex');
});

test('where Canada leaves, the United States and Mexico have the agreement to themselves', () => {
  expect(after([notice('CAN', '2027-01-01'), on('2027-07-02')]).regime).toBe('bilateral-us-mex');
  expect(after([notice('CAN', '2027-01-01'), notice('MEX', '2027-02-01'), on('2027-09-01')])).toMatchObject({
    regime: 'expired',
    inside: [],
    termEnd: '2027-08-01',
  });
});

test('statements of what the clock brings about are taken on their day and change nothing', () => {
  for (const event of [
    { type: 'review', date: '2026-07-01' },
    { type: 'review', date: '2027-07-01' },
  ] as const) {
    expect(advance(after([on(event.date)]), event).patches).toEqual([]);
  }
  expect(after([{ type: 'review-closed', date: '2026-07-01' }])).toMatchObject({
    date: '2026-07-01',
    reviewing: false,
    nextReview: '2027-07-01',
  });
  expect(after([{ type: 'expiry', date: '2036-07-01' }]).regime).toBe('expired');
});

const illegal: readonly [string, string, string, AgreementEvent[], Partial<AgreementOptions>?][] = [
  [
    'confirmation before the first review',
    'confirmation-outside-review',
    '34.7.3',
    [confirm('CAN', '2026-06-30')],
  ],
  [
    'confirmation in a term just extended',
    'confirmation-outside-review',
    '34.7.3',
    [
      confirm('USA', '2026-07-01'),
      confirm('CAN', '2026-07-01'),
      confirm('MEX', '2026-07-01'),
      confirm('CAN', '2027-07-01'),
    ],
  ],
  [
    'a second confirmation',
    'already-confirmed',
    '34.7.3',
    [confirm('CAN', '2026-07-01'), confirm('CAN', '2026-07-01')],
  ],
  [
    'a change of mind',
    'already-refused',
    '34.7.3',
    [refuse('USA', '2026-07-01'), confirm('USA', '2026-07-01')],
  ],
  ['refusal where nobody asks', 'no-review', '34.7', [refuse('USA', '2026-06-30')]],
  ['recommendation in the last month', 'recommendation-too-late', '34.7.2', [recommend('USA', '2026-06-02')]],
  ['recommendation on the day', 'recommendation-too-late', '34.7.2', [recommend('USA', '2026-07-01')]],
  ['a second notice', 'notice-given', '34.6', [notice('USA', '2026-08-01'), notice('USA', '2026-09-01')]],
  [
    'notice by one who has left',
    'not-a-party',
    '34.6',
    [notice('USA', '2026-08-01'), notice('USA', '2027-02-01')],
  ],
  ['revocation of nothing', 'no-notice', '34.6', [revoke('MEX', '2026-08-01')]],
  ['notice after the end', 'agreement-ended', '34.7.1', [notice('CAN', '2036-07-02')]],
  ['review before its day', 'no-review', '34.7', [{ type: 'review', date: '2026-06-30' }]],
  [
    'extension without all three',
    'extension-without-all',
    '34.7.3',
    [confirm('CAN', '2026-07-01'), confirm('MEX', '2026-07-01'), { type: 'extension', date: '2026-07-01' }],
  ],
  [
    'withdrawal before six months',
    'withdrawal-not-due',
    '34.6',
    [notice('USA', '2026-08-01'), { type: 'withdrawal', party: 'USA', date: '2026-12-31' }],
  ],
  ['expiry before its day', 'expiry-not-due', '34.7.1', [{ type: 'expiry', date: '2036-06-30' }]],
  [
    'a second protocol of the same two',
    'protocol-in-force',
    'article 41',
    [
      { type: 'protocol', parties: ['USA', 'MEX'], date: '2026-10-01' },
      { type: 'protocol', parties: ['MEX', 'USA'], date: '2026-11-01' },
    ],
  ],
];

test.each(illegal)('refused: %s', (_, code, article, events, options) => {
  const problem = refusalOf(events, options);
  expect(problem.code).toBe(code);
  expect(problem.message).toContain(article);
  expect(problem.advice).toBeTruthy();
});

test('a refusal says what is missing and what is legal', () => {
  const day = '2026-07-01';
  expect(refusalOf([confirm('CAN', day), { type: 'extension', date: day }])).toMatchObject({
    message:
      'Article 34.7.3 and 34.7.4: each party must confirm in writing; the United States and Mexico have not',
  });
  expect(refusalOf([confirm('CAN', '2026-03-01')])).toMatchObject({
    advice: 'Canada may on 2026-03-01: recommendation, notice; next comes the review of 2026-07-01',
  });
});

test('recommendations are taken until a month before the review, and lapse with it', () => {
  expect(after([recommend('USA', '2026-06-01')]).recommendations).toHaveLength(1);
  expect(after([recommend('USA', '2026-06-01'), on('2026-07-02')]).recommendations).toEqual([]);
});

test('nothing happens before the present, nor on a day that does not exist', () => {
  expect(refusalOf([on('2026-07-02'), notice('USA', '2026-07-01')])).toMatchObject({
    code: 'before-the-present',
  });
  expect(refusalOf([on('2026-02-30')])).toMatchObject({ code: 'not-a-date' });
});

test('a refused event leaves the state as it was', () => {
  const state = after([]);
  const text = JSON.stringify(state);
  expect(() => advance(state, confirm('CAN', '2030-01-02'))).not.toThrow();
  expect(() => advance(state, confirm('CAN', '2026-01-02'))).toThrow(InputError);
  expect(JSON.stringify(state)).toBe(text);
});
