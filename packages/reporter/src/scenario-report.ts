import type { ScenarioResult, Source } from '@usmca-sim/core';
import type { Chart } from './charts/chart.ts';
import { negotiationCharts } from './charts/negotiation/negotiation-charts.ts';
import { tradeCharts } from './charts/trade/trade-charts.ts';
import {
  assumptionsSection,
  assumptionsWithSources,
  type Defaults,
} from './comparison/assumptions-section.ts';
import { sentence } from './comparison/changes-in-words.ts';
import type { ElasticitySets } from './comparison/elasticities-table.ts';
import { ownBasesInWords } from './comparison/own-base.ts';
import {
  changesInWords,
  lawOf,
  situationInWords,
  whatDiffers,
  whatDiffersSection,
  wordsInWords,
} from './comparison/what-differs.ts';
import { findingsInWords, findingsOf } from './findings.ts';
import { type Comparison, type Frame, frameOf, type Show } from './frame.ts';
import { howToRead } from './how-to-read.ts';
import { modelLimits } from './model-limits.ts';
import { joined, partiesTogether } from './names.ts';
import { gainsSection } from './negotiation/gains-and-losses.ts';
import { negotiationOfCase, negotiationRecords, negotiationsOf } from './negotiation/in-comparison.ts';
import { sideBySide } from './negotiation/side-by-side.ts';
import { withoutEmptyTables } from './nothing-to-show.ts';
import type { CaseSummary, Listing, Report, Section } from './report.ts';
import { manifestOf, type Reproduction, reproductionSection } from './reproduction.ts';
import { sourcesSection } from './sources-section.ts';
import { diversionTables } from './tables/diversion.ts';
import { dutyTables } from './tables/duties.ts';
import { livingTables } from './tables/living.ts';
import { contentTable, thirdMarketTable } from './tables/regional-shares.ts';
import { exportsAndImports, flowsBetweenParties, flowsBySector } from './tables/trade.ts';
import { transitionTables } from './tables/transition.ts';
import { valueAddedTables } from './tables/value-added.ts';
import { welfareTable } from './tables/welfare.ts';
import { withCharts } from './with-charts.ts';

export interface RunOptions {
  /** Add flows by sector. */
  readonly sectors?: boolean;
  /** A report to keep: with sources, the figures of stances and charts, for which a terminal has no room. */
  readonly whole?: boolean;
  readonly reproduction: Reproduction;
  /** Names of the sets of trade elasticities that the data have. */
  readonly elasticitySets?: readonly string[];
  /** Their values by sector: a table of a whole report. */
  readonly elasticities?: ElasticitySets;
  /** What stands where a case says nothing; without it no assumption but those of the case itself counts as changed. */
  readonly defaults?: Defaults;
  /** How duties change over time, which only the law knows: a chart of a whole report. */
  readonly dutyTimeline?: Chart;
  /** What was worked out beside the results, such as deals and coalitions: sections after the negotiation. */
  readonly beside?: readonly Section[];
  /** Sources of the data. */
  readonly dataSources?: readonly Source[];
  /** The files of the cases, to be run again. */
  readonly listings?: readonly Listing[];
  /** Of variations that ask no question of their own: id of the case to id of the parent that asks it. */
  readonly inheritedQuestions?: ReadonlyMap<string, string>;
}

export interface CompareOptions extends RunOptions {
  readonly show?: Show;
}

/** The report on one case: what it is, what follows against the base year, how to reproduce it. */
export function runReport(result: ScenarioResult, options: RunOptions): Report {
  const frame = frameOf({ results: [result], reference: result.scenario.id });
  const { scenario } = result;
  const { start, changes } = lawOf(frame, result);
  const theCase: Section = {
    id: 'case',
    heading: 'The case',
    sentences: [
      `${scenario.id}${scenario.lineage[1] === undefined ? '' : `, a variation of ${scenario.lineage[1]},`} ${start}${changes.length === 1 ? ` ${changes[0]}` : ''}`,
    ],
    points: [...(changes.length === 1 ? [] : changes), ...wordsInWords(scenario)],
  };
  return {
    title: scenario.title,
    question: questionOf(result, options),
    ...bodyOf(frame, theCase, options),
  };
}

