import type { ScenarioResult } from '@usmca-sim/core';
import { ownBasesInWords } from './comparison/own-base.ts';
import { type Frame, percentAbove, standardOf } from './frame.ts';
import { capitalised, joined, partiesTogether } from './names.ts';
import { higherOrLower, moneyInWords, percentInWords } from './number-style.ts';
import { reading } from './tables/reading.ts';
import { betweenParties, endsOf, pairLabel } from './tables/trade.ts';

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
  const against = frame.ownBase.has(result)
    ? 'in its own base'
    : when === 'base'
      ? `in ${frame.baseYear}`
      : `under ${frame.reference.scenario.id}`;

  const trade = reading('trade-flow', betweenParties);
  const all = trade(result, 'longRun') ?? 0;
  const allBefore = trade(standardResult, when) ?? 0;
  const moved = frame.pairs
    .map((pair) => {
      const flow = reading('trade-flow', endsOf(frame, pair));
      const value = flow(result, 'longRun') ?? 0;
      const before = flow(standardResult, when) ?? 0;
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
  const incomes = incomesInWords(frame, result);
  sentences.push(`Real income${whose}: ${incomes}.`);
  return sentences.map(capitalised).join(' ');
}

/** Beside a case with a base of its own: the same of the reference, each against its own base. */
function incomeOfReference(frame: Frame): string {
  return `${frame.reference.scenario.id}: real income against ${frame.baseYear}: ${incomesInWords(frame, frame.reference)}.`;
}

/** Change of each party's real income in the long run, against what the result is measured against. */
function incomesInWords(frame: Frame, result: ScenarioResult): string {
  const standard = standardOf(frame, result);
  const incomes = frame.parties.map((n) => {
    const { code, name } = frame.regions[n]!;
    const income = reading('real-income', { region: code });
    const change = percentAbove(income(result, 'longRun') ?? 0, income(standard.result, standard.when) ?? 0);
    return `${name} ${percentInWords(change ?? Number.NaN)}`;
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
