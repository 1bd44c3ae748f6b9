import type { Chart } from '../../charts/chart.ts';
import { drawChart } from '../../charts/draw/index.ts';
import { lightPalette } from '../../charts/palette.ts';
import type { Report } from '../../report.ts';
import type { chartWidths } from '../chart-html.ts';
import { drawnForPage } from '../drawn-for-page.ts';
import { unpacked } from '../packed-results.ts';
import { contentsHtml, sectionsHtml } from '../section-html.ts';

// The functions that made the report, as a script of their own: the page keeps it packed until a reader has chosen
// something. Its exports are a global of the page.
export { reportOfView } from '../report-of-view.ts';
export { contentsHtml, unpacked };

/** The sections with room for their charts, which are drawn when they come into sight. */
export function sectionsWithoutCharts(report: Report): string {
  return sectionsHtml(report, () => ({ narrow: '', wide: '' }));
}

/** A chart as the page shows it, at one of its widths. */
export function drawn(chart: Chart, size: keyof typeof chartWidths): string {
  return drawnForPage(chart, size, document);
}

/** A chart as it is given away: light and wide, whatever the page looks like. */
export function svgToKeep(chart: Chart): string {
  const svg = drawChart(chart, { document, width: 960, palette: lightPalette });
  return new XMLSerializer().serializeToString(svg as unknown as SVGSVGElement);
}
