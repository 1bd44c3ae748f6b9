import type { Scope } from '../tariffs/change.ts';
import type { Coverage, GoodsTables, ProductGroup } from '../tariffs/goods.ts';
import { type Charge, isCharged, type TariffMeasure } from '../tariffs/measure.ts';
import type { RateChange } from './case-law.ts';

interface Flow {
  readonly importer: string;
  readonly exporter: string;
  readonly sector: string;
}

/** Whether a flow is part of a scope, whatever its goods. */
export function hasFlow(
  { importers, exporters, sectors }: Scope,
  { importer, exporter, sector }: Flow,
): boolean {
  return (
    importer !== exporter &&
    importers.includes(importer) &&
    exporters.includes(exporter) &&
    sectors.includes(sector)
  );
}

/** The product groups of a scope. */
export function groupsIn(scope: Scope, { groups }: GoodsTables): ProductGroup[] {
  return groups.filter((group) => hasFlow(scope, group) && isMeant(scope, group));
}

function isMeant({ goods }: Scope, { id, lists }: ProductGroup): boolean {
  return goods === undefined || goods.includes(id) || lists.some((list) => goods.includes(list));
}

/** A rate that goods of a scope bear on a day. */
export interface BorneRate {
  /** Fraction; `Infinity` under a ban. */
  readonly rate: number;
  /** The goods that bear it: a list, a group, or a flow. */
  readonly goods: string;
}

/** The rates of a measure that goods of a scope bear on a day, as law has them; none where it bears on nothing there. */
export function ratesIn(measure: TariffMeasure, scope: Scope, date: string, goods: GoodsTables): BorneRate[] {
  const charges = measure.charges.filter((charge) => isCharged(charge, date));
  if (!scope.importers.includes(measure.importer) || charges.length === 0) return [];
  const { importer } = measure;
  const rates: BorneRate[] = [];
  for (const exporter of scope.exporters) {
    if (exporter === importer || !measure.exporters.includes(exporter)) continue;
    for (const sector of scope.sectors) {
      const flow = { importer, exporter, sector };
      const falling = charges.filter((charge) => fallsOn(charge, flow));
      if (falling.length === 0) continue;
      const groups = goods.groups.filter((group) => isIn(group, flow));
      if (groups.length > 0) rates.push(...ratesOfGroups(falling, groups, scope));
      else rates.push(...ratesOfFlow(falling, flow, scope, goods));
    }
  }
  return rates;
}

function fallsOn({ exporters, sectors }: Charge, { exporter, sector }: Flow): boolean {
  return (exporters?.includes(exporter) ?? true) && (sectors?.includes(sector) ?? true);
}

function isIn(row: ProductGroup | Coverage, { importer, exporter, sector }: Flow): boolean {
  return row.importer === importer && row.exporter === exporter && row.sector === sector;
}

/** Of the charges, the first that names a group is the one that it bears. */
function ratesOfGroups(
  charges: readonly Charge[],
  groups: readonly ProductGroup[],
  scope: Scope,
): BorneRate[] {
  return groups.flatMap((group) => {
    if (!isMeant(scope, group)) return [];
    const charge = charges.find(
      ({ lists, except }) =>
        (lists?.some((list) => group.lists.includes(list)) ?? true) &&
        !except?.some((list) => group.lists.includes(list)),
    );
    return charge ? [{ rate: rateOf(charge), goods: group.id }] : [];
  });
}

function ratesOfFlow(
  charges: readonly Charge[],
  flow: Flow,
  scope: Scope,
  { coverage }: GoodsTables,
): BorneRate[] {
  const rows = coverage.filter((row) => isIn(row, flow));
  const isListMeant = (list: string) => scope.goods?.includes(list) ?? true;
  const rates: BorneRate[] = [];
  for (const charge of charges) {
    if (charge.lists === undefined) {
      const meant = scope.goods === undefined || rows.some(({ list }) => isListMeant(list));
      if (meant) rates.push({ rate: rateOf(charge), goods: `${flow.sector} from ${flow.exporter}` });
      break;
    }
    for (const { list, rate } of rows) {
      if (!charge.lists.includes(list) || !isListMeant(list)) continue;
      rates.push({ rate: rate ?? rateOf(charge), goods: `${list} from ${flow.exporter}` });
    }
  }
  return rates;
}

function rateOf({ rate }: Charge): number {
  return typeof rate === 'number' ? rate : rate.upTo;
}

/** The rates after the changes of the case that set them: those that hold on the day and are about the whole scope. */
export function ratesAfter(
  rates: readonly BorneRate[],
  measure: string,
  scope: Scope,
  date: string,
  changes: readonly RateChange[],
): readonly BorneRate[] {
  const last = changes.findLast(
    (change) =>
      change.measure === measure &&
      change.on <= date &&
      (change.until === undefined || date < change.until) &&
      holds(change.scope, scope),
  );
  return last ? rates.map(({ goods }) => ({ rate: last.to, goods })) : rates;
}

/** Whether a scope is the whole of another. */
function holds(outer: Scope, inner: Scope): boolean {
  const within = (a: readonly string[], b: readonly string[]) => b.every((word) => a.includes(word));
  return (
    within(outer.importers, inner.importers) &&
    within(outer.exporters, inner.exporters) &&
    within(outer.sectors, inner.sectors) &&
    (outer.goods === undefined || (inner.goods !== undefined && within(outer.goods, inner.goods)))
  );
}
