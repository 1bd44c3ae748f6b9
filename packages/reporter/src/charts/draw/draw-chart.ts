import type { Chart } from '../chart.ts';
import type { Palette } from '../palette.ts';
import { drawBars } from './draw-bars.ts';
import { drawFlows } from './draw-flows.ts';
import { drawLines } from './draw-lines.ts';
import { drawMatrix } from './draw-matrix.ts';
import { drawPoints } from './draw-points.ts';
import { drawStacks } from './draw-stacks.ts';
import type { Drawn } from './panel-grid.ts';
import { type Pen, penOf, type SvgDocument, type SvgElement, titled } from './pen.ts';
import { wrapped } from './text-width.ts';

export interface DrawOptions {
  /** Of the browser, or of linkedom. */
  readonly document: SvgDocument;
  /** Pixels; less than 320 is drawn as 320. The height follows. */
  readonly width: number;
  readonly palette: Palette;
}

/** The font of files, where it is there; else one of the reader's. */
const fontFamily = "'Public Sans', 'Source Sans 3', system-ui, 'Helvetica Neue', Arial, sans-serif";

const padding = 16;

/** Lines that a title, a unit or a note may take. */
const mostLines = 6;

/**
 * Draws a chart as an `svg` element: its title, its unit, the drawing, its notes; `role="img"` with `title` and `desc`.
 * The same in a browser and in Node. It takes the width given and has the height that it needs; where text is wider
 * than its place it is cut with an ellipsis, and whole in a `title`.
 */
export function drawChart(chart: Chart, { document, width, palette }: DrawOptions): SvgElement {
  const pen = penOf(document, palette);
  const whole = Math.max(320, width);
  const inner = whole - 2 * padding;
  const words = [
    ...block(chart.title, { size: whole < 480 ? 16 : 18, bold: true, fill: palette.text }),
    ...block(chart.unit, { size: 13, bold: false, fill: palette.quiet, after: 14 }),
  ];
  const notes = (chart.notes ?? []).flatMap((note) =>
    block(note, { size: 11, bold: false, fill: palette.quiet, after: 2 }),
  );
  const content = pen.element('g', { transform: `translate(${padding},${padding})` });
  let y = write(words, 0);
  const { element, height, breaks = [] } = drawnBody(pen, chart, inner);
  const ends = breaks.map((at) => Math.round(padding + y + at));
  content.append(pen.element('g', { transform: `translate(0,${y})` }, [element]));
  y = write(notes, y + height + (notes.length > 0 ? 12 : 0));
  const tall = Math.ceil(y + 2 * padding);

  return pen.element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: whole,
      height: tall,
      viewBox: `0 0 ${whole} ${tall}`,
      role: 'img',
      'aria-label': `${chart.title}. ${chart.unit}`,
      'font-family': fontFamily,
      'font-size': 12,
      'data-chart': chart.id,
      ...(ends.length > 0 ? { 'data-breaks': ends.join(' ') } : {}),
    },
    [
      titled(pen.element('title'), chart.title),
      titled(pen.element('desc'), chart.description),
      pen.element('rect', { width: whole, height: tall, fill: palette.background }),
      content,
    ],
  );

  function block(text: string, style: { size: number; bold: boolean; fill: string; after?: number }) {
    const lines = wrapped(text, inner, style.size, style.bold, mostLines);
    return lines.map((line, at) => ({
      line,
      ...style,
      after: at === lines.length - 1 ? (style.after ?? 3) : 0,
    }));
  }

  function write(lines: ReturnType<typeof block>, from: number): number {
    let at = from;
    for (const { line, size, bold, fill, after } of lines) {
      content.append(pen.text(0, at + size, line, { size, bold, fill }));
      at += Math.round(size * 1.3) + after;
    }
    return at;
  }
}

function drawnBody(pen: Pen, chart: Chart, width: number): Drawn {
  switch (chart.kind) {
    case 'bars':
      return drawBars(pen, chart, width);
    case 'flows':
      return drawFlows(pen, chart, width);
    case 'lines':
      return drawLines(pen, chart, width);
    case 'matrix':
      return drawMatrix(pen, chart, width);
    case 'points':
      return drawPoints(pen, chart, width);
    case 'stacks':
      return drawStacks(pen, chart, width);
  }
}
