import { describe, expect, it } from 'vitest';
import { madeLaw, madeScenario, quarterOnAll } from '../../tests/made-scenario.ts';
import { threeParties } from '../../tests/negotiation-on-made-economy.ts';
import { dayPeriod } from '../tariffs/calendar.ts';
import type { Change } from '../tariffs/change.ts';
import type { Law } from '../tariffs/law.ts';
import type { TariffMeasure } from '../tariffs/measure.ts';
import { rulingOf } from '../tariffs/ruling.ts';
import { scheduleOf, timelineOf } from '../tariffs/schedule.ts';
import type { ShockedCell } from '../trade/trade-shock.ts';
import { PolicyLaw } from './policy-law.ts';

const measure = (id: string, exporters: readonly string[], rate: number): TariffMeasure => ({
  id,
  title: id,
  authority: id,
  importer: 'R0',
  exporters,
  status: 'law',
  charges: [{ rate, base: 'value', usmca: 'applies', from: '2000-06-01' }],
  yieldsTo: [],
  addsTo: [],
  inBase: false,
  source: 'made up',
  confidence: 'official',
});

const law: Law = {
  ...madeLaw,
  measures: [measure('wide', ['R1', 'R2', 'R3'], 0.1), measure('narrow', ['R2'], 0.2)],
};
const on = '2002-01-01';
const everywhere = { importers: [], exporters: [], sectors: [] };
const scenario = madeScenario({ changes: [quarterOnAll] });
const policies = new PolicyLaw(threeParties, law, scenario);

const inOrder = (cells: readonly ShockedCell[]) =>
  [...cells].sort((a, b) => a.importer - b.importer || a.exporter - b.exporter || a.sector - b.sector);
const whole = (changes: readonly Change[]) => {
  const timeline = timelineOf(rulingOf(threeParties, law, '2000-12-31', [...scenario.changes, ...changes]));
  return inOrder(scheduleOf(timeline, dayPeriod('2005-12-31')).shock.cells);
};

const quota: Change = {
  verb: 'quota',
  share: 0.5,
  measures: ['wide'],
  scope: { importers: ['R0', 'R1'], exporters: ['R0', 'R1'], sectors: ['S0'] },
  on,
};

const lists: readonly (readonly [string, readonly Change[]])[] = [
  ['nothing', []],
  ['a measure lifted', [{ verb: 'lift', measures: ['wide'], on }]],
  [
    'a rate changed wherever the measure bears',
    [{ verb: 'raise', measure: 'wide', to: 0.4, scope: everywhere, on }],
  ],
  [
    'a measure that takes the place of one with more exporters',
    [{ verb: 'enact', measures: [measure('wide', ['R1'], 0.3)], on }],
  ],
  [
    'one that is enacted and lowered again',
    [
      { verb: 'enact', measures: [measure('new', ['R1', 'R3'], 0.3)], on },
      {
        verb: 'lower',
        measure: 'new',
        to: 0.2,
        scope: { importers: ['R0'], exporters: ['R3'], sectors: ['S1'] },
        on,
      },
    ],
  ],
  [
    'a quota in the middle of other changes',
    [{ ...quarterOnAll, rate: 0.1 }, quota, { verb: 'expire', measures: ['narrow'], on }],
  ],
  [
    'a table of duties',
    [
      {
        verb: 'duties',
        as: 'ordinary',
        table: 'made.csv',
        rows: [
          { importer: 'R2', exporter: 'R0', sector: 'S1', share: 1, rate: 0.5 },
          { importer: 'R0', exporter: 'R1', sector: 'S2', share: 1, rate: Infinity },
        ],
        on,
      },
    ],
  ],
];

describe('the law of a policy, pair by pair', () => {
  it.each(lists)('is that of a case with the same changes: %s', (_, changes) => {
    expect(inOrder(policies.under(changes).shock().cells)).toEqual(whole(changes));
  });

  it('has a key that tells laws apart, whoever wrote the changes and why', () => {
    const keys = lists.map(([, changes]) => policies.under(changes).key);
    expect(new Set(keys).size).toBe(lists.length);
    expect(policies.under([{ ...quota, because: 'of a reason' }]).key).toBe(
      policies.under([{ ...quota }]).key,
    );
  });
});
