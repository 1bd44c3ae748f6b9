import { cell as cellMark } from '@observablehq/plot';
import { formatCell, formatNumber } from '../../number-style.ts';
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
    const nameOf = ({ code, name }: (typeof places)[number]) => (panelWidth < 560 ? code : name);
    const gutter = Math.min(
      0.3 * panelWidth,
      Math.max(...places.map((place) => widthOf(nameOf(place), { bold: true }))) + 12,
    );
    const across = (panelWidth - gutter) / places.length;
    const isRoomy = places.every(({ name }) => widthOf(name, { bold: true }) < across - 6);
    const down = Math.min(34, Math.max(26, across * 0.6));
    // Codes that are wider than their columns stand upright.
    const widestCode = Math.max(...places.map(({ code }) => widthOf(code, { bold: true })));
    const isUpright = !isRoomy && widestCode > across - 4;
    const top = isUpright ? 24 + Math.min(widestCode, 48) : 34;
    const size = across < 46 ? 10 : sizes.small;
    const tight = across < 46;
    const written = (value: number | null) => {
      if (value === null) return '–';
      if (tight && chart.figures.kind === 'percent') return formatNumber(Math.round(value), 0, true);
      return formatCell(value, { ...chart.figures, key: '', heading: '', unit: '' });
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
      pen.text(0, 12, 'Exporters down, importers across', { size: sizes.small, fill: palette.quiet }),
      element,
    ]);
    for (const place of places) {
      const heading = isRoomy ? place.name : place.code;
      group.append(
        isUpright
          ? upright(x(place.code) + across / 2 + 4, top - 6, place.code)
          : pen.text(x(place.code) + across / 2, top - 6, heading, {
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

  function upright(x: number, y: number, text: string) {
    const turn = `translate(${x.toFixed(1)},${y}) rotate(-90)`;
    return pen.element('g', { transform: turn }, [pen.text(0, 0, text, { bold: true, most: 48 })]);
  }
}
