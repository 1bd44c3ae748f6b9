import type { Coverage, Economy } from '@usmca-sim/core';
import { csvRows } from './csv-rows.ts';

/** A category of one of Canada's lists of US goods: a row of `law/canada-lists.csv`. */
interface CanadaListRow {
  readonly list: string;
  readonly category: string;
  /** Annual imports on the list, billion Canadian dollars; absent where the share is given instead. */
  readonly value: number | undefined;
  /** Part of the value that pays after remission; 1 where remission is not allowed for. */
  readonly charged: number;
  /** Dutiable part of the sector's flow, where it is calibrated rather than listed. */
  readonly share: number | undefined;
  readonly sectors: readonly string[];
  /**
   * How the value is spread over the sectors: in proportion to Canada's imports from the United States, or in order,
   * each sector's whole flow before the next.
   */
  readonly spread: 'in proportion' | 'in order';
  readonly note: string;
}

/** Bank of Canada, annual average exchange rate of 2024. */
export const canadianDollarsPerUsDollar = 1.3698;

/**
 * What Canada's lists cover of its imports from the United States. A category's value is converted at the 2024 rate,
 * spread over its sectors, and divided by what Canada imports in each.
 *
 * @param economy in million US$ of a year near 2024.
 */
export function coverageOfCanada(economy: Economy): Coverage[] {
  const found = new Map<string, Coverage>();
  for (const row of rows()) {
    const imports = row.sectors.map((sector) => importsFromUsa(economy, sector));
    const shares = row.value === undefined ? row.sectors.map(() => row.share!) : sharesOf(row, imports);
    for (const [k, sector] of row.sectors.entries()) {
      if (shares[k] === 0) continue;
      const key = `${row.list} ${sector}`;
      const before = found.get(key);
      const basis = basisOf(row, imports);
      found.set(key, {
        list: row.list,
        importer: 'CAN',
        exporter: 'USA',
        sector,
        share: (before?.share ?? 0) + shares[k]!,
        basis: before ? `${before.basis}; ${basis}` : basis,
      });
    }
  }
  return [...found.values()];
}

function rows(): CanadaListRow[] {
  const columns = [
    'list',
    'category',
    'value_cad_bn',
    'charged',
    'share',
    'sectors',
    'spread',
    'note',
  ] as const;
  return csvRows('canada-lists.csv', columns).map((row) => ({
    list: row.list,
    category: row.category,
    value: row.value_cad_bn === '' ? undefined : Number(row.value_cad_bn),
    charged: row.charged === '' ? 1 : Number(row.charged),
    share: row.share === '' ? undefined : Number(row.share),
    sectors: row.sectors.split(' '),
    spread: row.spread === 'in order' ? 'in order' : 'in proportion',
    note: row.note,
  }));
}

/** Part of each sector's flow that pays. */
function sharesOf(row: CanadaListRow, imports: readonly number[]): number[] {
  const charged = inDollars(row) * row.charged;
  if (row.spread === 'in proportion') {
    const base = imports.reduce((sum, value) => sum + value, 0);
    return imports.map(() => charged / base);
  }
  let left = charged;
  return imports.map((value, k) => {
    const last = k === imports.length - 1;
    const part = last ? left : Math.min(left, value);
    left -= part;
    return part / value;
  });
}

function basisOf(row: CanadaListRow, imports: readonly number[]): string {
  if (row.value === undefined) return `${row.category}: ${row.note}`;
  const value = `C$${row.value} bn, ${inDollars(row).toFixed(0)} million US$`;
  const charged = row.charged === 1 ? '' : `, ${(100 * row.charged).toFixed(2)}% of it charged,`;
  const total = imports.reduce((sum, one) => sum + one, 0).toFixed(0);
  const spread = row.spread === 'in order' ? 'in order over' : 'over';
  return `${row.category}: ${value}${charged} ${spread} imports of ${row.sectors.join(', ')} (${total})`;
}

/** Million US$ of annual imports on the list. */
function inDollars(row: CanadaListRow): number {
  return (row.value! * 1000) / canadianDollarsPerUsDollar;
}

function importsFromUsa({ regions, sectors, flow }: Economy, code: string): number {
  const n = regions.findIndex((region) => region.code === 'CAN');
  const i = regions.findIndex((region) => region.code === 'USA');
  const j = sectors.findIndex((sector) => sector.code === code);
  return flow[(n * regions.length + i) * sectors.length + j]!;
}
