import { csvParseRows } from 'd3-dsv';
import { adviseWord } from '../problems/nearest-word.ts';
import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import { SourceText } from '../problems/source-text.ts';

/** Which columns a table has. Their order in the file is free. */
export interface CsvLayout {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** Whether columns of other names are allowed. */
  readonly further?: boolean;
  /** Whether to give a table that has rows of another length, for its other rows; they are reported all the same. */
  readonly uneven?: boolean;
}

/** A table as text, its header checked. Text becomes numbers where they are used, so that a problem has a place. */
export class CsvTable {
  readonly file: string;
  readonly header: readonly string[];
  /** Without header and blank lines; each as long as the header, unless the layout allows uneven ones. */
  readonly rows: readonly (readonly string[])[];
  readonly #text: string;
  #source: SourceText | undefined;
  #recordStarts: number[] | undefined;

  constructor(file: string, text: string, records: readonly (readonly string[])[]) {
    this.file = file;
    this.header = (records[0] ?? []).map((name) => name.trim());
    this.rows = records.slice(1);
    this.#text = text;
  }

  /** Index of a column, -1 where the table has none of that name. */
  column(name: string): number {
    return this.header.indexOf(name);
  }

  /**
   * The finite decimal number in a cell. `1e6` is one; `1,000`, `12%`, `0x10`, `Infinity` and an empty cell are not:
   * they go to `problems` and the answer is NaN.
   */
  number(row: number, column: number, problems: ProblemList): number {
    const written = this.rows[row]![column]!;
    const value = Number(written);
    // Number() also reads blanks as 0, and 0x10, 0b1 and 0o7 as numbers of other bases. Most cells need no closer look.
    const plain = written.charCodeAt(0) > 32 && !(written.charCodeAt(1) > 64);
    if (Number.isFinite(value) && (plain || (written.trim() !== '' && !/[xob]/i.test(written)))) return value;
    const message =
      written.trim() === '' ? `${this.header[column]} is empty` : `"${written.slice(0, 60)}" is not a number`;
    problems.add('not-a-number', message, this.place(row, column), numberAdvice(written));
    return Number.NaN;
  }

