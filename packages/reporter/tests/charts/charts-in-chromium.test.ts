import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartSvg } from '../../src/charts/files/chart-files.ts';
import { hasChromium, launched } from '../page/chromium.ts';
import { madeCharts, withFigures, withHostileNames } from './made-charts.ts';
import { misplacedLabels } from './overlapping-labels.ts';

const { alone, compared } = madeCharts();
const looks = {
  'a case alone': alone,
  'cases side by side': compared,
  'names that are hostile or without end': alone.map(withHostileNames),
  'figures that are all zero': alone.map((chart) => withFigures(chart, 0)),
  'figures that are missing': alone.map((chart) => withFigures(chart, null)),
  'figures that are huge': alone.map((chart) => withFigures(chart, -1.5e15)),
};

describe.skipIf(!hasChromium)('labels in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launched();
  });
  afterAll(() => browser.close());

  for (const [what, charts] of Object.entries(looks)) {
    for (const width of [320, 768, 1440]) {
      it(`of ${what} keep clear of one another at ${width} pixels`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 800 } });
        const found = [];
        for (const chart of charts) {
          const { overlaps, outside } = await misplacedLabels(page, chartSvg(chart, { width }));
          if (overlaps.length + outside.length > 0) found.push({ chart: chart.id, overlaps, outside });
        }
        await page.close();
        expect(found).toEqual([]);
      });
    }
  }
});
