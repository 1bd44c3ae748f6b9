import { readdirSync, readFileSync } from 'node:fs';
import { chartSvg } from '@usmca-sim/reporter/chart-files';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { misplacedLabels } from '../../reporter/tests/charts/overlapping-labels.ts';
import { hasChromium, launched } from '../../reporter/tests/page/chromium.ts';
import { galleryFiles } from '../gallery/gallery-page.js';
import { realCharts } from '../gallery/real-charts.js';

const docs = new URL('../../../docs/', import.meta.url);
const groups = await realCharts();

describe('the gallery of the documentation', () => {
  it('is current: pnpm run generate writes it', () => {
    const files = galleryFiles(groups);
    const written = readdirSync(new URL('gallery/', docs)).map((name) => `gallery/${name}`);
    expect(new Set(['gallery.md', ...written])).toEqual(new Set(files.keys()));
    for (const [path, text] of files) {
      expect(withoutNoise(readFileSync(new URL(path, docs), 'utf8')), path).toBe(withoutNoise(text));
    }
  });
});

/** Pixels to one decimal: the last bit of a result may differ from machine to machine. */
function withoutNoise(text: string): string {
  return text.replace(/\d+\.\d+/g, (number) => Number(number).toFixed(1));
}

describe.skipIf(!hasChromium)('labels of charts of real cases, in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launched();
  });
  afterAll(() => browser.close());

  for (const width of [320, 768, 1440]) {
    it(`keep clear of one another at ${width} pixels`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const found = [];
      for (const chart of groups.flatMap(({ charts }) => charts)) {
        const { overlaps, outside } = await misplacedLabels(page, chartSvg(chart, { width }));
        if (overlaps.length + outside.length > 0) found.push({ chart: chart.id, overlaps, outside });
      }
      await page.close();
      expect(found).toEqual([]);
    });
  }
});
