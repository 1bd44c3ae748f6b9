import type { Economy, Law, TariffMeasure } from '@usmca-sim/core';

/** Four regions by two sectors, every cross-border flow 10 and every domestic one 100; goods pay 5%. */
export function madeEconomy(): Economy {
  const [N, J] = [4, 2];
  const flow = new Float64Array(N * N * J).fill(10);
  const duty = new Float64Array(N * N * J);
  for (let n = 0; n < N; n++) {
    for (let i = 0; i < N; i++) {
      for (let j = 0; j < J; j++) {
        const cell = (n * N + i) * J + j;
        if (n === i) flow[cell] = 100;
        else if (j === 0) duty[cell] = 0.05;
      }
    }
  }
  return {
    id: 'made',
    title: 'Made by hand',
    year: 2024,
    unit: 'million US$',
    regions: [
      { code: 'USA', name: 'United States' },
      { code: 'CAN', name: 'Canada' },
      { code: 'MEX', name: 'Mexico' },
      { code: 'ROW', name: 'Rest of the world' },
    ],
    sectors: [
      { code: 'AGR', name: 'Agriculture', kind: 'goods' },
      { code: 'FIN', name: 'Finance', kind: 'services' },
    ],
    parties: [0, 1, 2],
    flow,
    duty,
    valueAddedShare: new Float64Array(N * J).fill(0.5),
    inputShare: new Float64Array(N * J * J).fill(0.25),
    finalShare: new Float64Array(N * J).fill(0.5),
    valueAdded: new Float64Array(N).fill(130),
    deficit: new Float64Array(N),
    elasticities: new Map([['central', new Float64Array([4, 5])]]),
    defaultElasticities: 'central',
    sources: [
      { id: 'a', kind: 'observed', description: 'Customs records' },
      { id: 'b', kind: 'imputed', description: 'Grown by 4.2% from 2023' },
      { id: 'c', kind: 'imputed', description: 'Grown by 1% from 2023' },
    ],
    flowSource: Uint16Array.from({ length: N * N * J }, (_, at) =>
      at % J === 0 ? 0 : 1 + (at % 3 === 0 ? 1 : 0),
    ),
    dutySource: new Uint16Array(N * N * J),
    accounts: 'to-be-balanced',
    hash: 'feedfacefeed',
  };
}

/** Two measures of the United States and a threat, on the goods of the made economy; in force at different times. */
export const madeMeasures: readonly TariffMeasure[] = [
  {
    id: 'us-fentanyl-canada',
    title: 'Fentanyl emergency duty on Canada',
    authority: 'ieepa',
    importer: 'USA',
    exporters: ['CAN'],
    status: 'law',
    charges: [
      { rate: 0.25, base: 'value', usmca: 'exempt', from: '2025-03-07', until: '2025-08-01' },
      { rate: 0.35, base: 'value', usmca: 'exempt', from: '2025-08-01', until: '2026-02-23' },
    ],
    yieldsTo: ['section-232'],
    addsTo: [],
    inBase: false,
    source: 'made by hand',
    confidence: 'official',
    note: 'Energy is left out here.',
  },
  {
    id: 'us-steel',
    title: 'Steel',
    authority: 'section-232',
    importer: 'USA',
    exporters: ['CAN', 'MEX', 'ROW'],
    status: 'law',
    charges: [{ lists: ['steel'], rate: 0.5, base: 'steel-content', usmca: 'applies', from: '2025-03-12' }],
    yieldsTo: [],
    addsTo: [],
    inBase: false,
    source: 'made by hand',
    confidence: 'news',
  },
  {
    id: 'us-threat-canada',
    title: 'Threat of 100% on Canada',
    authority: 'ieepa',
    importer: 'USA',
    exporters: ['CAN'],
    status: 'threat',
    charges: [{ rate: 1, base: 'value', usmca: 'applies', from: '2026-02-01' }],
    yieldsTo: [],
    addsTo: ['all'],
    inBase: false,
    source: 'made by hand',
    confidence: 'news',
  },
];

export const madeLaw: Law = {
  measures: madeMeasures,
  goods: {
    lists: [{ id: 'steel', title: 'Steel articles' }],
    groups: [],
    coverage: [
      {
        list: 'steel',
        importer: 'USA',
        exporter: 'MEX',
        sector: 'AGR',
        share: 0.1,
        basis: 'made by hand',
      },
    ],
  },
  claims: { scale: 0.05, speed: 0.5, memory: 12, since: '2025-01-01' },
  usContent: {},
  situations: [
    { id: 'base', title: 'Law of 2024', date: '2024-12-31' },
    { id: 'september-2025', title: 'Law of September 2025', date: '2025-09-19' },
  ],
  covered: { first: '2024-01-01', last: '2026-06-30' },
  hash: 'made-law',
};
