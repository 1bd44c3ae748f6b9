import type {
  Change,
  Escalation,
  Law,
  NegotiatedScenario,
  NegotiationTable,
  Option,
  Stance,
  TariffMeasure,
} from '@usmca-sim/core';
import { figure, neutralStance } from '../../core/tests/neutral-stance.ts';

const day = '2026-10-07';
const goods = [
  'AGR',
  'ENE',
  'MIN',
  'FOO',
  'TEX',
  'WOO',
  'PAP',
  'PET',
  'CHM',
  'PHA',
  'RUB',
  'NMM',
  'STL',
  'NFM',
  'FMT',
  'ELE',
  'EEQ',
  'MAC',
  'VEH',
  'VPT',
  'OTE',
  'OMF',
];

function measuresOf({ measures }: Law, ids: readonly string[]): TariffMeasure[] {
  return ids.map((id) => measures.find((measure) => measure.id === id)!);
}

const duty = (importer: string, exporter: string, rate: number, sectors = goods): Change => ({
  verb: 'impose',
  rate,
  share: 1,
  scope: { importers: [importer], exporters: [exporter], sectors },
  usmca: 'applies',
  yieldsTo: [],
  on: day,
});

/** Flat duties in the place of free entry: the size of MFN duties, not their pattern. */
const lapse = (pairs: readonly (readonly [string, string])[]): Change[] =>
  pairs.map(([importer, exporter]) => ({
    verb: 'ordinary-duty',
    rate: importer === 'MEX' ? 0.07 : 0.03,
    scope: { importers: [importer], exporters: [exporter], sectors: goods },
    on: day,
  }));

const usAndCanada = [
  ['USA', 'CAN'],
  ['CAN', 'USA'],
] as const;
const usAndMexico = [
  ['USA', 'MEX'],
  ['MEX', 'USA'],
] as const;

const option = (id: string, effects: readonly Change[], parts: Partial<Option> = {}): Option => ({
  id,
  title: id,
  effects,
  worth: {},
  concession: {},
  because: 'for a test',
  ...parts,
});

const escalation = (
  id: string,
  by: string,
  against: string,
  effects: readonly Change[],
  parts: Partial<Escalation> = {},
): Escalation => ({
  id,
  title: id,
  by,
  against,
  standing: false,
  effects,
  cost: 0,
  announced: 0,
  answers: [],
  because: 'for a test',
  ...parts,
});

