import { ProblemList, readCsvTable } from '@usmca-sim/core';

/**
 * What the command prints to standard output.
 *
 * @typedef {(...words: string[]) => Promise<string>} Run
 */

/**
 * The table of a Markdown report whose title begins so.
 *
 * @param {string} markdown
 * @param {string} title
 */
export function tableTitled(markdown, title) {
  const lines = markdown.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`**${title}`));
  const first = lines.findIndex((line, at) => at > from && line.startsWith('|'));
  if (from < 0 || first < 0) throw new Error(`no table is titled "${title}"`);
  const end = lines.findIndex((line, at) => at > first && !line.startsWith('|'));
  return lines.slice(first, end < 0 ? undefined : end).join('\n');
}

/**
 * The cells of a table in Markdown, without its rule; its first row are the headings.
 *
 * @param {string} table
 */
export function cellsOf(table) {
  const rows = table.split('\n').map((line) => line.slice(1, -1).split(' | '));
  return rows.filter((_, at) => at !== 1).map((row) => row.map((cell) => cell.replaceAll('*', '').trim()));
}

/** A figure as a report writes it. @param {string} cell */
export function numberIn(cell) {
  return Number(cell.replace('−', '-').replace(/[+%,]/g, ''));
}

/**
 * The value of the one row of a CSV that has these cells.
 *
 * @param {string} csv
 * @param {Readonly<Record<string, string>>} where
 */
export function factIn(csv, where) {
  const table = readCsvTable(csv, 'stdout', { required: [], further: true }, new ProblemList());
  const { header = [], rows = [] } = table ?? {};
  const found = rows.filter((cells) =>
    Object.entries(where).every(([name, cell]) => cells[header.indexOf(name)] === cell),
  );
  if (found.length !== 1) throw new Error(`${found.length} rows have ${JSON.stringify(where)}`);
  return Number(found[0]?.[header.indexOf('value')]);
}

/** With a sign and a true minus. @param {number} value @param {number} [digits] */
export function signed(value, digits = 1) {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return (value < 0 ? '−' : '+') + text;
}

/**
 * A sentence that rests on figures; where they no longer bear it out, no page is written.
 *
 * @param {boolean} holds
 * @param {string} sentence
 */
export function claim(holds, sentence) {
  if (!holds) throw new Error(`the figures no longer say: ${sentence}`);
  return sentence;
}

/**
 * A table in Markdown, its first columns labels and the others figures.
 *
 * @param {readonly (readonly string[])[]} rows headings first
 * @param {number} [labels]
 */
export function tableOf([headings = [], ...rows], labels = 1) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const rule = headings.map((_, at) => (at < labels ? '---' : '---:'));
  return [line(headings), line(rule), ...rows.map(line)].join('\n');
}
