import { describe, expect, it } from 'vitest';
import type { ColourName } from './chart.ts';
import { darkPalette, lightPalette, pageColours, pagePalette } from './palette.ts';

const countries = ['USA', 'CAN', 'MEX', 'CHN', 'EU27', 'JPN', 'KOR', 'ROW'].map(
  (code): ColourName => `country-${code}`,
);
const regimes: ColourName[] = [
  'regime-in-force',
  'regime-extended',
  'regime-bilateral-one',
  'regime-bilateral-other',
  'regime-two-bilaterals',
  'regime-without-proposer',
  'regime-expired',
];

const channels = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
const linear = (colour: string) =>
  channels(colour).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));

/** Contrast of two colours, WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map((colour) => {
    const [r, g, b] = linear(colour) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Severe forms after Machado, Oliveira and Fernandes (2009), on linear RGB. */
const deficiencies = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
};

/** How far apart two colours look, CIE76 in Lab, to eyes that see through the matrix. */
function distance(one: string, other: string, matrix: readonly number[]): number {
  const lab = (colour: string) => {
    const rgb = linear(colour);
    const [r, g, b] = [0, 3, 6].map((row) =>
      Math.min(
        1,
        Math.max(
          0,
          rgb.reduce((sum, value, at) => sum + value * matrix[row + at]!, 0),
        ),
      ),
    ) as [number, number, number];
    const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
    const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
  };
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(...a.map((value, at) => value - b[at]!));
}

for (const [name, palette] of [
  ['light', lightPalette],
  ['dark', darkPalette],
] as const) {
  describe(`the ${name} palette`, () => {
    it('has words of 4.5:1 on the ground, names of the parties in their colours among them', () => {
      for (const colour of [palette.text, palette.quiet]) {
        expect(contrast(colour, palette.background)).toBeGreaterThanOrEqual(4.5);
      }
      for (const code of ['USA', 'CAN', 'MEX', 'ROW'] as const) {
        expect(contrast(palette.colour(`country-${code}`), palette.background)).toBeGreaterThanOrEqual(4.5);
      }
    });

    it('has countries of 3:1, and regimes of 4.5:1, for figures are written in them', () => {
      for (const name of countries) {
        expect(contrast(palette.colour(name), palette.background), name).toBeGreaterThanOrEqual(3);
      }
      for (const name of regimes) {
        expect(contrast(palette.colour(name), palette.background), name).toBeGreaterThanOrEqual(4.5);
      }
    });

    it('has figures of 4.5:1 on tints', () => {
      for (const tint of [palette.rise, palette.fall]) {
        // Cells are no more than 75% tint.
        const mixed = channels(tint).map(
          (value, at) => 0.75 * value + 0.25 * channels(palette.background)[at]!,
        );
        const hex = `#${mixed
          .map((value) =>
            Math.round(255 * value)
              .toString(16)
              .padStart(2, '0'),
          )
          .join('')}`;
        expect(contrast(palette.text, hex)).toBeGreaterThanOrEqual(4.5);
      }
    });

    it('keeps the parties apart for colour-blind readers', () => {
      const parties = ['USA', 'CAN', 'MEX'].map((code) => palette.colour(`country-${code}`));
      for (const matrix of Object.values(deficiencies)) {
        for (const [a, b] of [
          [0, 1],
          [0, 2],
          [1, 2],
        ] as const) {
          expect(distance(parties[a]!, parties[b]!, matrix)).toBeGreaterThan(15);
        }
        expect(distance(palette.rise, palette.fall, matrix)).toBeGreaterThan(25);
      }
    });
  });
}

describe('the palette of the page', () => {
  it('asks for variables that are defined, light and dark', () => {
    for (const name of [...countries, ...regimes]) {
      const variable = /^var\((--chart-[\w-]+),/.exec(pagePalette.colour(name))![1]!;
      expect(pageColours.light).toContain(`${variable}: ${lightPalette.colour(name)};`);
      expect(pageColours.dark).toContain(`${variable}: ${darkPalette.colour(name)};`);
    }
  });

  it('gives countries that it does not know a colour, always the same', () => {
    expect(lightPalette.colour('country-BRA')).toBe(lightPalette.colour('country-BRA'));
    expect(lightPalette.colour('country-constructor')).toMatch(/^#/);
  });
});
