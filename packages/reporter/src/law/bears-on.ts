import type { Charge, GoodsTables, TariffMeasure } from '@usmca-sim/core';
import type { LawSelection } from './selection.ts';

/** Whether a measure can bear on what is selected: who imports, from whom, and goods of the sector on its lists. */
export function bearsOn(measure: TariffMeasure, selection: LawSelection, goods: GoodsTables): boolean {
  const { importer, exporter, sector } = selection;
  if (importer !== undefined && measure.importer !== importer) return false;
  if (exporter !== undefined && !measure.exporters.includes(exporter)) return false;
  return measure.charges.some(
    (charge) =>
      (exporter === undefined || (charge.exporters?.includes(exporter) ?? true)) &&
      (sector === undefined || coversSector(charge, measure, sector, exporter, goods)),
  );
}

function coversSector(
  { lists, sectors, exporters }: Charge,
  measure: TariffMeasure,
  sector: string,
  exporter: string | undefined,
  goods: GoodsTables,
): boolean {
  if (sectors && !sectors.includes(sector)) return false;
  if (!lists) return true;
  const from = exporter === undefined ? (exporters ?? measure.exporters) : [exporter];
  const isThere = (where: { importer: string; exporter: string; sector: string }) =>
    where.importer === measure.importer && where.sector === sector && from.includes(where.exporter);
  return (
    goods.groups.some((group) => isThere(group) && group.lists.some((list) => lists.includes(list))) ||
    goods.coverage.some((coverage) => isThere(coverage) && lists.includes(coverage.list))
  );
}
