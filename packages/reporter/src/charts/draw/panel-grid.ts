import { type Pen, type SvgElement, sizes, visible } from './pen.ts';
import { wrapped } from './text-width.ts';

/** A part of a drawing, and how much room below its upper edge it takes. */
export interface Drawn {
  readonly element: SvgElement;
  readonly height: number;
  /** Where a page of paper may end, below the upper edge: between two lines of panels. */
  readonly breaks?: readonly number[];
}

interface Titled {
  readonly title: string;
  readonly row?: string;
}

/** Pixels between panels. */
const gap = 28;

/** Of a second line of a title. */
const titleHeight = 15;

/**
 * Panels side by side where each has `least` pixels, else one under another. A row of panels of one name stands under
 * that name; each panel under its own.
 */
export function panelGrid<P extends Titled>(
  pen: Pen,
  panels: readonly P[],
  { width, least }: { readonly width: number; readonly least: number },
  draw: (panel: P, width: number, place: { readonly isFirst: boolean }) => Drawn,
): Drawn {
  const rows = inRows(panels);
  const widest = Math.max(1, ...rows.map((row) => row.length));
  const fit = Math.max(1, Math.floor((width + gap) / (least + gap)));
  // Four panels where three fit are two and two.
  const columns = Math.ceil(widest / Math.ceil(widest / fit));
  const each = (width - gap * (columns - 1)) / columns;
  const group = pen.element('g');
  let y = 0;
  const breaks: number[] = [];
  for (const row of rows) {
    if (y > 0) breaks.push(y - gap / 4);
    if (row[0]!.row) {
      const name = wrapped(visible(row[0]!.row), width, sizes.heading, true, 2);
      for (const [k, text] of name.entries()) {
        const baseline = y + sizes.heading + k * titleHeight;
        group.append(pen.text(0, baseline, text, { size: sizes.heading, bold: true }));
      }
      y += sizes.heading + 12 + (name.length - 1) * titleHeight;
    }
    for (let at = 0; at < row.length; at += columns) {
      if (at > 0) breaks.push(y - gap / 4);
      let tallest = 0;
      const line = row.slice(at, at + columns);
      const titles = line.map(({ title }) => wrapped(visible(title), each, sizes.label, true, 2));
      // Panels of a line begin at one height, however long their titles.
      const lines = Math.max(...titles.map((title) => (title.join('') === '' ? 0 : title.length)));
      const heading = lines === 0 ? 0 : sizes.label + 10 + (lines - 1) * titleHeight;
      for (const [column, panel] of line.entries()) {
        const x = column * (each + gap);
        for (const [k, text] of titles[column]!.entries()) {
          if (text !== '') group.append(pen.text(x, y + sizes.label + k * titleHeight, text, { bold: true }));
        }
        const drawn = draw(panel, each, { isFirst: column === 0 });
        group.append(
          pen.element('g', { transform: `translate(${x.toFixed(1)},${y + heading})` }, [drawn.element]),
        );
        tallest = Math.max(tallest, heading + drawn.height);
      }
      y += tallest + 20;
    }
    y += row[0]!.row ? 6 : 0;
  }
  return { element: group, height: Math.max(0, y - 20 - (rows.at(-1)?.[0]?.row ? 6 : 0)), breaks };
}

function inRows<P extends Titled>(panels: readonly P[]): P[][] {
  const rows = new Map<string, P[]>();
  for (const panel of panels) {
    const key = panel.row ?? '';
    rows.set(key, [...(rows.get(key) ?? []), panel]);
  }
  return [...rows.values()];
}
