import { dot, ruleX, ruleY } from '@observablehq/plot';
import type { Point, PointsChart } from '../chart.ts';
import { type Drawn, panelGrid } from './panel-grid.ts';
import { type Pen, sizes, widthOf } from './pen.ts';
import { plotted } from './plotted.ts';
import { niceTicks, tickTexts } from './ticks.ts';

const leastPanel = 220;
const radius = 4.5;

/**
 * Points over two axes, numbered; the key says which is which. What nothing else improves on for both has a ring.
 */
export function drawPoints(pen: Pen, chart: PointsChart, width: number): Drawn {
  const { palette } = pen;
  const named = namesOf(chart);
  const all = chart.panels.flatMap(({ points }) => points);
  const panels = panelGrid(pen, chart.panels, { width, least: leastPanel }, (panel, panelWidth) => {
    const [across, up] = (['x', 'y'] as const).map((axis) =>
      niceTicks(
        Math.min(0, ...all.map((point) => point[axis])),
        Math.max(0, ...all.map((point) => point[axis])),
        4,
      ),
    ) as [number[], number[]];
    const [acrossTexts, upTexts] = [across, up].map((ticks) => tickTexts(ticks, chart.figures)) as [
      string[],
      string[],
    ];
    const widest = (texts: readonly string[]) =>
      Math.max(...texts.map((text) => widthOf(text, { size: sizes.small })));
    const tickWidth = widest(upTexts) + 8;
    const [top, height] = [22, Math.min(260, Math.max(200, panelWidth * 0.7))];
    const right = panelWidth - 14;
    const lineOf = (tick: number) => (tick === 0 ? palette.quiet : palette.line);
    const { element, x, y } = plotted(pen, {
      width: panelWidth,
      height: top + height,
      x: { domain: [across[0]!, across.at(-1)!], range: [tickWidth, right] },
      y: { domain: [up[0]!, up.at(-1)!], range: [top + height, top] },
      marks: [
        ruleY(up, { stroke: lineOf, x1: across[0]!, x2: across.at(-1)! }),
        ruleX(across, { stroke: lineOf, y1: up[0]!, y2: up.at(-1)! }),
        dot(panel.points, {
          x: 'x',
          y: 'y',
          r: radius,
          fill: ({ colour }: Point) => palette.colour(colour),
          stroke: palette.background,
        }),
        dot(
          panel.points.filter(({ best }) => best),
          { x: 'x', y: 'y', r: radius + 3, stroke: palette.text, strokeWidth: 1.25 },
        ),
      ],
    });
    const group = pen.element('g', {}, [element]);
    const quiet = { size: sizes.small, fill: palette.quiet };
    group.append(pen.text(0, 11, panel.y, { ...quiet, most: panelWidth }));
    const every = Math.ceil(
      (widest(acrossTexts) + 12) / ((right - tickWidth) / Math.max(1, across.length - 1)),
    );
    for (const [at, tick] of across.entries()) {
      if (at % every === 0)
        group.append(pen.text(x(tick), top + height + 15, acrossTexts[at]!, { ...quiet, anchor: 'middle' }));
    }
    for (const [at, tick] of up.entries()) {
      group.append(pen.text(tickWidth - 8, y(tick) + 4, upTexts[at]!, { ...quiet, anchor: 'end' }));
    }
    group.append(pen.text(right, top + height + 31, panel.x, { ...quiet, anchor: 'end', most: panelWidth }));
    const taken: Box[] = panel.points.map((point) =>
      boxAround(x(point.x), y(point.y), 2 * radius, 2 * radius),
    );
    for (const point of panel.points) {
      const number = named.get(point.label);
      if (number === undefined) continue;
      const text = `${number}`;
      const size = [widthOf(text, { size: sizes.small, bold: true }) + 2, 13] as const;
      const spot = freeSpot([x(point.x), y(point.y)], size, taken, [
        tickWidth,
        top,
        panelWidth,
        top + height,
      ]);
      if (!spot) continue;
      taken.push(boxAround(spot[0], spot[1], ...size));
      if (Math.hypot(spot[0] - x(point.x), spot[1] - y(point.y)) > 20) {
        const d = `M${x(point.x)},${y(point.y)}L${spot[0]},${spot[1]}`;
        group.append(pen.element('path', { d, stroke: palette.quiet, 'stroke-width': 0.75 }));
      }
      group.append(pen.text(spot[0], spot[1] + 4, text, { size: sizes.small, bold: true, anchor: 'middle' }));
    }
    return { element: group, height: top + height + 36 };
  });
  const key = drawKey(pen, chart, named, width);
  const below = pen.element('g', { transform: `translate(0,${panels.height + 12})` }, [key.element]);
  return {
    element: pen.element('g', {}, [panels.element, below]),
    height: panels.height + 12 + key.height,
    ...(panels.breaks ? { breaks: panels.breaks } : {}),
  };
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

function boxAround(x: number, y: number, width: number, height: number): Box {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

/** The place nearest to a point at which a label meets nothing: rings around it, from near to far. */
function freeSpot(
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
  taken: readonly Box[],
  [left, top, right, bottom]: Box,
): readonly [number, number] | undefined {
  for (let ring = radius + 9; ring < 90; ring += 8) {
    for (let turn = 0; turn < 16; turn++) {
      const angle = (turn * Math.PI) / 8;
      const spot = [x + ring * Math.cos(angle), y - ring * Math.sin(angle)] as const;
      const box = boxAround(...spot, width, height);
      const isInside = box[0] >= left && box[1] >= top && box[2] <= right && box[3] <= bottom;
      if (isInside && !taken.some((other) => meet(box, other))) return spot;
    }
  }
  return undefined;
}

function meet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** Numbers of the points to be named, the same in all panels. */
function namesOf({ panels }: PointsChart): Map<string, number> {
  const labels = panels.flatMap(({ points }) =>
    points.filter(({ named }) => named).map(({ label }) => label),
  );
  return new Map([...new Set(labels)].map((label, at) => [label, at + 1]));
}

function drawKey(pen: Pen, chart: PointsChart, named: ReadonlyMap<string, number>, width: number): Drawn {
  const points = chart.panels.flatMap(({ points }) => points);
  const columns = width >= 640 ? 2 : 1;
  const each = width / columns;
  const lines = Math.ceil(named.size / columns);
  const group = pen.element('g');
  for (const [label, number] of named) {
    const at = number - 1;
    const [x, y] = [Math.floor(at / lines) * each, (at % lines) * 19 + 12];
    const colour = points.find((point) => point.label === label)!.colour;
    group.append(
      pen.text(x + 14, y, `${number}`, { bold: true, size: sizes.small, anchor: 'end' }),
      pen.element('circle', { cx: x + 24, cy: y - 4, r: 4, fill: pen.palette.colour(colour) }),
      pen.text(x + 34, y, label, { most: each - 46 }),
    );
  }
  return { element: group, height: lines * 19 };
}
