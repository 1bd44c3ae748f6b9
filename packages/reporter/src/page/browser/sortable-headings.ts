import type { SortedBy } from '../sorted-tables.ts';

/** Makes a button of every heading of a column of the tables that stand in sections, and says which are sorted. */
export function makeSortable(sorted: ReadonlyMap<string, SortedBy>): void {
  for (const table of document.querySelectorAll<HTMLElement>('#report .table')) {
    const by = sorted.get(table.id);
    for (const heading of table.querySelectorAll<HTMLElement>('th[data-key]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...heading.childNodes);
      heading.append(button);
      if (by && by.column === heading.dataset['key']) heading.setAttribute('aria-sort', by.order);
    }
  }
}

/** The table and column of a heading that was pressed. */
export function headingOf(
  target: EventTarget | null,
): { table: string; column: string; isLabel: boolean } | undefined {
  if (!(target instanceof Element) || !target.closest('button.sort')) return undefined;
  const heading = target.closest<HTMLElement>('th[data-key]');
  const table = target.closest('.table');
  if (!heading || !table) return undefined;
  return {
    table: table.id,
    column: heading.dataset['key']!,
    isLabel: heading.classList.contains('words'),
  };
}

/** Figures are sorted from the largest first, words from A; pressed again the other way; then as they stood. */
export function nextOrder(now: SortedBy | undefined, column: string, isLabel: boolean): SortedBy | undefined {
  const orders: readonly SortedBy['order'][] = isLabel
    ? ['ascending', 'descending']
    : ['descending', 'ascending'];
  const at = now?.column === column ? orders.indexOf(now.order) : -1;
  const order = orders[at + 1];
  return order && { column, order };
}
