import { displayWidth, plainLine, wrapHeading, wrapLine } from '../plain-text.ts';
import type { Table } from '../report.ts';
import { type Group, type Layout, layOut, type SetColumn, spanOf, widthOf } from './table-layout.ts';

export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
}

/** Sets a table in lines of at most `width` columns: labels left, numbers aligned at the point. */
export function tableLines(table: Table, width: number, paint: Paint): string[] {
  const layout = layOut(table, width);
  const lines = wrapLine(plainLine(table.title), width).map((line) => paint.strong(line));
  for (const [at, panel] of layout.panels.entries()) {
    if (at > 0) lines.push('');
    lines.push(...head(layout, panel, paint), ...body(table, layout, panel, paint));
  }
  for (const note of table.notes ?? []) {
    lines.push(...wrapLine(plainLine(note), width).map((line) => paint.faint(line)));
  }
  return lines;
}

function head({ labels }: Layout, panel: readonly Group[], paint: Paint): string[] {
  const lines: string[] = [];
  const blank = ' '.repeat(widthOf(labels));
  const names = panel.map((group) =>
    group[0]!.group === '' ? [] : wrapHeading(group[0]!.group, spanOf(group)),
  );
  const nameHeight = Math.max(0, ...names.map((name) => name.length));
  for (let row = 0; row < nameHeight; row++) {
    const cells = panel.map(
      (group, at) => indent(group) + padStart(fromBelow(names[at]!, row, nameHeight), spanOf(group)),
    );
    lines.push((blank + cells.join('')).trimEnd());
  }
  if (nameHeight > 0) {
    const rules = panel.map(
      (group) => indent(group) + (group[0]!.group === '' ? ' ' : '─').repeat(spanOf(group)),
    );
    lines.push(paint.faint((blank + rules.join('')).trimEnd()));
  }

  const columns = [...labels, ...panel.flat()];
  const headings = new Map(columns.map((column) => [column, wrapHeading(column.heading, column.width)]));
  const height = Math.max(...[...headings.values()].map((heading) => heading.length));
  for (let row = 0; row < height; row++) {
    lines.push(line(columns, (column) => fromBelow(headings.get(column)!, row, height)));
  }
  lines.push(paint.faint('─'.repeat(widthOf(columns))));
  return lines;
}

function body(table: Table, { labels }: Layout, panel: readonly Group[], paint: Paint): string[] {
  const columns = [...labels, ...panel.flat()];
  return table.rows.flatMap((row, at) => {
    const wrapped = new Map(labels.map((label) => [label, hanging(label.cells[at]!, label.width)]));
    const height = Math.max(1, ...[...wrapped.values()].map((label) => label.length));
    return Array.from({ length: height }, (_, part) => {
      // The figures stand beside the last line of a label that takes several.
      const text = line(columns, (column) =>
        column.column.kind === 'label'
          ? (wrapped.get(column)![part] ?? '')
          : part === height - 1
            ? column.cells[at]!
            : '',
      );
      return row.total ? paint.strong(text) : text;
    });
  });
}

function line(columns: readonly SetColumn[], textOf: (column: SetColumn) => string): string {
  const cells = columns.map((column) => {
    const text = textOf(column);
    const padded = column.column.kind === 'label' ? padEnd(text, column.width) : padStart(text, column.width);
    return ' '.repeat(column.before) + padded;
  });
  return cells.join('').trimEnd();
}

function indent(group: Group): string {
  return ' '.repeat(group[0]!.before);
}

/** Line `row` of `height`, where shorter texts stand at the bottom. */
function fromBelow(lines: readonly string[], row: number, height: number): string {
  return lines[row - (height - lines.length)] ?? '';
}

function hanging(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text];
  return wrapLine(text, width - 2).map((part, at) => (at === 0 ? part : `  ${part}`));
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
