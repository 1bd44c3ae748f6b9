import { type ObservedFlow, type ObservedTrade, ProblemList, readCsvTable } from '@usmca-sim/core';
import { ownFile } from './files.ts';

/** A flow of a year by HS chapter, million US$. */
export interface ChapterFlow extends Omit<ObservedFlow, 'sector'> {
  /** Two digits: `27`. */
  readonly chapter: string;
}

const codes: Readonly<Record<string, string>> = { Canada: 'CAN', Mexico: 'MEX' };

/** Sectors of the record that are several sectors of the 2024 economy. */
const sectorsTogether: Readonly<Record<string, readonly string[]>> = {
  BMT: ['STL', 'NFM'],
  MVH: ['VEH', 'VPT'],
};

/**
 * US trade with Canada and Mexico by year, 2018 to 2025, million US$: by sector without HS chapters 98 and 99, and in
 * total with them.
 */
export function observedTrade(): ObservedTrade {
  const sectors = both('trade-by-sector.csv', ['sector', 'us_exports_musd', 'us_imports_musd']);
  const totals = new Map<string, ObservedFlow>();
  for (const { year, importer, exporter, value } of observedTradeByChapter()) {
    const key = `${year} ${importer} ${exporter}`;
    const before = totals.get(key)?.value ?? 0;
    totals.set(key, { year, importer, exporter, sector: undefined, value: before + value });
  }
  return {
    flows: [...totals.values(), ...sectors.map(({ label, ...flow }) => ({ ...flow, sector: label }))],
    sectors: sectorsTogether,
  };
}

/** US trade with Canada and Mexico by year and HS chapter, 2018 to 2025, million US$. */
export function observedTradeByChapter(): ChapterFlow[] {
  return both('trade-by-chapter.csv', ['chapter', 'us_export_usd', 'us_import_usd']).map(
    ({ label, value, ...flow }) => ({ ...flow, chapter: label, value: value / 1e6 }),
  );
}

/** Every row of a file as two flows: US exports and US imports. An empty cell is nothing recorded. */
function both(name: string, [label, exports, imports]: readonly [string, string, string]) {
  const file = `observed/${name}`;
  const problems = new ProblemList();
  const required = ['year', 'partner', label, exports, imports];
  const table = readCsvTable(ownFile(file), file, { required }, problems);
  problems.throwIfAny();
  const at = (column: string) => table!.column(column);
  return table!.rows.flatMap((cells) => {
    const partner = codes[cells[at('partner')]!]!;
    const about = { year: Number(cells[at('year')]), label: cells[at(label)]! };
    return [
      { ...about, importer: partner, exporter: 'USA', value: Number(cells[at(exports)]) },
      { ...about, importer: 'USA', exporter: partner, value: Number(cells[at(imports)]) },
    ];
  });
}
