import type { Scenario } from '@usmca-sim/core';
import type { Frame } from '../frame.ts';
import { labelColumn } from '../label-column.ts';
import { joined, shortName } from '../names.ts';
import type { Column, Table } from '../report.ts';

/** Trade elasticities of the sets that data have, by name, a value a sector. */
export type ElasticitySets = ReadonlyMap<string, ArrayLike<number>>;

/** The trade elasticities that cases were run with, a row a sector; cases that take the same share a column. */
export function elasticitiesTable({ results, sectors }: Frame, sets: ElasticitySets): Table {
  const taken = new Map<string, Scenario[]>();
  for (const { scenario } of results) {
    const key = JSON.stringify(scenario.elasticities);
    taken.set(key, [...(taken.get(key) ?? []), scenario]);
  }
  const shared = [...taken.values()];
  const columns = shared.map(
    ([first, ...others]): Column => ({
      key: first!.id,
      heading:
        shared.length === 1 ? first!.elasticities.set : joined([first!, ...others].map(({ id }) => id)),
      kind: 'number',
      unit: 'percent of trade per percent of its cost',
    }),
  );
  const elasticity = ({ elasticities: { set, sectors: own } }: Scenario, at: number) =>
    own[sectors[at]!.code] ?? sets.get(set)?.[at] ?? null;
  const replaced = shared.flatMap(([first]) =>
    Object.keys(first!.elasticities.sectors).map((code) => `${code} in ${first!.id}`),
  );
  const used = [...new Set(results.map(({ scenario }) => scenario.elasticities.set))];
  return {
    id: 'trade-elasticities',
    title:
      'Trade elasticities by sector: percent by which trade falls in the long run for a percent of its cost',
    columns: [labelColumn('Sector', 'sector'), ...columns],
    rows: sectors.map((sector, at) => ({
      cells: [shortName(sector), ...shared.map(([first]) => elasticity(first!, at))],
    })),
    notes: [
      `Values of the ${used.length === 1 ? 'set' : 'sets'} ${joined(used)}, whose sources are in docs/data.md, “Trade elasticities”${replaced.length > 0 ? `; those of the case itself for ${joined(replaced)}` : ''}.`,
    ],
  };
}
