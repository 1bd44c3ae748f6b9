import { cell as cellMark } from '@observablehq/plot';
import { formatCell } from '../../number-style.ts';
import type { MatrixCell, MatrixChart } from '../chart.ts';
import { type Drawn, panelGrid } from './panel-grid.ts';
import { type Pen, sizes, widthOf } from './pen.ts';
import { plotted } from './plotted.ts';

/** Tints are no stronger than this, so that figures can be read on them. */
const strongest = 0.75;

/** A cell a pair with its figure: exporters down, importers across. */
export function drawMatrix(pen: Pen, chart: MatrixChart, width: number): Drawn {
  const { palette } = pen;
  const { places } = chart;
  const values = chart.panels.flatMap(({ cells }) => cells.map(({ value }) => Math.abs(value ?? 0)));
  // One outlier should not make all others pale.
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const most = sorted[Math.floor(0.9 * (sorted.length - 1))] || sorted.at(-1) || 1;
  const least = Math.min(width, 70 + places.length * 54);

  return panelGrid(pen, chart.panels, { width, least }, ({ cells }, panelWidth) => {
    const rest = panelWidth < 560;
    const nameOf = ({ code, name }: (typeof places)[number]) => (rest ? code : name);
    const gutter = Math.min(
      0.3 * panelWidth,
      Math.max(...places.map((place) => widthOf(nameOf(place)))) + 10,
    );
    const across = (panelWidth - gutter) / places.length;
    const down = Math.min(34, Math.max(26, across * 0.6));
    const top = 34;
    const size = across < 46 ? 10 : sizes.small;
    const tight = across < 46;
    const written = (value: number | null) => {
      const style = { ...chart.figures, key: '', heading: '', unit: '' };
      const text = formatCell(value, tight ? { ...style, decimals: 0, kind: 'points' } : style);
      return value === null ? '–' : text;
    };
    const { element, x, y } = plotted(pen, {
      width: panelWidth,
      height: top + down * places.length,
      x: { type: 'band', domain: places.map(({ code }) => code), range: [gutter, panelWidth], padding: 0 },
      y: {
        type: 'band',
        domain: places.map(({ code }) => code),
        range: [top, top + down * places.length],
        padding: 0,
      },
      marks: [
        cellMark(cells, {
          x: 'importer',
          y: 'exporter',
          fill: ({ value }: MatrixCell) => ((value ?? 0) < 0 ? palette.fall : palette.rise),
          fillOpacity: ({ value }: MatrixCell) =>
            strongest * Math.sqrt(Math.min(1, Math.abs(Number.isFinite(value) ? value! : 0) / most)),
          inset: 1,
        }),
      ],
    });
    const group = pen.element('g', {}, [
      pen.text(0, 12, 'Exporter', { size: sizes.small, fill: palette.quiet, most: gutter - 6 }),
      pen.text(gutter, 12, 'Importer', { size: sizes.small, fill: palette.quiet }),
      element,
    ]);
    for (const place of places) {
      const heading = widthOf(place.name, { bold: true }) < across - 6 ? place.name : place.code;
      group.append(
        pen.text(x(place.code) + across / 2, top - 6, heading, {
          bold: true,
          anchor: 'middle',
          most: across - 4,
        }),
        pen.text(0, y(place.code) + down / 2 + 4, nameOf(place), { bold: true, most: gutter - 6 }),
      );
    }
    for (const { exporter, importer, value } of cells) {
      group.append(
        pen.text(x(importer) + across / 2, y(exporter) + down / 2 + 4, written(value), {
          size,
          anchor: 'middle',
          most: across - 2,
        }),
      );
    }
    return { element: group, height: top + down * places.length };
  });
}
