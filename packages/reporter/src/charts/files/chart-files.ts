/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { parseHTML } from 'linkedom';
import type { Chart } from '../chart.ts';
import { drawChart, type SvgDocument } from '../draw/index.ts';
import { lightPalette, type Palette } from '../palette.ts';

export interface FileOptions {
  /** Pixels of the drawing, 320 or more. */
  readonly width: number;
  /** Light unless told. CSS variables have no meaning in a file. */
  readonly palette?: Palette;
}

const require = createRequire(import.meta.url);

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
  await started();
  const picture = new Resvg(chartSvg(chart, options), {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: fonts(), defaultFontFamily: 'Public Sans', loadSystemFonts: false } as object,
  });
  try {
    return picture.render().asPng();
  } finally {
    picture.free();
  }
}

let starting: Promise<void> | undefined;

/** The rasteriser is WebAssembly, made ready once. */
function started(): Promise<void> {
  starting ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return starting;
}

let read: Uint8Array[] | undefined;

function fonts(): Uint8Array[] {
  read ??= [
    require.resolve('@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/public-sans/600SemiBold/PublicSans_600SemiBold.ttf'),
  ].map((file) => readFileSync(file));
  return read;
}
