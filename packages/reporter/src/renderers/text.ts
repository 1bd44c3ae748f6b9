import { displayWidth, plainLine, plainLines, shortened, wrapLine } from '../plain-text.ts';
import type { Passage, Section } from '../report.ts';
import type { Renderer } from './renderer.ts';
import { type Paint, tableLines } from './text-table.ts';

const defaultWidth = 100;

/** A title is read at a glance; the rest of one that is longer is in the other formats. */
const longestTitle = 240;

/** Narrower than this, tables could not be read; a terminal that claims less is not believed. */
const leastWidth = 40;

/** Aligned text for a terminal. */
export const textRenderer: Renderer = {
  id: 'text',
  fileName: 'report.txt',
  *render({ report: whole, onScreen: report = whole }, options) {
    const width = Math.max(leastWidth, options.width ?? defaultWidth);
    const paint = options.colour ? colours : plain;
    for (const line of wrapLine(shortened(plainLine(report.title), longestTitle), width))
      yield `${paint.strong(line)}\n`;
    if (report.question) yield* paragraph(report.question, width);
    for (const section of report.sections) yield* sectionText(section, width, paint);
  },
};

function* sectionText(section: Section, width: number, paint: Paint): Generator<string> {
  const heading = wrapLine(plainLine(section.heading), width);
  yield `\n${heading.map((line) => `${paint.strong(line)}\n`).join('')}`;
  yield `${paint.faint('='.repeat(Math.max(...heading.map(displayWidth))))}\n`;
  for (const line of section.code ?? []) yield `  ${plainLine(line)}\n`;
  if (section.code) yield '\n';
  yield* words(section, width);
  let gap = section.sentences?.length || section.points?.length || section.code ? '\n' : '';
  for (const passage of section.passages ?? []) {
    yield gap;
    for (const line of wrapLine(plainLine(passage.heading), width)) yield `${paint.strong(line)}\n`;
    yield* words(passage, width);
    gap = '\n';
  }
  for (const table of section.tables ?? []) {
    yield `${gap}${tableLines(table, width, paint).join('\n')}\n`;
    gap = '\n';
  }
  for (const { title, text } of section.listings ?? []) {
    yield `\n${wrapLine(plainLine(title), width).join('\n')}\n`;
    for (const line of plainLines(text)) yield `  ${line}\n`;
  }
}

/** Paragraphs with a line between them, then the list. */
function* words({ sentences = [], points = [] }: Omit<Passage, 'heading'>, width: number): Generator<string> {
  for (const [at, sentence] of sentences.entries()) {
    if (at > 0) yield '\n';
    yield* paragraph(sentence, width);
  }
  for (const point of points) {
    const [head = '', ...rest] = wrapLine(plainLine(point), width - 2);
    yield [`- ${head}`, ...rest.map((line) => `  ${line}`)].map((line) => `${line}\n`).join('');
  }
}

function* paragraph(text: string, width: number): Generator<string> {
  for (const line of wrapLine(plainLine(text), width)) yield `${line}\n`;
}

const plain: Paint = { strong: (text) => text, faint: (text) => text };

const colours: Paint = {
  strong: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
};