/** A table on the law of October 2026: three issues, four packages, five escalations of which two stand. */
export function tableOnRecord(law: Law): NegotiationTable {
  const metals: Change = {
    verb: 'lower',
    measure: 'us-section-232-metals',
    to: 0.25,
    scope: { importers: ['USA'], exporters: ['CAN', 'MEX'], sectors: goods },
    on: day,
  };
  const content: Change = {
    verb: 'claim-ceiling',
    ceiling: 0.85,
    cost: 0.01,
    scope: { importers: ['USA'], exporters: ['CAN', 'MEX'], sectors: ['VEH'] },
    on: day,
  };
  const dairy: Change = {
    verb: 'trade-cost',
    change: -0.01,
    scope: { importers: ['CAN'], exporters: ['USA'], sectors: ['FOO'] },
    on: day,
  };
  const s338 = ['us-section-338-dairy', 'us-section-338-widened-lists', 'us-import-ban-canada'];
  return {
    id: 'on-record',
    title: 'A table on the law of October 2026',
    sources: [],
    parties: ['USA', 'CAN', 'MEX'],
    issues: [
      {
        id: 'section-232',
        title: 'Section 232',
        options: [option('none', []), option('half', [metals], { concession: { USA: 0.6 } })],
      },
      {
        id: 'vehicle-content',
        title: 'Content of vehicles',
        options: [
          option('as-is', [], { concession: { USA: 0.4 } }),
          option('floor', [content], { concession: { CAN: 0.3, MEX: 0.3 } }),
        ],
      },
      {
        id: 'dairy',
        title: 'Dairy',
        options: [option('as-is', []), option('opened', [dairy], { concession: { CAN: 0.4 } })],
      },
    ],
    packages: [
      {
        id: 'clean',
        title: 'Extension as it is',
        picks: { 'section-232': 'half', 'vehicle-content': 'as-is' },
        with: 'both',
        ends: ['us-338', 'canada-counter'],
      },
      {
        id: 'conditional',
        title: 'Extension with concessions',
        picks: { 'section-232': 'half', 'vehicle-content': 'floor', dairy: 'opened' },
        with: 'both',
        ends: ['us-338', 'canada-counter'],
      },
      {
        id: 'with-canada',
        title: 'Protocol with Canada',
        picks: { 'vehicle-content': 'floor', dairy: 'opened' },
        with: 'CAN',
        ends: ['us-338', 'canada-counter'],
      },
      {
        id: 'with-mexico',
        title: 'Protocol with Mexico',
        picks: { 'vehicle-content': 'floor' },
        with: 'MEX',
        ends: [],
      },
    ],
    escalations: [
      escalation('us-338', 'USA', 'CAN', [{ verb: 'lift', measures: s338, on: day }], { standing: true }),
      escalation(
        'us-cars',
        'USA',
        'CAN',
        [{ verb: 'enact', measures: measuresOf(law, ['us-threat-vehicles-canada']), on: day }],
        { announced: 0.3 },
      ),
      escalation('us-mexico', 'USA', 'MEX', [duty('USA', 'MEX', 0.05)]),
      escalation(
        'canada-counter',
        'CAN',
        'USA',
        [{ verb: 'lift', measures: ['canada-counter-tariffs-2026'], on: day }],
        { standing: true, answers: ['us-338', 'us-cars'] },
      ),
      escalation('mexico-answer', 'MEX', 'USA', [duty('MEX', 'USA', 0.05)], { answers: ['us-mexico'] }),
    ],
    regimes: {
      'bilateral-one': lapse(usAndMexico),
      'bilateral-other': lapse(usAndCanada),
      'without-proposer': lapse([...usAndCanada, ...usAndMexico]),
      expired: lapse([...usAndCanada, ...usAndMexico]),
    },
    news: [],
    reviews: Array.from({ length: 11 }, (_, t) => 2026 + t),
  };
}

const stance = (party: string, parts: Partial<Stance>) =>
  neutralStance(party, { precision: figure(20), ...parts });

/** The three as they are after the review: the United States pays for backing down, nobody likes limbo. */
export function stancesOnRecord(): Stance[] {
  return [
    stance('USA', {
      audienceCost: figure(0.15),
      uncertainty: figure(0.01),
      leaving: figure(0.3),
      revoking: figure(0.05),
      sectorWeights: { STL: figure(2), VEH: figure(1.5), VPT: figure(1.5) },
    }),
    stance('CAN', {
      audienceCost: figure(0.1),
      uncertainty: figure(0.05),
      trust: { USA: figure(0.02), MEX: figure(0.02) },
      breakingFront: figure(0.05),
    }),
    stance('MEX', {
      audienceCost: figure(0.05),
      uncertainty: figure(0.05),
      trust: { USA: figure(0.02), CAN: figure(0.03) },
      breakingFront: figure(0.05),
    }),
  ];
}

export function caseOnRecord(law: Law, parts: Partial<NegotiatedScenario> = {}): NegotiatedScenario {
  return {
    version: 1,
    id: 'on-record',
    title: 'A negotiation on the law of October 2026',
    question: 'What comes of it?',
    author: 'test',
    date: '2026-10-06',
    sources: [],
    leavesOut: [],
    asOf: 'latest',
    changes: [],
    elasticities: { set: 'central', sectors: {} },
    deficits: 'held',
    horizon: 2036,
    transitionSpeed: 0.36,
    growth: 0,
    expect: [],
    lineage: ['on-record'],
    file: 'on-record.yaml',
    negotiation: {
      table: tableOnRecord(law),
      stances: stancesOnRecord(),
      concept: 'quantal',
      economistsView: false,
    },
    ...parts,
  };
}
