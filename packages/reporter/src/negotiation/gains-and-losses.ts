import type { PayoffParts } from '@usmca-sim/core';
import { labelColumn } from '../label-column.ts';
import type { Column, Row, Section, Table } from '../report.ts';
import { type NegotiatedCase, partyNames } from './negotiated-case.ts';
import { roundedParts } from './rounded-parts.ts';

/** The six parts of a payoff, in the order of the tables. */
export const partLabels: Readonly<Record<keyof PayoffParts, string>> = {
  realIncome: 'Real income',
  sectors: 'Weight on sectors',
  audience: 'Backing down in public',
  action: 'Acting, and terms beyond trade',
  uncertainty: 'Limbo',
  relationship: 'Standing with the others',
};

export const partKeys = Object.keys(partLabels) as (keyof PayoffParts)[];

const decimals = 3;

/** What each government expects of the game by part: over all years, and as the same amount every year. */
export function gainsSection(one: NegotiatedCase): Section {
  const { value, choices, beliefs } = one.negotiation;
  const a_year = value.map((parts, i) => scaled(parts, 1 - choices.stances[i]!.patience.value));
  return {
    heading: 'What each government gains and loses',
    sentences: [
      'Expected, against the law that the case starts from going on with nothing settled and nothing paid. Positive figures are gains of that government as it sees them, not of anybody else.',
      ...(beliefs
        ? [
            `For ${partyNames(one)[beliefs.party]}, whose type is its secret, they are those of the mean of its types. Deals and coalitions of the case are not worked out, for with secret types there is no one game that governments bargain in.`,
          ]
        : []),
    ],
    tables: [
      partsTable(one, a_year, 'Expected gain as a constant amount a year, percent of real income'),
      partsTable(one, value, 'Expected gain over all years, present value, percent of real income of a year'),
    ],
  };
}

function partsTable(one: NegotiatedCase, values: readonly PayoffParts[], title: string): Table {
  const names = partyNames(one);
  const rounded = values.map((parts) =>
    roundedParts(
      partKeys.map((part) => parts[part]),
      decimals,
    ),
  );
  const column = (heading: string, i: number): Column => ({
    key: one.negotiation.choices.table.parties[i]!,
    heading,
    kind: 'points',
    unit: 'percent of real income',
    signed: true,
    decimals,
  });
  const total: Row = {
    cells: ['All', ...rounded.map((parts) => parts.reduce((sum, part) => sum + part, 0))],
    total: true,
  };
  return {
    title,
    columns: [labelColumn('Part', 'part'), ...names.map(column)],
    rows: [
      ...partKeys.map((part, k) => ({ cells: [partLabels[part], ...rounded.map((parts) => parts[k]!)] })),
      total,
    ],
    notes: ['Rounded so that the parts add up.'],
  };
}

function scaled(parts: PayoffParts, by: number): PayoffParts {
  const entries = partKeys.map((part) => [part, by * parts[part]]);
  return Object.fromEntries(entries) as Record<keyof PayoffParts, number>;
}