/**
 * The report on several cases side by side. It begins with what differs between them and ends with how to reproduce
 * it and where everything comes from.
 *
 * @throws Error when the reference is not among the results, or the results are of different economies.
 */
export function compareReport(comparison: Comparison, options: CompareOptions): Report {
  const frame = frameOf(comparison, options.show);
  const { scenario } = frame.reference;
  const differs = whatDiffers(frame);
  return {
    title: `${joined(frame.others.map((other) => other.scenario.id)) || scenario.id} against ${scenario.id}`,
    // The question of a comparison is that of the case put first beside the reference.
    ...(frame.others[0] ? { question: questionOf(frame.others[0], options) } : {}),
    ...bodyOf(frame, whatDiffersSection(frame), options),
    reference: scenario.id,
    differs,
  };
}

/** Everything after the question, in the order in which it is read. */
function bodyOf(frame: Frame, opening: Section, options: RunOptions): Omit<Report, 'title'> {
  const { whole = false } = options;
  const manifest = manifestOf(frame, options.reproduction);
  const assumptions = assumptionsWithSources(frame, options.defaults);
  const found = findingsOf(frame);
  const sections = [
    opening,
    found,
    ...howToRead(frame),
    ...figures(frame, options),
    ...negotiationSections(frame),
    ...(options.beside ?? []),
    assumptionsSection(frame, assumptions, options),
    ...leftOut(frame),
    { id: 'limits', ...modelLimits(frame, options.elasticitySets) },
    {
      id: 'reproduction',
      ...reproductionSection(frame, manifest),
      ...(whole && options.listings ? { listings: options.listings } : {}),
    },
    ...(whole ? [sourcesSection(frame, options.dataSources)] : []),
  ];
  return {
    sections: whole ? withCharts(sections, chartsOf(frame, options)) : sections,
    manifest,
    cases: frame.results.map((result) => ({
      ...caseSummary(result),
      ...(frame.ownBase.has(result) ? { ownBase: true as const } : {}),
    })),
    findings: findingsInWords(found),
    assumptions,
    warnings: warningsOf(frame),
    ...negotiationRecords(frame.results),
  };
}

/** The question of a case, and whose it is where a variation has that of its parent. */
function questionOf({ scenario }: ScenarioResult, { inheritedQuestions }: RunOptions): string {
  const parent = inheritedQuestions?.get(scenario.id);
  return parent === undefined ? scenario.question : `${scenario.question} (the question of ${parent})`;
}

/** The tables of trade, sectors, prices and income, duties. */
function figures(frame: Frame, options: RunOptions): Section[] {
  const who = partiesTogether(frame);
  const path = transitionTables(frame);
  const hasPairs = frame.pairs.length > 0;
  const sections: (Section | false)[] = [
    hasPairs && {
      id: 'trade',
      heading: `Trade between ${who}`,
      sentences: [
        `Flows are values before duty. “Long run” is the equilibrium under the law at the end of the horizon, at the size of the ${frame.baseYear} economy. Totals cover goods and services; goods alone follow.${growthNote(frame)}${baseNote(frame)}`,
      ],
      tables: [...flowsBetweenParties(frame, 'goods and services'), ...flowsBetweenParties(frame, 'goods')],
    },
    { id: 'exports-and-imports', heading: 'Exports and imports', tables: exportsAndImports(frame) },
    path.length > 0 &&
      hasPairs && {
        id: 'transition',
        heading: 'The way to the long run',
        sentences: [
          'A year is the average of its days: measures, those of the starting law among them, count from the day they began, so that years in which law came into force hold it in part. Flows on the way are not an equilibrium: trade balances are not held there.',
        ],
        tables: path,
      },
    { id: 'diversion', heading: 'Trade created and diverted', tables: diversionTables(frame) },
    {
      id: 'third-markets',
      heading: `Content of ${who}, and its share in third markets`,
      tables: [
        contentTable(frame),
        ...(frame.regions.length > frame.parties.length ? [thirdMarketTable(frame)] : []),
      ],
    },
    { id: 'sectors', heading: 'Value added by sector', tables: valueAddedTables(frame) },
    (options.sectors ?? false) && {
      id: 'trade-by-sector',
      heading: 'Trade by sector',
      tables: flowsBySector(frame),
    },
    { id: 'living', heading: 'Income, wages, prices and revenue', tables: livingTables(frame) },
    { id: 'welfare', heading: 'Welfare by cause', tables: [welfareTable(frame)] },
    { id: 'duties', heading: 'Average duties', tables: dutyTables(frame) },
  ];
  return sections
    .filter((section) => section !== false)
    .map(withoutEmptyTables)
    .filter((section) => section.sentences || (section.tables ?? []).length > 0);
}

