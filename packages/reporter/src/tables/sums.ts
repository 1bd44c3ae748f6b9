import type { ScenarioResult } from '@usmca-sim/core';

/** Which goods a sum takes in. */
export type Kind = 'goods' | 'goods and services';

/** Sum of a flow-shaped array over sectors for an importer and an exporter. */
export function pairTotal(
  result: ScenarioResult,
  values: Float64Array,
  importer: number,
  exporter: number,
  kind: Kind = 'goods and services',
): number {
  const { regions, sectors } = result;
  const start = (importer * regions.length + exporter) * sectors.length;
  let sum = 0;
  for (const [j, sector] of sectors.entries()) {
    if (kind === 'goods and services' || sector.kind === 'goods') sum += values[start + j]!;
  }
  return sum;
}

/** Sum over all foreign suppliers of an importer, or those that `keep` keeps. */
export function importsOf(
  result: ScenarioResult,
  values: Float64Array,
  importer: number,
  keep: (exporter: number) => boolean = () => true,
  kind: Kind = 'goods and services',
): number {
  let sum = 0;
  for (let i = 0; i < result.regions.length; i++) {
    if (i !== importer && keep(i)) sum += pairTotal(result, values, importer, i, kind);
  }
  return sum;
}

/** Sum over all foreign buyers of an exporter, or those that `keep` keeps. */
export function exportsOf(
  result: ScenarioResult,
  values: Float64Array,
  exporter: number,
  keep: (importer: number) => boolean = () => true,
  kind: Kind = 'goods and services',
): number {
  let sum = 0;
  for (let n = 0; n < result.regions.length; n++) {
    if (n !== exporter && keep(n)) sum += pairTotal(result, values, n, exporter, kind);
  }
  return sum;
}

/** Trade of the parties with one another. */
export function tradeBetweenParties(
  result: ScenarioResult,
  values: Float64Array,
  kind: Kind = 'goods and services',
): number {
  let sum = 0;
  for (const importer of result.parties) {
    sum += importsOf(result, values, importer, (exporter) => result.parties.includes(exporter), kind);
  }
  return sum;
}
