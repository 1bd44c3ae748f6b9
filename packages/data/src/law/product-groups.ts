import type { GoodsList, ProductGroup } from '@usmca-sim/core';
import { csvRows } from './csv-rows.ts';

const columns = [
  'exporter',
  'sector',
  'group',
  'programmes',
  'value_2024_usd',
  'value_2025_usd',
  'usmca_share_2025_jan_feb',
  'usmca_share_2025_h2',
  'usmca_share_2025_q4',
  'steel_content_share',
  'aluminium_content_share',
  'copper_content_share',
  'mfn_rate',
  'farm_machinery_share',
] as const;

type Row = Record<(typeof columns)[number], string>;

/** The goods lists on record. */
export function goodsLists(): GoodsList[] {
  return csvRows('goods-lists.csv', ['id', 'title']).map(({ id, title }) => ({ id, title }));
}

/** Rows of `law/product-groups.csv` in sectors of goods. */
export function productGroupRows(): Row[] {
  return csvRows('product-groups.csv', columns).filter(({ sector }) => sector !== 'UTL');
}

/**
 * The product groups of US imports from Canada and from Mexico, with their weights of a year. The part of each flow
 * that is HS 98-99, or electricity, which the economy spreads over the sectors, is a group of its own that pays nothing.
 */
export function productGroups(year: 2024 | 2025 = 2024): ProductGroup[] {
  const listOf = new Map(
    csvRows('goods-lists.csv', ['id', 'programmes']).flatMap(({ id, programmes }) =>
      programmes === '' ? [] : programmes.split(' ').map((programme) => [programme, id] as const),
    ),
  );
  const parts = listedParts();
  const rows = productGroupRows();
  const totals = new Map<string, number>();
  for (const row of rows) {
    const flow = `${row.exporter} ${row.sector}`;
    totals.set(flow, (totals.get(flow) ?? 0) + Number(row[`value_${year}_usd`]));
  }
  const groups = rows.flatMap((row) => {
    const total = totals.get(`${row.exporter} ${row.sector}`)!;
    const share = Number(row[`value_${year}_usd`]) / total;
    return groupsOf(row, share * parts.get(`USA ${row.exporter}`)!, listOf);
  });
  const flows = new Map(groups.map((group) => [`${group.exporter}-${group.sector}`, group]));
  for (const [flow, { importer, exporter, sector }] of flows) {
    groups.push({
      id: `${flow}-outside`,
      importer,
      exporter,
      sector,
      share: 1 - parts.get(`${importer} ${exporter}`)!,
      lists: ['not-dutiable'],
      steelContent: 0,
      aluminiumContent: 0,
      copperContent: 0,
      ordinaryDuty: 0,
    });
  }
  return groups;
}

/** Part of the imports of an importer from an exporter that are listed goods: outside HS 98-99. */
export function listedParts(): Map<string, number> {
  return new Map(
    csvRows('listed-part.csv', ['importer', 'exporter', 'part']).map(({ importer, exporter, part }) => [
      `${importer} ${exporter}`,
      Number(part),
    ]),
  );
}

function groupsOf(row: Row, share: number, listOf: ReadonlyMap<string, string>): ProductGroup[] {
  if (share === 0) return [];
  const programmes = row.programmes === '' ? [] : row.programmes.split(' ');
  const lists = [...new Set(programmes.map((programme) => listed(programme, listOf)))];
  const floor = Number(row.usmca_share_2025_jan_feb);
  const group: ProductGroup = {
    id: row.group,
    importer: 'USA',
    exporter: row.exporter,
    sector: row.sector,
    share,
    lists,
    steelContent: Number(row.steel_content_share),
    aluminiumContent: Number(row.aluminium_content_share),
    copperContent: Number(row.copper_content_share),
    ordinaryDuty: Number(row.mfn_rate),
    // A share that fell in the course of 2025 fell for other reasons than duties.
    claims: { floor, ceiling: Math.max(floor, Number(row.usmca_share_2025_q4)) },
  };
  const farm = Number(row.farm_machinery_share);
  if (farm === 0 || !lists.includes('metals-annex-1b')) return [group];
  return [
    { ...group, share: share * (1 - farm) },
    { ...group, id: `${row.group}-farm`, share: share * farm, lists: [...lists, 'farm-machinery'] },
  ];
}

function listed(programme: string, listOf: ReadonlyMap<string, string>): string {
  const list = listOf.get(programme);
  if (list === undefined) throw new RangeError(`no goods list stands for the programme ${programme}`);
  return list;
}