/** How likely each outcome is, and what each government gains and loses: of one case, or of several side by side. */
function negotiationSections(frame: Frame): Section[] {
  const negotiated = negotiationsOf(frame.results);
  if (frame.others.length === 0) {
    return [
      ...negotiationOfCase(frame.reference).map((section) => ({ id: 'negotiation', ...section })),
      ...negotiated.map((one) => ({ id: 'payoffs', ...gainsSection(one) })),
    ];
  }
  return [
    ...sideBySide(negotiated).map((section) => ({ id: 'negotiation', ...section })),
    ...negotiated
      .map((one) => gainsSection(one))
      .map((section, at) => ({
        ...section,
        id: `payoffs-${negotiated[at]!.id}`,
        heading: `${negotiated[at]!.id}: what each government gains and loses`,
      })),
  ];
}

function chartsOf(frame: Frame, { dutyTimeline }: RunOptions): Chart[] {
  return [
    ...tradeCharts(frame),
    ...(dutyTimeline ? [dutyTimeline] : []),
    ...negotiationCharts(negotiationsOf(frame.results)),
  ];
}

/** What must be known before a figure is used. */
function warningsOf(frame: Frame): string[] {
  const others = negotiationsOf(frame.results).flatMap(({ id, negotiation }) =>
    negotiation.solved.otherEquilibria > 0
      ? [
          `${id}: ${negotiation.solved.otherEquilibria} simultaneous decisions of its negotiation have another equilibrium beside the one chosen.`,
        ]
      : [],
  );
  return [...ownBasesInWords(frame), ...others];
}

function growthNote(frame: Frame): string {
  return frame.results.some(({ madeBy }) => madeBy.growth !== 0)
    ? ' No figure of the tables holds growth; in the facts of CSV and JSON, levels of the years on the way do, and no change or difference does.'
    : '';
}

function baseNote(frame: Frame): string {
  const { baseYear, reference, ownBase } = frame;
  const balanced = reference.madeBy.deficits === 'balanced';
  const base = balanced
    ? ` Deficits are balanced first: what stands under ${baseYear} is the economy without them.`
    : '';
  return ownBase.size === 0
    ? base
    : `${base} ${baseYear} is the base of the reference; “own base” is that of a case that has another.`;
}

/** What the cases do not capture, each thing once. */
function leftOut(frame: Frame): Section[] {
  const things = [...new Set(frame.results.flatMap((result) => result.scenario.leavesOut))];
  const heading =
    frame.others.length > 0 ? 'What the cases do not capture' : 'What the case does not capture';
  return things.length === 0 ? [] : [{ id: 'left-out', heading, points: things.map(sentence) }];
}

function caseSummary(result: ScenarioResult): CaseSummary {
  const { scenario, situation, madeBy, solves } = result;
  return {
    id: scenario.id,
    title: scenario.title,
    question: scenario.question,
    start: situationInWords(situation),
    changes: changesInWords(result),
    madeBy: {
      ...madeBy,
      horizon: scenario.horizon,
      solves: solves.count,
      worstResidual: solves.worstResidual,
    },
  };
}
