import type { Column, Row, Table } from '../report.ts';
import { writtenColumn } from '../written-column.ts';
import { escaped } from './html.ts';

/**
 * A table in a box of its own, which scrolls where the table is wider than the page.
 *
 * @param id unique in the page; the title is named after it.
 */
export function tableHtml(table: Table, id: string): string {
  const notes = (table.notes ?? []).map((note) => `<p class="note">${escaped(note)}</p>`).join('');
  return `<div class="table${widthClass(table)}" id="${id}"><h3 id="${id}-title">${escaped(table.title)}</h3>${tableBox(table, `${id}-title`)}${notes}</div>`;
}

/** The table alone, in the box that it scrolls in; `labelledBy` is the id of what says what it is. */
export function tableBox(table: Table, labelledBy: string): string {
  return `<div class="scroll" role="region" tabindex="0" aria-labelledby="${labelledBy}"><table aria-labelledby="${labelledBy}">${head(table.columns)}<tbody>${rowsHtml(table)}</tbody></table></div>`;
}

/** On paper there is nothing to scroll: many columns are set smaller, very many across. */
function widthClass({ columns }: Table): string {
  return columns.length > 14 ? ' across' : columns.length > 8 ? ' many' : '';
}

function head(columns: readonly Column[]): string {
  if (!columns.some(({ group }) => group))
    return `<thead><tr>${columns.map((_, at) => heading(columns, at)).join('')}</tr></thead>`;
  const above = columns.map((column, at) => {
    if (!column.group) return heading(columns, at, ' rowspan="2"');
    if (!beginsGroup(columns, at)) return '';
    const end = columns.findIndex((other, there) => there > at && other.group !== column.group);
    const span = (end === -1 ? columns.length : end) - at;
    return `<th scope="colgroup" colspan="${span}" class="group">${escaped(column.group)}</th>`;
  });
  const below = columns.map(({ group }, at) => (group ? heading(columns, at) : ''));
  return `<thead><tr>${above.join('')}</tr><tr>${below.join('')}</tr></thead>`;
}

function heading(columns: readonly Column[], at: number, span = ''): string {
  const { key, heading } = columns[at]!;
  return `<th scope="col" data-key="${escaped(key)}"${span}${classesOf(columns, at)}>${escaped(heading)}</th>`;
}

function rowsHtml(table: Table): string {
  const { columns, rows } = table;
  const written = columns.map((_, at) => writtenColumn(table, at).map(escaped));
  return rows.map((row, of) => rowHtml(row, columns, (at) => written[at]![of]!)).join('');
}

function rowHtml({ cells, total }: Row, columns: readonly Column[], written: (at: number) => string): string {
  const each = columns.map((column, at) => {
    if (at === 0 && column.kind === 'label') return `<th scope="row">${written(at)}</th>`;
    return `<td${classesOf(columns, at, cells[at] === null ? 'none' : '')}>${written(at)}</td>`;
  });
  return `<tr${total ? ' class="total"' : ''}>${each.join('')}</tr>`;
}

function classesOf(columns: readonly Column[], at: number, further = ''): string {
  const classes = [
    columns[at]!.kind === 'label' ? 'words' : '',
    beginsGroup(columns, at) ? 'first' : '',
    further,
  ].filter((name) => name !== '');
  return classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
}

function beginsGroup(columns: readonly Column[], at: number): boolean {
  const { group } = columns[at]!;
  return group !== undefined && (at === 0 || columns[at - 1]!.group !== group);
}
