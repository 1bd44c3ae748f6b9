import { type BargainingFrom, payoffsOf } from '@usmca-sim/core/deals';
import { labelColumn } from '../label-column.ts';
import { counted, joined } from '../names.ts';
import { formatNumber } from '../number-style.ts';
import type { Manifest, Report, Section, Table } from '../report.ts';
import { reproductionPoints } from '../reproduction.ts';
import { bargainInBrief, nothingInWords } from './bargain-in-brief.ts';
import { bargainRecord } from './bargain-record.ts';
import {
  type BargainedCase,
  carriersInWords,
  disagreementClauses,
  disagreementNames,
  figuresInWords,
  headingsOf,
  namesOf,
  solutionLabels,
  titleOfDeal,
} from './bargained-case.ts';
import { distancesSection } from './distances.ts';
import { payoffColumns } from './payoff-columns.ts';
import { concessionsSection } from './who-concedes.ts';

export interface BargainReportOptions {
  /** Every package issue by issue, not only those that carry a point. */
  readonly all?: boolean;
  readonly manifest: Manifest;
}

/** The report on what may be agreed in a case and where bargaining would lie. */
export function bargainReport(one: BargainedCase, { all = false, manifest }: BargainReportOptions): Report {
  // Of deals that are not there is nothing to say.
  const isEmpty = one.deals.length === 0;
  return {
    title: `Bargaining: ${one.title}`,
    question: one.question,
    sections: [
      whatIsBargainedOver(one),
      { heading: 'In brief', sentences: bargainInBrief(one) },
      ...(isEmpty ? [] : [dealsSection(one)]),
      ...one.from.map((from) => pointsSection(one, from)),
      ...(isEmpty ? [] : [distancesSection(one), concessionsSection(one, all)]),
      limits(one),
      { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) },
    ],
    manifest,
    record: bargainRecord(one),
  };
}

function whatIsBargainedOver(one: BargainedCase): Section {
  const { table, stances, economistsView } = one.choices;
  const names = headingsOf(one);
  const left = table.packages.filter(
    (_, index) => !one.deals.some(({ packages }) => packages.includes(index)),
  );
  const patience = names.map((name, i) => `${name} ${formatNumber(stances[i]!.patience.value, 2)}`);
  return {
    heading: 'What is bargained over',
    sentences: [
      `“${table.title}” (${table.id}): ${dealsInWords(one)}`,
      `Payoffs are present values of that review, in percent of a year’s real income, against the law that the case starts from going on with nothing settled and nothing paid; a year later counts for less by the patience of each (${patience.join(', ')}). They are those of the negotiation, and a deal is held: nothing further is agreed, imposed or lifted.`,
      ...(economistsView
        ? ["Political terms are left out: payoffs are real income alone (the economist's view)."]
        : []),
      ...(left.length > 0
        ? [`Kept off the table by red lines: ${joined(left.map(({ title }) => `“${title}”`))}.`]
        : []),
      weightsInWords(one),
    ],
    points: one.from.map(({ disagreement }) => `${disagreementClauses[disagreement.id]}.`),
  };
}

function dealsInWords({ deals, choices }: BargainedCase): string {
  const review = `at the review of ${choices.table.reviews[0]}`;
  if (deals.length === 0) return `no deal may be signed ${review}.`;
  return `${counted(deals.length, 'deal')} that may be signed ${review}, two protocols together among them where there are any.`;
}

function weightsInWords({ weights, ...one }: BargainedCase): string {
  if (!weights) return 'Bargaining weights are equal.';
  const names = namesOf(one);
  return `Bargaining weights: ${joined(weights.map((weight, i) => `${names[i]!} ${weight}`))}.`;
}

function dealsSection(one: BargainedCase): Section {
  const { pareto, lotteryMore } = one.efficiency;
  const table: Table = {
    title: 'What each deal is worth, percent of a year’s real income, present value',
    columns: [
      labelColumn('Deal', 'deal'),
      ...payoffColumns(one, 'payoff'),
      labelColumn('Efficient', 'efficient'),
    ],
    rows: one.deals.map((deal, k) => ({
      cells: [
        titleOfDeal(deal, one),
        ...payoffsOf(deal),
        pareto.includes(k) ? (lotteryMore[k]! > 0 ? 'but for lotteries' : 'yes') : 'no',
      ],
    })),
    notes: [
      'Efficient: no other deal is at least as good for everybody and better for somebody. But for lotteries: some lottery of deals is better for everybody.',
    ],
  };
  return { heading: 'What each deal is worth', tables: [table] };
}

function pointsSection(one: BargainedCase, { disagreement, points, nothingToGain }: BargainingFrom): Section {
  const label = disagreementNames[disagreement.id];
  const without = payoffsOf(disagreement);
  const gains: Table = {
    title: `What each deal gives over ${label}, percent of a year’s real income, present value`,
    columns: [
      labelColumn('Deal', 'deal'),
      ...payoffColumns(one, 'gain'),
      labelColumn('All gain', 'all-gain'),
    ],
    rows: one.deals.map((deal) => {
      const own = payoffsOf(deal).map((payoff, i) => payoff - without[i]!);
      return { cells: [titleOfDeal(deal, one), ...own, own.every((gain) => gain > 0) ? 'yes' : 'no'] };
    }),
  };
  const where: Table = {
    title: `Where bargaining would lie: gains over ${label}, percent of a year’s real income, present value`,
    columns: [
      labelColumn('Point', 'point'),
      labelColumn('Of', 'over'),
      ...payoffColumns(one, 'gain'),
      labelColumn('Carried by', 'carried-by'),
    ],
    rows: points.map((point) => ({
      cells: [solutionLabels[point.solution], point.over, ...point.gains, carriersInWords(point, one)],
    })),
  };
  return {
    heading: `From ${label}`,
    sentences: [
      `Without a deal: ${figuresInWords(one, without)}.`,
      // Where no lottery does it, no deal does.
      ...nothingToGain.slice(-1).map((nothing) => nothingInWords(one, disagreement, nothing)),
    ],
    tables: [...(one.deals.length > 0 ? [gains] : []), ...(points.length > 0 ? [where] : [])],
  };
}

function limits({ from }: BargainedCase): Section {
  return {
    heading: 'What bargaining points cannot say',
    points: [
      'They follow from rules of fairness and from what there is without a deal, not from moves: nobody is said to offer or accept.',
      'Deals are those of the table. What could be agreed beside them, or paid from one to another, is not there.',
      'A lottery stands for chance or for dividing what deals differ in; a lottery over deals that nobody could draw is a number and no more.',
      'Over lotteries the Kalai point has all gain alike by its weight, and the Kalai-Smorodinsky point as its weight and the most that each could gain have it; what the deals that carry a point give beyond that is forgone.',
      'The Kalai point and the lengths of distances set percents of one country’s real income beside another’s.',
      ...(from.some(({ disagreement }) => disagreement.id === 'tariff-war')
        ? [
            'In the tariff war, trade and the weights on sectors are those of the war; the rest is as with MFN duties, without what a war costs in standing.',
          ]
        : []),
    ],
  };
}
