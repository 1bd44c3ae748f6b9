import { formatCell } from '../number-style.ts';
import { displayWidth, longestPiece, plainLine, wrapHeading, wrapLine } from '../plain-text.ts';
import type { Column, Table } from '../report.ts';

export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
}

const gap = 2;
const groupGap = 3;

/** A column ready to be set: its cells as text, its width. */
interface SetColumn {
  readonly column: Column;
  readonly heading: string;
  readonly group: string;
  readonly cells: string[];
  width: number;
}

/**
 * Sets a table in lines of at most `width` columns: labels left, numbers aligned at the point. What does not fit side
 * by side follows below, each panel with the labels again; columns of one group stay together where they can.
 */
export function tableLines(table: Table, width: number, paint: Paint): string[] {
  const sets = table.columns.map((column, at) => setColumn(table, column, at));
  const labels = sets.filter(({ column }) => column.kind === 'label');
  const numbers = sets.filter(({ column }) => column.kind !== 'label');
  for (const group of groupsOf(numbers)) widenToName(group);
  narrowLabels(labels, numbers.length > 0 ? roomForLabels(labels, numbers, width) : width);

  const lines = wrapLine(plainLine(table.title), width).map((line) => paint.strong(line));
  for (const [at, panel] of panelsOf(numbers, width - totalWidth(labels)).entries()) {
    if (at > 0) lines.push('');
    lines.push(...panelLines(table, labels, panel, paint));
  }
  for (const note of table.notes ?? []) {
    lines.push(...wrapLine(plainLine(note), width).map((line) => paint.faint(line)));
  }
  return lines;
}

function setColumn(table: Table, column: Column, at: number): SetColumn {
  const heading = plainLine(column.heading);
  const group = plainLine(column.group ?? '');
  const texts = table.rows.map((row) => plainLine(formatCell(row.cells[at], column)));
  if (column.kind === 'label') {
    return {
      column,
      heading,
      group,
      cells: texts,
      width: Math.max(...[heading, ...texts].map(displayWidth)),
    };
  }
  const cells = alignedAtPoint(texts);
  const width = Math.max(longestPiece(heading), ...cells.map(displayWidth));
  return { column, heading, group, cells, width };
}

/** Pads numbers on the right so that their points stand under one another. */
function alignedAtPoint(texts: readonly string[]): string[] {
  const tails = texts.map((text) => /(\.\d+%?|%)?$/.exec(text)?.[0] ?? '');
  const longest = Math.max(0, ...tails.map((tail) => tail.length));
  return texts.map((text, at) => (/\d/.test(text) ? text + ' '.repeat(longest - tails[at]!.length) : text));
}

/** Takes room from the widest label until all fit in `room`; what is cut off continues on lines below. */
function narrowLabels(labels: readonly SetColumn[], room: number): void {
  const least = new Map(labels.map((set) => [set, leastLabelWidth(set)]));
  while (totalWidth(labels) > room) {
    const yielding = labels.filter((set) => set.width > least.get(set)!);
    if (yielding.length === 0) return;
    yielding.reduce((a, b) => (b.width > a.width ? b : a)).width--;
  }
}

/** A word is broken only where it is longer than anything that should be a word. */
function leastLabelWidth({ heading, cells }: SetColumn): number {
  const words = [heading, ...cells].flatMap((text) => text.split(' ').map(displayWidth));
  return Math.min(36, Math.max(...words) + 2);
}

function totalWidth(sets: readonly SetColumn[]): number {
  return sets.reduce((sum, { width }) => sum + width, 0) + gap * Math.max(0, sets.length - 1);
}

/** As much as the labels want while that costs no further panel, and never much under half the width. */
function roomForLabels(labels: readonly SetColumn[], numbers: readonly SetColumn[], width: number): number {
  const beside = groupsOf(numbers).reduce((sum, group) => sum + gapBefore(group) + totalWidth(group), 0);
  const wanted = Math.min(totalWidth(labels), Math.max(20, Math.floor(width * 0.45), width - beside));
  const least = Math.min(wanted, 22);
  const fewest = panelsOf(numbers, width - least).length;
  let room = wanted;
  while (room > least && panelsOf(numbers, width - room).length > fewest) room--;
  return room;
}

