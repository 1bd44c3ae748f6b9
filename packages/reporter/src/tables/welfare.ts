import type { Frame } from '../frame.ts';
import { labelColumn } from '../label-column.ts';
import { formatNumber } from '../number-style.ts';
import type { Column, Row, Table } from '../report.ts';
import { groupOf } from './case-columns.ts';

/** Real income by cause, in log points against the base year; the parts add up. */
export function welfareTable(frame: Frame): Table {
  const columns: Column[] = [labelColumn('Region and cause')];
  for (const result of frame.results) {
    columns.push({
      key: result.scenario.id,
      heading: groupOf(frame, result),
      kind: 'points',
      unit: '100 x log',
      signed: true,
      decimals: 2,
    });
  }
  const withCosts = frame.results.some((result) => result.welfare.tradeCosts.some((part) => part !== 0));
  const rows = frame.parties.flatMap((party): Row[] => {
    const name = frame.regions[party]!.name;
    const cells = (label: string, of: (result: (typeof frame.results)[number]) => Float64Array) => [
      label,
      ...frame.results.map((result) => of(result)[party]!),
    ];
    return [
      {
        cells: cells(`${name}: terms of trade`, ({ welfare }) => welfare.termsOfTrade),
      },
      {
        cells: cells(`${name}: volume of trade`, ({ welfare }) => welfare.volumeOfTrade),
      },
      ...(withCosts
        ? [
            {
              cells: cells(`${name}: trade costs`, ({ welfare }) => welfare.tradeCosts),
            },
          ]
        : []),
      {
        cells: cells(`${name}: real income`, ({ welfare }) => welfare.total),
        total: true,
      },
    ];
  });
  const loosest = Math.max(...frame.results.map((result) => result.welfare.tolerance));
  const steps = Math.max(...frame.results.map((result) => result.welfare.steps));
  return {
    title: `Real income against ${frame.ownBase.size > 0 ? 'the base of each case' : frame.baseYear} by cause, 100 times the log change`,
    columns,
    rows,
    notes: [
      `Integrated over ${steps} steps; the parts add up to real income within ${loosest < 1e-4 ? '0.0001' : formatNumber(loosest, 4)}.`,
    ],
  };
}