  /** The position of a cell; row -1 is the header. Found by reading the text again, so only when something is wrong. */
  place(row: number, column: number): Place {
    this.#source ??= new SourceText(this.file, this.#text);
    this.#recordStarts ??= recordStartsOf(this.#text);
    const start = this.#recordStarts[row + 1];
    if (start === undefined) return this.#source.place(this.#text.trimEnd().length);
    const fields = fieldsFrom(this.#text, start);
    const field = fields[Math.max(0, Math.min(column, fields.length - 1))]!;
    return this.#source.place(field.start, field.end);
  }

  /** The end of the table: where something that is missing would stand. */
  get end(): Place {
    return this.place(this.rows.length - 1, 0);
  }
}

/**
 * Reads a table with a header line, RFC 4180: commas, double quotes doubled inside quoted fields.
 * Columns that are missing, unknown or there twice, rows of another length and quotes left open go to `problems`.
 *
 * @returns undefined where the cells cannot be told apart.
 */
export function readCsvTable(
  text: string,
  file: string,
  layout: CsvLayout,
  problems: ProblemList,
): CsvTable | undefined {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const quote = brokenQuote(body);
  if (quote !== undefined) {
    problems.add(quote.code, quote.message, new SourceText(file, body).place(quote.at));
    return undefined;
  }
  const records = recordsOf(body).filter((record) => record.length > 1 || record[0]!.trim() !== '');
  const table = new CsvTable(file, body, records);
  if (records.length === 0) {
    const advice = `its first line must be: ${layout.required.join(',')}`;
    problems.add('empty-table', 'the file is empty', new SourceText(file, body).place(0), advice);
    return undefined;
  }
  const sound = checkHeader(table, layout, problems);
  const even = checkLengths(table, problems);
  return sound && (even || layout.uneven) ? table : undefined;
}

function recordsOf(text: string): string[][] {
  // Splitting is several times faster than parsing, and the large tables hold no quotes.
  if (text.includes('"')) return csvParseRows(text);
  const lines = (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).split('\n');
  return lines.map((line) => line.split(','));
}

function checkHeader(table: CsvTable, layout: CsvLayout, problems: ProblemList): boolean {
  const known = [...layout.required, ...(layout.optional ?? [])];
  const absent = layout.required.filter((name) => !table.header.includes(name));
  let sound = absent.length === 0;
  for (const [column, name] of table.header.entries()) {
    const twice = table.header.indexOf(name) < column;
    if (!twice && (known.includes(name) || (layout.further && name !== ''))) continue;
    sound = false;
    const place = table.place(-1, column);
    if (twice) problems.add('duplicate-column', `the column "${name}" is there twice`, place);
    else {
      const advice = adviseWord(name, absent.length > 0 ? absent : known);
      problems.add('unknown-column', `there is no column "${name}" in this table`, place, advice);
    }
  }
  for (const name of absent) {
    problems.add('missing-column', `the column "${name}" is missing`, table.place(-1, 0));
  }
  return sound;
}

function checkLengths(table: CsvTable, problems: ProblemList): boolean {
  const width = table.header.length;
  let sound = true;
  for (const [index, row] of table.rows.entries()) {
    if (row.length === width) continue;
    sound = false;
    const message = `this row has ${row.length} ${row.length === 1 ? 'column' : 'columns'}, the header ${width}`;
    problems.add('wrong-column-count', message, table.place(index, Math.min(row.length, width) - 1));
  }
  return sound;
}

function numberAdvice(written: string): string | undefined {
  if (/^\s*-?[\d.]+\s*%\s*$/.test(written)) return 'rates and shares are fractions: 0.25 for 25%';
  if (/^\s*-?\d{1,3}([ ,'_]\d{3})+(\.\d+)?\s*$/.test(written)) return 'write it without thousands separators';
  if (/^\s*-?\d+,\d+\s*$/.test(written)) return 'write the decimal mark as a point';
  return undefined;
}

/** Offsets of the records that are not blank, header first. */
function recordStartsOf(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const fields = fieldsFrom(text, at);
    const end = fields.at(-1)!.end;
    if (fields.length > 1 || text.slice(at, end).replaceAll('"', '').trim() !== '') starts.push(at);
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
  return starts;
}

/** The fields of the record that starts at an offset. */
function fieldsFrom(text: string, offset: number): { start: number; end: number }[] {
  const fields: { start: number; end: number }[] = [];
  for (let start = offset; ; ) {
    let end = text[start] === '"' ? closingQuote(text, start) + 1 : start;
    while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++;
    fields.push({ start, end: Math.min(end, text.length) });
    if (text[end] !== ',') return fields;
    start = end + 1;
  }
}

/** Offset of the quote that closes the one at `open`; the length of the text where none does. */
function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return text.length;
}

/** The first quote that is never closed, or that closes before its field ends. */
function brokenQuote(text: string): { code: string; message: string; at: number } | undefined {
  for (let open = text.indexOf('"'); open >= 0; ) {
    const before = text[open - 1];
    let from = open + 1;
    // A quote inside an unquoted field is a character like any other.
    if (before === undefined || before === ',' || before === '\n' || before === '\r') {
      const close = closingQuote(text, open);
      if (close === text.length)
        return { code: 'open-quote', message: 'this quote is never closed', at: open };
      const after = text[close + 1];
      if (after !== undefined && after !== ',' && after !== '\n' && after !== '\r') {
        const message = 'there is text between this quote and the end of its field';
        return { code: 'text-after-quote', message, at: close };
      }
      from = close + 1;
    }
    open = text.indexOf('"', from);
  }
  return undefined;
}
