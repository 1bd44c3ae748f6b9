import type { OutcomeYear } from '@usmca-sim/core';
import { joined } from '../names.ts';
import { higherOrLower, percentInWords } from '../number-style.ts';
import { castOf, lossInWords, percent } from './most-likely-path.ts';
import { contentOfOffer, isTurning, moveAsInfinitive, moveInWords } from './move-in-words.ts';
import type { NegotiatedCase } from './negotiated-case.ts';
import { regimeInWords } from './regime-in-words.ts';
import { probabilityOf, regimesShown } from './regimes-by-year.ts';
import { partyPairs, startFlows } from './trade-along-outcomes.ts';

/** What was found, in sentences that can be quoted. */
export function negotiationInBrief(one: NegotiatedCase): string[] {
  const { years } = one.negotiation;
  const [first, last] = [years[0]!, years.at(-1)!];
  return [
    [regimesInWords(one, first), firstMove(one)].filter((text) => text !== '').join(' '),
    ...(first === last ? [] : [regimesInWords(one, last)]),
    flowInWords(one, last),
  ];
}

/** `After the review of 2036: with 73% the agreement is extended; …`, the likeliest first. */
export function regimesInWords(one: NegotiatedCase, year: OutcomeYear): string {
  const { names } = castOf(one);
  const likely = regimesShown({ years: [year] })
    .map((regime) => ({ regime, probability: probabilityOf(year, regime) }))
    .filter(({ probability }) => probability >= 0.005)
    .sort((a, b) => b.probability - a.probability);
  const clauses = likely.map(
    ({ regime, probability }) => `with ${percent(probability)} ${regimeInWords(regime, names)}`,
  );
  return `After the review of ${year.year}: ${clauses.join('; ')}.`;
}

/** What the proposer does first, and why. */
function firstMove(one: NegotiatedCase): string {
  const cast = castOf(one);
  const { path } = one.negotiation;
  const at = path.findIndex(({ players }) => players.length === 1 && players[0] === 0);
  const [step, next] = [path[at], path[at + 1]];
  if (!step) return '';
  const content = isTurning(step.move) ? contentOfOffer(next?.move ?? '', cast) : '';
  const offered = content === '' ? '' : ` ${content} (${percent(next!.probability)})`;
  const { instead } = step;
  const why =
    instead && instead.loses > 1e-9
      ? `; ${moveAsInfinitive(step.about, instead.move, cast)} would lose it ${lossInWords(instead.loses)} of real income, present value`
      : '';
  return `Likeliest in ${step.year}: ${moveInWords(step, cast)} (${percent(step.probability)})${offered}${why}.`;
}

/** Trade of the three with one another and real income, expected, against the law at the start. */
function flowInWords(one: NegotiatedCase, { year, flow, realIncome }: OutcomeYear): string {
  const { names } = castOf(one);
  const start = startFlows(one.negotiation);
  const sum = (of: (importer: number, exporter: number) => number) =>
    partyPairs.reduce((all, [importer, exporter]) => all + of(importer, exporter), 0);
  const before = sum((importer, exporter) => start[importer]![exporter]!);
  const after = sum((importer, exporter) => flow[importer]![exporter]!.mean);
  const change = higherOrLower(100 * (after / before - 1));
  const trade = change === 'unchanged' ? 'as large as' : `${change} than`;
  const incomes = names.map((name, i) => `${name} ${percentInWords(realIncome[i]!.mean)}`);
  return `Expected over all outcomes, trade between the three is ${trade} under the law at the start in the year after the review of ${year}; real income: ${joined(incomes)}.`;
}
