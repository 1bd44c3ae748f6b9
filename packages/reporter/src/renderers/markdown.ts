import { plainLine, plainLines } from '../plain-text.ts';
import type { Column, Passage, Section, Table } from '../report.ts';
import { writtenColumn } from '../written-column.ts';
import type { Renderer } from './renderer.ts';

/** GitHub-flavoured Markdown. All text is escaped: nothing from a case can become markup. */
export const markdownRenderer: Renderer = {
  id: 'md',
  fileName: 'report.md',
  *render({ report }) {
    yield `# ${escaped(report.title)}\n`;
    if (report.question) yield `\n*${escaped(report.question)}*\n`;
    for (const section of report.sections) yield* sectionText(section);
  },
};

function* sectionText(section: Section): Generator<string> {
  yield `\n## ${escaped(section.heading)}\n`;
  if (section.code) yield `\n${fenced(section.code.map(plainLine))}`;
  yield* wordsText(section);
  for (const passage of section.passages ?? []) {
    yield `\n### ${escaped(passage.heading)}\n`;
    yield* wordsText(passage);
  }
  for (const table of section.tables ?? []) yield* tableText(table);
  for (const { title, text } of section.listings ?? []) {
    yield `\n**${escaped(title)}**\n\n${fenced(plainLines(text))}`;
  }
}

function* wordsText({ sentences = [], points = [] }: Omit<Passage, 'heading'>): Generator<string> {
  for (const sentence of sentences) yield `\n${escaped(sentence)}\n`;
  if (points.length > 0) yield `\n${points.map((point) => `- ${escaped(point)}\n`).join('')}`;
}

function* tableText(table: Table): Generator<string> {
  yield `\n**${escaped(table.title)}**\n\n`;
  yield `${rowText(table.columns.map((column) => inCell(headingOf(column))))}\n`;
  yield `${rowText(table.columns.map((column) => (column.kind === 'label' ? '---' : '---:')))}\n`;
  const columns = table.columns.map((_, at) => writtenColumn(table, at).map(inCell));
  for (const [at, row] of table.rows.entries()) {
    const cells = columns.map((column) => column[at]!);
    yield `${rowText(row.total ? cells.map((cell) => (cell === '' ? cell : `**${cell}**`)) : cells)}\n`;
  }
  for (const note of table.notes ?? []) yield `\n${escaped(note)}\n`;
}

function headingOf(column: Column): string {
  return column.group ? `${column.group}: ${column.heading}` : column.heading;
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function fenced(lines: readonly string[]): string {
  const text = lines.join('\n');
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}\n`;
}

/** Text that Markdown and HTML show as it stands, on one line. */
function escaped(text: string): string {
  // At the start of a line these would begin a list, a heading or a rule.
  return inCell(text)
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
}

/** As `escaped`, where no line begins. */
function inCell(text: string): string {
  return (
    plainLine(text)
      .replace(/[\\`*_[\]|~$]/g, '\\$&')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      // An address would become a link by itself.
      .replace(/\b(https?|ftp):\/\//gi, '$1:&#47;&#47;')
      .replace(/\bwww\./gi, 'www&#46;')
  );
}
