import type { Report, Section } from './report.ts';

/** What a terminal shows of a report on cases unless asked for all: ids of sections, with how many of their tables. */
const shown: ReadonlyMap<string, number> = new Map([
  ['case', Number.POSITIVE_INFINITY],
  ['what-differs', Number.POSITIVE_INFINITY],
  ['findings', Number.POSITIVE_INFINITY],
  ['trade', 1],
  ['living', 1],
  ['duties', 1],
  ['negotiation', 1],
  // There where it was asked for.
  ['trade-by-sector', Number.POSITIVE_INFINITY],
]);

/** The report in two or three screens: what was asked, what differs, what was found and the tables behind it. */
export function onScreen(report: Report): Report {
  const [kept, left] = [report.sections.filter(isShown), report.sections.filter((one) => !isShown(one))];
  return { ...report, sections: [...kept.map(inShort), whereTheRestIs(left)] };
}

const isShown = ({ id = '' }: Section) => shown.has(id);

function inShort(section: Section): Section {
  const { id = '', tables } = section;
  return tables ? { ...section, tables: tables.slice(0, shown.get(id)) } : section;
}

function whereTheRestIs(left: readonly Section[]): Section {
  return {
    id: 'the-rest',
    heading: 'The rest',
    sentences: [
      `Not shown here: ${left.map(({ heading }) => `“${heading}”`).join(', ')}, and further tables of the sections above. --full prints them; usmca-sim report CASE... --out DIR writes all of it with charts, as a page, a spreadsheet and files for programs.`,
    ],
  };
}
