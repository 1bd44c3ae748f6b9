import type { NegotiationResult, OutcomeYear, Spread } from '@usmca-sim/core';
import { labelColumn } from '../label-column.ts';
import { moneyScale } from '../money-scale.ts';
import type { Column, Section, Table } from '../report.ts';
import { type NegotiatedCase, partyNames } from './negotiated-case.ts';
import { shownPercent, yearColumns } from './regimes-by-year.ts';

/** Flows between the three, their real income, and the measures in force, over what may come. */
export function tradeSection(one: NegotiatedCase): Section {
  return {
    heading: 'Trade and income along the outcomes',
    sentences: [
      'The long run of the policy of each year, weighted with the probability of that policy. Between the 10th and the 90th percentile lie four outcomes of five; where one policy is likely, they are the same.',
    ],
    tables: [flowsTable(one), incomeTable(one), ...escalationsTable(one)],
  };
}

/** First, middle and last: what fits beside one another. */
function yearsShown({ years }: NegotiationResult): OutcomeYear[] {
  const at = [...new Set([0, Math.floor((years.length - 1) / 2), years.length - 1])];
  return at.flatMap((y) => years[y] ?? []);
}

/** Goods and services from one party to another: `[importer, exporter]`, indices into the table's parties. */
export const partyPairs: readonly (readonly [importer: number, exporter: number])[] = [
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 2],
  [2, 0],
  [2, 1],
];

function flowsTable(one: NegotiatedCase): Table {
  const { negotiation, unit } = one;
  const names = partyNames(one);
  const start = startFlows(negotiation);
  const scale = moneyScale(
    unit,
    start.flat().reduce((sum, flow) => sum + flow, 0),
  );
  const money = { kind: 'money', unit, factor: scale.factor } as const;
  const shown = yearsShown(negotiation);
  return {
    title: `Goods and services between the three, expected and 10th to 90th percentile, ${scale.label}`,
    columns: [
      labelColumn('Exporter to importer', 'flow'),
      { key: 'start', heading: 'at the start', ...money },
      ...shown.flatMap(({ year }) => spreadColumns(year, money)),
    ],
    rows: partyPairs.map(([importer, exporter]) => ({
      cells: [
        `${names[exporter]} to ${names[importer]}`,
        start[importer]![exporter]!,
        ...shown.flatMap(({ flow }) => spreadCells(flow[importer]![exporter]!)),
      ],
    })),
    notes: ['At the start: the long run of the law that the case starts from.'],
  };
}

/** Flows under the policy in which the game begins. */
export function startFlows({ policies, policyOf }: NegotiationResult): readonly (readonly number[])[] {
  return policies[policyOf[0]!]!.flow;
}

function incomeTable(one: NegotiatedCase): Table {
  const shown = yearsShown(one.negotiation);
  const percent = { kind: 'percent', unit: 'percent', signed: true, decimals: 2 } as const;
  return {
    title: 'Real income against the law at the start, expected and 10th to 90th percentile, percent',
    columns: [labelColumn('Country', 'party'), ...shown.flatMap(({ year }) => spreadColumns(year, percent))],
    rows: partyNames(one).map((name, i) => ({
      cells: [name, ...shown.flatMap(({ realIncome }) => spreadCells(realIncome[i]!))],
    })),
  };
}

function spreadColumns(year: number, style: Omit<Column, 'key' | 'heading' | 'group'>): Column[] {
  return ['expected', 'low', 'high'].map((heading) => ({
    key: `${year}-${heading}`,
    heading,
    group: `${year}`,
    ...style,
  }));
}

function spreadCells({ mean, low, high }: Spread): number[] {
  return [mean, low, high];
}

function escalationsTable(one: NegotiatedCase): Table[] {
  const { years, choices } = one.negotiation;
  const { escalations } = choices.table;
  if (escalations.length === 0) return [];
  return [
    {
      title: 'Probability that a measure of the table is in force in the year after the review, percent',
      columns: [labelColumn('Threat or answer', 'escalation'), ...yearColumns(years.map(({ year }) => year))],
      rows: escalations.map(({ title, standing }, e) => ({
        cells: [
          `${title}${standing ? ' (in force at the start)' : ''}`,
          ...years.map((year) => shownPercent(year.escalations[e]!)),
        ],
      })),
    },
  ];
}
