import type { DutyLine, Economy } from '@usmca-sim/core';

/** A category of one of Canada's lists of US goods: a row of `law/canada-lists.csv`. */
export interface CanadaListRow {
  readonly measure: string;
  readonly category: string;
  /** Annual imports on the list, billion Canadian dollars; absent where the share is given instead. */
  readonly value: number | undefined;
  /** Part of the value that pays after remission; 1 where remission is not allowed for. */
  readonly charged: number;
  /** Dutiable part of the sector's flow, where it is calibrated rather than listed. */
  readonly share: number | undefined;
  readonly rate: number;
  readonly sectors: readonly string[];
  /**
   * How the value is spread over the sectors: in proportion to Canada's imports from the United States, or in order,
   * each sector's whole flow before the next.
   */
  readonly spread: 'in proportion' | 'in order';
  readonly kind: 'itemised' | 'remainder' | 'calibrated';
  readonly note: string;
}

/** Bank of Canada, annual average exchange rate of 2024. */
export const canadianDollarsPerUsDollar = 1.3698;

/**
 * Canada's lists as duty lines. A category's value is converted at the 2024 rate, spread over its sectors, and divided
 * by what Canada imports from the United States in each.
 *
 * @param economy in million US$ of a year near 2024.
 */
export function linesOfCanada(rows: readonly CanadaListRow[], economy: Economy): DutyLine[] {
  return rows.flatMap((row) => {
    const imports = row.sectors.map((sector) => importsFromUsa(economy, sector));
    const shares = row.value === undefined ? row.sectors.map(() => row.share!) : sharesOf(row, imports);
    return row.sectors.flatMap((sector, k) => {
      if (shares[k] === 0) return [];
      const { measure, rate } = row;
      const flow = { importer: 'CAN', exporter: 'USA', sector };
      return [{ measure, ...flow, share: shares[k]!, rate, basis: basisOf(row, imports) }];
    });
  });
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
  const each = row.sectors.map((sector, k) => `${sector} (${imports[k]!.toFixed(0)})`).join(', ');
  const spread = row.spread === 'in order' ? 'in order over' : 'over';
  return `${row.category}: ${value}${charged} ${spread} imports of ${each}`;
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
