import type { Chart } from '../charts/chart.ts';
import { drawChart, type SvgDocument } from '../charts/draw/index.ts';
import { pagePalette } from '../charts/palette.ts';
import { chartWidths } from './chart-html.ts';

/** Draws a chart at both widths of the page, in its colours. */
export function drawnTwice(chart: Chart, document: SvgDocument) {
  const drawn = (width: number) =>
    shortSvg(drawChart(chart, { document, width, palette: pagePalette }).outerHTML);
  return { narrow: drawn(chartWidths.narrow), wide: drawn(chartWidths.wide) };
}

/**
 * The page sets every colour, nobody sees a thousandth of a pixel, and parts of a picture have no names of their own
 * beside that of the whole: without them a drawing is a third shorter.
 */
function shortSvg(svg: string): string {
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag
      .replace(/var\((--[\w-]+), #\w+\)/g, 'var($1)')
      .replace(/(\.\d{3})\d+/g, '$1')
      .replace(/^(<g\b[^>]*) aria-label="[^"]*"/, '$1'),
  );
}
