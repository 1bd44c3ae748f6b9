import type { Section, Table } from '../report.ts';
import { sectionIds } from '../section-ids.ts';
import type { Renderer } from './renderer.ts';

/** Version of the document's shape; it rises when a reader of the old shape would break. */
const documentVersion = 1;

/** One versioned document: what made it, the cases, what differs, findings, assumptions, tables, charts, facts and negotiations; a row or a fact a line. */
export const jsonRenderer: Renderer = {
  id: 'json',
  fileName: 'report.json',
  *render({ report, facts }) {
    const { title, question, reference, manifest, cases, differs, findings, assumptions, warnings } = report;
    const { sections, negotiations } = report;
    const ids = sectionIds(sections);
    const head = {
      format: 'usmca-sim/report',
      version: documentVersion,
      title,
      question,
      reference,
      manifest,
      cases,
      differs,
      findings,
      assumptions,
      warnings,
      sections: sections.map(({ heading, sentences, points, passages, code, listings }, at) => ({
        id: ids[at],
        heading,
        sentences,
        points,
        passages,
        code,
        listings,
      })),
    };
    yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "tables": [`;
    yield* separated(tablesOf(sections));
    yield '\n  ]';
    const charts = sections.flatMap((section) => section.charts ?? []);
    if (charts.length > 0) {
      yield ',\n  "charts": [';
      yield* separated(charts.map((chart) => JSON.stringify(chart, withBansInWords)));
      yield '\n  ]';
    }
    if (facts) {
      yield ',\n  "facts": [';
      yield* separated(factsOf(facts()));
      yield '\n  ]';
    }
    if (negotiations) {
      yield ',\n  "negotiations": [';
      yield* separated(negotiations.map((one) => JSON.stringify(one, withBansInWords)));
      yield '\n  ]';
    }
    yield '\n}\n';
  },
};

/** JSON has no infinity: a rate that is a ban is written as the word; where a thing was written down is nobody's fact. */
function withBansInWords(key: string, value: unknown): unknown {
  if (key === 'place') return undefined;
  return value === Number.POSITIVE_INFINITY ? 'ban' : value;
}

function* tablesOf(sections: readonly Section[]): Generator<string> {
  for (const { heading, tables } of sections) {
    for (const table of tables ?? []) yield tableText(heading, table);
  }
}

/** A table with its rows last, one a line. */
function tableText(section: string, { rows, ...table }: Table): string {
  const head = JSON.stringify({ section, ...table }).slice(0, -1);
  const lines = rows.map((row) => `\n      ${JSON.stringify(row)}`);
  return `${head},"rows": [${lines.join(',')}\n    ]}`;
}

function* factsOf(facts: Iterable<object>): Generator<string> {
  for (const fact of facts) yield JSON.stringify(fact);
}

function* separated(items: Iterable<string>): Generator<string> {
  let separator = '\n    ';
  for (const item of items) {
    yield separator + item;
    separator = ',\n    ';
  }
}
