import type { Chart } from '../chart.ts';
import type { Palette } from '../palette.ts';

/** A chart as an SVG file that stands alone. Light unless told. */
export declare function chartSvg(
  chart: Chart,
  options: { readonly width: number; readonly palette?: Palette },
): string;

/** A chart as a PNG picture, drawn with a font that travels with the package; `scale` pixels of it for one of CSS. */
export declare function chartPng(
  chart: Chart,
  options: { readonly width: number; readonly scale?: number; readonly palette?: Palette },
): Promise<Uint8Array>;
