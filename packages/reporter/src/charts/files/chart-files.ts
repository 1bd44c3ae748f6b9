/// <reference types="node" />
import { parseHTML } from 'linkedom';
import type { Chart } from '../chart.ts';
import { drawChart, type SvgDocument } from '../draw/index.ts';
import { lightPalette, type Palette } from '../palette.ts';
import { pictureOf } from './picture.ts';

export interface FileOptions {
  /** Pixels of the drawing, 320 or more. */
  readonly width: number;
  /** Light unless told. CSS variables have no meaning in a file. */
  readonly palette?: Palette;
}

/** A chart as an SVG file that stands alone. */
export function chartSvg(chart: Chart, { width, palette = lightPalette }: FileOptions): string {
  const { document } = parseHTML('<html></html>') as unknown as { document: SvgDocument };
  return `${drawChart(chart, { document, width, palette }).outerHTML}\n`;
}

/**
 * A chart as a PNG picture, with the font that travels with the package, and so the same on every machine. Letters that
 * the font lacks (it has those of Latin alphabets) are left blank.
 *
 * @param scale pixels of the picture for one of the drawing; 2 unless told.
 */
export async function chartPng(
  chart: Chart,
  { scale = 2, ...options }: FileOptions & { readonly scale?: number },
): Promise<Uint8Array> {
  return pictureOf(chartSvg(chart, options), scale);
}
