import type { Renderer } from './renderer.ts';

/** Version of the document's shape; it rises when a reader of the old shape would break. */
const documentVersion = 1;

/** One versioned document: what made it, the cases, what differs, the tables, and every fact on a line of its own. */
export const jsonRenderer: Renderer = {
  id: 'json',
  fileName: 'report.json',
  *render({ report, facts }) {
    const { title, question, reference, manifest, cases, differs, sections } = report;
    const head = {
      format: 'usmca-sim/report',
      version: documentVersion,
      title,
      question,
      reference,
      manifest,
      cases,
      differs,
      sections: sections.map(({ heading, sentences, points, code }) => ({
        heading,
        sentences,
        points,
        code,
      })),
      tables: sections.flatMap(({ heading, tables }) =>
        (tables ?? []).map((table) => ({ section: heading, ...table })),
      ),
    };
    const text = JSON.stringify(head, null, 2);
    if (!facts) {
      yield `${text}\n`;
      return;
    }
    yield `${text.slice(0, -2)},\n  "facts": [`;
    let separator = '\n    ';
    for (const fact of facts()) {
      yield `${separator}${JSON.stringify(fact)}`;
      separator = ',\n    ';
    }
    yield '\n  ]\n}\n';
  },
};
