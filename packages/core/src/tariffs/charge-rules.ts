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
  const size = cell.goods.length;
  const names = new Uint8Array(size);
  const cover = new Float64Array(size);
  const rate = [new Float64Array(size), new Float64Array(size)] as const;
  const part = [new Float64Array(size), new Float64Array(size)] as const;
  cell.goods.forEach((goods, p) => {
    if (!isNamed(charge, goods)) return;
    names[p] = 1;
    const { group } = goods;
    const content = group ? contentOf(group, charge.base) : 1;
    cover[p] = content;
    const listed = listRate(charge, goods);
    const ordinary = group?.ordinaryDuty ?? cell.ordinary;
    rate[0][p] = listed ?? rateOver(charge.rate, ordinary);
    // Claimed goods pay no ordinary duty: all of a ceiling is left to charge.
    rate[1][p] = listed ?? rateOver(charge.rate, group ? 0 : ordinary);
    part[0][p] = content;
    part[1][p] =
      charge.usmca === 'exempt' ? 0 : charge.usmca === 'applies' ? content : content * (1 - cell.usContent);
  });
  if (!names.includes(1)) return undefined;
  return {
    kind: 'duty',
    owner,
    on: dayNumber(charge.from),
    until: charge.until === undefined ? Infinity : dayNumber(charge.until),
    names,
    cover,
    rate,
    part,
    sparesUsContent: charge.usmca === 'non-us-content',
  };
}

function isNamed({ lists, except }: Charge, goods: CellGoods): boolean {
  if (except?.some((list) => goods.lists.has(list))) return false;
  return lists === undefined || lists.some((list) => goods.lists.has(list));
}

function listRate({ lists }: Charge, { listRates }: CellGoods): number | undefined {
  if (!listRates) return undefined;
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
