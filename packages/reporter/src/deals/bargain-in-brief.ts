import { type BargainingFrom, type Disagreement, type NothingToGain, payoffsOf } from '@usmca-sim/core/deals';
import { counted, joined } from '../names.ts';
import {
  type BargainedCase,
  carriersInWords,
  disagreementNames,
  figuresInWords,
  namesOf,
  titleOfDeal,
} from './bargained-case.ts';

/** The findings in sentences. */
export function bargainInBrief(one: BargainedCase): string[] {
  if (one.deals.length === 0) return ['No deal can be signed: there is nothing to bargain over.'];
  const efficient = one.efficiency.pareto.map((deal) => titleOfDeal(one.deals[deal]!, one));
  const many = efficient.length > 4;
  return [
    `${efficient.length} of ${counted(one.deals.length, 'deal')} ${efficient.length === 1 ? 'is' : 'are'} efficient${many ? '' : `: ${joined(efficient)}`}.`,
    ...one.from.flatMap((from) => fromInWords(one, from)),
  ];
}

function fromInWords(one: BargainedCase, { disagreement, points, nothingToGain }: BargainingFrom): string[] {
  const label = disagreementNames[disagreement.id];
  const without = payoffsOf(disagreement);
  const good = one.deals.filter((deal) => payoffsOf(deal).every((payoff, i) => payoff > without[i]!));
  const nash = (over: string) => points.find((point) => point.solution === 'nash' && point.over === over);
  const sentences: string[] = [];
  const single = nash('packages');
  if (single) {
    sentences.push(
      `From ${label}, ${good.length} of ${counted(one.deals.length, 'deal')} ${good.length === 1 ? 'leaves' : 'leave'} every government better off; the Nash point is ${carriersInWords(single, one)}: ${figuresInWords(one, single.gains)}.`,
    );
  }
  const mixed = nash('lotteries');
  if (mixed && !single) {
    sentences.push(
      `From ${label}, a lottery leaves every government better off though no deal by itself does; the Nash point is ${carriersInWords(mixed, one)}: ${figuresInWords(one, mixed.gains)}.`,
    );
  }
  return [
    ...sentences,
    ...(points.length > 0 ? [] : nothingToGain.slice(-1).map((it) => nothingInWords(one, disagreement, it))),
  ];
}

/** Why there is no bargaining point: who would have to lose. */
export function nothingInWords(
  one: BargainedCase,
  disagreement: Disagreement,
  { over, neverGain }: NothingToGain,
): string {
  const label = disagreementNames[disagreement.id];
  const names = namesOf(one);
  const what = over === 'packages' ? 'no deal' : 'neither a deal nor a lottery of deals';
  const opening = `From ${label}, ${what} leaves every government better off`;
  if (neverGain.length > 0) {
    const whom = joined(
      neverGain.map((i) => names[i]!),
      'or',
    );
    return `${opening}: none gives ${whom} more than ${label}.`;
  }
  const without = payoffsOf(disagreement);
  const counts = names.flatMap((name, i) => {
    const losing = one.deals.filter((deal) => payoffsOf(deal)[i]! <= without[i]!).length;
    return losing > 0 ? [`${name} does not gain by ${losing}`] : [];
  });
  return `${opening}: of ${counted(one.deals.length, 'deal')}, ${joined(counts)}.`;
}
