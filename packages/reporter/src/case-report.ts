import type { DutyLine, Economy, Scenario, Situation } from '@usmca-sim/core';
import { changeInWords, sentence } from './comparison/changes-in-words.ts';
import { situationInWords } from './comparison/what-differs.ts';
import { counted, dateInWords, joined } from './names.ts';
import { percentInWords, rateInWords } from './number-style.ts';
import type { Column, Report, Section, Table } from './report.ts';

/** A case as a list shows it. */
export interface ListedCase {
  readonly id: string;
  readonly title: string;
  readonly question: string;
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
            columns: [label('case', 'Case'), label('title', 'Title'), label('question', 'Question')],
            rows: cases.map(({ id, title, question }) => ({
              cells: [id, title, question],
            })),
          },
        ],
      },
    ],
  };
}

/** A case resolved: its header, the law it starts from, its changes in words, what it assumes. */
export function caseReport(scenario: Scenario, situation: Situation, economy: Economy): Report {
  const vocabulary = {
    regions: economy.regions,
    sectors: economy.sectors,
    measures: situation.measures,
  };
  const own = Object.entries(scenario.elasticities.sectors).map(([sector, value]) => `${sector} ${value}`);
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
        `${sentence(situationInWords(situation))} ${situation.measures.length === 0 ? 'Nothing is levied beyond the ordinary duties.' : `${counted(situation.measures.length, 'measure')} in force beyond the ordinary duties.`}`,
      ],
      ...(situation.measures.length > 0
        ? {
            points: situation.measures.map(({ id, title }) => `${id}: ${title}.`),
            tables: [measureTable(situation, economy)],
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
    {
      heading: 'Assumptions',
      points: [
        `Trade elasticities: ${scenario.elasticities.set}${own.length > 0 ? ` with ${own.join(', ')}` : ''}.`,
        `Deficits: ${scenario.deficits === 'held' ? `held at their values of ${economy.year}` : 'balanced to zero first'}.`,
        `Horizon: ${scenario.horizon}; ${rateInWords(scenario.transitionSpeed)} of the gap to the long run, in logs, closes in a year.`,
        `Nominal growth a year: ${scenario.growth === 0 ? 'none' : percentInWords(scenario.growth * 100)}.`,
      ],
    },
    ...(scenario.leavesOut.length > 0
      ? [
          {
            heading: 'What it does not capture',
            points: scenario.leavesOut.map(sentence),
          },
        ]
      : []),
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
  return { title: scenario.title, question: scenario.question, sections };
}

function measureTable(situation: Situation, economy: Economy): Table {
  return {
    title: 'In force at the start, beyond the ordinary duties',
    columns: [
      label('measure', 'Measure'),
      label('importer', 'Levied by'),
      label('exporters', 'On'),
      label('sectors', 'Sectors'),
      label('rate', 'Rate added'),
      label('since', 'Since'),
    ],
    rows: situation.measures.map((measure) => {
      const lines = situation.lines.filter((line) => line.measure === measure.id);
      return {
        cells: [
          measure.id,
          measure.importer,
          exportersOf(lines, economy),
          sectorsOf(lines, economy),
          ratesOf(lines),
          measure.from,
        ],
      };
    }),
    notes: ['A measure bears on part of the trade of a sector where the record says so.'],
  };
}

function exportersOf(lines: readonly DutyLine[], economy: Economy): string {
  const codes = economy.regions
    .map(({ code }) => code)
    .filter((code) => lines.some((line) => line.exporter === code));
  return codes.length >= economy.regions.length - 1 ? 'all' : codes.join(', ');
}

function sectorsOf(lines: readonly DutyLine[], economy: Economy): string {
  const hit = economy.sectors.filter(({ code }) => lines.some((line) => line.sector === code));
  const goods = economy.sectors.filter(({ kind }) => kind === 'goods');
  if (goods.length > 1 && goods.every((sector) => hit.includes(sector))) return 'all goods';
  return hit.length > 5 ? counted(hit.length, 'sector') : joined(hit.map(({ code }) => code));
}

function ratesOf(lines: readonly DutyLine[]): string {
  const rates = lines.map(({ rate }) => rate);
  if (rates.length === 0) return '';
  const say = (rate: number) => (rate === Number.POSITIVE_INFINITY ? 'ban' : rateInWords(rate));
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  return say(least) === say(most) ? say(least) : `${say(least)} to ${say(most)}`;
}

function label(key: string, heading: string): Column {
  return { key, heading, kind: 'label', unit: '' };
}
