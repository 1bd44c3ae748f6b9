import type { ScenarioResult, Spread } from '@usmca-sim/core';
import { ownBasesInWords } from './comparison/own-base.ts';
import { type Frame, percentAbove, standardOf } from './frame.ts';
import { flowThatChangesMost, inBrief, incomeOfReference } from './in-brief.ts';
import { capitalised, dateInWords, inSentence, joined, partiesTogether, shortName } from './names.ts';
import { negotiationsOf } from './negotiation/in-comparison.ts';
import { partyNames } from './negotiation/negotiated-case.ts';
import { regimesInWords } from './negotiation/negotiation-in-brief.ts';
import { formatNumber, higherOrLower, moneyInWords, percentInWords } from './number-style.ts';
import type { Section } from './report.ts';
import { type ReadingPlace, reading } from './tables/reading.ts';
import { endsOf, pairLabel } from './tables/trade.ts';

/** Figures whose change, in percent, is below this are the same figure. */
const leastChange = 0.0005;

/**
 * What the results say, by rules: a passage a case under its name, or the case alone without one. First a paragraph that
 * can be quoted, then a sentence each with how much, against what and when. A case that changes nothing says why.
 */
export function findingsOf(frame: Frame): Section {
  const about = { id: 'findings', heading: 'Findings' };
  if (frame.others.length === 0) return { ...about, ...foundOf(frame, frame.reference) };
  const ofReference = [
    ...(frame.ownBase.size > 0 ? [incomeOfReference(frame)] : []),
    ...negotiated(frame.reference),
  ];
  const { id } = frame.reference.scenario;
  return {
    ...about,
    sentences: ownBasesInWords(frame),
    passages: [
      ...frame.others.map((result) => ({ heading: result.scenario.id, ...foundOf(frame, result) })),
      ...(ofReference.length > 0 ? [{ heading: `${id} (reference)`, points: ofReference }] : []),
    ],
  };
}

/** The same a sentence each, for programs: those of several cases begin with the name of theirs. */
export function findingsInWords({ sentences = [], points = [], passages = [] }: Section): string[] {
  return [
    ...sentences,
    ...points,
    ...passages.flatMap(({ heading, sentences = [], points = [] }) =>
      [...sentences, ...points].map((text) => `${heading}: ${text}`),
    ),
  ];
}

function foundOf(frame: Frame, result: ScenarioResult): Required<Pick<Section, 'sentences' | 'points'>> {
  const unmoved = isUnmoved(frame, result);
  const beyond = unmoved
    ? []
    : [
        ...flowsApart(frame, result),
        outsideTrade(frame, result),
        largestSector(frame, result),
        ...revenue(frame, result),
        prices(frame, result),
      ];
  return {
    sentences: [unmoved ? whyNothing(frame, result) : inBrief(frame, result)].map(capitalised),
    points: [...negotiated(result), ...beyond].filter((text) => text !== '').map(capitalised),
  };
}

/** A figure of the long run beside what it is measured against. */
interface Moved {
  readonly difference: number;
  readonly percent: number | null;
}

function movedBy(
  frame: Frame,
  result: ScenarioResult,
  id: Parameters<typeof reading>[0],
  place: ReadingPlace,
): Moved {
  const { result: standard, when } = standardOf(frame, result);
  const of = reading(id, place);
  const value = of(result, 'longRun') ?? 0;
  const before = of(standard, when) ?? 0;
  return { difference: value - before, percent: percentAbove(value, before) };
}

/** `under law-of-august-2025`, `in 2024`, `in its own base`. */
function against(frame: Frame, result: ScenarioResult): string {
  if (frame.ownBase.has(result)) return 'in its own base';
  return result === frame.reference ? `in ${frame.baseYear}` : `under ${frame.reference.scenario.id}`;
}

/** Whether no flow and no real income differs from what the case is measured against. */
function isUnmoved(frame: Frame, result: ScenarioResult): boolean {
  const { result: standard, when } = standardOf(frame, result);
  const largest = standard[when].flow.reduce((a, b) => Math.max(a, b), 0);
  return result.longRun.flow.every(
    (value, at) => Math.abs(value - standard[when].flow[at]!) <= 1e-7 * largest,
  );
}

function whyNothing(frame: Frame, result: ScenarioResult): string {
  const { scenario, situation } = result;
  const same = `in the long run every flow is as ${against(frame, result)}`;
  const standard = frame.reference;
  if (result === standard || frame.ownBase.has(result)) {
    return scenario.changes.length === 0
      ? `${same}: the case starts from the law of ${dateInWords(situation.date)}, which charges what ${frame.baseYear} did, and changes nothing.`
      : `${same}: what the case changes is no longer in force at its end, falls on no trade, or undoes itself.`;
  }
  const sameStart = situation.id === standard.situation.id && situation.date === standard.situation.date;
  if (scenario.changes.length === 0 && standard.scenario.changes.length === 0) {
    return `${same}: neither case changes anything${sameStart ? ', and both start from the same law' : ', and the laws that they start from charge the same'}.`;
  }
  return `${same}: by the end of the horizon the law of both charges the same on every flow that is traded.`;
}

