import { describe, expect, it } from 'vitest';
import { madeEconomy, madeLaw, madeScenario } from '../../tests/made-scenario.ts';
import { figure } from './facts.ts';
import { resultMeasure } from './measures.ts';
import { runScenario } from './run-scenario.ts';

const result = runScenario(madeEconomy, madeLaw, madeScenario());
const { longRun, regions, sectors } = result;
const N = regions.length;
const J = sectors.length;
const at = (id: string, region: string, sector?: string) =>
  figure(result, resultMeasure(id), longRun, sector === undefined ? { region } : { region, sector });

// Sums over the arrays of a result, written out.
describe('a measure', () => {
  it('of the real wage is the wage over consumer prices', () => {
    for (const [n, { code }] of regions.entries()) {
      const expected = longRun.wage[n]! / longRun.consumerPrices[n]!;
      expect(at('real-wage', code)).toBeCloseTo(expected, 12);
    }
    // The duty moves prices: dividing and multiplying by them are not the same.
    expect(Math.abs(longRun.consumerPrices[0]! - 1)).toBeGreaterThan(1e-3);
  });

  it('of the share in third markets is a share of what R2 and R3, who are no parties, import', () => {
    for (const [j, { code: sector }] of sectors.entries()) {
      if (sector === 'S3') continue;
      const bought = Array.from({ length: N }, () => 0);
      for (const n of [2, 3])
        for (let i = 0; i < N; i++) if (i !== n) bought[i]! += longRun.flow[(n * N + i) * J + j]!;
      const all = bought.reduce((sum, value) => sum + value, 0);
      expect(at('third-market-share', 'R0', sector)).toBeCloseTo((100 * bought[0]!) / all, 10);
      expect(at('third-market-share', 'R1', sector)).toBeCloseTo((100 * bought[1]!) / all, 10);
      const together = (100 * (bought[0]! + bought[1]!)) / all;
      expect(at('third-market-share', 'parties', sector)).toBeCloseTo(together, 10);
    }
  });
});
