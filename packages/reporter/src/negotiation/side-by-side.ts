import { regimeKinds } from '@usmca-sim/core';
import { labelColumn } from '../label-column.ts';
import { moneyScale } from '../money-scale.ts';
import type { Section, Table } from '../report.ts';
import { type NegotiatedCase, partyNames } from './negotiated-case.ts';
import { regimeLabel } from './regime-in-words.ts';
import { probabilityOf, regimesShown, shownPercent, yearColumns } from './regimes-by-year.ts';
import { partyPairs } from './trade-along-outcomes.ts';

/** Negotiations of several cases beside one another: regimes by year and at the end, expected flows and income. */
export function sideBySide(cases: readonly NegotiatedCase[]): Section[] {
  if (cases.length === 0) return [];
  return [
    {
      heading: 'The negotiations side by side',
      sentences: [
        'Probabilities are those in the year after a review. Flows and real income are expected over the outcomes of the negotiation, long run of the policy of that year; they are no forecast of the run of the case itself, in which nobody negotiates.',
      ],
      tables: [atTheEnd(cases), byYear(cases), flows(cases), incomes(cases)],
    },
  ];
}

/** Place of a party in a case's table, −1 where it does not sit there. */
const placeOf = (name: string, one: NegotiatedCase) => partyNames(one).indexOf(name);

const lastOf = ({ negotiation }: NegotiatedCase) => negotiation.years.at(-1)!;

function atTheEnd(cases: readonly NegotiatedCase[]): Table {
  // Tables may name the parties in another order: rows go by what the regime is called, not by its place.
  const labels = regimeKinds.flatMap((regime) =>
    cases.flatMap((one) =>
      regimesShown({ years: [lastOf(one)] }).includes(regime) ? [regimeLabel(regime, partyNames(one))] : [],
    ),
  );
  return {
    title: 'Probability of each regime after the last review, percent',
    columns: [
      labelColumn('Regime', 'regime'),
      ...cases.map((one) => ({
        key: `${one.id}-probability`,
        heading: `${one.id} ${lastOf(one).year}`,
        kind: 'points' as const,
        unit: 'percent',
        decimals: 0,
      })),
    ],
    rows: [...new Set(labels)].map((label) => ({
      cells: [
        label,
        ...cases.map((one) => {
          const regime = regimeKinds.find((known) => regimeLabel(known, partyNames(one)) === label);
          return regime === undefined ? 0 : shownPercent(probabilityOf(lastOf(one), regime));
        }),
      ],
    })),
  };
}

function byYear(cases: readonly NegotiatedCase[]): Table {
  const years = [
    ...new Set(cases.flatMap(({ negotiation }) => negotiation.years.map(({ year }) => year))),
  ].sort((a, b) => a - b);
  return {
    title: 'Probability of each regime by year, percent',
    columns: [labelColumn('Case', 'case'), labelColumn('Regime', 'regime'), ...yearColumns(years)],
    rows: cases.flatMap((one) =>
      regimesShown(one.negotiation).map((regime) => ({
        cells: [
          one.id,
          regimeLabel(regime, partyNames(one)),
          ...years.map((year) => {
            const found = one.negotiation.years.find((known) => known.year === year);
            return found ? shownPercent(probabilityOf(found, regime)) : null;
          }),
        ],
      })),
    ),
  };
}

function flows(cases: readonly NegotiatedCase[]): Table {
  const [first] = cases;
  const names = partyNames(first!);
  const total = lastOf(first!)
    .flow.flat()
    .reduce((sum, { mean }) => sum + mean, 0);
  const scale = moneyScale(first!.unit, total);
  return {
    title: `Expected goods and services between the three after the last review, ${scale.label}`,
    columns: [
      labelColumn('Exporter to importer', 'flow'),
      ...cases.map(({ id, unit }) => ({
        key: `${id}-flow`,
        heading: id,
        kind: 'money' as const,
        unit,
        factor: scale.factor,
      })),
    ],
    rows: partyPairs.map(([importer, exporter]) => ({
      cells: [
        `${names[exporter]} to ${names[importer]}`,
        ...cases.map((one) => {
          const [to, from] = [importer, exporter].map((i) => placeOf(names[i]!, one)) as [number, number];
          return lastOf(one).flow[to]?.[from]?.mean ?? null;
        }),
      ],
    })),
  };
}

function incomes(cases: readonly NegotiatedCase[]): Table {
  return {
    title: 'Expected real income after the last review, against the law at the start of each case, percent',
    columns: [
      labelColumn('Country', 'party'),
      ...cases.map(({ id }) => ({
        key: `${id}-real-income`,
        heading: id,
        kind: 'percent' as const,
        unit: 'percent',
        signed: true,
        decimals: 2,
      })),
    ],
    rows: partyNames(cases[0]!).map((name) => ({
      cells: [name, ...cases.map((one) => lastOf(one).realIncome[placeOf(name, one)]?.mean ?? null)],
    })),
  };
}