/** Columns that stand beside one another, in groups. */
type Panel = SetColumn[][];

function groupsOf(numbers: readonly SetColumn[]): SetColumn[][] {
  const groups: SetColumn[][] = [];
  for (const set of numbers) {
    const last = groups[groups.length - 1];
    if (last && set.group !== '' && last[0]!.group === set.group) last.push(set);
    else groups.push([set]);
  }
  return groups;
}

function panelsOf(numbers: readonly SetColumn[], room: number): Panel[] {
  const panels: Panel[] = [[]];
  let used = 0;
  for (const group of groupsOf(numbers)) {
    const needs = gapBefore(group) + totalWidth(group);
    const panel = panels[panels.length - 1]!;
    if (panel.length > 0 && used + needs > room) {
      panels.push([group]);
      used = needs;
    } else {
      panel.push(group);
      used += needs;
    }
  }
  return panels;
}

/** A group is at least as wide as the longest piece of its name. */
function widenToName(group: SetColumn[]): void {
  const missing = longestPiece(group[0]!.group) - totalWidth(group);
  if (missing > 0) group[group.length - 1]!.width += missing;
}

function gapBefore(group: readonly SetColumn[]): number {
  return group[0]!.group === '' ? gap : groupGap;
}

function panelLines(table: Table, labels: readonly SetColumn[], panel: Panel, paint: Paint): string[] {
  const blank = ' '.repeat(totalWidth(labels));
  const lines: string[] = [];
  const names = panel.map((group) => wrapHeading(group[0]!.group, totalWidth(group)));
  const nameHeight = Math.max(0, ...names.map((name) => (name[0] === '' ? 0 : name.length)));
  for (let row = 0; row < nameHeight; row++) {
    const cells = panel.map((group, g) => {
      const text = names[g]![row - (nameHeight - names[g]!.length)] ?? '';
      return ' '.repeat(gapBefore(group)) + padStart(text, totalWidth(group));
    });
    lines.push((blank + cells.join('')).trimEnd());
  }
  if (nameHeight > 0) {
    const rules = panel.map(
      (group) =>
        ' '.repeat(gapBefore(group)) + (group[0]!.group === '' ? ' ' : '─').repeat(totalWidth(group)),
    );
    lines.push(paint.faint((blank + rules.join('')).trimEnd()));
  }

  const columns = panel.flat();
  const headings = [...labels, ...columns].map((set) => wrapHeading(set.heading, set.width));
  const height = Math.max(...headings.map((heading) => heading.length));
  for (let row = 0; row < height; row++) {
    lines.push(
      setRow(labels, panel, (set) => {
        const heading = headings[[...labels, ...columns].indexOf(set)]!;
        return heading[row - (height - heading.length)] ?? '';
      }),
    );
  }
  const full =
    totalWidth(labels) + panel.reduce((sum, group) => sum + gapBefore(group) + totalWidth(group), 0);
  lines.push(paint.faint('─'.repeat(full)));

  for (const [at, row] of table.rows.entries()) {
    const wrapped = labels.map((set) => hanging(set.cells[at]!, set.width));
    const rowHeight = Math.max(1, ...wrapped.map((label) => label.length));
    for (let part = 0; part < rowHeight; part++) {
      const line = setRow(labels, panel, (set) => {
        if (set.column.kind === 'label') return wrapped[labels.indexOf(set)]![part] ?? '';
        // The figures stand beside the last line of a label that takes several.
        return part === rowHeight - 1 ? set.cells[at]! : '';
      });
      lines.push(row.total ? paint.strong(line) : line);
    }
  }
  return lines;
}

function setRow(labels: readonly SetColumn[], panel: Panel, textOf: (set: SetColumn) => string): string {
  const left = labels.map((set) => padEnd(textOf(set), set.width)).join(' '.repeat(gap));
  const right = panel.map(
    (group) =>
      ' '.repeat(gapBefore(group)) +
      group.map((set) => padStart(textOf(set), set.width)).join(' '.repeat(gap)),
  );
  return (left + right.join('')).trimEnd();
}

function hanging(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text];
  const lines = wrapLine(text, width - 2);
  return lines.map((line, at) => (at === 0 ? line : `  ${line}`));
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
