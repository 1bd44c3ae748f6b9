import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Circle,
  checkAccounts,
  provenanceShares,
  regionSizes,
  sectorSizes,
  sourceUses,
  tradeBetweenParties,
} from '@usmca-sim/core';
import { describe, expect, test } from 'vitest';
import { economy2024 } from '../src/index.ts';

const economy = economy2024();
const docs = readFileSync(fileURLToPath(new URL('../../../docs/data.md', import.meta.url)), 'utf8');

/** Share of goods trade whose value is observed, in percent. */
function observed(circle: Circle, figure: 'value' | 'duty' = 'value'): number {
  const found = provenanceShares(economy).find(
    (row) => row.circle === circle && row.figure === figure && row.trade === 'goods',
  );
  return found!.shares.observed * 100;
}

describe('the economy of 2024', () => {
  test('has 8 regions, 28 sectors and accounts that add up', () => {
    expect(economy.regions.map((region) => region.code)).toEqual(
      'USA CAN MEX CHN EU27 JPN KOR ROW'.split(' '),
    );
    expect(economy.sectors).toHaveLength(28);
    expect(economy.sectors.filter((sector) => sector.kind === 'goods')).toHaveLength(22);
    expect(checkAccounts(economy)).toEqual({ breaks: [], notes: [] });
    expect(economy.hash).toMatch(/^[0-9a-f]{12}$/);
  });

  // Official totals: US Census imports for consumption; Bureau of Transportation Statistics exports; 2024.
  test('reproduces the official totals of US goods trade', () => {
    const goods = (exporter: string, importer: string) =>
      tradeBetweenParties(economy).find((row) => row.exporter === exporter && row.importer === importer)!
        .goods;
    expect(goods('CAN', 'USA')).toBeCloseTo(411_693.8, 1);
    expect(goods('MEX', 'USA')).toBeCloseTo(503_438.6, 1);
    expect(goods('USA', 'CAN')).toBeCloseTo(348_503.4, 1);
    expect(goods('USA', 'MEX')).toBeCloseTo(334_041.4, 1);
    expect(goods('MEX', 'CAN')).toBeCloseTo(34_300, 1);
  });

  // The compilation of the base states HS10 plus HS2 records at 97.6%, 65.5% and 25.3% of goods trade, of which
  // the splits inside HS 27 and 87 (9.6 points within North America) are counted here as imputed.
  test('counts as observed what rests on a customs record of its own', () => {
    expect(observed('within the parties')).toBeCloseTo(88.0, 0);
    expect(observed('touching a party')).toBeLessThan(65.5);
    expect(observed('touching a party')).toBeGreaterThan(60);
    expect(observed('all pairs')).toBeGreaterThan(23);
    expect(observed('all pairs')).toBeLessThan(25.3);
  });

  test('names a source for every value and every duty', () => {
    const uses = sourceUses(economy);
    expect(uses.filter((use) => use.kind === 'not stated')).toEqual([]);
    expect(uses.filter((use) => use.valueCells + use.dutyCells === 0)).toEqual([]);
    const imputedSplits = uses.find((use) => use.id === 'bts-hs2-split')!;
    expect(imputedSplits.valueCells).toBe(8);
  });

  test('figures in docs/data.md are those of the data', () => {
    const percent = (value: number) => `${value.toFixed(1)}%`;
    const row = (circle: Circle) =>
      `| ${circle} | ${percent(observed(circle))} | ${percent(observed(circle, 'duty'))} |`;
    for (const circle of ['within the parties', 'touching a party', 'all pairs'] as const) {
      expect(docs).toContain(row(circle));
    }
    for (const pair of tradeBetweenParties(economy)) {
      const billions = (value: number) => (value / 1000).toFixed(1);
      expect(docs).toContain(
        `| ${pair.exporter} to ${pair.importer} | ${billions(pair.goods)} | ${billions(pair.services)} |`,
      );
    }
  });

  test('sizes of sectors and regions add up to the whole', () => {
    const within = tradeBetweenParties(economy).reduce((sum, pair) => sum + pair.total, 0);
    const bySector = sectorSizes(economy).reduce((sum, sector) => sum + sector.tradeWithin, 0);
    expect(bySector / within).toBeCloseTo(1, 12);
    const deficit = regionSizes(economy).map((region) => region.imports - region.exports);
    deficit.forEach((value, n) => {
      expect(value).toBeCloseTo(economy.deficit[n]!, 3);
    });
  });

  // Caliendo and Parro (2015, table 1, 99% sample) within 1 to 12; Boehm, Levchenko and Pandalai-Nayar (2023).
  test('offers four sets of elasticities', () => {
    const at = (set: string, sector: string) =>
      economy.elasticities.get(set)![economy.sectors.findIndex((one) => one.code === sector)];
    expect([...economy.elasticities.keys()]).toEqual([
      'central',
      'caliendo-parro',
      'lashkaripour-lugovskyy',
      'boehm-et-al',
    ]);
    expect(economy.defaultElasticities).toBe('central');
    expect(at('caliendo-parro', 'PET')).toBe(12);
    expect(at('caliendo-parro', 'OTE')).toBe(1);
    expect(at('boehm-et-al', 'VEH')).toBe(2);
    expect(at('central', 'PUB')).toBe(4.55);
  });
});
