import type { Change, Scenario, ScenarioResult, Situation } from '@usmca-sim/core';
import type { Frame } from '../frame.ts';
import { dateInWords, inSentence } from '../names.ts';
import { formatNumber } from '../number-style.ts';
import { shortened } from '../plain-text.ts';
import type { Passage, Section } from '../report.ts';
import { averageDuty, dutyRelations } from '../tables/duties.ts';
import { assumptionsInWords, assumptionsOf } from './assumptions.ts';
import { changeInWords, measuresInWords, measuresNamed, sentence } from './changes-in-words.ts';
import { ownBasesInWords } from './own-base.ts';

/** Titles longer than this are cut here; the case's own report has them whole. */
const longestTitle = 160;

/** Points of difference in an average duty, in percent, that are worth a word. */
const leastDifference = 0.005;

/**
 * What differs between the cases, in words, a statement a string: bases that are not that of the reference, then the
 * law that each case starts from and what it changes, then assumptions that are not the same in all, then average duties, then what is the same.
 */
export function whatDiffers(frame: Frame): string[] {
  return [
    ...ownBasesInWords(frame),
    ...frame.results.map((result) => `${nameOf(frame, result)}: ${lawInWords(frame, result)}`),
    ...differingAssumptions(frame),
    dutiesInWords(frame),
    sharedAssumptions(frame),
  ];
}

/**
 * The same as a section: bases of their own first, then under the name of each case its law, a line a change, and what
 * stands for the words of its question.
 */
export function whatDiffersSection(frame: Frame): Section {
  const shownWords = new Set<string>();
  const passages = frame.results.map((result): Passage => {
    const words = wordsInWords(result.scenario).filter((text) => !shownWords.has(text));
    for (const text of words) shownWords.add(text);
    const { id, title } = result.scenario;
    const { start, changes } = lawOf(frame, result);
    return {
      heading: `${id}${result === frame.reference ? ' (reference)' : ''}`,
      sentences: [
        `“${shortened(title, longestTitle)}”${variationOf(result)}: ${start}${changes.length === 1 ? ` ${changes[0]}` : ''}`,
      ],
      points: [...(changes.length === 1 ? [] : changes), ...words],
    };
  });
  return {
    id: 'what-differs',
    heading: 'What differs',
    points: ownBasesInWords(frame),
    passages: [
      ...passages,
      {
        heading: 'Between them',
        points: [...differingAssumptions(frame), dutiesInWords(frame), sharedAssumptions(frame)],
      },
    ],
  };
}

/** Words of a question with what stands for each in the case, a sentence a word. */
export function wordsInWords({ words = {} }: Scenario): string[] {
  return Object.entries(words).map(([word, standsFor]) => sentence(`“${word}” stands for: ${standsFor}`));
}

/** The law a case starts from, what is in force, and what the case changes. */
function lawInWords(frame: Frame, result: ScenarioResult): string {
  const { start, changes } = lawOf(frame, result);
  return [start, ...changes].join(' ');
}

/** The law a case starts from, and what it changes there, a sentence a change. */
export function lawOf(frame: Frame, result: ScenarioResult): { start: string; changes: readonly string[] } {
  const start = startInWords(frame, result);
  const clauses = changesInWords(result);
  const shared = result === frame.reference ? 0 : changesShared(frame.reference, result);
  if (shared === 0) return { start, changes: clauses.map(sentence) };
  const rest = clauses.slice(shared);
  const same = `It makes the same changes as the reference${rest.length > 0 ? ', and then:' : '.'}`;
  return { start, changes: [same, ...rest.map(sentence)] };
}

/** How many of a case's changes are those of the reference, if it begins with all of them; otherwise none. */
function changesShared({ scenario: { changes: standard } }: ScenarioResult, result: ScenarioResult): number {
  const { changes } = result.scenario;
  const same = standard.every((change, at) => {
    const own = changes[at];
    return own !== undefined && deed(own) === deed(change);
  });
  return same ? standard.length : 0;
}

/** A change without where it is written. */
function deed(change: Change): string {
  return JSON.stringify(change, (key, value) => {
    if (key === 'place') return undefined;
    return value === Number.POSITIVE_INFINITY ? 'ban' : value;
  });
}

