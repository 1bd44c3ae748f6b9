import type { ColourName } from './chart.ts';

/** The colours that a chart is drawn in: literal, or CSS variables that the page sets. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  /** Units, axes' figures, notes. */
  readonly quiet: string;
  /** Thin lines of axes and grids. */
  readonly line: string;
  readonly rise: string;
  readonly fall: string;
  colour(name: ColourName): string;
}

/** On white, and on near black: literal colours, for files. */
export declare const lightPalette: Palette;
export declare const darkPalette: Palette;

/** CSS variables, for charts inside a page: they follow its light and dark. `pageColours` are their definitions. */
export declare const pagePalette: Palette;

/** Definitions of the variables of `pagePalette`, as declarations for `:root` and for its dark scheme. */
export declare const pageColours: { readonly light: string; readonly dark: string };
