import type { Economy, Scenario, Situation } from '@usmca-sim/core';
import { assumptionsOf } from './comparison/assumptions.ts';
import { changeInWords, measuresNamed, sentence } from './comparison/changes-in-words.ts';
import { situationInWords } from './comparison/what-differs.ts';
import { labelColumn } from './label-column.ts';
import { measureTable } from './law/measure-tables.ts';
import { capitalised, counted, dateInWords } from './names.ts';
import type { Report, Section, Table } from './report.ts';

/** A case as a list shows it. */
export interface ListedCase {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Id of the case that asks this question, where it is not the case's own. */
  readonly questionOf?: string;
}

/** The cases of a library with their titles and questions. */
export function listReport(cases: readonly ListedCase[], where: string): Report {
  return {
    title: `${counted(cases.length, 'case')} in ${where}`,
    sections: [
      {
        heading: 'Cases',
        tables: [
          {
            title: 'What can be run and compared',
            columns: [
              labelColumn('Case', 'case'),
              labelColumn('Title', 'title'),
              labelColumn('Question', 'question'),
            ],
            rows: cases.map(({ id, title, question, questionOf }) => ({
              cells: [id, title, questionOf === undefined ? question : `(that of ${questionOf})`],
            })),
          },
        ],
      },
    ],
  };
}

/**
 * A case resolved: its header, the law it starts from, its changes in words, what it assumes.
 *
 * @param parent id of the case that asks its question, where the case is a variation without one of its own.
 */
export function caseReport(
  scenario: Scenario,
  situation: Situation,
  economy: Economy,
  parent?: string,
): Report {
  const vocabulary = {
    regions: economy.regions,
    sectors: economy.sectors,
    measures: measuresNamed(situation, scenario.changes),
  };
  const sections: Section[] = [
    {
      heading: 'The case',
      points: [
        `Id: ${scenario.id}.`,
        `Author: ${scenario.author}, ${dateInWords(scenario.date)}.`,
        ...(scenario.lineage.length > 1 ? [`Extends: ${scenario.lineage.slice(1).join(', ')}.`] : []),
        ...scenario.sources.map((source) => `Source: ${source}`),
      ],
    },
    {
      heading: 'Start',
      sentences: [
        `${sentence(situationInWords(situation))} ${situation.measures.length === 0 ? 'Nothing is levied beyond the ordinary duties.' : `${counted(situation.measures.length, 'measure')} in force beyond the ordinary duties; usmca-sim measures ID explains each.`}`,
      ],
      ...(situation.measures.length > 0
        ? {
            points: situation.measures.map(({ id, title }) => `${id}: ${title.replace(/\.$/, '')}.`),
            tables: [
              measureTable(
                situation.measures,
                economy,
                'In force at the start, beyond the ordinary duties',
                situation.date,
              ),
            ],
          }
        : {}),
    },
    {
      heading: 'Changes',
      ...(scenario.changes.length === 0
        ? {
            sentences: ['The case changes nothing: it is the law it starts from.'],
          }
        : {
            points: scenario.changes.map((change) => sentence(changeInWords(change, vocabulary))),
          }),
    },
    ...(scenario.words
      ? [
          {
            heading: 'In plain words',
            points: Object.entries(scenario.words).map(([word, standsFor]) =>
              sentence(`${word}: ${standsFor}`),
            ),
          },
        ]
      : []),
    {
      heading: 'Assumptions',
      points: assumptionsOf(scenario, economy.year).map(
        ({ name, value }) => `${capitalised(name)}: ${value}.`,
      ),
    },
    ...(scenario.leavesOut.length > 0
      ? [
          {
            heading: 'What it does not capture',
            points: scenario.leavesOut.map(sentence),
          },
        ]
      : []),
    ...(scenario.reading ? [{ heading: 'How to read the result', sentences: [scenario.reading] }] : []),
    ...(scenario.expect.length > 0
      ? [
          {
            heading: 'Checks',
            sentences: [
              `${counted(scenario.expect.length, 'expectation')}: usmca-sim validate ${scenario.id} --expect`,
            ],
          },
        ]
      : []),
  ];
  const { title, question } = scenario;
  return {
    title,
    question: questionInWords(scenario, parent),
    sections,
    record: recordOf(title, question, sections),
  };
}

/** The case in rows of its parts, whatever parts it has. */
function recordOf(title: string, question: string, sections: readonly Section[]): Table {
  const parts = sections.flatMap(({ heading, sentences = [], points = [] }) =>
    [...sentences, ...points].map((text) => ({ cells: [heading, text] })),
  );
  return {
    title,
    columns: [labelColumn('Part', 'part'), labelColumn('Text', 'text')],
    rows: [{ cells: ['Title', title] }, { cells: ['Question', question] }, ...parts],
  };
}

function questionInWords({ question }: Scenario, parent: string | undefined): string {
  return parent === undefined ? question : `${question} (the question of ${parent})`;
}
