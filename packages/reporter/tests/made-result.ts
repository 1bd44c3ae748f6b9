import type { Scenario, ScenarioResult, Situation, WorldState } from '@usmca-sim/core';

/**
 * A result made by hand, for looking at reports: 5 regions, 3 sectors. Flow n, i, j is worth
 * 1000·(n + 1) + 100·(i + 1) + 10·(j + 1) million in the base year, ten times that at home; nothing here was solved.
 */
export function madeResult(options: {
  id: string;
  title?: string;
  /** The part by which every foreign flow differs from the base year. */
  change?: number;
  duty?: number;
  scenario?: Partial<Scenario>;
  situation?: Partial<Situation>;
  madeBy?: Partial<ScenarioResult['madeBy']>;
}): ScenarioResult {
  const { id, change = 0, duty = 0 } = options;
  const base = state(0, 0);
  const longRun = state(change, duty);
  const situation: Situation = {
    id: 'august-2025',
    title: 'Law of August 2025',
    date: '2025-08-31',
    measures: [
      {
        id: 'canada-list-of-march-4',
        title: 'Canada: 25% on the list of 4 March',
        authority: 'surtax',
        importer: 'CAN',
        exporters: ['USA'],
        status: 'law',
        charges: [{ lists: ['march-4'], rate: 0.25, base: 'value', usmca: 'applies', from: '2025-03-04' }],
        yieldsTo: [],
        addsTo: [],
        inBase: false,
        source: 'made by hand',
        confidence: 'official',
      },
    ],
    ...options.situation,
  };
  const scenario: Scenario = {
    version: 1,
    id,
    title: options.title ?? `Case ${id}`,
    question: `What does ${id} do?`,
    author: 'A. Author',
    date: '2025-09-01',
    sources: ['made by hand'],
    leavesOut: ['quotas'],
    asOf: situation.id,
    changes: [],
    elasticities: { set: 'central', sectors: {} },
    deficits: 'held',
    horizon: 2030,
    transitionSpeed: 0.36,
    growth: 0,
    expect: [],
    lineage: [id],
    file: `${id}.yaml`,
    ...options.scenario,
  };
  return {
    version: 1,
    scenario,
    situation,
    madeBy: {
      package: '0.1.0',
      economy: 'made-by-hand',
      economyTitle: 'Made by hand, 5 regions by 3 sectors',
      economyHash: '0123456789ab',
      lawHash: 'ba9876543210',
      baseYear: 2024,
      unit: 'million US$',
      observedAmongParties: 0.9,
      observedInWorld: 0.25,
      elasticities: scenario.elasticities.set,
      deficits: scenario.deficits,
      transitionSpeed: scenario.transitionSpeed,
      growth: scenario.growth,
      tolerance: 1e-10,
      ...options.madeBy,
    },
    regions: [
      { code: 'USA', name: 'United States' },
      { code: 'CAN', name: 'Canada' },
      { code: 'MEX', name: 'Mexico' },
      { code: 'CHN', name: 'China' },
      { code: 'ROW', name: 'Rest of the world' },
    ],
    sectors: [
      { code: 'AGR', name: 'Agriculture, forestry and fishing', kind: 'goods' },
      { code: 'VEH', name: 'Motor vehicles', kind: 'goods' },
      { code: 'FIN', name: 'Finance', kind: 'services' },
    ],
    parties: [0, 1, 2],
    base,
    longRun,
    welfare: {
      total: filled(N, (n) => 100 * Math.log(longRun.realIncome[n]!)),
      termsOfTrade: filled(N, (n) => 60 * Math.log(longRun.realIncome[n]!)),
      volumeOfTrade: filled(N, (n) => 40 * Math.log(longRun.realIncome[n]!)),
      tradeCosts: filled(N, () => 0),
      steps: 16,
      tolerance: 1e-6,
    },
    diversion: {
      created: filled(N * J, () => 1000 * change),
      diverted: filled(N * N * J, (at) => {
        const n = Math.floor(at / (N * J));
        const i = Math.floor(at / J) % N;
        if (n === i) return 0;
        return change * 100 * (i === (n + 1) % N ? N - 2 : -1);
      }),
    },
    transition: [2025, 2026, 2027, 2028, 2029, 2030].map((year) => ({
      year,
      flow: state(change * (1 - 0.64 ** (year - 2024)), duty).flow,
    })),
    solves: { count: 3, worstResidual: 2e-12 },
  };
}

const N = 5;
const J = 3;

function filled(length: number, of: (at: number) => number): Float64Array {
  return Float64Array.from({ length }, (_, at) => of(at));
}

function state(change: number, duty: number): WorldState {
  const flow = filled(N * N * J, (at) => {
    const n = Math.floor(at / (N * J));
    const i = Math.floor(at / J) % N;
    const base = 1000 * (n + 1) + 100 * (i + 1) + 10 * ((at % J) + 1);
    return n === i ? 10 * base : base * (1 + change * (1 + i / 10));
  });
  const duties = filled(N * N * J, (at) => {
    const n = Math.floor(at / (N * J));
    const i = Math.floor(at / J) % N;
    return n === i || at % J === 2 ? 0 : 0.01 + duty * (n === 0 ? 1 : 0);
  });
  const income = filled(N, (n) => 1e6 / (n + 1));
  return {
    flow,
    volume: flow,
    statutoryDuty: duties,
    bannedShare: filled(N * N * J, () => 0),
    effectiveDuty: duties,
    output: filled(N * J, (at) => 5e5 / (at + 1)),
    valueAdded: filled(N * J, (at) => (2e5 / (at + 1)) * (1 + (change * ((at % J) - 1)) / 2)),
    price: filled(N * J, () => 1),
    wage: filled(N, (n) => 1 + change / (10 * (n + 1))),
    consumerPrices: filled(N, () => 1 - change / 20),
    income,
    tariffRevenue: filled(N, (n) => 500 * (n + 1) * (1 + 10 * duty)),
    realIncome: filled(N, (n) => 1 + change / (20 * (n + 1))),
    partyContent: filled(N, (n) => 0.9 - 0.01 * n + change / 100),
  };
}
