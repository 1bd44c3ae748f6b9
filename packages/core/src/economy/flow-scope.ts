import { adviseWord } from '../problems/nearest-word.ts';
import type { Economy } from './economy.ts';

/** Flows named by codes: `{ importer: 'USA', exporter: ['CAN', 'MEX'], sectors: 'STL' }`. */
export interface FlowScope {
  readonly importer: string | readonly string[];
  readonly exporter: string | readonly string[];
  /** Codes of sectors, or a group of them; `all` unless told. */
  readonly sectors?: 'all' | 'goods' | 'services' | (string & {}) | readonly string[];
}

/** One flow: indices into the regions and sectors of the economy, and into `Economy.flow`. */
export interface FlowCell {
  readonly importer: number;
  readonly exporter: number;
  readonly sector: number;
  readonly at: number;
}

/**
 * Lists the flows across borders that a scope names; what a region sells at home is none.
 *
 * @throws RangeError where the economy has no region or sector of that code, with the nearest one.
 */
export function flowsIn(economy: Economy, { importer, exporter, sectors = 'all' }: FlowScope): FlowCell[] {
  const { regions, sectors: all } = economy;
  const chosen =
    sectors === 'all' || sectors === 'goods' || sectors === 'services'
      ? all.flatMap(({ kind }, j) => (sectors === 'all' || sectors === kind ? [j] : []))
      : indicesOf('sector', sectors, all);
  const exporters = indicesOf('region', exporter, regions);
  return indicesOf('region', importer, regions).flatMap((n) =>
    exporters
      .filter((i) => i !== n)
      .flatMap((i) =>
        chosen.map((j) => ({
          importer: n,
          exporter: i,
          sector: j,
          at: (n * regions.length + i) * all.length + j,
        })),
      ),
  );
}

/**
 * Adds up what the flows of a scope are worth.
 *
 * @param flow laid out as `Economy.flow`: that of the economy, or of an `Equilibrium`.
 * @returns value before duty, in the unit of the economy.
 * @throws RangeError as `flowsIn`.
 *
 * @example
 * tradeValue(economy, after.flow, { importer: 'USA', exporter: 'CAN', sectors: 'goods' });
 */
export function tradeValue(economy: Economy, flow: Float64Array, scope: FlowScope): number {
  return flowsIn(economy, scope).reduce((sum, { at }) => sum + flow[at]!, 0);
}

function indicesOf(
  what: 'region' | 'sector',
  codes: string | readonly string[],
  all: readonly { readonly code: string }[],
): number[] {
  return [codes].flat().map((code) => {
    const at = all.findIndex((one) => one.code === code);
    if (at >= 0) return at;
    const advice = adviseWord(
      code,
      all.map((one) => one.code),
    );
    throw new RangeError(`there is no ${what} "${code}"${advice === undefined ? '' : `; ${advice}`}`);
  });
}
