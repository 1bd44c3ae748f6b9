import type { Economy } from '../economy/economy.ts';
import type { Scope } from './change.ts';

/** Finds cells by code, laid out as `Economy.flow`: `(n·N + i)·J + j`. */
export interface CellIndex {
  /** @throws RangeError where the economy has no such flow. */
  at(importer: string, exporter: string, sector: string): number;
  /** Undefined where the economy has no such flow. */
  find(importer: string, exporter: string, sector: string): number | undefined;
  /** Every cell of a scope, home flows excepted. */
  within(scope: Pick<Scope, 'importers' | 'exporters' | 'sectors'>): number[];
  position(cell: number): { importer: number; exporter: number; sector: number };
  /** `USA imports from CAN of STL`. */
  name(cell: number): string;
}

export function cellIndex({ id, regions, sectors }: Economy): CellIndex {
  const regionAt = new Map(regions.map(({ code }, index) => [code, index]));
  const sectorAt = new Map(sectors.map(({ code }, index) => [code, index]));
  const N = regions.length;
  const J = sectors.length;
  const index: CellIndex = {
    find(importer, exporter, sector) {
      const n = regionAt.get(importer);
      const i = regionAt.get(exporter);
      const j = sectorAt.get(sector);
      return n === undefined || i === undefined || j === undefined ? undefined : (n * N + i) * J + j;
    },
    at(importer, exporter, sector) {
      const cell = index.find(importer, exporter, sector);
      if (cell === undefined)
        throw new RangeError(`no flow ${importer} from ${exporter} of ${sector} in ${id}`);
      return cell;
    },
    within({ importers, exporters, sectors: codes }) {
      const cells: number[] = [];
      for (const importer of importers) {
        for (const exporter of exporters) {
          if (importer === exporter) continue;
          for (const sector of codes) cells.push(index.at(importer, exporter, sector));
        }
      }
      return cells;
    },
    position: (cell) => ({
      importer: Math.floor(cell / J / N),
      exporter: Math.floor(cell / J) % N,
      sector: cell % J,
    }),
    name(cell) {
      const { importer, exporter, sector } = index.position(cell);
      return `${regions[importer]!.code} imports from ${regions[exporter]!.code} of ${sectors[sector]!.code}`;
    },
  };
  return index;
}
