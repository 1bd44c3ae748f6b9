import { line as lineMark, ruleY } from '@observablehq/plot';
import { formatCell } from '../../number-style.ts';
import type { Line, LinesChart } from '../chart.ts';
import { type Drawn, panelGrid } from './panel-grid.ts';
import { type Pen, sizes, widthOf } from './pen.ts';
import { plotted } from './plotted.ts';
import { spreadOut } from './spread-out.ts';
import { niceTicks, timeTicks } from './ticks.ts';

const leastPanel = 250;
const labelHeight = 15;
/** Between the last year and the long run. */
const pause = 34;

/** Lines with their names and last figures at their ends, and the long run apart at the right. */
export function drawLines(pen: Pen, chart: LinesChart, width: number): Drawn {
  const { palette } = pen;
  const column = { ...chart.figures, key: '', heading: '', unit: '' };
  const written = (value: number | null) => formatCell(value, column);
  const lines = chart.panels.flatMap((panel) => panel.lines);
  const place = (at: number | string) =>
    typeof at === 'number' ? at : Date.parse(`${at}T00:00:00Z`) / 86_400_000;
  const values = lines.flatMap(({ points, end }) => [
    ...points.map(({ value }) => value),
    ...(end ? [end.value] : []),
  ]);
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const ticks = niceTicks(Math.min(0, ...known), Math.max(0, ...known), 4);
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const times = lines.flatMap(({ points }) => points.map(({ at }) => place(at)));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const tickWidth = Math.max(...ticks.map((tick) => widthOf(written(tick), { size: sizes.small }))) + 8;
  const endOf = ({ points, end }: Line) =>
    end?.value ?? points.findLast(({ value }) => value !== null)?.value;
  const nameOf = (line: Line) => `${line.label} ${written(endOf(line) ?? null)}`;
  const names = Math.max(0, ...lines.map((one) => widthOf(nameOf(one), { bold: true })));
  const hasEnd = lines.some(({ end }) => end);
  const endLabel = lines.find(({ end }) => end)?.end?.label ?? '';

  return panelGrid(pen, chart.panels, { width, least: leastPanel }, (panel, panelWidth) => {
    const right = Math.min(names + 10, 0.46 * panelWidth);
    const height = Math.max(150, panel.lines.length * (labelHeight + 2));
    const plotRight = panelWidth - right - (hasEnd ? pause : 0);
    const scale = { domain: [first, last === first ? first + 1 : last], range: [tickWidth, plotRight] };
    const apart = plotRight + pause - 8;
    const coloured = { stroke: (d: { line: Line }) => palette.colour(d.line.colour), strokeWidth: 2.25 };
    const dots = panel.lines.flatMap((one) =>
      one.points.map(({ at, value }) => ({ line: one, x: place(at), y: value ?? Number.NaN })),
    );
    const { element, x, y } = plotted(pen, {
      width: panelWidth,
      height: height + 16,
      x: scale,
      y: { domain: [low, high === low ? low + 1 : high], range: [height, 6] },
      marks: [
        ruleY(ticks, { stroke: palette.line, x1: scale.domain[0], x2: scale.domain[1] } as object),
        ruleY([0], { stroke: palette.quiet } as object),
        ...panel.lines.map((one) =>
          lineMark(
            dots.filter((d) => d.line === one),
            {
              x: 'x',
              y: 'y',
              ...coloured,
              curve: chart.curve === 'steps' ? 'step-after' : 'linear',
              strokeDasharray: one.dashed ? '5 4' : 'none',
              strokeLinejoin: 'round',
            },
          ),
        ),
      ],
    });
    const group = pen.element('g', {}, [element]);
    for (const tick of ticks) {
      group.append(
        pen.text(tickWidth - 8, y(tick) + 4, written(tick), {
          size: sizes.small,
          fill: palette.quiet,
          anchor: 'end',
        }),
      );
    }
    for (const { at, label } of timeTicks(chart.axis, first, last, plotRight - tickWidth)) {
      const half = widthOf(label, { size: sizes.small }) / 2;
      const middle = Math.min(Math.max(x(at), half), plotRight + half - 2);
      group.append(
        pen.text(middle, height + 16, label, { size: sizes.small, fill: palette.quiet, anchor: 'middle' }),
      );
    }
    const wanted = panel.lines.map((one) => y(endOf(one) ?? 0));
    const places = spreadOut(wanted, labelHeight, 8, height - 2);
    for (const [at, one] of panel.lines.entries()) {
      const stroke = palette.colour(one.colour);
      const lastPoint = one.points.findLast(({ value }) => value !== null);
      if (one.end && one.end.value !== null && lastPoint) {
        group.append(
          pen.element('path', {
            d: `M${x(place(lastPoint.at))},${y(lastPoint.value)}L${apart},${y(one.end.value)}`,
            stroke,
            'stroke-dasharray': '1.5 3.5',
            'stroke-linecap': 'round',
          }),
          pen.element('circle', { cx: apart, cy: y(one.end.value), r: 3.5, fill: stroke }),
        );
      } else if (lastPoint) {
        group.append(
          pen.element('circle', { cx: x(place(lastPoint.at)), cy: y(lastPoint.value), r: 3, fill: stroke }),
        );
      }
      group.append(
        pen.text(panelWidth - right + 4, places[at]! + 4, nameOf(one), {
          bold: true,
          fill: stroke,
          most: right - 4,
        }),
      );
    }
    if (hasEnd) {
      group.append(
        pen.text(panelWidth, height + 16, endLabel, {
          size: sizes.small,
          fill: palette.quiet,
          anchor: 'end',
          most: right + 4,
        }),
      );
    }
    return { element: group, height: height + 20 };
  });
}
