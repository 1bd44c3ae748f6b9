import { readFileSync } from 'node:fs';
import { InputError, renderProblem } from '@usmca-sim/core';
import { advance, agreementAtEntry, legalEvents } from '@usmca-sim/core/agreement';
import { describe, expect, test } from 'vitest';
import { agreementKnownTo, agreementOn, agreementRecord } from '../src/agreement.ts';
import { agreementTable, compileAgreementRecord, writeAgreementRecord } from '../src/agreement-record.ts';
import { ownFile } from '../src/files.ts';

// What the states must be follows from Article 34.7 and the refusal of the United States on 1 July 2026, on record.

const inFirstTerm = { regime: 'in-force', inside: ['USA', 'CAN', 'MEX'], termEnd: '2036-07-01', notices: [] };

const page = readFileSync(new URL('../../../docs/agreement.md', import.meta.url), 'utf8');

describe('the agreement on a day', () => {
  test.each(['2020-07-01', '2024-01-01', '2025-09-19', '2026-06-30'])(
    '%s: in force, no review yet',
    (date) => {
      expect(agreementOn(date)).toMatchObject({
        ...inFirstTerm,
        date,
        nextReview: '2026-07-01',
        reviewing: false,
        refusals: [],
      });
    },
  );

  test('2026-07-01: under review, the United States has refused', () => {
    const state = agreementOn('2026-07-01');
    expect(state).toMatchObject({ ...inFirstTerm, reviewing: true });
    expect(state.refusals).toEqual([{ party: 'USA', date: '2026-07-01' }]);
    expect(legalEvents(state).byParty.CAN.map(({ type }) => type)).toContain('confirmation');
    expect(legalEvents(state).byParty.USA.map(({ type }) => type)).not.toContain('confirmation');
  });

  test.each(['2026-07-02', '2026-09-08', agreementKnownTo, '2026-12-31'])(
    '%s: in force, not extended, reviewed every year',
    (date) => {
      const state = agreementOn(date);
      expect(state).toMatchObject({
        ...inFirstTerm,
        date,
        extended: false,
        nextReview: '2027-07-01',
        reviewing: false,
        confirmations: [],
        protocols: [],
      });
      expect(legalEvents(state).next).toEqual({ type: 'review', date: '2027-07-01' });
    },
  );

  test('carries the reading of the text', () => {
    expect(agreementOn('2026-07-02', { confirmationsOn: 'reviews' }).options.confirmationsOn).toBe('reviews');
  });

  test.each([
    ['2020-06-30', 'outside-the-record'],
    ['2027-01-01', 'outside-the-record'],
    ['2026-02-30', 'not-a-date'],
    ['yesterday', 'not-a-date'],
  ])('%s is refused', (date, code) => {
    expect(() => agreementOn(date)).toThrow(InputError);
    try {
      agreementOn(date);
    } catch (error) {
      expect((error as InputError).problems[0]!.code).toBe(code);
    }
  });
});

describe('the record', () => {
  test('is what its source says', () => {
    expect(ownFile('agreement/events.json')).toBe(writeAgreementRecord(compileAgreementRecord()));
  });

  test('starts with entry into force and ends by the last day known', () => {
    const dates = agreementRecord().map(({ date }) => date);
    expect(dates[0]).toBe('2020-07-01');
    expect(dates.at(-1)! <= agreementKnownTo).toBe(true);
  });

  test('moves the agreement by the review of 2026 and the refusal of the United States alone', () => {
    expect(agreementRecord().flatMap(({ event }) => event ?? [])).toEqual([
      { type: 'review', date: '2026-07-01' },
      { type: 'refusal', party: 'USA', date: '2026-07-01' },
    ]);
  });

  test('is the table of its page', () => {
    expect(page).toContain(
      `<!-- record -->\n\n${agreementTable(agreementRecord())}\n\n<!-- end of record -->`,
    );
  });
});

test('the page shows a refusal as it is', () => {
  try {
    advance(agreementAtEntry(), { type: 'confirmation', party: 'CAN', date: '2026-03-01' });
    expect.unreachable();
  } catch (error) {
    expect(page).toContain((error as InputError).problems.map(renderProblem).join('\n'));
  }
});
