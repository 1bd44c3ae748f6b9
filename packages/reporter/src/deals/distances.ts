import {
  type BargainingFrom,
  type BargainingOver,
  type BargainingPoint,
  type ComparedOutcome,
  leftOn,
  payoffsOf,
} from '@usmca-sim/core/deals';
import { labelColumn } from '../label-column.ts';
import { regimeLabel } from '../negotiation/regime-in-words.ts';
import type { Column, Section, Table } from '../report.ts';
import {
  type BargainedCase,
  disagreementNames,
  headingsOf,
  solutionLabels,
  titleOfDeal,
} from './bargained-case.ts';
import { payoffColumns } from './payoff-columns.ts';

/** An outcome that is set beside the points. */
export interface NamedOutcome {
  readonly id: string;
  readonly label: string;
  readonly payoffs: readonly number[];
}

/** Every deal, every regime without one, and the solved game. */
export function outcomesOf(one: BargainedCase): NamedOutcome[] {
  return [
    ...one.deals.map((deal) => ({ id: deal.id, label: titleOfDeal(deal, one), payoffs: payoffsOf(deal) })),
    ...one.compared.map(({ id, payoffs }) => ({ id, label: comparedLabel(id, one), payoffs })),
  ];
}

function comparedLabel(id: ComparedOutcome['id'], one: BargainedCase): string {
  switch (id) {
    case 'limbo':
      return 'Limbo to the last review';
    case 'expired':
      return 'Expired at once';
    case 'without-proposer':
      return `${regimeLabel('without-proposer', headingsOf(one))} at once`;
    case 'expected':
      return 'The solved game, expected';
    case 'most-likely':
      return 'The solved game, most likely path';
  }
}

/** Euclidean length of the difference between an outcome and a point. */
export function distanceTo(point: Pick<BargainingPoint, 'payoffs'>, payoffs: readonly number[]): number {
  return Math.hypot(...payoffs.map((value, i) => value - point.payoffs[i]!));
}

/** How far every outcome is from the points, over lotteries where they exist, else over deals. */
export function distancesSection(one: BargainedCase): Section {
  const outcomes = outcomesOf(one);
  const shown = one.from.flatMap((from) => {
    const over = overShown(from);
    return over === undefined ? [] : [{ from, over }];
  });
  return {
    heading: 'How far each outcome is from the points',
    sentences: [
      shown.length > 0
        ? 'The distance is the length of the difference in payoffs, 0 at the point itself. Left on the table: what every government could have had more, all by the same amount, in a lottery of deals; 0 where none is better for all.'
        : 'There is no bargaining point to be far from. Left on the table: what every government could have had more, all by the same amount, in a lottery of deals.',
    ],
    tables: [
      leftTable(one, outcomes),
      ...shown.map(({ from, over }) => distancesTable(from, over, outcomes)),
    ],
  };
}

function overShown({ points }: BargainingFrom): BargainingOver | undefined {
  return points.find(({ over }) => over === 'lotteries')?.over ?? points[0]?.over;
}

const distance = { kind: 'points', unit: 'percent, present value', decimals: 2 } as const;

function leftTable(one: BargainedCase, outcomes: readonly NamedOutcome[]): Table {
  return {
    title: 'Payoffs and what is left on the table, percent of a year’s real income, present value',
    columns: [
      labelColumn('Outcome', 'outcome'),
      ...payoffColumns(one, 'payoff'),
      { key: 'left', heading: 'Left', ...distance },
    ],
    rows: outcomes.map(({ label, payoffs }) => ({
      cells: [label, ...payoffs, leftOn(one.deals, payoffs, 'lotteries')],
    })),
  };
}

function distancesTable(
  { disagreement, points }: BargainingFrom,
  over: BargainingOver,
  outcomes: readonly NamedOutcome[],
): Table {
  const own = points.filter((point) => point.over === over);
  const label = disagreementNames[disagreement.id];
  return {
    title: `Distance to the points over ${over} from ${label}, percent of a year’s real income, present value`,
    columns: [
      labelColumn('Outcome', 'outcome'),
      ...own.map(
        ({ solution }): Column => ({ key: solution, heading: solutionLabels[solution], ...distance }),
      ),
    ],
    rows: outcomes.map((outcome) => ({
      cells: [outcome.label, ...own.map((point) => distanceTo(point, outcome.payoffs))],
    })),
  };
}
