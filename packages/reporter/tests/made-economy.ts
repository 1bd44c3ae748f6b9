import type { Economy, Law } from '@usmca-sim/core';

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

const base = {
  id: 'base',
  title: 'Law of 2024',
  date: '2024-12-31',
  measures: [],
  lines: [],
};
export const madeLaw: Law = {
  situations: [base],
  on: () => base,
  covered: '2024-01-01 to 2024-12-31',
  hash: 'made-law',
};
