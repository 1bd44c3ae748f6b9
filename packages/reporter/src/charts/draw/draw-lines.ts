import { line as lineMark, ruleY } from '@observablehq/plot';
import { formatCell } from '../../number-style.ts';
import type { Line, LinesChart } from '../chart.ts';
import { type Drawn, panelGrid } from './panel-grid.ts';
import { type Pen, sizes, widthOf } from './pen.ts';
import { plotted } from './plotted.ts';
import { spreadOut } from './spread-out.ts';
import { dayOf, niceTicks, tickTexts, timeTicks } from './ticks.ts';

const leastPanel = 270;
const lineHeight = 15;
/** Between the last year and the long run. */
const pause = 30;

/** Lines with their names and last figures at their ends, and the long run apart at the right. */
export function drawLines(pen: Pen, chart: LinesChart, width: number): Drawn {
  const { palette } = pen;
  const column = { ...chart.figures, key: '', heading: '', unit: '' };
  const lines = chart.panels.flatMap((panel) => panel.lines);
  const place = (at: number | string) => (typeof at === 'number' ? at : dayOf(at));
  const known = lines
    .flatMap(({ points, end }) => [...points.map(({ value }) => value), end?.value ?? null])
    .filter((value): value is number => value !== null && Number.isFinite(value));
  const ticks = niceTicks(Math.min(0, ...known), Math.max(0, ...known), 4);
  const texts = tickTexts(ticks, chart.figures);
  const times = lines.flatMap(({ points }) => points.map(({ at }) => place(at)));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const quiet = { size: sizes.small, fill: palette.quiet };
  const tickWidth = Math.max(...texts.map((text) => widthOf(text, quiet))) + 8;
  const lastOf = ({ points }: Line) => points.findLast(({ value }) => value !== null);
  const endOf = (one: Line) => (one.end ? one.end.value : lastOf(one)?.value) ?? null;
  const figureOf = (one: Line) => formatCell(endOf(one), column);
  const endLabel = lines.find(({ end }) => end)?.end?.label;
  const widest = (text: (one: Line) => string) =>
    Math.max(0, ...lines.map((one) => widthOf(text(one), { bold: true }))) + 10;

  return panelGrid(pen, chart.panels, { width, least: leastPanel }, (panel, panelWidth) => {
    const left = Math.min(tickWidth, 0.25 * panelWidth);
    // The figure stands under the name where both on one line would leave the lines no room.
    const isOneLine = widest((one) => `${one.label} ${figureOf(one)}`) <= 0.36 * panelWidth;
    const linesOf = (one: Line) =>
      isOneLine ? [`${one.label} ${figureOf(one)}`] : [one.label, figureOf(one)];
    const right = Math.min(
      0.5 * panelWidth,
      isOneLine
        ? widest((one) => linesOf(one)[0]!)
        : Math.max(
            widest(({ label }) => label),
            widest(figureOf),
          ),
    );
    const labelHeight = isOneLine ? lineHeight : 2 * lineHeight + 3;
    const height = Math.max(150, panel.lines.length * labelHeight + 20);
    const plotRight = panelWidth - right - (endLabel === undefined ? 0 : pause);
    const apart = panelWidth - right - 4;
    const domain = [first, last === first ? first + 1 : last] as const;
    const { element, x, y } = plotted(pen, {
      width: panelWidth,
      height: height + 16,
      x: { domain, range: [left, plotRight] },
      y: { domain: [ticks[0]!, ticks.at(-1)!], range: [height, 6] },
      marks: [
        ruleY(ticks, {
          stroke: (tick: number) => (tick === 0 ? palette.quiet : palette.line),
          x1: domain[0],
          x2: domain[1],
        }),
        ...panel.lines.map((one) =>
          lineMark(one.points, {
            x: ({ at }: Line['points'][number]) => place(at),
            y: ({ value }: Line['points'][number]) => value ?? Number.NaN,
            stroke: palette.colour(one.colour),
            strokeWidth: 2.25,
            strokeLinejoin: 'round',
            strokeDasharray: one.dashed ? '5 4' : 'none',
            curve: chart.curve === 'steps' ? 'step-after' : 'linear',
          }),
        ),
      ],
    });
    const group = pen.element('g', {}, [element]);
    for (const [at, tick] of ticks.entries()) {
      group.append(pen.text(left - 8, y(tick) + 4, texts[at]!, { ...quiet, anchor: 'end', most: left - 8 }));
    }
    for (const { at, label } of timeTicks(chart.axis, first, last, plotRight - left)) {
      group.append(
        pen.element('path', { d: `M${x(at)},${height}v4`, stroke: palette.line }),
        pen.text(x(at), height + 16, label, { ...quiet, anchor: 'middle' }),
      );
    }
    if (endLabel !== undefined) {
      const most = panelWidth - plotRight - 24;
      group.append(pen.text(apart - 4, height + 16, endLabel, { ...quiet, most }));
    }
    const wanted = panel.lines.map((one) => y(endOf(one) ?? 0));
    const places = spreadOut(wanted, labelHeight, labelHeight / 2, height - labelHeight / 2 + 4);
    for (const [at, one] of panel.lines.entries()) {
      const colour = palette.colour(one.colour);
      const end = lastOf(one);
      if (end && one.end && one.end.value !== null) {
        const d = `M${x(place(end.at))},${y(end.value)}L${apart},${y(one.end.value)}`;
        const dotted = { stroke: colour, 'stroke-dasharray': '1.5 3.5', 'stroke-linecap': 'round' };
        group.append(
          pen.element('path', { d, ...dotted }),
          pen.element('circle', { cx: apart, cy: y(one.end.value), r: 3.5, fill: colour }),
        );
      } else if (end) {
        group.append(pen.element('circle', { cx: x(place(end.at)), cy: y(end.value), r: 3, fill: colour }));
      }
      for (const [k, text] of linesOf(one).entries()) {
        const baseline = places[at]! + 4 + (isOneLine ? 0 : (k - 0.5) * lineHeight);
        const style = { bold: true, fill: colour, most: right - 4 };
        group.append(pen.text(panelWidth - right + 6, baseline, text, style));
      }
    }
    return { element: group, height: height + 20 };
  });
}
