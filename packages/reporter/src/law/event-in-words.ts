import type { Charge, Economy, GoodsTables, LawEvent } from '@usmca-sim/core';
import { joined } from '../names.ts';
import { bearsOn } from './bears-on.ts';
import { chargeRateInWords, goodsInWords, ratesInWords, usmcaInWords } from './charge-in-words.ts';
import { type LawSelection, pairsOf } from './selection.ts';

/** The charges that an event ends and begins; those that go on are in neither. */
function turnover({ before, after }: LawEvent): { readonly ended: Charge[]; readonly begun: Charge[] } {
  return {
    ended: before.filter((charge) => !after.includes(charge)),
    begun: after.filter((charge) => !before.includes(charge)),
  };
}

/** Exporters on whose goods an event changes something, in the order of the measure. */
export function exportersHit(event: LawEvent): string[] {
  const { ended, begun } = turnover(event);
  const { exporters } = event.measure;
  return exporters.filter((code) =>
    [...ended, ...begun].some((charge) => charge.exporters?.includes(code) ?? true),
  );
}

/** The events that change something for the pairs, and the goods, that are selected. */
export function eventsAsked(
  events: readonly LawEvent[],
  economy: Economy,
  goods: GoodsTables,
  selection: LawSelection,
): LawEvent[] {
  const pairs = pairsOf(economy, selection);
  return events.filter((event) => {
    const { ended, begun } = turnover(event);
    const changed = { ...event.measure, charges: [...ended, ...begun] };
    const { sector } = selection;
    return pairs.some((pair) => bearsOn(changed, sector === undefined ? pair : { ...pair, sector }, goods));
  });
}

/** `starts at 25%`, `ends (was 25%)`, `25% → 35% on all goods but energy; ends on potash (was 10%)`. */
export function eventInWords(event: LawEvent): string {
  switch (event.kind) {
    case 'start':
      return `starts at ${ratesInWords(event.after)}`;
    case 'end':
      return `ends (was ${ratesInWords(event.before)})`;
    case 'change':
      return turnoverInWords(event);
  }
}

function turnoverInWords(event: LawEvent): string {
  const { ended, begun } = turnover(event);
  const exporters = new Set([...ended, ...begun].map((charge) => charge.exporters?.join(', ') ?? ''));
  // Where all are on the same exporters, those stand in a column of their own.
  const goodsOf = (charge: Charge) =>
    exporters.size > 1 && charge.exporters
      ? `${goodsInWords([charge])} from ${charge.exporters.join(', ')}`
      : goodsInWords([charge]);
  const left = [...ended];
  const goodsByChange = new Map<string, string[]>();
  const say = (what: string, goods: string) => {
    goodsByChange.set(what, [...(goodsByChange.get(what) ?? []), goods]);
  };
  for (const charge of begun) {
    const goods = goodsOf(charge);
    const at = left.findIndex((before) => goodsOf(before) === goods);
    const [before] = at < 0 ? [] : left.splice(at, 1);
    const [was, is] = [before && chargeRateInWords(before.rate), chargeRateInWords(charge.rate)];
    if (was !== undefined && was !== is) say(`${was} → ${is} on`, goods);
    else if (before && before.usmca !== charge.usmca) say(`${is}, ${usmcaInWords([charge])}, on`, goods);
    else say(before ? `${is} on other terms on` : `${is} on`, goods);
  }
  for (const charge of left) say(`ends (was ${chargeRateInWords(charge.rate)}) on`, goodsOf(charge));
  return [...goodsByChange].map(([what, goods]) => `${what} ${joined(goods)}`).join('; ');
}
