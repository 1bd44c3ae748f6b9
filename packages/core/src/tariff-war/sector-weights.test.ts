import { describe, expect, it } from 'vitest';
import type { Economy } from '../economy/economy.ts';
import type { Stance } from '../negotiation/stance.ts';
import { sectorWeights } from './sector-weights.ts';

const figure = (value: number) => ({ value, origin: 'normalised' as const, because: 'for a test' });
const economy = { sectors: [{ code: 'A' }, { code: 'B' }, { code: 'C' }] } as unknown as Economy;
/** Of two regions: in the second, sectors make up a half, three tenths and a fifth of value added. */
const valueAdded = Float64Array.of(7, 7, 7, 50, 30, 20);
const weigh = (written: Readonly<Record<string, number>>, pressure = 1) =>
  sectorWeights(economy, valueAdded, 1, {
    sectorWeights: Object.fromEntries(Object.entries(written).map(([code, value]) => [code, figure(value)])),
    domesticPressure: figure(pressure),
  } satisfies Pick<Stance, 'sectorWeights' | 'domesticPressure'>);

describe('weights on sectors', () => {
  it('are measured from their mean over value added', () => {
    // λ = 3, 1, 1: mean 2; (3/2 − 1)·0.5, (1/2 − 1)·0.3, (1/2 − 1)·0.2.
    expect([...weigh({ A: 3 })]).toEqual([0.25, -0.15, -0.1].map((value) => expect.closeTo(value, 15)));
  });

  it('sum to nothing, and grow with pressure at home', () => {
    const plain = weigh({ A: 3, C: 0.2 });
    const pressed = weigh({ A: 3, C: 0.2 }, 1.7);
    expect(plain.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 15);
    expect([...pressed]).toEqual([...plain].map((value) => expect.closeTo(1.7 * value, 15)));
  });

  it('are exactly nothing where they are alike', () => {
    // 1/3 throughout has a mean that is not 1/3 to the last digit.
    for (const value of [1, 1 / 3, 2])
      expect([...weigh({ A: value, B: value, C: value })]).toEqual([0, 0, 0]);
    expect([...weigh({})]).toEqual([0, 0, 0]);
  });
});
