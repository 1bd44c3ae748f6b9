import type { Economy, NegotiationTable, Reasoned, Stance } from '@usmca-sim/core';
import { labelColumn } from './label-column.ts';
import { counted } from './names.ts';
import type { Manifest, Report, Row, Section, Table } from './report.ts';
import { reproductionPoints } from './reproduction.ts';
import { type TableFigure, tableFigures, tableInFull } from './table-figures.ts';

/** A figure of a stance, with the name that the file gives it. */
interface NamedFigure {
  readonly name: string;
  readonly figure: Reasoned;
}

/** Every figure of a stance in the order in which they are written. */
export function figuresOf(stance: Stance): readonly NamedFigure[] {
  const each = (key: string, figures: Readonly<Record<string, Reasoned>>) =>
    Object.entries(figures).map(([code, figure]) => ({ name: `${key} ${code}`, figure }));
  return [
    ...each('sector-weights', stance.sectorWeights),
    { name: 'audience-cost', figure: stance.audienceCost },
    { name: 'domestic-pressure', figure: stance.domesticPressure },
    { name: 'patience', figure: stance.patience },
    { name: 'uncertainty', figure: stance.uncertainty },
    ...each('trust', stance.trust),
    { name: 'breaking-front', figure: stance.breakingFront },
    { name: 'leaving', figure: stance.leaving },
    { name: 'revoking', figure: stance.revoking },
    { name: 'precision', figure: stance.precision },
  ];
}

/** The stances there are, a line each. */
export function stanceListReport(stances: readonly Stance[], manifest: Manifest): Report {
  const rows = stances.map((stance): Row => {
    const origins = figuresOf(stance).map(({ figure }) => figure.origin);
    const count = (origin: string) => origins.filter((one) => one === origin).length;
    const lines = stance.redLines.length;
    const cells = [stance.id, stance.party, stance.title, count('calibrated'), count('sourced'), lines];
    return { cells };
  });
  const number = (key: string, heading: string) =>
    ({ key, heading, kind: 'number', unit: 'count', decimals: 0 }) as const;
  const table: Table = {
    title: 'Stances, by party',
    columns: [
      labelColumn('Stance', 'stance'),
      labelColumn('Party', 'party'),
      labelColumn('Title', 'title'),
      number('calibrated', 'Calibrated'),
      number('sourced', 'Sourced'),
      number('red-lines', 'Red lines'),
    ],
    rows,
    notes: ['Figures that are neither calibrated nor sourced are neutral. Name a stance to see all of it.'],
  };
  return {
    title: counted(stances.length, 'stance'),
    sections: [{ heading: 'Stances', tables: [table] }, reproduction(manifest)],
    manifest,
    record: recordOf(stances),
  };
}

/**
 * Everything assumed about governments: a section for each, where there are several what differs between them, and what
 * the options of a table are worth to them.
 */
export function stancesReport(
  stances: readonly Stance[],
  economy: Economy,
  manifest: Manifest,
  negotiated?: NegotiationTable,
): Report {
  const [first] = stances;
  const title = stances.length === 1 ? first!.title : `${counted(stances.length, 'stance')} side by side`;
  return {
    title: stances.length === 0 && negotiated ? negotiated.title : title,
    sections: [
      ...(stances.length > 1 ? [sideBySide(stances)] : []),
      ...stances.map((stance) => inFull(stance, economy)),
      ...(negotiated ? [tableInFull(negotiated)] : []),
      {
        heading: 'How to read the figures',
        points: [
          'Costs, trust and uncertainty are in percent of real income: once for costs, a year for the two others.',
          'Calibrated figures are set so that the game fits what governments did; nobody observes them. Normalised ones are neutral.',
          negotiated
            ? 'A concession is the part of its audience cost that a government pays for an option, once; of a package they add up, to 1 at most. Worth is in percent of real income a year.'
            : 'What the options on the table are worth and cost beyond trade is in the table, each with its reason: --table shows it.',
        ],
      },
      reproduction(manifest),
    ],
    manifest,
    record: recordOf(stances, negotiated),
  };
}

