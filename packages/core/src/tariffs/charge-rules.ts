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
  const cover: number[] = [];
  const rate: [number[], number[]] = [[], []];
  const part: [number[], number[]] = [[], []];
  for (const goods of cell.goods) {
    const { group } = goods;
    const content = group ? contentOf(group, charge.base) : 1;
    const listed = listRate(charge, goods);
    const ordinary = group?.ordinaryDuty ?? cell.ordinary;
    cover.push(content);
    rate[0].push(listed ?? rateOver(charge.rate, ordinary));
    // Claimed goods pay no ordinary duty: all of a ceiling is left to charge.
    rate[1].push(listed ?? rateOver(charge.rate, group ? 0 : ordinary));
    part[0].push(content);
    part[1].push(usmca === 'exempt' ? 0 : usmca === 'applies' ? content : content * (1 - cell.usContent));
  }
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
