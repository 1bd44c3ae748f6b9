import type { Change } from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';
import { madeEconomy, madeMeasures } from '../../tests/made-economy.ts';
import { changeInWords } from './changes-in-words.ts';

const { regions, sectors } = madeEconomy();
const vocabulary = { regions, sectors, measures: madeMeasures };
const scope = { importers: ['USA'], exporters: ['CAN'], sectors: ['AGR'] };
const where = 'imports of all goods from Canada into the United States';
const on = '2026-07-01';
const steel = 'us-steel (Steel)';

const cases: readonly [Change, string][] = [
  [
    { verb: 'impose', on, rate: 0.1, share: 1, scope, usmca: 'exempt', yieldsTo: ['section-232'] },
    `adds a duty of 10% on ${where}, free for goods for which USMCA is claimed, giving way to section-232`,
  ],
  [
    {
      verb: 'impose',
      on,
      rate: 0.1,
      share: 0.5,
      scope: { ...scope, goods: ['steel'] },
      usmca: 'applies',
      yieldsTo: [],
    },
    'adds a duty of 10% on 50% of imports of steel from Canada into the United States',
  ],
  [
    { verb: 'enact', on, measures: [madeMeasures[2]!] },
    'puts us-threat-canada (Threat of 100% on Canada) in force',
  ],
  [{ verb: 'lift', on, measures: ['us-steel'] }, `lifts ${steel}`],
  [
    { verb: 'raise', on, measure: 'us-steel', to: 0.5, scope, fullFrom: '2028-07-01' },
    `raises ${steel} to 50% on ${where}, in equal steps, a year apart, in full from 1 July 2028`,
  ],
  [
    {
      verb: 'lower',
      on,
      measure: 'us-steel',
      to: 0.25,
      scope: { importers: [], exporters: [], sectors: [] },
    },
    `lowers ${steel} to 25%`,
  ],
  [
    { verb: 'extend', on, measures: ['us-steel'], to: '2027-01-01' },
    `moves the end of ${steel} to 1 January 2027`,
  ],
  [{ verb: 'expire', on, measures: ['us-steel'] }, `lets ${steel} expire`],
  [
    { verb: 'exempt', on, measures: ['us-steel'], scope, share: 0.5, claimedOnly: true },
    `frees 50% of ${where} for which USMCA is claimed of ${steel}`,
  ],
  [
    { verb: 'quota', on, measures: ['us-steel'], scope, share: 0.8, beyond: 0.5 },
    `lets a quota of 80% of base-year ${where} enter free of ${steel}, with 50% on what is beyond`,
  ],
  [{ verb: 'ordinary-duty', on, rate: 0.05, scope }, `sets the ordinary duty at 5% on ${where}`],
  [{ verb: 'ban', on, share: 0.2, scope }, `bans 20% of ${where}`],
  [{ verb: 'trade-cost', on, change: 0.02, scope }, `changes the cost of delivering by +2.0% for ${where}`],
  [
    { verb: 'duties', on, as: 'additional', table: 'mine.csv', rows: [] },
    'applies the 0 rates of mine.csv on top of the ordinary duty',
  ],
  [
    { verb: 'claim-ceiling', on, ceiling: 0.7, cost: 0.01, scope },
    `lets USMCA be claimed for at most 70% of each group of ${where}, and changes the cost of delivering claimed goods by +1.0%`,
  ],
  [
    { verb: 'us-content', on, share: 0.5, scope },
    `sets the United States content of vehicles for which USMCA is claimed at 50% of their value for ${where}`,
  ],
];

describe('a change in words', () => {
  it.each(cases.map(([change, words]) => [change.verb, change, words] as const))('%s', (_, change, words) => {
    expect(changeInWords(change, vocabulary)).toBe(`from 1 July 2026, ${words}`);
  });

  it('says until when, and why', () => {
    const change: Change = { verb: 'lift', on, until: '2026-08-01', measures: ['x'], because: 'A deal.' };
    expect(changeInWords(change, vocabulary)).toBe(
      'from 1 July 2026 until 1 August 2026, lifts x (because: A deal)',
    );
  });
});
