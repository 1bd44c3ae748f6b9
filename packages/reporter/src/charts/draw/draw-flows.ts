import { type SankeyNode, sankey } from 'd3-sankey';
import { formatCell, percentInWords } from '../../number-style.ts';
import type { Flow, FlowsChart, Place } from '../chart.ts';
import { type Drawn, panelGrid } from './panel-grid.ts';
import { type Pen, sizes, widthOf } from './pen.ts';
import { spreadOut } from './spread-out.ts';

type End = { readonly place: Place; readonly side: 'exporter' | 'importer'; readonly id: string };
type Band = { readonly flow: Flow };
type Node = SankeyNode<End, Band>;
type Pair = readonly [x: number, y: number];

const leastPanel = 430;
const full = 260;
const barWidth = 8;
/** A line of a label: a name, its figure, and the change where it does not fit beside the figure. */
const lineHeight = 14;

/** Bands from exporters on the left to importers on the right, in the colour of the exporter; all panels to one scale. */
export function drawFlows(pen: Pen, chart: FlowsChart, width: number): Drawn {
  const column = { ...chart.figures, key: '', heading: '', unit: '' };
  const totals = chart.panels.map(({ flows }) =>
    flows.reduce((sum, { value }) => sum + Math.max(0, value), 0),
  );
  const largest = Math.max(...totals, Number.MIN_VALUE);
  const padding = 14;
  return panelGrid(pen, chart.panels, { width, least: leastPanel }, ({ flows }, panelWidth) => {
    const labels = new Map<string, string[]>(
      (['exporter', 'importer'] as const).flatMap((of) =>
        chart.places.map((place) => [`${of} ${place.code}`, figuresOf(flows, place.code, of)] as const),
      ),
    );
    const most = 0.38 * panelWidth - 8;
    const widest = (text: (figures: readonly string[]) => string) =>
      Math.max(...[...labels.values()].map((figures) => widthOf(text(figures), { size: sizes.small })));
    // Level and change on one line where they fit.
    const isShort = widest((figures) => figures.join(' ')) <= most;
    const linesOf = (id: string) => (isShort ? [labels.get(id)!.join(' ')] : labels.get(id)!);
    const labelHeight =
      lineHeight * (isShort || flows.every(({ before }) => before === undefined) ? 2 : 3) + 5;
    const side =
      8 +
      Math.min(
        most,
        Math.max(
          widest((figures) => (isShort ? figures.join(' ') : (figures[0] ?? ''))),
          ...chart.places.map(({ name }) => widthOf(name, { bold: true })),
        ),
      );
    const shown = flows.filter(({ value }) => value > 0);
    const total = shown.reduce((sum, { value }) => sum + value, 0);
    const ends = (['exporter', 'importer'] as const).flatMap((of) =>
      chart.places
        .filter(({ code }) => shown.some((flow) => flow[of] === code))
        .map((place): End => ({ place, side: of, id: `${of} ${place.code}` })),
    );
    const group = pen.element('g');
    if (shown.length === 0) {
      group.append(pen.text(0, 16, 'Nothing is traded', { fill: pen.palette.quiet }));
      return { element: group, height: 24 };
    }
    const gaps = padding * (Math.max(...sidesOf(ends)) - 1);
    const height = gaps + (full - gaps) * (total / largest);
    const down = Math.max(height, Math.max(...sidesOf(ends)) * labelHeight);
    const graph = sankey<End, Band>()
      .nodeId(({ id }) => id)
      .nodeWidth(barWidth)
      .nodePadding(padding)
      .nodeSort((a, b) => ends.indexOf(a) - ends.indexOf(b))
      .linkSort(null)
      .extent([
        [side, 4],
        [panelWidth - side, 4 + height],
      ])({
      nodes: ends.map((end) => ({ ...end })),
      links: shown.map((flow) => ({
        source: `exporter ${flow.exporter}`,
        target: `importer ${flow.importer}`,
        value: flow.value,
        flow,
      })),
    });
    for (const band of graph.links) {
      const [source, target] = [band.source as Node, band.target as Node];
      const from = source.place;
      const named = pen.element('title');
      named.textContent = `${from.name} to ${target.place.name}: ${formatCell(band.flow.value, column)}`;
      group.append(
        pen.element(
          'path',
          {
            d: bandPath([source.x1!, band.y0!], [target.x0!, band.y1!], Math.max(0.5, band.width ?? 0)),
            fill: pen.palette.colour(from.colour),
            'fill-opacity': 0.5,
          },
          [named],
        ),
      );
    }
    for (const of of ['exporter', 'importer'] as const) {
      const nodes = graph.nodes.filter((node) => node.side === of);
      const middles = nodes.map(({ y0 = 0, y1 = 0 }) => (y0 + y1) / 2);
      const places = spreadOut(middles, labelHeight, labelHeight / 2, down - labelHeight / 2 + 8);
      for (const [at, { id, place, x0 = 0, y0 = 0, y1 = 0 }] of nodes.entries()) {
        const anchor = of === 'exporter' ? 'end' : 'start';
        const x = of === 'exporter' ? x0 - 6 : x0 + barWidth + 6;
        const colour = pen.palette.colour(place.colour);
        const lines = linesOf(id);
        const top = places[at]! - (lineHeight * (lines.length + 1)) / 2 + 11;
        group.append(
          pen.element('rect', { x: x0, y: y0, width: barWidth, height: Math.max(1, y1 - y0), fill: colour }),
          pen.text(x, top, place.name, { bold: true, fill: colour, anchor, most: side - 8 }),
          ...lines.map((line, k) =>
            pen.text(x, top + lineHeight * (k + 1), line, { size: sizes.small, anchor, most: side - 8 }),
          ),
        );
      }
    }
    return { element: group, height: down + 8 };
  });

  /** The level, and the change where there is something before. */
  function figuresOf(flows: readonly Flow[], code: string, of: 'exporter' | 'importer'): string[] {
    const own = flows.filter((flow) => flow[of] === code);
    const sum = own.reduce((all, { value }) => all + value, 0);
    const before = own.reduce((all, flow) => all + (flow.before ?? Number.NaN), 0);
    const level = formatCell(sum, column);
    return before > 0 ? [level, `(${percentInWords(100 * (sum / before - 1))})`] : [level];
  }
}

/** As high everywhere as at its ends: a line so broad would have spikes where it bends more tightly than it is broad. */
function bandPath([x0, y0]: Pair, [x1, y1]: Pair, height: number): string {
  const at = (...places: number[]) => places.map((place) => Math.round(place * 10) / 10).join(',');
  const [half, middle] = [height / 2, (x0 + x1) / 2];
  return [
    `M${at(x0, y0 - half)}C${at(middle, y0 - half, middle, y1 - half, x1, y1 - half)}`,
    `V${at(y1 + half)}C${at(middle, y1 + half, middle, y0 + half, x0, y0 + half)}Z`,
  ].join('');
}

function sidesOf(ends: readonly End[]): [number, number] {
  const exporters = ends.filter(({ side }) => side === 'exporter').length;
  return [exporters, ends.length - exporters];
}
