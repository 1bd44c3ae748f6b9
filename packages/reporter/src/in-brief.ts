import type { ScenarioResult } from '@usmca-sim/core';
import { ownBasesInWords } from './comparison/own-base.ts';
import { type Frame, percentAbove, standardOf } from './frame.ts';
import { capitalised, joined, partiesTogether } from './names.ts';
import { higherOrLower, moneyInWords, percentInWords } from './number-style.ts';
import { pairTotal, tradeBetweenParties } from './tables/sums.ts';
import { pairLabel } from './tables/trade.ts';

/** The result in sentences that can be quoted: a paragraph for the case alone, or one for each case but the reference. */
export function inBrief(frame: Frame): string[] {
  if (frame.others.length === 0) return [briefly(frame, frame.reference)];
  return [
    ...ownBasesInWords(frame),
    ...frame.others.map((result) => `${result.scenario.id}: ${briefly(frame, result)}`),
    ...(frame.ownBase.size > 0 ? [incomeOfReference(frame)] : []),
  ];
}

function briefly(frame: Frame, result: ScenarioResult): string {
  const { result: standardResult, when } = standardOf(frame, result);
  const standard = standardResult[when];
  const against = frame.ownBase.has(result)
    ? 'in its own base'
    : when === 'base'
      ? `in ${frame.baseYear}`
      : `under ${frame.reference.scenario.id}`;

  const all = tradeBetweenParties(result, result.longRun.flow);
  const allBefore = tradeBetweenParties(standardResult, standard.flow);
  const moved = frame.pairs
    .map((pair) => {
      const value = pairTotal(result, result.longRun.flow, pair.importer, pair.exporter);
      const before = pairTotal(standardResult, standard.flow, pair.importer, pair.exporter);
      return {
        pair,
        difference: value - before,
        percent: percentAbove(value, before),
      };
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));

  const sentences: string[] = [];
  if (frame.pairs.length > 0) {
    const who = partiesTogether(frame);
    sentences.push(
      comparedTo(
        `goods and services traded between ${who} are`,
        percentAbove(all, allBefore),
        all - allBefore,
        against,
        frame,
      ),
    );
    const first = moved[0];
    if (first && higherOrLower(first.percent ?? 0) !== 'unchanged') {
      const change = `${higherOrLower(first.percent ?? 0)} (${moneyInWords(first.difference, frame.unit)})`;
      sentences.push(`The flow that changes most in value is ${pairLabel(frame, first.pair)}, ${change}.`);
    }
  }
  const whose = frame.ownBase.has(result) ? ' against its own base' : '';
  const incomes = incomesInWords(frame, result, when === 'base' ? undefined : standardResult);
  sentences.push(`Real income${whose}: ${incomes}.`);
  return sentences.map(capitalised).join(' ');
}

/** Beside a case with a base of its own: the same of the reference, each against its own base. */
function incomeOfReference(frame: Frame): string {
  return `${frame.reference.scenario.id}: real income against ${frame.baseYear}: ${incomesInWords(frame, frame.reference)}.`;
}

/** Change of each party's real income in the long run: against its own base, or that of another result of that base. */
function incomesInWords(frame: Frame, result: ScenarioResult, standard?: ScenarioResult): string {
  const incomes = frame.parties.map((n) => {
    const against = standard?.longRun.realIncome[n] ?? 1;
    const change = 100 * (result.longRun.realIncome[n]! / against - 1);
    return `${frame.regions[n]!.name} ${percentInWords(change)}`;
  });
  return joined(incomes);
}

function comparedTo(
  what: string,
  percent: number | null,
  difference: number,
  against: string,
  frame: Frame,
): string {
  if (percent === null)
    return `In the long run, ${what} ${moneyInWords(difference, frame.unit)}; there were none ${against}.`;
  const change = higherOrLower(percent);
  if (change === 'unchanged') return `In the long run, ${what} the same as ${against}.`;
  const amount = `${moneyInWords(difference, frame.unit)} a year ${difference < 0 ? 'less' : 'more'}`;
  return `In the long run, ${what} ${change} than ${against}, ${amount}.`;
}
