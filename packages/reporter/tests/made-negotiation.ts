import type {
  NegotiationResult,
  NegotiationTable,
  PathStep,
  PayoffParts,
  RegimeKind,
  Spread,
  Stance,
} from '@usmca-sim/core';
import type { NegotiatedCase } from '../src/negotiation/index.ts';

const reasoned = (value: number) => ({ value, origin: 'normalised' as const, because: 'made by hand' });

function stance(party: string, audienceCost: number): Stance {
  return {
    id: `${party.toLowerCase()}-made`,
    title: party,
    party,
    author: 'made by hand',
    sources: [],
    objectives: [],
    redLines: [],
    sectorWeights: {},
    audienceCost: reasoned(audienceCost),
    domesticPressure: reasoned(1.5),
    patience: reasoned(0.9),
    uncertainty: reasoned(0.02),
    trust: {},
    breakingFront: reasoned(0),
    leaving: reasoned(0),
    revoking: reasoned(0),
    types: [],
    precision: reasoned(20),
  };
}

const table: NegotiationTable = {
  id: 'made-table',
  title: 'A table made by hand',
  sources: [],
  parties: ['USA', 'CAN', 'MEX'],
  issues: [
    {
      id: 'metals',
      title: 'Duties on metals',
      options: [
        {
          id: 'as-is',
          title: 'as they are',
          effects: [],
          worth: {},
          concession: {},
          because: 'made by hand',
        },
        {
          id: 'half',
          title: 'halved',
          effects: [],
          worth: {},
          concession: { USA: 0.5 },
          because: 'made by hand',
        },
      ],
    },
  ],
  packages: [
    { id: 'clean', title: 'Clean extension', picks: { metals: 'half' }, with: 'both', ends: [] },
    { id: 'with-mexico', title: 'Protocol with Mexico', picks: { metals: 'as-is' }, with: 'MEX', ends: [] },
  ],
  escalations: [
    {
      id: 'cars',
      title: '50% on cars',
      by: 'USA',
      against: 'CAN',
      standing: false,
      effects: [],
      cost: 0,
      announced: 0.3,
      answers: [],
      because: 'made by hand',
    },
  ],
  regimes: {},
  news: [],
  reviews: [2026, 2027, 2028],
};

const level = (mean: number): Spread => ({ mean, low: 0.9 * mean, median: mean, high: 1.1 * mean });

const none: PayoffParts = {
  realIncome: 0,
  sectors: 0,
  audience: 0,
  action: 0,
  uncertainty: 0,
  relationship: 0,
};

function year(
  of: number,
  regimes: readonly (readonly [RegimeKind, number])[],
): NegotiationResult['years'][number] {
  return {
    year: of,
    regimes: regimes.map(([regime, probability]) => ({ regime, probability })),
    escalations: [0.25],
    realIncome: [level(0.01), level(0.2), level(-0.1)],
    flow: flows.map((row) => row.map((value) => level(1.02 * value))),
  };
}

/** Million US$, `[importer][exporter]`. */
const flows = [
  [0, 400_000, 500_000],
  [350_000, 0, 30_000],
  [330_000, 9_000, 0],
];

const noOffer = (of: number, probability: number): PathStep => ({
  year: of,
  players: [0],
  about: 'offer',
  move: 'no offer',
  probability,
  instead: { move: 'offer clean', loses: 0.06, decidedBy: 'audience' },
  regime: 'in-force',
});

/** A negotiation made by hand: three reviews, nothing in it was solved. */
export function madeNegotiation(parts: Partial<NegotiationResult> = {}): NegotiationResult {
  return {
    choices: {
      table,
      stances: [stance('USA', 0.2), stance('CAN', 0.1), stance('MEX', 0.05)],
      concept: 'quantal',
      economistsView: false,
    },
    states: [
      { regime: 'in-force', packages: [], escalations: 0, trust: 0 },
      { regime: 'extended', packages: [0], escalations: 0, trust: 1 },
    ],
    yearly: [
      [none, none, none],
      [none, none, none],
    ],
    policies: [
      {
        policy: { regime: 'in-force', packages: [], escalations: 0 },
        realIncome: [0, 0, 0],
        flow: flows,
      },
      {
        policy: { regime: 'extended', packages: [0], escalations: 0 },
        realIncome: [0.01, 0.3, 0.1],
        flow: flows,
      },
    ],
    policyOf: [0, 1],
    years: [
      year(2026, [
        ['in-force', 0.7],
        ['bilateral-other', 0.2],
        ['extended', 0.1],
      ]),
      year(2027, [
        ['in-force', 0.5],
        ['bilateral-other', 0.3],
        ['extended', 0.2],
      ]),
      year(2028, [
        ['expired', 0.35],
        ['bilateral-other', 0.4],
        ['extended', 0.25],
      ]),
    ],
    path: [
      {
        year: 2026,
        players: [1, 2],
        about: 'caucus',
        move: 'join / apart',
        probability: 0.6,
        regime: 'in-force',
      },
      noOffer(2026, 0.8),
      noOffer(2027, 0.7),
      noOffer(2028, 0.9),
    ],
    value: [
      {
        realIncome: 0.0104,
        sectors: 0.0104,
        audience: -0.0304,
        action: 0,
        uncertainty: -0.2,
        relationship: 0,
      },
      { ...none, realIncome: 1.5 },
      { ...none, realIncome: -0.3 },
    ],
    policyTable: [
      {
        year: 2026,
        state: 0,
        probability: 1,
        moves: [{ players: [0], about: 'offer', move: 'no offer', probability: 0.8 }],
      },
    ],
    solved: {
      maximumRegret: 0.03,
      otherEquilibria: 2,
      equilibria: 2,
      positions: 40,
      precision: [20, 20, 20],
    },
    ...parts,
  };
}

export function madeNegotiatedCase(id: string, parts: Partial<NegotiationResult> = {}): NegotiatedCase {
  return {
    id,
    title: `Case ${id}`,
    regions: [
      { code: 'USA', name: 'United States' },
      { code: 'CAN', name: 'Canada' },
      { code: 'MEX', name: 'Mexico' },
    ],
    unit: 'million US$',
    negotiation: madeNegotiation(parts),
  };
}

/** The same where the United States may be of two types, about which something is learned at every review. */
export function madeNegotiationOfTypes(): NegotiationResult {
  const { choices, ...rest } = madeNegotiation();
  const [usa, ...others] = choices.stances;
  const type = (id: string, title: string, probability: number) => ({
    id,
    title,
    probability,
    audienceCost: 1,
    uncertainty: 0.02,
    because: 'made by hand',
  });
  const types = [type('tough', 'Means it', 0.75), type('soft', 'Would settle', 0.25)];
  return {
    ...rest,
    choices: { ...choices, concept: 'private-types', stances: [{ ...usa!, types }, ...others] },
    beliefs: {
      party: 0,
      types: ['tough', 'soft'],
      path: [
        { mean: 0.25, ifFirst: 0.25, ifSecond: 0.25 },
        { mean: 0.25, ifFirst: 0.2, ifSecond: 0.4 },
        { mean: 0.25, ifFirst: 0.15, ifSecond: 0.55 },
        { mean: 0.25, ifFirst: 0.1, ifSecond: 0.7 },
      ],
    },
  };
}
