import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { economies } from '../../tests/random-economy.ts';
import type { Economy } from '../economy/economy.ts';
import { createTradeModel } from './trade-model.ts';
import { noShock } from './trade-shock.ts';
import { valueAddedContent } from './value-added-content.ts';

/** Two regions, one good; what `valueAddedContent` reads of an economy. */
function oneGood(valueAddedShare: number): Economy {
  const inputs = 1 - valueAddedShare;
  return {
    regions: [
      { code: 'HOM', name: 'Home' },
      { code: 'FOR', name: 'Foreign' },
    ],
    sectors: [{ code: 'GDS', name: 'Goods', kind: 'goods' }],
    valueAddedShare: Float64Array.of(valueAddedShare, valueAddedShare),
    inputShare: Float64Array.of(inputs, inputs),
    finalShare: Float64Array.of(1, 1),
  } as unknown as Economy;
}
// Home buys 80 at home and 20 abroad, foreigners 10 and 90.
const world = { flow: Float64Array.of(80, 20, 10, 90), expenditure: Float64Array.of(100, 100) };

describe('value-added content', () => {
  it('is the home share where goods are made without inputs', () => {
    const content = valueAddedContent(oneGood(1), world, [0]);
    expect(content[0]).toBeCloseTo(0.8, 12);
    expect(content[1]).toBeCloseTo(0.1, 12);
  });

  it('follows inputs through every stage: solved by hand, 9/13 and 2/13', () => {
    // v0 = 1/2 + q0/2, v1 = q1/2, q0 = 0.8 v0 + 0.2 v1, q1 = 0.1 v0 + 0.9 v1 give v0 = 11/13 and v1 = 1/13.
    const content = valueAddedContent(oneGood(0.5), world, [0]);
    expect(content[0]).toBeCloseTo(9 / 13, 9);
    expect(content[1]).toBeCloseTo(2 / 13, 9);
  });

  it('leaves duties out of both sides: as before, where half of what is spent on imports is duty', () => {
    // Goods made without inputs; home pays 20 for imports and 20 in duty on them: 80 of 100 is still home's.
    const taxed = { ...world, expenditure: Float64Array.of(120, 100) };
    expect(valueAddedContent(oneGood(1), taxed, [0])[0]).toBeCloseTo(0.8, 12);
  });

  it('lies between 0 and 1, adds up over regions to 1, and is 1 for all of them together', () => {
    fc.assert(
      fc.property(economies, (economy) => {
        const everyone = economy.regions.map((_, n) => n);
        const state = createTradeModel(economy).solve(noShock);
        const each = everyone.map((n) => valueAddedContent(economy, state, [n]));
        const together = valueAddedContent(economy, state, everyone);
        for (const n of everyone) {
          let sum = 0;
          for (const content of each) {
            expect(content[n]).toBeGreaterThanOrEqual(0);
            expect(content[n]).toBeLessThanOrEqual(1);
            sum += content[n]!;
          }
          expect(sum).toBeCloseTo(1, 7);
          expect(together[n]).toBeCloseTo(1, 7);
        }
      }),
      { numRuns: 40 },
    );
  });
});
