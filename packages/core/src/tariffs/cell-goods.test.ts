import { expect, test } from 'vitest';
import { CoverageOverflow, goodsOfCoverage, type ListDays } from './cell-goods.ts';
import type { Coverage } from './goods.ts';

const covers = (list: string, share: number): Coverage => ({
  list,
  importer: 'HOM',
  exporter: 'FOR',
  sector: 'GDS',
  share,
  basis: 'made up',
});
const always = { on: 0, until: Infinity };
const days: ListDays = new Map(['metals', 'surcharge', 'levy'].map((list) => [list, always]));
const goodsOf = (coverage: Coverage[], apart?: (a: string, b: string) => boolean) =>
  goodsOfCoverage(coverage, days, apart).map(({ share, lists }) => [+share.toFixed(9), [...lists].sort()]);

test('lists that fit stand side by side, whether the law keeps them apart or not', () => {
  const fitting = [covers('metals', 0.3), covers('surcharge', 0.6)];
  const expected = [
    [0.3, ['metals']],
    [0.6, ['surcharge']],
    [0.1, []],
  ];
  expect(goodsOf(fitting)).toEqual(expected);
  expect(goodsOf(fitting, () => false)).toEqual(expected);
});

test('lists that do not fit share goods where the law does not keep them apart', () => {
  const brought = [covers('metals', 0.3), covers('surcharge', 0.6), covers('levy', 0.7)];
  const metalsApart = (a: string, b: string) => a === 'metals' || b === 'metals';
  expect(goodsOf(brought, metalsApart)).toEqual([
    [0.3, ['metals']],
    [0.6, ['levy', 'surcharge']],
    [0.1, ['levy']],
  ]);
});

test('more than the flow on lists that are kept apart is refused by the name of the list', () => {
  const over = [covers('metals', 0.5), covers('levy', 0.7)];
  expect(() => goodsOf(over, () => true)).toThrow(CoverageOverflow);
  expect(() => goodsOf(over, () => true)).toThrow(
    'HOM from FOR of GDS: 0.7 is on levy, 0.5 is not on other lists',
  );
});