function sideBySide(stances: readonly Stance[]): Section {
  const names = [...new Set(stances.flatMap((stance) => figuresOf(stance).map(({ name }) => name)))];
  const rows = names.flatMap((name): Row[] => {
    const values = stances.map((stance) => figureIn(stance, name));
    return new Set(values).size === 1 ? [] : [{ cells: [name, ...values] }];
  });
  const options = [...new Set(stances.flatMap(({ redLines }) => redLines.map(({ value }) => value)))];
  const lines = options.flatMap((option) => {
    const holders = stances.filter(({ redLines }) => redLines.some(({ value }) => value === option));
    if (holders.length === stances.length) return [];
    return [`Only ${holders.map(({ id }) => id).join(', ')} will not accept ${option}.`];
  });
  const table: Table = {
    title: 'Figures that differ',
    columns: [
      labelColumn('Figure', 'figure'),
      ...stances.map(({ id }) => ({ key: id, heading: id, kind: 'number', unit: '', decimals: 3 }) as const),
    ],
    rows,
  };
  const same = names.length - rows.length;
  return {
    heading: 'What differs',
    sentences: [
      rows.length === 0
        ? 'No figure differs.'
        : `${counted(rows.length, 'figure')} differ; ${same} are the same.`,
    ],
    ...(lines.length > 0 ? { points: lines } : {}),
    ...(rows.length > 0 ? { tables: [table] } : {}),
  };
}

/** Absent weights and trust are neutral. */
function figureIn(stance: Stance, name: string): number {
  const found = figuresOf(stance).find((one) => one.name === name);
  return found?.figure.value ?? (name.startsWith('sector-weights') ? 1 : 0);
}

function inFull(stance: Stance, { regions }: Economy): Section {
  const party = regions.find(({ code }) => code === stance.party)?.name ?? stance.party;
  const table: Table = {
    title: `What is assumed about ${party}`,
    columns: [
      labelColumn('Figure', 'figure'),
      { key: 'value', heading: 'Value', kind: 'number', unit: '', decimals: 3 },
      labelColumn('Origin', 'origin'),
      labelColumn('Because', 'because'),
    ],
    rows: figuresOf(stance).map(({ name, figure }) => ({
      cells: [name, figure.value, figure.origin, figure.because],
    })),
  };
  return {
    heading: `${stance.id}: ${stance.title}`,
    points: [
      ...stance.objectives.map((objective) => `Wants: ${objective}.`),
      ...stance.redLines.map(
        ({ value, origin, because }) => `Will not accept ${value} (${origin}): ${because}.`,
      ),
      ...stance.types.map(
        ({ id, title, probability, audienceCost, uncertainty, because }) =>
          `With probability ${probability} ${id} (${title}): audience cost times ${audienceCost}, uncertainty plus ${uncertainty}. ${because}.`,
      ),
      ...stance.sources.map((source) => `Source: ${source}.`),
    ],
    tables: [table],
  };
}

/** Every figure and red line, a row each. */
function recordOf(stances: readonly Stance[], negotiated?: NegotiationTable): Table {
  return {
    title: 'Every figure, percent of real income unless it is a weight, a share or a precision',
    columns: [
      labelColumn('Stance', 'stance'),
      labelColumn('Party', 'party'),
      labelColumn('Figure', 'figure'),
      { key: 'value', heading: 'Value', kind: 'number', unit: '' },
      labelColumn('Origin', 'origin'),
      labelColumn('Because', 'because'),
    ],
    rows: [...stances.flatMap(rowsOf), ...(negotiated ? tableFigures(negotiated).map(recorded) : [])],
  };
}

/** Figures of a table are set by hand, all of them. */
function recorded({ table, party, name, value, because }: TableFigure): Row {
  return { cells: [table, party, name, value, 'calibrated', because] };
}

function rowsOf(stance: Stance): Row[] {
  return [
    ...figuresOf(stance).map(({ name, figure }) => ({
      cells: [stance.id, stance.party, name, figure.value, figure.origin, figure.because],
    })),
    ...stance.redLines.map(({ value, origin, because }) => ({
      cells: [stance.id, stance.party, `red-line ${value}`, null, origin, because],
    })),
    ...stance.types.map(({ id, probability, because }) => ({
      cells: [stance.id, stance.party, `type ${id}`, probability, 'calibrated', because],
    })),
  ];
}

function reproduction(manifest: Manifest): Section {
  return { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) };
}
