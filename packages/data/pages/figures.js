/**
 * A percentage for a page: two decimals below 1, one above, the minus of print.
 *
 * @param {number} value in percent
 * @param {number} [decimals]
 */
export function percent(value, decimals = Math.abs(value) < 1 ? 2 : 1) {
  const text = value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace('-', '') : text).replaceAll('-', '−');
}

/**
 * A change in percent, with its sign; a fraction is given.
 *
 * @param {number} change
 */
export function signed(change) {
  const text = percent(100 * change, 1);
  return change > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/**
 * A table in Markdown, its first column left and the others right.
 *
 * @param {readonly string[]} header
 * @param {readonly (readonly string[])[]} rows
 */
export function table(header, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map((_, k) => (k === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
