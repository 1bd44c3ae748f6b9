import type { AgainstDeals, DealOnTheTable } from '@usmca-sim/core/play';
import { labelColumn } from '../label-column.ts';
import type { Table } from '../report.ts';
import { valueColumn } from './columns.ts';
import { headingsOf, type PlayedCase } from './played-case.ts';

/** An outcome by party beside no agreement and the Nash point. */
export function dealsTable(
  { disagreement, nash }: AgainstDeals,
  outcome: readonly number[],
  heading: string,
  played: PlayedCase,
): Table {
  return {
    title: 'Payoffs over the whole game; percent of real income, present value',
    columns: [
      labelColumn('Government', 'party'),
      valueColumn('outcome', heading),
      valueColumn('disagreement', 'No agreement at the first review'),
      ...(nash ? [valueColumn('nash', 'Nash point'), valueColumn('difference', 'Against it')] : []),
    ],
    rows: headingsOf(played).map((name, k) => ({
      cells: [
        name,
        outcome[k]!,
        disagreement[k]!,
        ...(nash ? [nash.deal.worth[k]!, nash.difference[k]!] : []),
      ],
    })),
    notes: [
      nash
        ? `The Nash point is the deal of the first review with the largest product of gains over no agreement, all three weighing alike: ${dealTitle(nash.deal)}.`
        : 'No deal of the first review makes all three better off than no agreement: there is no Nash point.',
    ],
  };
}

/** `“Clean extension”`, `“Clean extension” after a common front`. */
export function dealTitle({ package: pack, afterFront }: DealOnTheTable): string {
  return `“${pack.title}”${afterFront ? ' after a common front' : ''}`;
}
