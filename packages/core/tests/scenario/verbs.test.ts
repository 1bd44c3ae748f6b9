import { expect, test } from 'vitest';
import { changesAsOf, parse } from './case-fixture.ts';

const sectors = ['AGR', 'ENE', 'FOO', 'STL', 'NFM', 'VEH', 'VPT', 'TRN', 'PUB'];

/** The changes of a case from the law of a day, without their places. */
async function read(asOf: string, ...changes: readonly string[]) {
  const scenario = await parse(changesAsOf(asOf, ...changes));
  return scenario.changes.map(({ place, ...change }) => change);
}

test('impose: goods, what claims do, what it gives way to, and growth into it', async () => {
  expect(
    await read(
      '2026-10-06',
      '{ impose: 10%, importer: USA, exporter: CAN, sectors: [STL, VEH], goods: [steel, CAN-VEH-02], usmca: exempt, yields-to: [section-232, section-232], on: 2027-01-01, full-from: 2030-01-01 }',
    ),
  ).toEqual([
    {
      verb: 'impose',
      rate: 0.1,
      share: 1,
      scope: {
        importers: ['USA'],
        exporters: ['CAN'],
        sectors: ['STL', 'VEH'],
        goods: ['steel', 'CAN-VEH-02'],
      },
      usmca: 'exempt',
      yieldsTo: ['section-232'],
      on: '2027-01-01',
      fullFrom: '2030-01-01',
    },
  ]);
});

test('enact: threats, and what came after the day the case starts from', async () => {
  const enacted = '{ enact: [us-vehicles-on-canada-at-50, us-section-232-trucks], on: 2027-01-01 }';
  expect(await read('2025-09-19', enacted)).toMatchObject([
    {
      verb: 'enact',
      measures: [{ id: 'us-vehicles-on-canada-at-50', status: 'threat' }, { id: 'us-section-232-trucks' }],
      on: '2027-01-01',
    },
  ]);
});

test('lift: an id, a list, and an authority for what is in force of it on that day', async () => {
  const [first, second] = await read(
    '2025-08-31',
    '{ lift: [canada-list-of-march-4, canada-list-of-march-4], on: 2025-09-01, until: 2026-01-01 }',
    '{ lift: [section-232, canada-list-of-march-13-other], on: 2026-01-01, full-from: 2028-01-01 }',
  );
  expect(first).toEqual({
    verb: 'lift',
    measures: ['canada-list-of-march-4'],
    on: '2025-09-01',
    until: '2026-01-01',
  });
  // Trucks came in November 2025, which the law of August does not know.
  expect(second).toMatchObject({
    measures: ['us-section-232-metals', 'us-section-232-vehicles', 'canada-list-of-march-13-other'],
    fullFrom: '2028-01-01',
  });
});

test('raise and lower: everything that the measure covers where nothing narrows it', async () => {
  const [raised, lowered] = await read(
    'review-2026',
    '{ raise: us-section-232-vehicles, to: 50%, on: 2027-01-01 }',
    '{ lower: us-section-232-metals, to: 10%, exporter: CAN, sectors: STL, goods: furniture, on: 2027-01-01 }',
  );
  expect(raised).toEqual({
    verb: 'raise',
    measure: 'us-section-232-vehicles',
    to: 0.5,
    scope: { importers: ['USA'], exporters: ['CAN', 'MEX', 'CHN', 'ROW'], sectors },
    on: '2027-01-01',
  });
  expect(lowered).toMatchObject({
    to: 0.1,
    scope: { importers: ['USA'], exporters: ['CAN'], sectors: ['STL'], goods: ['furniture'] },
  });
});

test('extend counts from the end that it moves, and what is extended may be extended again', async () => {
  expect(
    await read(
      'review-2026',
      '{ extend: section-122, to: 2027-01-01 }',
      '{ raise: us-section-122, to: 15%, on: 2026-12-01 }',
      '{ extend: us-section-122, to: 2028-01-01, because: Again. }',
    ),
  ).toMatchObject([
    { verb: 'extend', measures: ['us-section-122'], to: '2027-01-01', on: '2026-07-24' },
    { verb: 'raise' },
    { verb: 'extend', to: '2028-01-01', on: '2027-01-01', because: 'Again.' },
  ]);
});

