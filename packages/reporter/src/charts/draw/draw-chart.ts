import type { Chart } from '../chart.ts';
import type { Palette } from '../palette.ts';

/** As much of a DOM as drawing needs: a browser's `document` and linkedom's both are one. */
export interface SvgDocument {
  createElementNS(namespace: string, name: string): SvgElement;
}

export interface SvgElement {
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
}

export interface DrawOptions {
  readonly document: SvgDocument;
  /** Pixels, 320 or more. The height follows. */
  readonly width: number;
  readonly palette: Palette;
}

/**
 * Draws a chart as an `svg` element with its title, unit, drawing and notes; `role="img"` with `title` and `desc`.
 * The same in a browser and in Node.
 */
export declare function drawChart(chart: Chart, options: DrawOptions): SvgElement;
