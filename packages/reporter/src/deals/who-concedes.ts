import { type PayoffParts, totalOf } from '@usmca-sim/core';
import { type PackageTerms, payoffsOf, type Term } from '@usmca-sim/core/deals';
import { labelColumn } from '../label-column.ts';
import { capitalised, joined } from '../names.ts';
import type { Row, Section, Table } from '../report.ts';
import { type BargainedCase, disagreementNames, namesOf } from './bargained-case.ts';
import { payoffColumns } from './payoff-columns.ts';

/** Less than this is neither given nor gained: it would be written as 0.00. */
const least = 0.005;

/** Issue by issue, what each government gives and gains: of packages that carry a point, or of all. */
export function concessionsSection(one: BargainedCase, all: boolean): Section {
  const shown = all ? one.terms : one.terms.filter(({ package: index }) => carriesAPoint(one, index));
  return {
    heading: 'Who concedes what',
    sentences: [
      'In real income and its weights on sectors an option counts as the package less the package without it, each solved for; beyond that as the table and the stances have it. What options do to each other’s worth is a line of its own. The deal itself is the package with none of its options: the regime, the measures that end with it, limbo, and standing with the others.',
      ...(all || shown.length === one.terms.length
        ? []
        : [
            shown.length > 0
              ? 'Shown are packages that carry a bargaining point; --all shows every one.'
              : 'No single package carries a bargaining point; --all shows every one.',
          ]),
    ],
    points: shown.map((terms) => inWords(one, terms)),
    tables: shown.map((terms) => termsTable(one, terms)),
  };
}

function carriesAPoint({ deals, from }: BargainedCase, index: number): boolean {
  return from.some(({ points }) =>
    points.some(({ carriedBy }) => carriedBy.some((it) => deals[it.package]!.packages.includes(index))),
  );
}

function inWords(one: BargainedCase, { package: index, terms }: PackageTerms): string {
  const sides = namesOf(one).map((name, i) => {
    const titles = (which: (total: number) => boolean) =>
      terms.flatMap((term) => (which(totalOf(term.parts[i]!)) ? [issueTitle(one, term)] : []));
    const [gives, gains] = [titles((total) => total <= -least), titles((total) => total >= least)];
    const parts = [
      ...(gives.length > 0 ? [`gives on ${joined(gives)}`] : []),
      ...(gains.length > 0 ? [`gains on ${joined(gains)}`] : []),
    ];
    return `${name} ${parts.length > 0 ? joined(parts) : 'neither gives nor gains on any issue'}`;
  });
  return `“${one.choices.table.packages[index]!.title}”: ${sides.join('; ')}.`;
}

function issueTitle({ choices }: BargainedCase, { issue }: Term): string {
  return `“${choices.table.issues.find(({ id }) => id === issue)!.title}”`;
}

function termsTable(one: BargainedCase, { package: index, frame, terms, together }: PackageTerms): Table {
  const deal = one.deals.find(({ packages }) => packages.length === 1 && packages[0] === index)!;
  const row = (label: string, parts: readonly PayoffParts[]): Row => ({
    cells: [label, ...parts.map(({ realIncome }) => realIncome), ...parts.map(totalOf)],
  });
  const total = row('All', deal.parts);
  return {
    title: `“${one.choices.table.packages[index]!.title}” issue by issue, percent of a year’s real income, present value`,
    columns: [
      labelColumn('Term', 'term'),
      ...payoffColumns(one, 'real-income', 'Real income'),
      ...payoffColumns(one, 'all', 'All parts'),
    ],
    rows: [
      row('The deal itself', frame),
      ...terms.map((term) => row(optionTitle(one, term), term.parts)),
      row('Options together', together),
      { ...total, total: true },
      ...one.from.map(({ disagreement }) => ({
        cells: [
          `Over ${disagreementNames[disagreement.id]}`,
          ...deal.parts.map(({ realIncome }, i) => realIncome - disagreement.parts[i]!.realIncome),
          ...payoffsOf(deal).map((payoff, i) => payoff - payoffsOf(disagreement)[i]!),
        ],
      })),
    ],
  };
}

function optionTitle({ choices }: BargainedCase, { issue, option }: Term): string {
  const found = choices.table.issues.find(({ id }) => id === issue)!;
  return capitalised(`${found.title}: ${found.options.find(({ id }) => id === option)!.title}`);
}