test('expire, and what is enacted later', async () => {
  expect(
    await read(
      'review-2026',
      '{ expire: us-section-122, on: 2026-07-01 }',
      '{ enact: us-vehicles-on-canada-at-50, on: 2027-01-01, until: 2029-01-01 }',
      '{ expire: us-vehicles-on-canada-at-50, on: 2028-01-01 }',
    ),
  ).toMatchObject([
    { verb: 'expire', measures: ['us-section-122'], on: '2026-07-01' },
    { verb: 'enact' },
    { verb: 'expire', measures: ['us-vehicles-on-canada-at-50'], on: '2028-01-01' },
  ]);
});

test('exempt: of an authority the measures that bear on the scope', async () => {
  expect(
    await read(
      'review-2026',
      '{ exempt: section-232, exporter: CAN, sectors: STL, share: 30%, claimed: true, on: 2027-01-01 }',
      '{ exempt: us-section-122, on: 2026-07-01 }',
    ),
  ).toEqual([
    {
      verb: 'exempt',
      measures: ['us-section-232-metals'],
      scope: { importers: ['USA'], exporters: ['CAN'], sectors: ['STL'] },
      share: 0.3,
      claimedOnly: true,
      on: '2027-01-01',
    },
    {
      verb: 'exempt',
      measures: ['us-section-122'],
      scope: { importers: ['USA'], exporters: ['CAN', 'MEX', 'CHN', 'ROW'], sectors },
      share: 1,
      claimedOnly: false,
      on: '2026-07-01',
    },
  ]);
});

test('quota: of measures, with a duty beyond it, or both', async () => {
  const scope = { importers: ['USA'], exporters: ['CAN', 'MEX'], sectors: ['STL'] };
  expect(
    await read(
      'review-2026',
      '{ quota: 80%, of: us-section-232-metals, exporter: [CAN, MEX], sectors: STL, on: 2027-01-01 }',
      '{ quota: 0.5, beyond: 25%, importer: USA, exporter: [CAN, MEX], sectors: STL, on: 2027-01-01 }',
      '{ quota: 100%, of: section-232, beyond: 0%, exporter: [CAN, MEX], sectors: STL, on: 2027-01-01, until: 2028-01-01 }',
    ),
  ).toEqual([
    { verb: 'quota', share: 0.8, measures: ['us-section-232-metals'], scope, on: '2027-01-01' },
    { verb: 'quota', share: 0.5, measures: [], beyond: 0.25, scope, on: '2027-01-01' },
    {
      verb: 'quota',
      share: 1,
      measures: ['us-section-232-metals'],
      beyond: 0,
      scope,
      on: '2027-01-01',
      until: '2028-01-01',
    },
  ]);
});

test('claims and content', async () => {
  expect(
    await read(
      'review-2026',
      '{ claim-ceiling: 60%, compliance-cost: 2%, importer: USA, exporter: [CAN, MEX], sectors: goods, goods: steel, on: 2027-01-01 }',
      '{ us-content: 50%, importer: USA, exporter: parties, on: 2027-01-01 }',
    ),
  ).toEqual([
    {
      verb: 'claim-ceiling',
      ceiling: 0.6,
      cost: 0.02,
      scope: {
        importers: ['USA'],
        exporters: ['CAN', 'MEX'],
        sectors: ['AGR', 'ENE', 'FOO', 'STL', 'NFM', 'VEH', 'VPT'],
        goods: ['steel'],
      },
      on: '2027-01-01',
    },
    {
      verb: 'us-content',
      share: 0.5,
      scope: { importers: ['USA'], exporters: ['USA', 'CAN', 'MEX'], sectors },
      on: '2027-01-01',
    },
  ]);
});

test('a change of a parent counts for the case that extends it', async () => {
  const parent = changesAsOf('review-2026', '{ enact: us-vehicles-on-canada-at-50, on: 2027-01-01 }');
  const text = `title: Lowered
extends: parent
changes:
  - { lower: us-vehicles-on-canada-at-50, to: 30%, on: 2028-01-01 }
`;
  const { changes } = await parse(text, { 'parent.yaml': parent });
  expect(changes.map(({ verb }) => verb)).toEqual(['enact', 'lower']);
});
