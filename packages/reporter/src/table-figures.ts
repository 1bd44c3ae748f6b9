import type { ByParty, NegotiationTable } from '@usmca-sim/core';
import { labelColumn } from './label-column.ts';
import type { Column, Section, Table } from './report.ts';

/** A figure of a table that is about one government. */
export interface TableFigure {
  /** Id of the table. */
  readonly table: string;
  readonly party: string;
  /** `concession vehicle-content/as-is`. */
  readonly name: string;
  readonly value: number;
  readonly because: string;
}

/** Every figure of a table that is not zero, in the order in which they are written. */
export function tableFigures({ id, issues, escalations, news }: NegotiationTable): readonly TableFigure[] {
  const each = (name: string, figures: ByParty, because: string) =>
    Object.entries(figures)
      .filter(([, value]) => value !== 0)
      .map(([party, value]) => ({ table: id, party, name, value, because }));
  return [
    ...issues.flatMap((issue) =>
      issue.options.flatMap((option) => {
        const picked = `${issue.id}/${option.id}`;
        return [
          ...each(`concession ${picked}`, option.concession, option.because),
          ...each(`worth ${picked}`, option.worth, option.because),
        ];
      }),
    ),
    ...escalations.flatMap((one) => [
      ...each(`cost ${one.id}`, { [one.by]: one.cost }, one.because),
      ...each(`announced ${one.id}`, { [one.by]: one.announced }, one.because),
    ]),
    ...news.flatMap((one) => each(`news ${one.id}`, one.extension, one.because)),
  ];
}

/** What a table assumes about the three governments: concessions and worth by option, costs of measures, news. */
export function tableInFull(table: NegotiationTable): Section {
  return {
    heading: `Table ${table.id}: ${table.title}`,
    points: table.sources.map((source) => `Source: ${source}.`),
    tables: [options(table), measures(table), ...(table.news.length > 0 ? [newsOf(table)] : [])],
  };
}

const number = (heading: string, key: string): Column => ({
  key,
  heading,
  kind: 'number',
  unit: '',
  decimals: 2,
});

function options({ issues, parties }: NegotiationTable): Table {
  const hasWorth = issues.some(({ options }) =>
    options.some(({ worth }) => Object.values(worth).some((value) => value !== 0)),
  );
  const each = (kind: string) => parties.map((code) => number(`${code} ${kind}`, `${kind}-${code}`));
  return {
    title: `Options: how far each backs down from what it has said${hasWorth ? ', and what they are worth beyond trade' : ''}`,
    columns: [
      labelColumn('Option', 'option'),
      ...parties.map((code) => number(code, `concession-${code}`)),
      ...(hasWorth ? each('worth') : []),
      labelColumn('Because', 'because'),
    ],
    rows: issues.flatMap((issue) =>
      issue.options.map(({ id, concession, worth, because }) => ({
        cells: [
          `${issue.id}/${id}`,
          ...parties.map((code) => concession[code] ?? 0),
          ...(hasWorth ? parties.map((code) => worth[code] ?? 0) : []),
          because,
        ],
      })),
    ),
    notes: hasWorth ? [] : ['No option is given a worth beyond trade.'],
  };
}

function measures({ escalations }: NegotiationTable): Table {
  return {
    title: 'Measures outside the room: what doing them costs a year beyond trade, and letting them lie',
    columns: [
      labelColumn('Measure', 'measure'),
      labelColumn('By', 'by'),
      labelColumn('At the start', 'at-the-start'),
      number('Cost', 'cost'),
      number('Announced', 'announced'),
      labelColumn('Because', 'because'),
    ],
    rows: escalations.map(({ id, by, standing, cost, announced, because }) => ({
      cells: [id, by, standing ? 'stands' : '', cost, announced, because],
    })),
    notes: [
      'Announced: the part of its audience cost that every year of letting the measure lie costs its author.',
    ],
  };
}

function newsOf({ news, parties }: NegotiationTable): Table {
  return {
    title: 'News before a review: what they add to the worth of an extension, once',
    columns: [
      labelColumn('News', 'news'),
      number('Probability', 'probability'),
      ...parties.map((code) => number(code, `extension-${code}`)),
      labelColumn('Because', 'because'),
    ],
    rows: news.map(({ id, probability, extension, because }) => ({
      cells: [id, probability, ...parties.map((code) => extension[code] ?? 0), because],
    })),
  };
}
