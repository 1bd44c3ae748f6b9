import type { ScenarioResult } from '@usmca-sim/core';
import { assumptionsInWords, assumptionsOf } from './comparison/assumptions.ts';
import { sentence } from './comparison/changes-in-words.ts';
import { changesInWords, lawInWords, situationInWords, whatDiffers } from './comparison/what-differs.ts';
import { type Comparison, type Frame, frameOf, type Show } from './frame.ts';
import { inBrief } from './in-brief.ts';
import { modelLimits } from './model-limits.ts';
import { joined, partiesTogether } from './names.ts';
import { negotiationOfCase, negotiationRecords, negotiationsOf } from './negotiation/in-comparison.ts';
import { sideBySide } from './negotiation/side-by-side.ts';
import { withoutEmptyTables } from './nothing-to-show.ts';
import type { CaseSummary, Report, Section } from './report.ts';
import { manifestOf, type Reproduction, reproductionSection } from './reproduction.ts';
import { diversionTables } from './tables/diversion.ts';
import { dutyTables } from './tables/duties.ts';
import { livingTables } from './tables/living.ts';
import { contentTable, thirdMarketTable } from './tables/regional-shares.ts';
import { exportsAndImports, flowsBetweenParties, flowsBySector } from './tables/trade.ts';
import { transitionTables } from './tables/transition.ts';
import { valueAddedTables } from './tables/value-added.ts';
import { welfareTable } from './tables/welfare.ts';

export interface RunOptions {
  /** Add flows by sector. */
  readonly sectors?: boolean;
  readonly reproduction: Reproduction;
  /** Names of the sets of trade elasticities that the data have. */
  readonly elasticitySets?: readonly string[];
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
  const theCase: Section = {
    heading: 'The case',
    sentences: [
      `${scenario.id}${scenario.lineage[1] === undefined ? '' : `, a variation of ${scenario.lineage[1]},`} ${lawInWords(frame, result)}`,
      `It assumes: ${assumptionsInWords(assumptionsOf(scenario, frame.baseYear))}.`,
      ...(scenario.leavesOut.length > 0 ? ['It does not capture:'] : []),
    ],
    points: scenario.leavesOut.map(sentence),
  };
  const manifest = manifestOf(frame, options.reproduction);
  return {
    title: scenario.title,
    question: questionOf(result, options),
    sections: [
      theCase,
      ...findings(frame, options),
      ...negotiationOfCase(result),
      modelLimits(frame, options.elasticitySets),
      reproductionSection(frame, manifest),
    ],
    manifest,
    cases: [caseSummary(result)],
    ...negotiationRecords([result]),
  };
}

/**
 * The report on several cases side by side. It begins with what differs between them and ends with how to reproduce
 * it.
 *
 * @throws Error when the reference is not among the results, or the results are of different economies.
 */
export function compareReport(comparison: Comparison, options: CompareOptions): Report {
  const frame = frameOf(comparison, options.show);
  const { scenario } = frame.reference;
  const differs = whatDiffers(frame);
  const manifest = manifestOf(frame, options.reproduction);
  return {
    title: `${joined(frame.others.map((other) => other.scenario.id)) || scenario.id} against ${scenario.id}`,
    // The question of a comparison is that of the case put first beside the reference.
    ...(frame.others[0] ? { question: questionOf(frame.others[0], options) } : {}),
    sections: [
      { heading: 'What differs', points: differs },
      ...findings(frame, options),
      ...sideBySide(negotiationsOf(frame.results)),
      leftOut(frame),
      modelLimits(frame, options.elasticitySets),
      reproductionSection(frame, manifest),
    ].filter((section) => section !== undefined),
    manifest,
    cases: frame.results.map((result) => ({
      ...caseSummary(result),
      ...(frame.ownBase.has(result) ? { ownBase: true as const } : {}),
    })),
    reference: scenario.id,
    differs,
    ...negotiationRecords(frame.results),
  };
}

/** The question of a case, and whose it is where a variation has that of its parent. */
function questionOf({ scenario }: ScenarioResult, { inheritedQuestions }: RunOptions): string {
  const parent = inheritedQuestions?.get(scenario.id);
  return parent === undefined ? scenario.question : `${scenario.question} (the question of ${parent})`;
}

function findings(frame: Frame, options: RunOptions): Section[] {
  const who = partiesTogether(frame);
  const between: Section = {
    heading: `Trade between ${who}`,
    sentences: [
      `Flows are values before duty. “Long run” is the equilibrium under the law at the end of the horizon, at the size of the ${frame.baseYear} economy. Totals cover goods and services; goods alone follow.${growthNote(frame)}${baseNote(frame)}`,
    ],
    tables: [...flowsBetweenParties(frame, 'goods and services'), ...flowsBetweenParties(frame, 'goods')],
  };
  const sections: Section[] = [
    { heading: 'In brief', sentences: inBrief(frame) },
    ...(frame.pairs.length > 0 ? [between] : []),
    { heading: 'Average duties', tables: dutyTables(frame) },
    {
      heading: 'Income, wages, prices and revenue',
      tables: livingTables(frame),
    },
    { heading: 'Exports and imports', tables: exportsAndImports(frame) },
  ];
  if (options.sectors) sections.push({ heading: 'Trade by sector', tables: flowsBySector(frame) });
  const path = transitionTables(frame);
  if (path.length > 0 && frame.pairs.length > 0)
    sections.push({
      heading: 'The way to the long run',
      sentences: [
        'A year is the average of its days: measures, those of the starting law among them, count from the day they began, so that years in which law came into force hold it in part. Flows on the way are not an equilibrium: trade balances are not held there.',
      ],
      tables: path,
    });
  sections.push(
    { heading: 'Value added by sector', tables: valueAddedTables(frame) },
    { heading: 'Welfare by cause', tables: [welfareTable(frame)] },
    { heading: 'Trade created and diverted', tables: diversionTables(frame) },
    {
      heading: `Content of ${who}, and its share in third markets`,
      tables: [
        contentTable(frame),
        ...(frame.regions.length > frame.parties.length ? [thirdMarketTable(frame)] : []),
      ],
    },
  );
  return sections
    .map(withoutEmptyTables)
    .filter((section) => section.sentences || (section.tables ?? []).length > 0);
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
function leftOut(frame: Frame): Section | undefined {
  const things = [...new Set(frame.results.flatMap((result) => result.scenario.leavesOut))];
  return things.length === 0
    ? undefined
    : {
        heading: 'What the cases do not capture',
        points: things.map(sentence),
      };
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
