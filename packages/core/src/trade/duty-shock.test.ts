import { describe, expect, it } from 'vitest';
import { randomEconomy } from '../../tests/random-economy.ts';
import { flowsIn, tradeValue } from '../economy/flow-scope.ts';
import { dutyShock } from './duty-shock.ts';

const economy = randomEconomy(7, { regions: 3, traded: 2, sheltered: 1 });
const [home, near, far] = economy.regions.map(({ code }) => code) as [string, string, string];
const [first, second] = economy.sectors.map(({ code }) => code) as [string, string];
const J = economy.sectors.length;

describe('flows named by codes', () => {
  it('are at their place in the layout of the economy', () => {
    const cells = flowsIn(economy, { importer: near, exporter: [home, near, far], sectors: second });
    expect(cells.map(({ at }) => at)).toEqual([(1 * 3 + 0) * J + 1, (1 * 3 + 2) * J + 1]);
  });

  it('add up to the imports of a region', () => {
    const imports = [0, 1, 2]
      .filter((i) => i !== 1)
      .flatMap((i) => [...economy.flow.subarray((3 + i) * J, (4 + i) * J)])
      .reduce((sum, value) => sum + value, 0);
    const scope = { importer: near, exporter: [home, near, far] };
    expect(tradeValue(economy, economy.flow, scope)).toBeCloseTo(imports, 10);
  });

  it('say which code there is not', () => {
    expect(() => flowsIn(economy, { importer: 'UAS', exporter: home })).toThrow('there is no region "UAS"');
    expect(() => flowsIn(economy, { importer: near, exporter: home, sectors: 'XX' })).toThrow(
      'there is no sector "XX"',
    );
  });
});

describe('duties that change', () => {
  it('are set, or come on top; the later change of a flow counts', () => {
    const at = (0 * 3 + 1) * J + 1;
    const { cells } = dutyShock(
      economy,
      { importer: home, exporter: near, sectors: [first, second], to: 0.5 },
      { importer: home, exporter: near, sectors: second, add: 0.25 },
    );
    expect(cells.map(({ importer, exporter, sector }) => [importer, exporter, sector])).toEqual([
      [0, 1, 0],
      [0, 1, 1],
    ]);
    expect(cells.map(({ bundles }) => bundles[0]!.duty)).toEqual([0.5, economy.duty[at]! + 0.25]);
  });

  it('fall on goods unless told', () => {
    const goods = economy.sectors.flatMap(({ kind }, j) => (kind === 'goods' ? [j] : []));
    const { cells } = dutyShock(economy, { importer: home, exporter: near, to: 0 });
    expect(cells.map(({ sector }) => sector)).toEqual(goods);
  });

  it('are not below zero', () => {
    expect(() => dutyShock(economy, { importer: home, exporter: near, add: -9 })).toThrow('is below 0');
    expect(() => dutyShock(economy, { importer: home, exporter: near, to: Number.NaN })).toThrow(RangeError);
  });
});
