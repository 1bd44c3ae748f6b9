import { barY } from '@observablehq/plot';
import { formatNumber } from '../../number-style.ts';
import type { StacksChart } from '../chart.ts';
import { type Drawn, panelGrid } from './panel-grid.ts';
import { type Pen, type SvgElement, sizes, widthOf } from './pen.ts';
import { plotted } from './plotted.ts';

const leastPanel = 288;
const keyLine = 20;
/** Pixels that the label of a column may take. */
const mostLabel = 80;

/** Columns of parts that sum to 1, the key above them in the order of the parts from the top. */
export function drawStacks(pen: Pen, chart: StacksChart, width: number): Drawn {
  const { parts } = chart;
  const fills = parts.map((_, at) => texture(pen, chart, at));
  const key = drawKey(pen, chart, fills, width);
  const panels = panelGrid(pen, chart.panels, { width, least: leastPanel }, ({ columns }, panelWidth) => {
    const height = 230;
    const bars = columns.flatMap(({ label, values }) =>
      values.map((value, part) => ({
        label,
        part,
        value,
        // The first part is on top.
        above: values.slice(0, part).reduce((sum, one) => sum + one, 0),
      })),
    );
    const { element, x, y } = plotted(pen, {
      width: panelWidth,
      height,
      x: { type: 'band', domain: columns.map(({ label }) => label), range: [0, panelWidth], padding: 0 },
      y: { domain: [0, 1], range: [0, height] },
      marks: [
        barY(bars, {
          x: 'label',
          y1: 'above',
          y2: (bar: (typeof bars)[number]) => bar.above + bar.value,
          fill: (bar: (typeof bars)[number]) => pen.palette.colour(parts[bar.part]!.colour),
          insetLeft: 1,
          insetRight: 1,
          insetTop: 0.5,
        }),
      ],
    });
    const each = panelWidth / Math.max(1, columns.length);
    const group = pen.element('g', {}, [element]);
    for (const bar of bars) {
      const tall = bar.value * height;
      const pattern = fills[bar.part]!.pattern;
      if (pattern && tall > 0.5) {
        const [from, until] = [y(bar.above), y(bar.above + bar.value)];
        group.append(
          pen.element('rect', {
            x: x(bar.label) + 1,
            y: from,
            width: each - 2,
            height: until - from,
            fill: pattern,
          }),
        );
      }
      const figure = formatNumber(100 * bar.value, 0);
      if (tall < 15 || widthOf(figure, { size: sizes.small, bold: true }) > each - 2) continue;
      group.append(
        pen.text(x(bar.label) + each / 2, y(bar.above + bar.value / 2) + 4, figure, {
          size: sizes.small,
          bold: true,
          fill: pen.palette.background,
          anchor: 'middle',
        }),
      );
    }
    const labelWidth = (label: string) => Math.min(widthOf(label, { size: sizes.small }), mostLabel);
    const every = Math.ceil(Math.max(0, ...columns.map(({ label }) => labelWidth(label) + 6)) / each);
    for (const [at, { label }] of columns.entries()) {
      if ((columns.length - 1 - at) % every !== 0) continue;
      const half = labelWidth(label) / 2;
      const middle = Math.min(Math.max(x(label) + each / 2, half), panelWidth - half);
      const style = {
        size: sizes.small,
        fill: pen.palette.quiet,
        anchor: 'middle',
        most: mostLabel,
      } as const;
      group.append(pen.text(middle, height + 15, label, style));
    }
    return { element: group, height: height + 20 };
  });
  const top = key.height + 8;
  const below = pen.element('g', { transform: `translate(0,${top})` }, [panels.element]);
  return {
    element: pen.element('g', {}, [key.element, below]),
    height: top + panels.height,
    breaks: (panels.breaks ?? []).map((at) => top + at),
  };
}

interface Fill {
  readonly definition?: SvgElement;
  readonly pattern?: string;
}

/** Every second part is hatched as well, so that neighbours are told apart without colour. */
function texture(pen: Pen, { id }: StacksChart, at: number): Fill {
  if (at % 2 === 0) return {};
  const name = `${id}-hatch`;
  const line = pen.element('path', {
    d: 'M0,6L6,0',
    stroke: pen.palette.background,
    'stroke-opacity': 0.22,
    'stroke-width': 1.2,
  });
  const size = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  return {
    pattern: `url(#${name})`,
    ...(at === 1 ? { definition: pen.element('pattern', { id: name, ...size }, [line]) } : {}),
  };
}

function drawKey(pen: Pen, { parts }: StacksChart, fills: readonly Fill[], width: number): Drawn {
  const group = pen.element(
    'g',
    {},
    fills.flatMap(({ definition }) => definition ?? []),
  );
  let [x, line] = [0, 0];
  for (const [at, { label, colour }] of parts.entries()) {
    const wide = Math.min(width, 18 + widthOf(label) + 16);
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    const y = line * keyLine;
    for (const fill of [pen.palette.colour(colour), fills[at]!.pattern]) {
      if (fill) group.append(pen.element('rect', { x, y: y + 2, width: 12, height: 12, fill }));
    }
    group.append(pen.text(x + 18, y + 12, label, { most: width - 18 }));
    x += wide;
  }
  return { element: group, height: (line + 1) * keyLine };
}
