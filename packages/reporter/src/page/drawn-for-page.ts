import type { Chart } from '../charts/chart.ts';
import { drawChart, type SvgDocument } from '../charts/draw/index.ts';
import { pagePalette } from '../charts/palette.ts';
import { chartWidths } from './chart-html.ts';

/**
 * A chart in the colours of the page, at one of its widths. The wide one is for paper as well: where it is taller than
 * a page, its lines of panels are shown there one by one, so that a page can end between them.
 */
export function drawnForPage(chart: Chart, size: keyof typeof chartWidths, document: SvgDocument): string {
  const width = chartWidths[size];
  const svg = drawChart(chart, { document, width, palette: pagePalette });
  const drawing = shortSvg(svg.outerHTML);
  const height = Number(svg.getAttribute('height'));
  if (size === 'narrow' || height < tallest) return drawing;
  const ends = [...(svg.getAttribute('data-breaks') ?? '').split(' ').filter(Boolean).map(Number), height];
  // What is drawn, without its ground: it is repeated by reference.
  const name = `drawn-${chart.id}`;
  const lines = ends.map((end, at) => {
    const from = ends[at - 1] ?? 0;
    return `<svg ${look} viewBox="0 ${from} ${width} ${end - from}"><use href="#${name}"/></svg>`;
  });
  return `${drawing.replace('<g ', `<g id="${name}" `)}<div class="paper" aria-hidden="true">${lines.join('')}</div>`;
}

/** Pixels of a drawing as wide as the paper that still fits in a page of it. */
const tallest = 900;

/** The look of what is repeated: rules of the page for what is in a drawing do not reach it. */
const look = 'font-size="12" font-family="system-ui,sans-serif" fill="var(--chart-text)"';

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
