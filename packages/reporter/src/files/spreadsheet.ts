import type { CellObject, SheetData } from 'write-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import { displayWidth, plainLine, shortened, wrapLine } from '../plain-text.ts';
import type { Cell, Column, Report, Section, Table } from '../report.ts';
import { tableIds } from '../section-ids.ts';
import { sheetNames } from './sheet-names.ts';

type Sheet = Parameters<typeof writeXlsxFile>[0][number];

/** What a cell of a spreadsheet holds at most. */
const longestText = 32_000;

/** Columns are as wide as their widest cell, within these, in letters. */
const narrowest = 9;
const widest = 60;

/** Points of a line of text. Programs do not make a row as high as its wrapped text by themselves. */
const lineHeight = 14;

/** Points that a row has at most, in the format. */
const highestRow = 409;

/** Columns of the sheet of words, in letters. */
const wordColumns = { heading: 24, words: 95 } as const;

/**
 * A report as an Office Open XML workbook: a sheet with the words, then one a table, that of each chart among them.
 * Numbers are numbers at full precision in the unit that is shown; text is text, whatever it begins with.
 */
export async function spreadsheet(report: Report): Promise<Uint8Array> {
  const tables = report.sections.flatMap(tablesOf);
  const names = sheetNames(['Report', ...tableIds(tables)]);
  const sheets: Sheet[] = [
    {
      sheet: names[0]!,
      data: wordsOf(report, tables, names),
      columns: Object.values(wordColumns).map((width) => ({ width })),
    },
    ...tables.map((table, at) => tableSheet(table, names[at + 1]!)),
  ];
  const blob = await writeXlsxFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** The tables of a section, and those behind its charts. */
function tablesOf({ tables = [], charts = [] }: Section): Table[] {
  return [...tables, ...charts.map(({ id, table }) => ({ ...table, id: `chart-${id}` }))];
}

/** Title, question, sentences by section, and which sheet has which table. */
function wordsOf(report: Report, tables: readonly Table[], names: readonly string[]): SheetData {
  const rows: SheetData = [[heading(report.title)]];
  if (report.question) rows.push([text(report.question)]);
  for (const { heading: title, passages = [], code = [], ...words } of report.sections) {
    const said = [words, ...passages.map(({ heading, ...rest }) => ({ sentences: [heading], ...rest }))];
    const lines = [...code, ...said.flatMap(({ sentences = [], points = [] }) => [...sentences, ...points])];
    lines.forEach((line, at) => {
      rows.push([
        at === 0 ? wrapped(heading(title), wordColumns.heading) : null,
        wrapped(text(line), wordColumns.words),
      ]);
    });
  }
  tables.forEach((table, at) => {
    rows.push([at === 0 ? heading('Sheets') : null, text(`${names[at + 1]}: ${table.title}`)]);
  });
  return rows;
}

function tableSheet(table: Table, name: string): Sheet {
  const { columns, rows, title, notes = [] } = table;
  const widths = columns.map((column, at) =>
    widthOf(
      column,
      rows.map(({ cells }) => cells[at]),
    ),
  );
  const data: SheetData = [
    [heading(title)],
    columns.map((column, at) => wrapped(heading(headingOf(column)), widths[at]!)),
    ...rows.map(({ cells, total }) =>
      columns.map((column, at) => {
        const cell = cellOf(cells[at], column);
        return cell && total ? { ...cell, fontWeight: 'bold' as const } : cell;
      }),
    ),
    ...notes.map((note) => [text(note)]),
  ];
  return {
    sheet: name,
    data,
    orientation: 'landscape',
    stickyRowsCount: 2,
    columns: widths.map((width) => ({ width })),
  };
}

/** `retaliation-lifted: level, US$ billion`: group, heading and unit. */
function headingOf(column: Column): string {
  const named = column.group ? `${column.group}: ${column.heading}` : column.heading;
  const unit = unitOf(column);
  return unit === '' ? named : `${named} [${unit}]`;
}

/** The unit of the numbers as they stand in the sheet: rates as percent, money at the scale that is shown. */
function unitOf({ kind, unit, factor = 1 }: Column): string {
  if (kind === 'rate') return 'percent';
  if (kind !== 'money' || factor === 1) return unit;
  const larger = { million: 'billion', thousand: 'million' } as const;
  const [, word, currency] = /^(million|thousand) (.+)$/.exec(unit) ?? [];
  return word && factor === 1e-3
    ? `${larger[word as keyof typeof larger]} ${currency}`
    : `${unit} × ${factor}`;
}

function cellOf(cell: Cell | undefined, column: Column): CellObject | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'string') return text(cell);
  if (!Number.isFinite(cell)) return text(Number.isNaN(cell) ? 'n/a' : 'unbounded');
  const value = cell * (column.kind === 'rate' ? 100 : column.kind === 'money' ? (column.factor ?? 1) : 1);
  return { value, type: Number, format: numberFormat(column, cell) };
}

/** `+#,##0.0;-#,##0.0;0.0` for a change with one decimal. */
function numberFormat({ kind, signed, decimals }: Column, cell: number): string {
  const places = decimals ?? (kind === 'number' ? (Number.isInteger(cell) ? 0 : 2) : 1);
  const plain = places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
  return signed ? `+${plain};-${plain};${plain}` : plain;
}

function heading(words: string): CellObject {
  return text(words, { fontWeight: 'bold' });
}

/** A cell of type text: no program takes it for a formula. */
function text(words: string, style: Omit<CellObject, 'value' | 'type'> = {}): CellObject {
  return { value: shortened(plainLine(words), longestText), type: String, ...style };
}

/** Text in lines of a column of that many letters, and the height that they take. */
function wrapped(cell: CellObject, width: number): CellObject {
  const letters = 0.85 * width;
  const lines = wrapLine(
    String(cell.value),
    Math.floor(cell.fontWeight === 'bold' ? 0.9 * letters : letters),
  );
  return {
    ...cell,
    wrap: true,
    alignVertical: 'top',
    height: Math.min(highestRow, lineHeight * lines.length),
  };
}

function widthOf(column: Column, cells: readonly (Cell | undefined)[]): number {
  const words = cells.map((cell) => (typeof cell === 'string' ? displayWidth(plainLine(cell)) : 12));
  const longest = Math.max(column.kind === 'label' ? displayWidth(column.heading) : narrowest, ...words);
  return Math.min(widest, Math.max(narrowest, longest + 1));
}
