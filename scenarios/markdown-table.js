/**
 * A table in Markdown, its first columns labels and the others figures.
 *
 * @param {readonly string[]} headings
 * @param {readonly (readonly string[])[]} rows
 */
export function table(headings, rows, labels = 1) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const rule = headings.map((_, n) => (n < labels ? '---' : '---:'));
  return [line(headings), line(rule), ...rows.map(line)].join('\n');
}

/** A probability in percent. @param {number} share */
export function percent(share) {
  if (share > 0 && share < 0.005) return 'under 1%';
  return share < 1 && share > 0.995 ? 'over 99%' : `${(100 * share).toFixed(0)}%`;
}
