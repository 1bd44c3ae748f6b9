import type { RegimeKind } from '@usmca-sim/core';
import type { ColourName } from './chart.ts';

/** The colours that a chart is drawn in: literal, or CSS variables that the page sets. */
export interface Palette {
  /** The ground. Figures inside a coloured part are written in it: every colour is 3:1 on it, regimes 4.5:1. */
  readonly background: string;
  readonly text: string;
  /** Units, figures of axes, notes. */
  readonly quiet: string;
  /** Thin lines of axes and grids. */
  readonly line: string;
  /** Tints of cells that rise and fall: text stays readable on them. */
  readonly rise: string;
  readonly fall: string;
  colour(name: ColourName): string;
}

type Colours = Omit<Palette, 'colour'> & { readonly named: Readonly<Record<string, string>> };

/** A regime is drawn in the colours of the partners that have a protocol, in grey where nothing is settled. */
type Named = Record<`regime-${RegimeKind}`, string>;

/** After Okabe and Ito (2008), "Color Universal Design", made darker until they are readable on white. */
const light: Colours = {
  background: '#ffffff',
  text: '#16191d',
  quiet: '#59616b',
  line: '#cdd2d8',
  rise: '#2a8fbd',
  fall: '#e08a3c',
  named: {
    neutral: '#59616b',
    'country-USA': '#1565a9',
    'country-CAN': '#bd4a1a',
    'country-MEX': '#0a7d59',
    'country-CHN': '#a83a7c',
    'country-EU27': '#4b3f9e',
    'country-JPN': '#d1596f',
    'country-KOR': '#8a7a10',
    'country-ROW': '#6a727c',
    ...({
      'regime-in-force': '#626a74',
      'regime-extended': '#1565a9',
      'regime-bilateral-one': '#bd4a1a',
      'regime-bilateral-other': '#0a7d59',
      'regime-two-bilaterals': '#7d5a00',
      'regime-without-proposer': '#a83a7c',
      'regime-expired': '#24292f',
    } satisfies Named),
    'series-0': '#1565a9',
    'series-1': '#bd4a1a',
    'series-2': '#0a7d59',
    'series-3': '#a83a7c',
    'series-4': '#8a7a10',
    'series-5': '#4b3f9e',
  },
};

const dark: Colours = {
  background: '#14181d',
  text: '#eceff2',
  quiet: '#a3acb6',
  line: '#3a424b',
  rise: '#2f7fa6',
  fall: '#b0662a',
  named: {
    neutral: '#a3acb6',
    'country-USA': '#5fb0ef',
    'country-CAN': '#f2864f',
    'country-MEX': '#2fc493',
    'country-CHN': '#e488bd',
    'country-EU27': '#a99cf5',
    'country-JPN': '#f5a3b0',
    'country-KOR': '#cdbb45',
    'country-ROW': '#98a1ab',
    ...({
      'regime-in-force': '#98a1ab',
      'regime-extended': '#5fb0ef',
      'regime-bilateral-one': '#f2864f',
      'regime-bilateral-other': '#2fc493',
      'regime-two-bilaterals': '#cdbb45',
      'regime-without-proposer': '#e488bd',
      'regime-expired': '#eceff2',
    } satisfies Named),
    'series-0': '#5fb0ef',
    'series-1': '#f2864f',
    'series-2': '#2fc493',
    'series-3': '#e488bd',
    'series-4': '#cdbb45',
    'series-5': '#a99cf5',
  },
};

/** On white: literal colours, for files. */
export const lightPalette: Palette = paletteOf(light, (_, value) => value);
/** On near black: literal colours, for files. */
export const darkPalette: Palette = paletteOf(dark, (_, value) => value);

/** CSS variables, for charts inside a page: they follow its light and dark. `pageColours` are their definitions. */
export const pagePalette: Palette = paletteOf(light, (name, value) => `var(--chart-${name}, ${value})`);

/** Definitions of the variables of `pagePalette`: declarations for `:root`, and for it where the page is dark. */
export const pageColours: { readonly light: string; readonly dark: string } = {
  light: declarations(light),
  dark: declarations(dark),
};

function paletteOf({ named, ...plain }: Colours, written: (name: string, value: string) => string): Palette {
  const whole = Object.entries(plain).map(([name, value]) => [name, written(name, value)]);
  return {
    ...(Object.fromEntries(whole) as typeof plain),
    colour(name) {
      const known = Object.hasOwn(named, name) ? name : stranger(name);
      return written(known, named[known]!);
    },
  };
}

function declarations({ named, ...plain }: Colours): string {
  return Object.entries({ ...plain, ...named })
    .map(([name, value]) => `--chart-${name}: ${value};`)
    .join('\n');
}

/** Countries and series beyond those with a colour of their own take one of the series', always the same. */
function stranger(name: string): string {
  const place = /^series-(\d+)$/.exec(name)?.[1];
  const at =
    place === undefined ? [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) : +place;
  return `series-${at % 6}`;
}
