import type { Listing, Passage, Report, Section } from '../report.ts';
import { sectionIds } from '../section-ids.ts';
import { chartHtml, type DrawnTwice } from './chart-html.ts';
import { escaped, escapedLines, sentenceHtml } from './html.ts';
import { tableHtml } from './table-html.ts';

/** Sections in the order of the report: what the page holds, and what its script writes anew. */
export function sectionsHtml({ sections, cases = [], warnings = [] }: Report, draw: DrawnTwice): string {
  const ids = sectionIds(sections);
  const names = cases.map(({ id }) => id);
  const before =
    warnings.length === 0
      ? []
      : [
          `<aside class="warnings" aria-label="Before using a figure">${warnings.map((text) => `<p>${sentenceHtml(text, names)}</p>`).join('')}</aside>`,
        ];
  return [...before, ...sections.map((section, at) => sectionHtml(section, ids[at]!, { draw, names }))].join(
    '\n',
  );
}

/** Links to the sections, for the table of contents. */
export function contentsHtml({ sections }: Report): string {
  const ids = sectionIds(sections);
  return sections.map(({ heading }, at) => `<li><a href="#${ids[at]}">${escaped(heading)}</a></li>`).join('');
}

/** The id of a table that stands in a section of its own. */
export function tableId(section: string, at: number): string {
  return `${section}-${at + 1}`;
}

interface Setting {
  readonly draw: DrawnTwice;
  /** Of the cases. */
  readonly names: readonly string[];
}

function sectionHtml(section: Section, id: string, { draw, names }: Setting): string {
  const { heading, code, passages, charts, tables, listings } = section;
  const parts = [
    code ? `<pre tabindex="0">${code.map(escaped).join('\n')}</pre>` : '',
    wordsHtml(section, names),
    ...(passages ?? []).map(
      (passage) =>
        `<div class="passage"><h3>${sentenceHtml(passage.heading, names)}</h3>${wordsHtml(passage, names)}</div>`,
    ),
    ...(charts ?? []).map((chart) => chartHtml(chart, draw)),
    ...(tables ?? []).map((table, at) => tableHtml(table, tableId(id, at))),
    ...(listings ?? []).map(listingHtml),
  ];
  return `<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${escaped(heading)}</h2>${parts.join('')}</section>`;
}

function wordsHtml(
  { sentences = [], points = [] }: Omit<Passage, 'heading'>,
  names: readonly string[],
): string {
  const list = points.map((point) => `<li>${sentenceHtml(point, names)}</li>`);
  return [
    ...sentences.map((sentence) => `<p>${sentenceHtml(sentence, names)}</p>`),
    list.length > 0 ? `<ul>${list.join('')}</ul>` : '',
  ].join('');
}

function listingHtml({ title, text }: Listing): string {
  return `<details class="listing"><summary>${escaped(title)}</summary><pre tabindex="0">${escapedLines(text)}</pre></details>`;
}
