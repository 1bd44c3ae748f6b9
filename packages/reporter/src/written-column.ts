import { roundedParts } from './negotiation/rounded-parts.ts';
import { formatCell } from './number-style.ts';
import type { Column, Table } from './report.ts';

/** Part of a total by which the sum of its rows may miss it and still be its sum. */
const tolerance = 1e-9;

/**
 * The cells of a column as a reader sees them. Money above its total is rounded so that what is written adds up
 * (largest remainders): no figure moves by as much as one in its last digit. Where rounding would hide a small figure,
 * and so in sums that are not the total, each is rounded alone.
 */
export function writtenColumn({ columns, rows }: Table, at: number): string[] {
  const column = columns[at]!;
  const texts = rows.map(({ cells }) => formatCell(cells[at], column));
  if (column.kind !== 'money') return texts;
  let first = 0;
  for (const [end, { cells, total }] of rows.entries()) {
    if (!total) continue;
    const parts = rows.slice(first, end).map((row) => row.cells[at]);
    const rounded = addedUp(parts, cells[at], column);
    for (const [part, value] of rounded.entries()) {
      texts[first + part] = formatCell(value, { ...column, factor: 1 });
    }
    first = end + 1;
  }
  return texts;
}

/** The parts at the scale that is shown, rounded together; none where they are no parts of the total. */
function addedUp(parts: readonly unknown[], total: unknown, { factor = 1, decimals = 1 }: Column): number[] {
  if (typeof total !== 'number' || !parts.every((part) => typeof part === 'number')) return [];
  const sum = parts.reduce((all, part) => all + part, 0);
  const size = parts.reduce((all, part) => all + Math.abs(part), 0);
  if (parts.length < 2 || !(Math.abs(sum - total) <= tolerance * size)) return [];
  const shown = parts.map((part) => part * factor);
  const least = 0.5 * 10 ** -decimals;
  if (shown.some((part) => part !== 0 && Math.abs(part) < least)) return [];
  // Of two remainders alike the larger figure has the digit, in whatever order a reader has put the rows.
  const order = shown.map((_, at) => at).sort((a, b) => shown[b]! - shown[a]!);
  const rounded = roundedParts(
    order.map((at) => shown[at]!),
    decimals,
  );
  return shown.map((_, at) => rounded[order.indexOf(at)]!);
}
