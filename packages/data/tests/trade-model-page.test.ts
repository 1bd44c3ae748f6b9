import { readFileSync } from 'node:fs';
import {
  createTradeModel,
  decomposeWelfare,
  oneStepWelfare,
  type TradeShock,
  transitionYear,
  wedgeOf,
} from '@usmca-sim/core';
import { expect, test } from 'vitest';
import { economy2024 } from '../src/index.ts';

// The figures that docs/trade-model.md gives for its examples are what the model gives.
const page = readFileSync(new URL('../../../docs/trade-model.md', import.meta.url), 'utf8');
const economy = economy2024();
const regionAt = (code: string) => economy.regions.findIndex((region) => region.code === code);
const fixed = (value: number) => value.toFixed(2).replace('-', '−');

test('two bundles against their average duty', () => {
  const theta =
    economy.elasticities.get('central')![economy.sectors.findIndex(({ code }) => code === 'STL')]!;
  expect(page).toContain(`θ = ${theta}, the elasticity of steel`);
  const two = wedgeOf(
    [
      { share: 0.6, duty: 0.5, tradeCost: 1 },
      { share: 0.4, duty: 0, tradeCost: 1 },
    ],
    0,
    theta,
  );
  const one = wedgeOf([{ share: 1, duty: 0.3, tradeCost: 1 }], 0, theta);
  const row = (label: string, cell: (wedge: typeof one) => string) =>
    expect(page).toContain(`| ${label} | ${cell(two)} | ${cell(one)} |`);
  row(
    'price of the flow to its buyers',
    ({ weight }) => `+${(100 * (weight ** (-1 / theta) - 1)).toFixed(1)}%`,
  );
  row('duty collected, per dollar of base spending, other prices held', ({ weight, kept }) => {
    return `$${(weight * (1 - kept)).toFixed(3)}`;
  });
});

test('how much of a lasting change has taken place after some years', () => {
  const open = Float64Array.of(0);
  const parts: string[] = [];
  let flow = Float64Array.of(1);
  for (let year = 1; year <= 10; year++) {
    flow = transitionYear(flow, Float64Array.of(2), open, open, 0.36) as Float64Array<ArrayBuffer>;
    if ([1, 2, 3, 5, 10].includes(year)) parts.push(`${Math.round(100 * Math.log2(flow[0]!))}%`);
  }
  expect(page).toContain(`| part of the response | ${parts.join(' | ')} |`);
});

test('25% on both partners: exact, in one step and integrated', () => {
  const model = createTradeModel(economy);
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const importer = regionAt('USA');
  const shock: TradeShock = {
    cells: ['CAN', 'MEX'].map(regionAt).flatMap((exporter) =>
      economy.sectors.flatMap(({ kind }, sector) => {
        const duty = economy.duty[(importer * N + exporter) * J + sector]! + 0.25;
        return kind === 'goods'
          ? [{ importer, exporter, sector, bundles: [{ share: 1, duty, tradeCost: 1 }] }]
          : [];
      }),
    ),
  };
  const after = model.solve(shock);
  const oneStep = oneStepWelfare(economy, after).total;
  const parts = decomposeWelfare(model, shock, after);
  for (const [code, name] of [
    ['USA', 'United States'],
    ['CAN', 'Canada'],
    ['MEX', 'Mexico'],
  ] as const) {
    const n = regionAt(code);
    const figures = [
      100 * (after.realIncome[n]! - 1),
      oneStep[n]!,
      parts.termsOfTrade[n]!,
      parts.volumeOfTrade[n]!,
    ];
    expect(page).toContain(`| ${name} | ${figures.map(fixed).join(' | ')} |`);
  }
});
