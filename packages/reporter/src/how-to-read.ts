import type { Frame } from './frame.ts';
import type { Section } from './report.ts';

/** What authors say of how to read the results of their cases, a section; none where none does. */
export function howToRead({ results, others, baseYear }: Frame): Section[] {
  const said = results.flatMap(({ scenario: { id, reading } }) => (reading ? [{ id, reading }] : []));
  if (said.length === 0) return [];
  const about = {
    id: 'reading',
    heading: `How to read ${others.length === 0 ? 'the result, in the words of its author' : 'the results, in the words of their authors'}`,
  };
  return [
    others.length === 0
      ? { ...about, sentences: said.map(({ reading }) => reading) }
      : {
          ...about,
          sentences: [`Each says it of its case alone, whose changes are against ${baseYear}.`],
          passages: said.map(({ id, reading }) => ({ heading: id, sentences: [reading] })),
        },
  ];
}