/** The flow that rises most in percent, and the one that falls most, but for the one that the brief has named. */
function flowsApart(frame: Frame, result: ScenarioResult): string[] {
  const moved = frame.pairs
    .map((pair) => ({ pair, ...movedBy(frame, result, 'trade-flow', endsOf(frame, pair)) }))
    .filter(({ percent }) => percent !== null && higherOrLower(percent) !== 'unchanged')
    .sort((a, b) => b.percent! - a.percent!);
  const [first, last] = [moved[0], moved.at(-1)];
  const named = flowThatChangesMost(frame, result)?.pair;
  const ends = [
    first && first.percent! > 0 ? first : undefined,
    last && last.percent! < 0 ? last : undefined,
  ];
  return ends.flatMap((one) => {
    if (!one || one.pair === named) return [];
    const verb = one.percent! > 0 ? 'rises' : 'falls';
    const amount = `${moneyInWords(one.difference, frame.unit)} a year ${one.difference < 0 ? 'less' : 'more'}`;
    return [
      `of the flows between ${partiesTogether(frame)}, ${pairLabel(frame, one.pair)} ${verb} most in percent: in the long run it is ${higherOrLower(one.percent!)} than ${against(frame, result)} (${amount}).`,
    ];
  });
}

/** Imports of the parties from everybody else. */
function outsideTrade(frame: Frame, result: ScenarioResult): string {
  if (frame.regions.length === frame.parties.length) return '';
  const { difference, percent } = movedBy(frame, result, 'trade-flow', {
    importer: 'parties',
    exporter: 'rest',
  });
  const change = higherOrLower(percent ?? 0);
  return change === 'unchanged'
    ? ''
    : `what ${partiesTogether(frame)} import from all others is ${change} in the long run than ${against(frame, result)} (${moneyInWords(difference, frame.unit)} a year ${difference < 0 ? 'less' : 'more'}).`;
}

/** The sector whose trade between the parties changes most in value. */
function largestSector(frame: Frame, result: ScenarioResult): string {
  if (frame.pairs.length === 0) return '';
  const [first] = frame.sectors
    .map((sector) => ({
      sector,
      ...movedBy(frame, result, 'trade-flow', {
        importer: 'parties',
        exporter: 'parties',
        sector: sector.code,
      }),
    }))
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const change = higherOrLower(first?.percent ?? 0);
  if (!first || change === 'unchanged') return '';
  return `the sector whose trade between ${partiesTogether(frame)} changes most in value is ${shortName(first.sector)}, ${change} in the long run than ${against(frame, result)} (${moneyInWords(first.difference, frame.unit)} a year ${first.difference < 0 ? 'less' : 'more'}).`;
}

/** Tariff revenue of the parties that collect another amount. */
function revenue(frame: Frame, result: ScenarioResult): string[] {
  const clauses = frame.parties.flatMap((party) => {
    const region = frame.regions[party]!;
    const { difference, percent } = movedBy(frame, result, 'tariff-revenue', { region: region.code });
    if (difference === 0 || (percent !== null && Math.abs(percent) < 0.05)) return [];
    return [
      `${inSentence(region)} ${moneyInWords(difference, frame.unit)} a year ${difference < 0 ? 'less' : 'more'}`,
    ];
  });
  return clauses.length === 0
    ? []
    : [`tariff revenue in the long run, against what it is ${against(frame, result)}: ${joined(clauses)}.`];
}

function prices(frame: Frame, result: ScenarioResult): string {
  const changes = frame.parties.map((party) => {
    const { code, name } = frame.regions[party]!;
    return { name, percent: movedBy(frame, result, 'consumer-prices', { region: code }).percent };
  });
  if (changes.every(({ percent }) => percent === null || Math.abs(percent) < leastChange)) return '';
  const words = changes.map(({ name, percent }) => `${name} ${percentInWords(percent ?? Number.NaN)}`);
  return `consumer prices in the long run, relative to world value added, against what they are ${against(frame, result)}: ${joined(words)}.`;
}

/** Where the negotiation of a case ends, and real income then: expected, with the range over outcomes. */
function negotiated(result: ScenarioResult): string[] {
  return negotiationsOf([result]).flatMap((one) => {
    const last = one.negotiation.years.at(-1)!;
    const clauses = partyNames(one).map((name, i) => `${name} ${spreadInWords(last.realIncome[i]!)}`);
    return [
      `How the negotiation ends. ${regimesInWords(one, last)}`,
      `Real income expected over the outcomes of the negotiation after the review of ${last.year}, against the law at the start, and its range from the 10th to the 90th percentile: ${joined(clauses)}.`,
    ];
  });
}

/** `−0.06% (−0.07% to −0.05%)`, all with as many decimals. */
function spreadInWords({ mean, low, high }: Spread): string {
  const [middle, least, most] = [mean, low, high].map((value) => `${formatNumber(value, 2, true)}%`);
  return `${middle} (${least === most ? `${least} at both` : `${least} to ${most}`})`;
}