/** What a case changes, a clause a change; a single clause that says so when it changes nothing. */
export function changesInWords(result: ScenarioResult): string[] {
  const { scenario, situation, regions, sectors } = result;
  if (scenario.changes.length === 0) return ['it changes nothing'];
  const vocabulary = { regions, sectors, measures: measuresNamed(situation, scenario.changes) };
  return scenario.changes.map((change) => changeInWords(change, vocabulary));
}

/** `the law of 2024, before the duties of 2025 (31 December 2024)`; the date only where the title has it not. */
export function situationInWords({ title, date }: Situation): string {
  const day = dateInWords(date);
  const named = title.replace(date, day);
  const law = /^Law\b/.test(named) ? `the law${named.slice(3)}` : `“${named}”, the law of ${day}`;
  return law.includes(day) ? law : `${law} (${day})`;
}

function nameOf(frame: Frame, result: ScenarioResult): string {
  const { id, title } = result.scenario;
  const reference = result === frame.reference && frame.others.length > 0 ? ' (reference)' : '';
  return `${id}${reference}, “${shortened(title, longestTitle)}”${variationOf(result)}`;
}

function variationOf({ scenario: { lineage } }: ScenarioResult): string {
  return lineage[1] === undefined ? '' : `, a variation of ${lineage[1]}`;
}

function startInWords(frame: Frame, result: ScenarioResult): string {
  const { situation } = result;
  const standard = frame.reference.situation;
  if (result === frame.reference) {
    const force =
      situation.measures.length === 0
        ? 'no measure in force beyond the ordinary duties'
        : `in force: ${measuresInWords(situation.measures, frame.regions)} (usmca-sim measures --on ${situation.date})`;
    return `starts from ${situationInWords(situation)}; ${force}.`;
  }
  if (situation.id === standard.id && situation.date === standard.date) return 'starts from the same law.';
  const ids = new Set(situation.measures.map(({ id }) => id));
  const standardIds = new Set(standard.measures.map(({ id }) => id));
  const without = standard.measures.filter(({ id }) => !ids.has(id));
  const beside = situation.measures.filter(({ id }) => !standardIds.has(id));
  const differences: string[] = [];
  if (without.length > 0) {
    differences.push(
      without.length === standard.measures.length
        ? 'none of the measures in force in the reference'
        : `those of the reference but for ${measuresInWords(without, frame.regions)}`,
    );
  }
  if (beside.length > 0) differences.push(`and besides ${measuresInWords(beside, frame.regions)}`);
  const difference =
    differences.length > 0 ? differences.join(', ') : 'the same measures as in the reference';
  return `starts from ${situationInWords(situation)}; in force there: ${difference}.`;
}

function differingAssumptions(frame: Frame): string[] {
  const all = frame.results.map(({ scenario }) => assumptionsOf(scenario, frame.baseYear));
  return all[0]!.flatMap(({ name, value }, at) => {
    if (all.every((own) => own[at]!.value === value)) return [];
    const values = frame.results.map((result, r) => `${result.scenario.id} ${all[r]![at]!.value}`);
    return [sentence(`${name}: ${values.join('; ')}`)];
  });
}

function sharedAssumptions(frame: Frame): string {
  const all = frame.results.map(({ scenario }) => assumptionsOf(scenario, frame.baseYear));
  const shared = all[0]!.filter(({ value }, at) => all.every((own) => own[at]!.value === value));
  return shared.length === 0
    ? 'No assumption is the same in all.'
    : `The same in all: ${assumptionsInWords(shared)}; data ${frame.reference.madeBy.economyTitle}.`;
}

function dutiesInWords(frame: Frame): string {
  const statements = dutyRelations(frame).flatMap((relation) => {
    const { importer, supplier } = relation;
    const rates = frame.results.map(
      (result) => averageDuty(result, 'longRun', 'statutory-duty', relation) ?? 0,
    );
    if (rates.every((rate) => 100 * Math.abs(rate - rates[0]!) < leastDifference)) return [];
    const texts = rates.map((rate) => `${formatNumber(rate * 100, 1)}%`);
    const distinct = new Set(texts).size > 1 ? texts : rates.map((rate) => `${formatNumber(rate * 100, 2)}%`);
    return [`${inSentence(frame.regions[importer]!)} from ${supplier} ${distinct.join(', ')}`];
  });
  return statements.length === 0
    ? 'Average statutory duties on goods are the same in all.'
    : `Average statutory duties on goods, in the order of the cases above: ${statements.join('; ')}; the same otherwise.`;
}
