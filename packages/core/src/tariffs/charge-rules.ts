import { dayNumber } from './calendar.ts';
import type { CellGoods } from './cell-goods.ts';
import type { CellRule } from './cell-rule.ts';
import type { ProductGroup } from './goods.ts';
import type { Charge, ChargeBase, Rate } from './measure.ts';

/** The cell that a charge is laid out over. */
export interface CellLaw {
  readonly exporter: string;
  readonly sector: string;
  readonly goods: readonly CellGoods[];
  /** Ordinary duty of the cell. */
  readonly ordinary: number;
  /** United States content of claimed vehicles. */
  readonly usContent: number;
}

/** A charge over the goods of a cell, or undefined where it names none of them. */
export function ruleOfCharge(charge: Charge, owner: number, cell: CellLaw): CellRule | undefined {
  if (charge.exporters && !charge.exporters.includes(cell.exporter)) return undefined;
  if (charge.sectors && !charge.sectors.includes(cell.sector)) return undefined;
  const names: number[] = cell.goods.map((goods) => (isNamed(charge, goods) ? 1 : 0));
  if (!names.includes(1)) return undefined;
  const { usmca } = charge;
  const { goods } = cell;
  const rateFor = (claimed: boolean) =>
    goods.map(({ group, listRates }) => {
      const listed = listRates && listRate(charge, listRates);
      if (listed !== undefined) return listed;
      // Claimed goods pay no ordinary duty: all of a ceiling is left to charge.
      return rateOver(charge.rate, group ? (claimed ? 0 : group.ordinaryDuty) : cell.ordinary);
    });
  const cover = goods.map(({ group }) => (group ? contentOf(group, charge.base) : 1));
  // Arrays that would be equal are one array: there are thousands of rules.
  const unclaimed = rateFor(false);
  const rate = [unclaimed, typeof charge.rate === 'number' ? unclaimed : rateFor(true)] as const;
  const claimedPart = usmca === 'exempt' ? 0 : usmca === 'applies' ? 1 : 1 - cell.usContent;
  const part = [cover, claimedPart === 1 ? cover : cover.map((content) => content * claimedPart)] as const;
  return {
    kind: 'duty',
    owner,
    on: dayNumber(charge.from),
    until: charge.until === undefined ? Infinity : dayNumber(charge.until),
    names,
    cover,
    rate,
    part,
    sparesUsContent: usmca === 'non-us-content',
  };
}

function isNamed({ lists, except }: Charge, goods: CellGoods): boolean {
  if (except?.some((list) => goods.lists.has(list))) return false;
  return lists === undefined || lists.some((list) => goods.lists.has(list));
}

function listRate({ lists }: Charge, listRates: ReadonlyMap<string, number>): number | undefined {
  for (const list of lists ?? []) {
    const rate = listRates.get(list);
    if (rate !== undefined) return rate;
  }
  return undefined;
}

/** What a rate adds over an ordinary duty. */
export function rateOver(rate: Rate, ordinary: number): number {
  return typeof rate === 'number' ? rate : Math.max(0, rate.upTo - ordinary);
}

function contentOf(group: ProductGroup, base: ChargeBase): number {
  switch (base) {
    case 'value':
      return 1;
    case 'steel-content':
      return group.steelContent;
    case 'aluminium-content':
      return group.aluminiumContent;
    case 'copper-content':
      return group.copperContent;
    default:
      throw new RangeError(`not foreseen: ${base satisfies never}`);
  }
}
