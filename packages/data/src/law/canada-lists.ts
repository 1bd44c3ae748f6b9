import type { DutyLine, Economy } from '@usmca-sim/core';

/** A category of one of Canada's lists of US goods: a row of `law/canada-lists.csv`. */
export interface CanadaListRow {
  readonly measure: string;
  readonly category: string;
  /** Annual imports on the list, billion Canadian dollars; absent where the share is given instead. */
  readonly value: number | undefined;
  /** Dutiable part of the sector's flow, where it is calibrated rather than listed. */
  readonly share: number | undefined;
  readonly rate: number;
  /** Sectors it is spread over, in proportion to Canada's imports from the United States. */
  readonly sectors: readonly string[];
  readonly kind: 'itemised' | 'remainder' | 'calibrated';
  readonly note: string;
}

/** Bank of Canada, annual average exchange rate of 2024. */
export const canadianDollarsPerUsDollar = 1.3698;

/**
 * Canada's lists as duty lines. A category's value is converted at the 2024 rate and divided by what Canada imports
 * from the United States in the sectors it falls in, so the same share of each of them bears the duty.
 *
 * @param economy in million US$ of a year near 2024.
 */
export function linesOfCanada(rows: readonly CanadaListRow[], economy: Economy): DutyLine[] {
  const imports = (sector: string): number => {
    const { regions, sectors, flow } = economy;
    const n = regions.findIndex(({ code }) => code === 'CAN');
    const i = regions.findIndex(({ code }) => code === 'USA');
    const j = sectors.findIndex(({ code }) => code === sector);
    return flow[(n * regions.length + i) * sectors.length + j]!;
  };
  return rows.flatMap((row) => {
    const base = row.sectors.reduce((sum, sector) => sum + imports(sector), 0);
    const millions = row.value === undefined ? undefined : (row.value * 1000) / canadianDollarsPerUsDollar;
    const share = millions === undefined ? row.share! : millions / base;
    const basis =
      millions === undefined
        ? `${row.category}: ${row.note}`
        : `${row.category}: C$${row.value} bn, ${millions.toFixed(0)} million US$ of ${base.toFixed(0)} imported in ${row.sectors.join(', ')}`;
    return row.sectors.map((sector) => ({
      measure: row.measure,
      importer: 'CAN',
      exporter: 'USA',
      sector,
      share,
      rate: row.rate,
      basis,
    }));
  });
}
