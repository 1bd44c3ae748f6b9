import { expect, test } from 'vitest';
import { header, parse } from './case-fixture.ts';

test('fills in what a case does not say', async () => {
  expect(await parse(header)).toEqual({
    version: 1,
    id: 'mine',
    title: 'Steel',
    question: 'What does the duty on steel do?',
    author: 'A. Reader',
    date: '2026-01-31',
    sources: [],
    leavesOut: [],
    asOf: 'before-2025',
    changes: [],
    elasticities: { set: 'central', sectors: {} },
    deficits: 'held',
    horizon: 2035,
    transitionSpeed: 0.36,
    growth: 0,
    expect: [],
    lineage: ['mine'],
    file: 'mine.yaml',
  });
});

test('reads every kind of change', async () => {
  const text = `\ufeff${header.replace('before-2025', '2025-08-31')}
quantities: { steel: 50%, half: steel / 2, same: steel }
changes:
  - impose: half + 5%
    importer: USA
    exporter: parties
    sectors: [goods, PUB]
    share: 60%
    on: 2026-01-01
    until: 2027-01-01
    because: A reason.
  - lift: canada-list-of-march-4
    on: 2025-09-01
  - ordinary-duty: 0.025
    importer: all
    exporter: [CHN, CHN]
    sectors: services
    on: 2026-01-01
  - ban: all
    importer: USA
    exporter: CAN
    sectors: FOO
    on: 2026-01-01
  - trade-cost: -5%
    importer: [CAN, MEX]
    exporter: [CAN, MEX]
    sectors: all
    on: 2026-01-01
  - duties: sub/d.csv
    as: additional
    on: 2026-01-01
`;
  const table =
    'importer,exporter,sector,rate,share\nUSA,CAN,AGR,2.5%,\nUSA,CAN,STL,0.5,60%\nUSA,CAN,STL,ban,0.4\n';
  const { changes, asOf } = await parse(text, { 'sub/d.csv': table });
  expect(asOf).toBe('2025-08-31');
  const goods = ['AGR', 'ENE', 'FOO', 'STL', 'NFM', 'VEH', 'VPT'];
  expect(changes.map(({ place, ...change }) => change)).toEqual([
    {
      verb: 'impose',
      rate: 0.3,
      share: 0.6,
      scope: {
        importers: ['USA'],
        exporters: ['USA', 'CAN', 'MEX'],
        sectors: [...goods, 'PUB'],
      },
      usmca: 'applies',
      yieldsTo: [],
      on: '2026-01-01',
      until: '2027-01-01',
      because: 'A reason.',
    },
    { verb: 'lift', measures: ['canada-list-of-march-4'], on: '2025-09-01' },
    {
      verb: 'ordinary-duty',
      rate: 0.025,
      scope: {
        importers: ['USA', 'CAN', 'MEX', 'CHN', 'ROW'],
        exporters: ['CHN'],
        sectors: ['TRN', 'PUB'],
      },
      on: '2026-01-01',
    },
    {
      verb: 'ban',
      share: 1,
      scope: { importers: ['USA'], exporters: ['CAN'], sectors: ['FOO'] },
      on: '2026-01-01',
    },
    {
      verb: 'trade-cost',
      change: -0.05,
      scope: {
        importers: ['CAN', 'MEX'],
        exporters: ['CAN', 'MEX'],
        sectors: [...goods, 'TRN', 'PUB'],
      },
      on: '2026-01-01',
    },
    {
      verb: 'duties',
      as: 'additional',
      table: 'sub/d.csv',
      rows: [
        {
          importer: 'USA',
          exporter: 'CAN',
          sector: 'AGR',
          share: 1,
          rate: 0.025,
        },
        {
          importer: 'USA',
          exporter: 'CAN',
          sector: 'STL',
          share: 0.6,
          rate: 0.5,
        },
        {
          importer: 'USA',
          exporter: 'CAN',
          sector: 'STL',
          share: 0.4,
          rate: Number.POSITIVE_INFINITY,
        },
      ],
      on: '2026-01-01',
    },
  ]);
  expect(changes[0]?.place).toMatchObject({
    file: 'mine.yaml',
    text: '  - impose: half + 5%',
  });
});

test('a variation keeps what it does not say, joins lists and computes formulas with its own quantities', async () => {
  const parent = `${header}sources: [A]
leaves-out: [One thing]
words: { retaliation: none, duty: on steel }
reading: Of the parent alone.
quantities: { rate: 20%, half: rate / 2 }
elasticities: { set: caliendo-parro, sectors: { VEH: 3, STL: 4 } }
horizon: 2030
changes:
  - { impose: half, importer: USA, exporter: CAN, sectors: STL, on: 2026-01-01 }
expect:
  - { measure: exports, region: CAN, below: 0, because: A duty. }
`;
  const text = `title: Twice
extends: parent
sources: [A, B]
words: { retaliation: a ban }
quantities: { rate: 40% }
elasticities: { sectors: { VEH: 5 } }
deficits: balanced
changes:
  - { ban: 10%, importer: CAN, exporter: USA, sectors: FOO, on: 2026-01-01 }
expect:
  - { measure: real-income, order: [USA, CAN], against: parent, because: A ban. }
`;
  const scenario = await parse(text, { 'sub/parent.yaml': parent });
  expect(scenario).toMatchObject({
    title: 'Twice',
    question: 'What does the duty on steel do?',
    sources: ['A', 'B'],
    leavesOut: ['One thing'],
    words: { retaliation: 'a ban', duty: 'on steel' },
    changes: [
      { verb: 'impose', rate: 0.2 },
      { verb: 'ban', share: 0.1 },
    ],
    elasticities: { set: 'caliendo-parro', sectors: { VEH: 5, STL: 4 } },
    deficits: 'balanced',
    horizon: 2030,
    expect: [{ measure: 'real-income', order: ['USA', 'CAN'], against: 'parent' }],
    lineage: ['mine', 'parent'],
  });
  expect(scenario).not.toHaveProperty('reading');
});

test('an alias stands for what it names, and its problems point at what was written', async () => {
  const change = '{ impose: 25%, importer: USA, exporter: CAN, sectors: STL, on: 2026-01-01 }';
  const { changes } = await parse(`${header}changes:\n  - &first ${change}\n  - *first\n`);
  expect(changes).toHaveLength(2);
});

test('a resolved case is plain data', async () => {
  const scenario = await parse(header);
  expect(structuredClone(scenario)).toEqual(scenario);
});
