import type { RegimeKind } from '@usmca-sim/core';
import type { Column, Table } from '../report.ts';

/**
 * A chart before anybody has chosen how large or on what ground it is drawn. Plain data: it can be cloned, posted to a
 * worker, written to JSON. All text is plain; drawing escapes it.
 *
 * The kind says how it is drawn, the id what it is about: sectors, payoffs and diversion are all `bars`.
 */
export type Chart = BarsChart | FlowsChart | LinesChart | MatrixChart | PointsChart | StacksChart;

export type ChartKind = Chart['kind'];

interface ChartBase {
  /** Kebab-case and unique in its report: its files are named after it. */
  readonly id: string;
  /** States what it shows, with the finding: `US imports from Canada fall 7.2%…`. No verdicts. */
  readonly title: string;
  /** What the figures are and their unit, under the title: `Change against 2024, percent`. */
  readonly unit: string;
  /** What somebody who cannot see it needs: what is drawn, the largest and the smallest. */
  readonly description: string;
  /** The figures behind it. */
  readonly table: Table;
  /** Small print under the drawing. */
  readonly notes?: readonly string[];
  /** How figures are written. Values are stored as in the table: `factor` brings them to the unit shown. */
  readonly figures: FigureStyle;
}

export type FigureStyle = Pick<Column, 'kind' | 'factor' | 'signed' | 'decimals'>;

/** A colour of the palette by what it stands for: one a country throughout, one a regime, others by their place. */
export type ColourName = `country-${string}` | `regime-${RegimeKind}` | `series-${number}` | 'neutral';

/** Parts of a chart that are drawn alike and to one scale: side by side where there is room, else one under another. */
interface Panel {
  /** What tells this panel from the others; empty where there is one alone. */
  readonly title: string;
  /** Panels of a row stand side by side where all of them fit: those of one case. */
  readonly row?: string;
}

/** Horizontal bars from a line at zero, to the left and to the right of it. */
export interface BarsChart extends ChartBase {
  readonly kind: 'bars';
  readonly panels: readonly (Panel & { readonly bars: readonly Bar[] })[];
}

export interface Bar {
  readonly label: string;
  /** Null where there is no figure. */
  readonly value: number | null;
  readonly colour: ColourName;
  /** The sum of other bars: set apart. */
  readonly total?: boolean;
}

/** Bands between exporters, on the left, and importers, on the right, as wide as what flows. */
export interface FlowsChart extends ChartBase {
  readonly kind: 'flows';
  /** From top to bottom on both sides. */
  readonly places: readonly Place[];
  readonly panels: readonly (Panel & { readonly flows: readonly Flow[] })[];
}

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly colour: ColourName;
}

/** `value` from exporter to importer, codes of places; `before` in the panel that it is compared with. */
export interface Flow {
  readonly exporter: string;
  readonly importer: string;
  readonly value: number;
  readonly before?: number;
}

/** Lines over years or days, labelled at their end. */
export interface LinesChart extends ChartBase {
  readonly kind: 'lines';
  /** Years as numbers; days as ISO dates. */
  readonly axis: 'years' | 'days';
  /** A step holds until the next point. */
  readonly curve: 'straight' | 'steps';
  readonly panels: readonly (Panel & { readonly lines: readonly Line[] })[];
}

export interface Line {
  readonly label: string;
  readonly colour: ColourName;
  /** Told apart without colour. */
  readonly dashed?: boolean;
  readonly points: readonly { readonly at: number | string; readonly value: number | null }[];
  /** Where it goes in the end, drawn apart at the right: the long run. */
  readonly end?: { readonly label: string; readonly value: number | null };
}

/** A square of coloured cells with their figures: exporters down, importers across. */
export interface MatrixChart extends ChartBase {
  readonly kind: 'matrix';
  readonly places: readonly Place[];
  readonly panels: readonly (Panel & { readonly cells: readonly MatrixCell[] })[];
}

export interface MatrixCell {
  readonly exporter: string;
  readonly importer: string;
  readonly value: number | null;
}

/** Points over two axes, some of them named. */
export interface PointsChart extends ChartBase {
  readonly kind: 'points';
  readonly panels: readonly (Panel & {
    readonly x: string;
    readonly y: string;
    readonly points: readonly Point[];
  })[];
}

export interface Point {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly colour: ColourName;
  /** Nothing else is at least as good on both axes and better on one. */
  readonly best?: boolean;
  /** Its label is drawn where there is room. */
  readonly named?: boolean;
}

/** Columns of parts that sum to a whole, one a year. */
export interface StacksChart extends ChartBase {
  readonly kind: 'stacks';
  readonly parts: readonly { readonly label: string; readonly colour: ColourName }[];
  /** `values[part]` of each column, fractions of the whole. */
  readonly panels: readonly (Panel & {
    readonly columns: readonly { readonly label: string; readonly values: readonly number[] }[];
  })[];
}
