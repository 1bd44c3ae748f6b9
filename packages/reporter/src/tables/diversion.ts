import type { ScenarioResult } from '@usmca-sim/core';
import type { Frame } from '../frame.ts';
import { labelColumn } from '../label-column.ts';
import type { Column, Row, Table } from '../report.ts';

/** Suppliers listed at most; the rest are summed. */
const mostSuppliers = 12;

/** What each party buys abroad more or less in all, and who gains and loses of the rest; against the base year, a table a case. */
export function diversionTables(frame: Frame): Table[] {
  return frame.results.map((result) => diversionTable(frame, result));
}

function diversionTable(frame: Frame, result: ScenarioResult): Table {
  const N = frame.regions.length;
  const J = frame.sectors.length;
  const { created, diverted } = result.diversion;
  const createdFor = (n: number) => sum(created, n * J, J);
  const divertedTo = (n: number, i: number) => sum(diverted, (n * N + i) * J, J);

  const columns: Column[] = [labelColumn('Change of purchases abroad')];
  for (const party of frame.parties) {
    const { code, name } = frame.regions[party]!;
    columns.push({
      key: `importer-${code}`,
      heading: `by ${name}`,
      kind: 'money',
      unit: frame.unit,
      factor: frame.scale.factor,
      signed: true,
    });
  }
  const row = (label: string, of: (party: number) => number | null, total = false): Row => ({
    cells: [label, ...frame.parties.map(of)],
    ...(total ? { total } : {}),
  });
  const weight = (i: number) =>
    frame.parties.reduce((most, n) => Math.max(most, Math.abs(divertedTo(n, i))), 0);
  const suppliers = frame.regions.map((_, i) => i);
  const listed =
    N <= mostSuppliers
      ? suppliers
      : [...suppliers].sort((a, b) => weight(b) - weight(a)).slice(0, mostSuppliers);
  const unlisted = suppliers.filter((i) => !listed.includes(i));
  const rows: Row[] = [
    row('Foreign purchases in all, change', createdFor, true),
    ...listed.map((i) =>
      row(`Diverted to (+) or from (−) ${frame.regions[i]!.name}`, (n) =>
        n === i ? null : divertedTo(n, i),
      ),
    ),
    ...(unlisted.length > 0
      ? [
          row(`Diverted to (+) or from (−) ${unlisted.length} others`, (n) =>
            unlisted.reduce((all, i) => all + divertedTo(n, i), 0),
          ),
        ]
      : []),
  ];
  const which = frame.others.length > 0 ? `${result.scenario.id}: trade` : 'Trade';
  return {
    title: `${which} created and diverted against ${frame.ownBase.has(result) ? 'its own base' : frame.baseYear}, ${frame.scale.label} at ${frame.baseYear} prices`,
    columns,
    rows,
    notes: [
      'Foreign purchases in all is trade created, or destroyed where negative. Diverted trade switched between foreign suppliers: its rows sum to zero in each column.',
    ],
  };
}

function sum(values: Float64Array, start: number, length: number): number {
  let total = 0;
  for (let at = start; at < start + length; at++) total += values[at]!;
  return total;
}
