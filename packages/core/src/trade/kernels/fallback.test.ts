import { afterEach, describe, expect, it, vi } from 'vitest';
import { randomEconomy } from '../../../tests/random-economy.ts';
import { createTradeModel } from '../trade-model.ts';

declare const WebAssembly: Record<'validate' | 'Module' | 'Instance' | 'Memory', unknown>;

const { validate, Module, Instance, Memory } = WebAssembly;

function refuse(): never {
  throw new RangeError('refused');
}

const economy = randomEconomy(21, { regions: 4, traded: 3, sheltered: 2 });
const cells = [0, 1, 2].map((sector) => ({
  importer: 0,
  exporter: 1,
  sector,
  bundles: [{ share: 1, duty: 0.5, tradeCost: 1 }],
}));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('plain loops', () => {
  it.each([
    { where: 'there is no WebAssembly', given: undefined },
    { where: 'its instructions are not known', given: { validate: () => false, Module, Instance, Memory } },
    { where: 'nothing may be compiled', given: { validate, Module: refuse, Instance, Memory } },
    { where: 'no memory may be reserved', given: { validate, Module, Instance, Memory: refuse } },
  ])('give the same equilibrium to 1e-9 where $where', async ({ given }) => {
    const expected = createTradeModel(economy).solve({ cells });
    vi.stubGlobal('WebAssembly', given);
    // What could be compiled is found out once: load the modules anew.
    vi.resetModules();
    const anew = await import('../trade-model.ts');
    const found = anew.createTradeModel(economy).solve({ cells });
    for (const of of ['wage', 'price', 'flow', 'realIncome'] as const) {
      expected[of].forEach((value, at) => {
        expect(Math.abs(found[of][at]! - value)).toBeLessThanOrEqual(1e-9 * value);
      });
    }
    // Plain arrays have no size to keep within.
    const { kernelMemory } = await import('./vector-kernels.ts');
    expect(kernelMemory(10).array(100_000)).toHaveLength(100_000);
  });
});
