import { describe, expect, test } from 'vitest';
import { canadianDollarsPerUsDollar, economy2024, lawOf } from '../src/index.ts';
import { dutiesUnder, flowValue, sum } from './duty-averages.ts';

const law = lawOf(economy2024());
const { average, added } = dutiesUnder(law);
const onUs = (date: string) => average(date, 'CAN', 'USA');

/** Billion Canadian dollars of US goods on lists. */
function inBillions(...lists: string[]): number {
  const coverage = law.goods.coverage.filter(
    ({ list, importer, exporter }) => lists.includes(list) && importer === 'CAN' && exporter === 'USA',
  );
  const value = sum(coverage.map(({ sector, share }) => share * flowValue('CAN', 'USA', sector)));
  return (value * canadianDollarsPerUsDollar) / 1000;
}

const charged = 0.6944;

describe("Canada's duties on US goods", () => {
  // Bank of Canada, Monetary Policy Report January 2026, table 1, remissions included: 0.0% before 2025, 2.6% in July, 1.0%
  // in October 2025, 1.2% in January 2026. Two numbers are set to meet the second and third: the charged part of the
  // repealed lists, and the dutiable part of vehicles. The last is not met by construction.
  test('average what the Bank of Canada states', () => {
    expect(onUs('2024-12-31')).toBe(0);
    expect(onUs('2025-07-15')).toBeCloseTo(2.6, 2);
    expect(onUs('2025-10-15')).toBeCloseTo(1.0, 2);
    expect(Math.abs(onUs('2026-01-15') - 1.2)).toBeLessThan(0.05);
  });

  // Finance Canada: C$29.8 bn on each list of March 2025, of which C$15.6 bn are steel and aluminium.
  test('of the lists are their value, times the part charged on those that were repealed', () => {
    const first = inBillions('canada-list-of-march-4', 'canada-list-of-march-4-not-itemised');
    expect(first / charged).toBeCloseTo(29.8, 4);
    expect(inBillions('canada-list-of-march-13-other') / charged).toBeCloseTo(14.2, 4);
    expect(inBillions('canada-steel-and-aluminium')).toBeCloseTo(15.6, 4);
  });

  // At full value they would average 3.3%, and the repeal be 2.3 points instead of 1.6.
  test('would average 3.3% before the repeal without that part', () => {
    const after = onUs('2025-09-19');
    expect(after + (onUs('2025-08-31') - after) / charged).toBeCloseTo(3.304, 2);
  });

  // 648 items on C$27.6 bn, 413 at 50%, 214 at 25%, 21 at 15%: 40.6% on average where items weigh the same.
  test('of September 2026 bear on C$27.6 bn at 40.6% on average', () => {
    const value = (rate: number) => inBillions(`canada-list-of-september-2026-at-${rate}`);
    const total = value(50) + value(25) + value(15);
    expect(total).toBeCloseTo(27.6, 3);
    expect((50 * value(50) + 25 * value(25) + 15 * value(15)) / total).toBeCloseTo(40.61, 2);
    // With the 25 points more on C$15.6 bn of steel and aluminium, over C$ imports of goods.
    const goods = economy2024().sectors.filter(({ kind }) => kind === 'goods');
    const imports =
      (sum(goods.map(({ code }) => flowValue('CAN', 'USA', code))) * canadianDollarsPerUsDollar) / 1000;
    const rise = (27.6 * 40.61 + 15.6 * 25) / imports;
    expect(onUs('2026-09-08') - onUs('2026-09-07')).toBeCloseTo(rise, 2);
  });

  test('on steel bear on all of STL, at 25% and since September 2026 at 50%', () => {
    expect(added('2025-09-19', 'CAN', 'USA', 'STL')).toBeCloseTo(25, 9);
    expect(added('2026-10-06', 'CAN', 'USA', 'STL')).toBeCloseTo(50, 9);
  });

  test('have no counterpart in Mexico, which did not retaliate', () => {
    expect(average('2025-08-31', 'MEX', 'USA')).toBe(0);
    expect(average('2026-10-06', 'MEX', 'USA')).toBe(0);
  });
});

describe('duties of Canada and Mexico on third countries', () => {
  // The estimates of law/third-countries-of-canada-and-mexico.csv: surtax of 1 October 2024 on 60% of Chinese vehicles;
  // steel 20% from the surtax, and 30% with the quotas of December 2025; Mexico's rise on Chinese vehicles 10.8%.
  test('follow their dates', () => {
    expect(added('2024-09-30', 'CAN', 'CHN', 'VEH')).toBe(0);
    expect(added('2025-09-19', 'CAN', 'CHN', 'VEH')).toBeCloseTo(60, 6);
    expect(added('2026-03-01', 'CAN', 'CHN', 'VEH')).toBe(0);
    expect(added('2025-09-19', 'CAN', 'CHN', 'STL')).toBeCloseTo(20, 6);
    expect(added('2026-01-15', 'CAN', 'CHN', 'STL')).toBeCloseTo(30, 6);
    expect(added('2025-09-19', 'CAN', 'ROW', 'STL')).toBeCloseTo(8, 6);
    expect(added('2025-12-31', 'MEX', 'CHN', 'VEH')).toBe(0);
    expect(added('2026-01-01', 'MEX', 'CHN', 'VEH')).toBeCloseTo(10.8, 6);
  });
});
