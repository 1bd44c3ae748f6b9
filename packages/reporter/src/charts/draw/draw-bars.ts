import { barX } from '@observablehq/plot';
import { formatCell } from '../../number-style.ts';
import type { Bar, BarsChart } from '../chart.ts';
import { type Drawn, panelGrid } from './panel-grid.ts';
import { type Pen, sizes, widthOf } from './pen.ts';
import { plotted } from './plotted.ts';

const barHeight = 14;
const rowHeight = 22;
/** A label above its bar, where there is no room beside it. */
const rowWithLabel = 38;
const leastPanel = 210;
/** Bars and their figures have this much beside the labels, or the labels stand above. */
const leastBars = 160;

/** Bars to both sides of zero, each with its label and its figure: axes have nothing to add. */
export function drawBars(pen: Pen, chart: BarsChart, width: number): Drawn {
  const column = { ...chart.figures, key: '', heading: '', unit: '' };
  const figure = ({ value }: Bar) => formatCell(value, column);
  const all = chart.panels.flatMap(({ bars }) => bars);
  const widest = (bars: readonly Bar[]) =>
    Math.max(0, ...bars.map((bar) => widthOf(figure(bar), { size: sizes.small, bold: true }))) + 6;
  const values = all.map(({ value }) => finite(value));
  const domain = [Math.min(0, ...values), Math.max(0, ...values)];
  if (domain[0] === domain[1]) domain[1] = 1;
  const labels = Math.max(0, ...all.map(({ label, total }) => widthOf(label, { bold: total ?? false })));

  return panelGrid(pen, chart.panels, { width, least: leastPanel }, ({ bars }, panelWidth) => {
    const isBeside = panelWidth - labels - 12 >= leastBars;
    const gutter = isBeside ? labels + 12 : 0;
    const room = 0.3 * panelWidth;
    const left = gutter + Math.min(room, domain[0]! < 0 ? widest(all.filter(isNegative)) : 1);
    const right = Math.min(room, widest(all.filter((bar) => !isNegative(bar))));
    const row = isBeside ? rowHeight : rowWithLabel;
    const height = bars.length * row;
    const barTop = (at: number) => at * row + (isBeside ? (row - barHeight) / 2 : row - barHeight - 2);

    const { element, x } = plotted(pen, {
      width: panelWidth,
      height,
      marginLeft: left,
      marginRight: right,
      x: { domain },
      y: { type: 'band', domain: bars.map((_, at) => at), padding: 0 },
      marks: [
        barX(bars, {
          x: ({ value }: Bar) => finite(value),
          y: (_: Bar, at: number) => at,
          fill: ({ colour, total }: Bar) => (total ? pen.palette.text : pen.palette.colour(colour)),
          insetTop: isBeside ? (row - barHeight) / 2 : row - barHeight - 2,
          insetBottom: isBeside ? (row - barHeight) / 2 : 2,
        }),
      ],
    });
    const group = pen.element('g', {}, [element]);
    for (const [at, bar] of bars.entries()) {
      // The line at zero, left out where labels stand.
      const [from, until] = isBeside
        ? [at * row, (at + 1) * row]
        : [barTop(at) - 2, barTop(at) + barHeight + 2];
      group.append(pen.element('path', { d: `M${x(0)},${from}V${until}`, stroke: pen.palette.quiet }));
      const middle = barTop(at) + barHeight / 2 + 4;
      const style = { bold: bar.total ?? false };
      if (isBeside) group.append(pen.text(0, middle, bar.label, { ...style, most: gutter - 6 }));
      else group.append(pen.text(0, barTop(at) - 5, bar.label, { ...style, most: panelWidth }));
      const end = x(finite(bar.value));
      group.append(
        pen.text(isNegative(bar) ? end - 5 : Math.max(end, x(0)) + 5, middle, figure(bar), {
          ...style,
          size: sizes.small,
          fill: bar.value === null ? pen.palette.quiet : pen.palette.text,
          anchor: isNegative(bar) ? 'end' : 'start',
          most: room,
        }),
      );
    }
    return { element: group, height };
  });
}

const isNegative = ({ value }: Bar) => value !== null && value < 0;

const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : 0);
