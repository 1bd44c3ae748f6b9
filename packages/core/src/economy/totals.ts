import type { Economy } from './economy.ts';

/** Gross output: what each sector of each region sells, home and abroad, `[i·J + j]`. */
export function outputOf({ regions, sectors, flow }: Economy): Float64Array {
  const N = regions.length;
  const J = sectors.length;
  const output = new Float64Array(N * J);
  for (let n = 0; n < N; n++) {
    for (let at = 0; at < N * J; at++) output[at]! += flow[n * N * J + at]!;
  }
  return output;
}

/** Expenditure: what each region pays for each sector, duties included, `[n·J + j]`. */
export function spendingOf({ regions, sectors, flow, duty }: Economy): Float64Array {
  const N = regions.length;
  const J = sectors.length;
  const spending = new Float64Array(N * J);
  for (let n = 0; n < N; n++) {
    for (let i = 0; i < N; i++) {
      for (let j = 0; j < J; j++) {
        const cell = (n * N + i) * J + j;
        spending[n * J + j]! += flow[cell]! * (1 + duty[cell]!);
      }
    }
  }
  return spending;
}

/** Duties collected by each region, `[n]`. */
export function tariffRevenueOf({ regions, sectors, flow, duty }: Economy): Float64Array {
  const perImporter = regions.length * sectors.length;
  const revenue = new Float64Array(regions.length);
  for (let cell = 0; cell < flow.length; cell++) {
    revenue[Math.floor(cell / perImporter)]! += flow[cell]! * duty[cell]!;
  }
  return revenue;
}

/** Value added of each region as its share in what its sectors sell, `[n]`. */
export function valueAddedOf(economy: Economy): Float64Array {
  const J = economy.sectors.length;
  const value = new Float64Array(economy.regions.length);
  outputOf(economy).forEach((output, cell) => {
    value[Math.floor(cell / J)]! += output * economy.valueAddedShare[cell]!;
  });
  return value;
}

/** Imports and exports of each region before duty, `[n]`, domestic sales left out. */
export function importsOf({ regions, sectors, flow }: Economy): {
  imports: Float64Array;
  exports: Float64Array;
} {
  const N = regions.length;
  const J = sectors.length;
  const imports = new Float64Array(N);
  const exports = new Float64Array(N);
  for (let cell = 0; cell < flow.length; cell++) {
    const pair = Math.floor(cell / J);
    const importer = Math.floor(pair / N);
    const exporter = pair % N;
    if (importer === exporter) continue;
    imports[importer]! += flow[cell]!;
    exports[exporter]! += flow[cell]!;
  }
  return { imports, exports };
}
