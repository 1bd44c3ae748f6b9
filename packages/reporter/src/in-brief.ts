import type { ScenarioResult } from '@usmca-sim/core';
import { type Frame, percentAbove } from './frame.ts';
import { capitalised, joined, partiesTogether } from './names.ts';
import { higherOrLower, moneyInWords, percentInWords } from './number-style.ts';
import { pairTotal, tradeBetweenParties } from './tables/sums.ts';
import { pairLabel } from './tables/trade.ts';

/** The result in sentences that can be quoted: a paragraph for the case alone, or one for each case but the reference. */
export function inBrief(frame: Frame): string[] {
  if (frame.others.length === 0) return [briefly(frame, frame.reference)];
  return frame.others.map((result) => `${result.scenario.id}: ${briefly(frame, result)}`);
}

function briefly(frame: Frame, result: ScenarioResult): string {
  const alone = result === frame.reference;
  const against = alone ? `in ${frame.baseYear}` : `under ${frame.reference.scenario.id}`;
  const standard = alone ? result.base : frame.reference.longRun;
  const standardOf = alone ? result : frame.reference;

  const all = tradeBetweenParties(result, result.longRun.flow);
  const allBefore = tradeBetweenParties(standardOf, standard.flow);
  const moved = frame.pairs
    .map((pair) => {
      const value = pairTotal(result, result.longRun.flow, pair.importer, pair.exporter);
      const before = pairTotal(standardOf, standard.flow, pair.importer, pair.exporter);
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
  const incomes = frame.parties.map((n) => {
    const change = 100 * (result.longRun.realIncome[n]! / (alone ? 1 : standard.realIncome[n]!) - 1);
    return `${frame.regions[n]!.name} ${percentInWords(change)}`;
  });
  sentences.push(`Real income: ${joined(incomes)}.`);
  return sentences.map(capitalised).join(' ');
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
