import { displayWidth, longestPiece, plainLine } from '../plain-text.ts';
import type { Column, Table } from '../report.ts';
import { writtenColumn } from '../written-column.ts';

/** A column ready to be set. */
export interface SetColumn {
  readonly column: Column;
  readonly heading: string;
  readonly group: string;
  /** As they are written; numbers padded on the right so that their points stand under one another. */
  readonly cells: readonly string[];
  width: number;
  /** Blanks before it. */
  readonly before: number;
}

/** Columns that stand beside one another under one name, or a column alone. */
export type Group = readonly SetColumn[];

export interface Layout {
  readonly labels: readonly SetColumn[];
  /** What stands side by side; each panel comes below the one before it, with the labels again. */
  readonly panels: readonly (readonly Group[])[];
}

/** Blanks before a column, and before the first column of a group. */
interface Spacing {
  readonly column: number;
  readonly group: number;
}

/** The second where it saves a panel. */
const spacings: readonly Spacing[] = [
  { column: 2, group: 3 },
  { column: 1, group: 2 },
];

/** How narrow labels are made where whole words would not fit, step by step. */
const narrowLabels = [18, 14, 12, 10, 8];

/** Labels are not made narrower than this to save a panel. */
const leastLabels = 22;

/** Decides on the widths of columns, and on what stands side by side within `width` columns of a terminal. */
export function layOut(table: Table, width: number): Layout {
  const [wide, tight] = spacings.map((spacing) => layOutWith(table, width, spacing));
  return tight!.panels.length < wide!.panels.length ? tight! : wide!;
}

/** Columns of a terminal that columns take with the blanks before them. */
export function widthOf(columns: readonly SetColumn[]): number {
  return columns.reduce((sum, { before, width }) => sum + before + width, 0);
}

/** Columns that a group takes without the blanks before it. */
export function spanOf(group: Group): number {
  return widthOf(group) - group[0]!.before;
}

function layOutWith(table: Table, width: number, spacing: Spacing): Layout {
  const labels: SetColumn[] = [];
  const groups: SetColumn[][] = [];
  for (const [at, column] of table.columns.entries()) {
    if (column.kind === 'label') {
      labels.push(setColumn(table, column, at, labels.length === 0 ? 0 : spacing.column));
      continue;
    }
    const last = groups.at(-1);
    const joins = last !== undefined && column.group !== undefined && last[0]!.column.group === column.group;
    if (joins) last.push(setColumn(table, column, at, spacing.column));
    else groups.push([setColumn(table, column, at, column.group ? spacing.group : spacing.column)]);
  }
  for (const group of groups) {
    const missing = longestPiece(group[0]!.group) - spanOf(group);
    if (missing > 0) group.at(-1)!.width += missing;
  }
  narrow(labels, groups.length > 0 ? roomForLabels(labels, groups, width) : width);
  return { labels, panels: panelsOf(groups, width - widthOf(labels)) };
}

function setColumn(table: Table, column: Column, at: number, before: number): SetColumn {
  const heading = plainLine(column.heading);
  const texts = writtenColumn(table, at).map(plainLine);
  const isLabel = column.kind === 'label';
  const cells = isLabel ? texts : alignedAtPoint(texts);
  const least = isLabel ? displayWidth(heading) : longestPiece(heading);
  const width = Math.max(least, ...cells.map(displayWidth));
  return { column, heading, group: plainLine(column.group ?? ''), cells, width, before };
}

function alignedAtPoint(texts: readonly string[]): string[] {
  const tails = texts.map((text) => /(\.\d+%?|%)?$/.exec(text)?.[0] ?? '');
  const longest = Math.max(0, ...tails.map((tail) => tail.length));
  return texts.map((text, at) => (/\d/.test(text) ? text + ' '.repeat(longest - tails[at]!.length) : text));
}

/** As much as the labels want while that costs no further panel, and never much under half the width. */
function roomForLabels(labels: readonly SetColumn[], groups: readonly Group[], width: number): number {
  const beside = groups.reduce((sum, group) => sum + widthOf(group), 0);
  const wanted = Math.min(widthOf(labels), Math.max(20, Math.floor(width * 0.45), width - beside));
  const least = Math.min(wanted, leastLabels);
  const fewest = panelsOf(groups, width - least).length;
  let room = wanted;
  while (room > least && panelsOf(groups, width - room).length > fewest) room--;
  return room;
}

/** Takes from the widest label until all fit in `room`; what is cut off continues on the lines below. */
function narrow(labels: readonly SetColumn[], room: number): void {
  const whole = new Map(labels.map((label) => [label, leastWidth(label)]));
  // Words are broken only where the labels would not fit otherwise.
  // Short words, such as dates, are the last to be.
  for (const most of [Number.POSITIVE_INFINITY, ...narrowLabels]) {
    const least = (label: SetColumn) => Math.min(whole.get(label)!, most);
    while (widthOf(labels) > room) {
      const yielding = labels.filter((label) => label.width > least(label));
      if (yielding.length === 0) break;
      yielding.reduce((a, b) => (b.width > a.width ? b : a)).width--;
    }
  }
}

/** A word is broken only where it is longer than anything that should be a word. */
function leastWidth({ heading, cells }: SetColumn): number {
  const words = cells.flatMap((text) => {
    const parts = text.split(' ').map(displayWidth);
    // Lines after the first are indented.
    return parts.length === 1 ? parts : parts.map((width) => width + 2);
  });
  return Math.min(36, Math.max(...heading.split(' ').map(displayWidth), ...words));
}

function panelsOf(groups: readonly Group[], room: number): Group[][] {
  const panels: Group[][] = [[]];
  let used = 0;
  for (const group of groups) {
    const panel = panels.at(-1)!;
    if (panel.length > 0 && used + widthOf(group) > room) {
      panels.push([group]);
      used = widthOf(group);
    } else {
      panel.push(group);
      used += widthOf(group);
    }
  }
  return panels;
}
