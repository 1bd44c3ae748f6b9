import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/charts/chart.ts';
import { chartPng } from '../../src/charts/files/chart-files.ts';
import { darkPalette, lightPalette } from '../../src/charts/palette.ts';
import { madeCharts } from './made-charts.ts';

const folder = fileURLToPath(new URL('../pictures/', import.meta.url));

/** With APPROVE_PICTURES=1 what is drawn is approved; look at it first. */
const approves = process.env['APPROVE_PICTURES'] === '1';

/** Part of the picture that may differ: letters are rasterised alike on all machines, but for the last bit. */
const tolerance = 1e-4;

const { alone, compared } = madeCharts();
const some = (charts: readonly Chart[], ...ids: string[]) => charts.filter(({ id }) => ids.includes(id));
const pictures = [
  ...alone.map((chart) => ({ name: chart.id, chart, width: 480, palette: lightPalette })),
  ...some(alone, 'trade-flows', 'bilateral-changes', 'regimes-by-year', 'transition-path').map((chart) => ({
    name: `${chart.id}-dark`,
    chart,
    width: 320,
    palette: darkPalette,
  })),
  ...some(compared, 'bilateral-changes', 'sector-changes', 'transition-path').map((chart) => ({
    name: `${chart.id}-compared`,
    chart,
    width: 720,
    palette: lightPalette,
  })),
];

describe('pictures of charts', () => {
  for (const { name, chart, width, palette } of pictures) {
    it(`${name} is as approved`, async () => {
      const file = `${folder}${name}.png`;
      const bytes = await chartPng(chart, { width, scale: 1, palette });
      if (approves) {
        mkdirSync(folder, { recursive: true });
        const picture = PNG.sync.read(Buffer.from(bytes));
        writeFileSync(
          file,
          PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 }),
        );
        return;
      }
      expect(existsSync(file), `${file} has not been approved`).toBe(true);
      const [now, approved] = [PNG.sync.read(Buffer.from(bytes)), PNG.sync.read(readFileSync(file))];
      expect([now.width, now.height]).toEqual([approved.width, approved.height]);
      const differing = pixelmatch(now.data, approved.data, undefined, now.width, now.height, {
        threshold: 0.1,
      });
      expect(differing / (now.width * now.height)).toBeLessThanOrEqual(tolerance);
    });
  }
});
