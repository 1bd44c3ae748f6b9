import type { ScenarioResult } from '@usmca-sim/core';
import { type Frame, percentAbove, standardOf } from './frame.ts';
import { capitalised, joined, partiesTogether } from './names.ts';
import { higherOrLower, moneyInWords, percentInWords } from './number-style.ts';
import { reading } from './tables/reading.ts';
import { betweenParties, endsOf, pairLabel } from './tables/trade.ts';

/** The flow between the parties that changes most in value against what the case is measured against, if any changes. */
export function flowThatChangesMost(frame: Frame, result: ScenarioResult) {
  const { result: standard, when } = standardOf(frame, result);
  const [first] = frame.pairs
    .map((pair) => {
      const flow = reading('trade-flow', endsOf(frame, pair));
      const value = flow(result, 'longRun') ?? 0;
      const before = flow(standard, when) ?? 0;
      return { pair, difference: value - before, percent: percentAbove(value, before) };
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return first && higherOrLower(first.percent ?? 0) !== 'unchanged' ? first : undefined;
}

/** The result of a case in a paragraph that can be quoted: trade in all, the flow that changes most, real income. */
export function inBrief(frame: Frame, result: ScenarioResult): string {
  const { result: standardResult, when } = standardOf(frame, result);
  const against = frame.ownBase.has(result)
    ? 'in its own base'
    : when === 'base'
      ? `in ${frame.baseYear}`
      : `under ${frame.reference.scenario.id}`;

  const trade = reading('trade-flow', betweenParties);
  const all = trade(result, 'longRun') ?? 0;
  const allBefore = trade(standardResult, when) ?? 0;
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
    const first = flowThatChangesMost(frame, result);
    if (first) {
      const change = `${higherOrLower(first.percent ?? 0)} (${moneyInWords(first.difference, frame.unit)})`;
      sentences.push(`The flow that changes most in value is ${pairLabel(frame, first.pair)}, ${change}.`);
    }
  }
  const whose = frame.ownBase.has(result) ? ' against its own base' : '';
  const incomes = incomesInWords(frame, result);
  sentences.push(`Real income${whose}: ${incomes}.`);
  return sentences.map(capitalised).join(' ');
}

/** Beside a case with a base of its own: real income of the reference, against the base of that one. */
export function incomeOfReference(frame: Frame): string {
  return `Real income against ${frame.baseYear}: ${incomesInWords(frame, frame.reference)}.`;
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
