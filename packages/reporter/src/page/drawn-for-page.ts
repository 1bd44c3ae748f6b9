import type { Chart } from '../charts/chart.ts';
import { drawChart, type SvgDocument } from '../charts/draw/index.ts';
import { pagePalette } from '../charts/palette.ts';

/** Draws a chart in the colours of the page. */
export function drawnForPage(chart: Chart, width: number, document: SvgDocument): string {
  return shortSvg(drawChart(chart, { document, width, palette: pagePalette }).outerHTML);
}

/**
 * What goes without saying in a page is left out, and a drawing is little more than half as long: the page sets every
 * colour and the usual look of text, and nobody sees a hundredth of a pixel.
 */
function shortSvg(svg: string): string {
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag
      .replace(/var\((--[\w-]+), #\w+\)/g, 'var($1)')
      .replace(/ (?:d|[xy][12]?|c[xy]|width|height)="[^"]*"/g, (place) => place.replace(/(\.\d)\d+/g, '$1'))
      .replace(/(\.\d{3})\d+/g, '$1')
      .replace(/^<text\b.*/, (text) =>
        text.replace(/ (?:fill="var\(--chart-text\)"|font-size="12"|x="0")/g, ''),
      ),
  );
}
