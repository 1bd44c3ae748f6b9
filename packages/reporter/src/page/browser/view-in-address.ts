import type { PageView } from '../page-view.ts';
import type { SortedBy } from '../sorted-tables.ts';

/**
 * What differs from the first view, as the part of an address after `#`; empty where nothing does:
 * `reference=before-2025&show=levels&sectors=steel&sort=trade-1:law-level:descending`.
 */
export function addressOf(view: PageView, first: PageView): string {
  const parts = new URLSearchParams();
  if (view.reference !== undefined && view.reference !== first.reference)
    parts.set('reference', view.reference);
  if (view.show !== first.show) parts.set('show', view.show);
  if (view.sectors !== '') parts.set('sectors', view.sectors);
  for (const [table, { column, order }] of view.sorted) parts.append('sort', `${table}:${column}:${order}`);
  return parts.toString();
}

/** The view that an address names; what it does not name, or names wrongly, is as in the first view. */
export function viewOf(address: string, first: PageView, cases: readonly string[]): PageView {
  const parts = new URLSearchParams(address.replace(/^#/, ''));
  const reference = parts.get('reference');
  const show = parts.get('show');
  return {
    ...first,
    ...(first.reference !== undefined && reference !== null && cases.includes(reference)
      ? { reference }
      : {}),
    show: show === 'levels' || show === 'differences' || show === 'percent' ? show : first.show,
    sectors: parts.get('sectors') ?? '',
    sorted: new Map(parts.getAll('sort').flatMap(orderOf)),
  };
}

/** An address names a view, and not a place of the page. */
export function namesView(address: string): boolean {
  return address.includes('=');
}

function orderOf(text: string): [string, SortedBy][] {
  const match = /^([^:]+):(.+):(ascending|descending)$/.exec(text);
  return match ? [[match[1]!, { column: match[2]!, order: match[3] as SortedBy['order'] }]] : [];
}
