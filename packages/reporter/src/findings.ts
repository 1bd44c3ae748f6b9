import type { ScenarioResult } from '@usmca-sim/core';
import { type Frame, percentAbove, standardOf } from './frame.ts';
import { capitalised, inSentence, joined, partiesTogether, shortName } from './names.ts';
import { negotiationsOf } from './negotiation/in-comparison.ts';
import { partyNames } from './negotiation/negotiated-case.ts';
import { formatNumber, higherOrLower, moneyInWords, percentInWords } from './number-style.ts';
import { type ReadingPlace, reading } from './tables/reading.ts';
import { endsOf, pairLabel } from './tables/trade.ts';

/** Figures whose change, in percent, is below this are the same figure. */
const leastChange = 0.0005;

/**
 * What the results say beyond the brief, by rules: a sentence each, with how much, against what, over what horizon. A
 * case that changes nothing says why.
 */
export function findingsBeyond(frame: Frame): string[] {
  const shown = frame.others.length > 0 ? frame.others : [frame.reference];
  return shown.flatMap((result) => {
    const about = frame.others.length > 0 ? `${result.scenario.id}: ` : '';
    const sentences = isUnmoved(frame, result)
      ? [whyNothing(frame, result)]
      : [
          ...flowsApart(frame, result),
          outsideTrade(frame, result),
          largestSector(frame, result),
          ...revenue(frame, result),
          prices(frame, result),
        ];
    return [...sentences, ...negotiated(result)]
      .filter((text) => text !== '')
      .map((text) => `${about}${about === '' ? capitalised(text) : text}`);
  });
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
      ? `${same}: the case starts from the law of ${situation.date}, which charges what ${frame.baseYear} did, and changes nothing.`
      : `${same}: what the case changes is no longer in force at its end, falls on no trade, or undoes itself.`;
  }
  const sameStart = situation.id === standard.situation.id && situation.date === standard.situation.date;
  if (scenario.changes.length === 0 && standard.scenario.changes.length === 0) {
    return `${same}: neither case changes anything${sameStart ? ', and both start from the same law' : ', and the laws that they start from charge the same'}.`;
  }
  return `${same}: by the end of the horizon the law of both charges the same on every flow that is traded.`;
}

/** The flow that rises most in percent, and the one that falls most. */
function flowsApart(frame: Frame, result: ScenarioResult): string[] {
  const moved = frame.pairs
    .map((pair) => ({ pair, ...movedBy(frame, result, 'trade-flow', endsOf(frame, pair)) }))
    .filter(({ percent }) => percent !== null && higherOrLower(percent) !== 'unchanged')
    .sort((a, b) => b.percent! - a.percent!);
  const [first, last] = [moved[0], moved.at(-1)];
  const ends = [
    first && first.percent! > 0 ? first : undefined,
    last && last.percent! < 0 ? last : undefined,
  ];
  return ends.flatMap((one) => {
    if (!one) return [];
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
  return `the sector whose trade between ${partiesTogether(frame)} changes most in value is ${shortName(first.sector)}: in the long run ${change} than ${against(frame, result)} (${moneyInWords(first.difference, frame.unit)} a year).`;
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

/** Expected real income after the last review, with the range over outcomes. */
function negotiated(result: ScenarioResult): string[] {
  return negotiationsOf([result]).map((one) => {
    const { year, realIncome } = one.negotiation.years.at(-1)!;
    const clauses = partyNames(one).map((name, i) => {
      const { mean, low, high } = realIncome[i]!;
      return `${name} ${percentInWords(mean)} (${formatNumber(low, 2, true)}% to ${formatNumber(high, 2, true)}%)`;
    });
    return `over the outcomes of the negotiation, expected real income after the review of ${year}, against the law at the start and with the 10th and 90th percentile: ${joined(clauses)}.`;
  });
}
