import type { Charge, ChargeBase, Rate, TariffMeasure, UsmcaTreatment } from '@usmca-sim/core';
import { counted, joined } from '../names.ts';
import { rateInWords } from '../number-style.ts';

/** `25%`, `up to 15%` for a ceiling that includes the ordinary duty, `ban`. */
export function chargeRateInWords(rate: Rate): string {
  if (typeof rate !== 'number') return `up to ${rateInWords(rate.upTo)}`;
  return rate === Number.POSITIVE_INFINITY ? 'ban' : rateInWords(rate);
}

/** The rates of charges, from the lowest to the highest: `25%`, `10% to 25%`, `up to 15%, ban`. */
export function ratesInWords(charges: readonly Charge[]): string {
  const numbers = charges.flatMap(({ rate }) =>
    typeof rate === 'number' && rate !== Infinity ? [rate] : [],
  );
  const others = charges.flatMap(({ rate }) =>
    typeof rate === 'number' && rate !== Infinity ? [] : [chargeRateInWords(rate)],
  );
  const parts = [...new Set(others)];
  if (numbers.length > 0) {
    const [least, most] = [rateInWords(Math.min(...numbers)), rateInWords(Math.max(...numbers))];
    parts.unshift(least === most ? least : `${least} to ${most}`);
  }
  return parts.join(', ');
}

/** What charges fall on, lists before sectors: `steel, steel-derivatives`, `VEH`, `all goods`. Each thing once. */
export function goodsInWords(charges: readonly Charge[]): string {
  const things = charges.map((charge) => {
    const { lists, sectors, except } = charge;
    const what = lists ? lists.join(', ') : sectors ? several(sectors) : 'all goods';
    const within = lists && sectors ? ` in ${several(sectors)}` : '';
    return `${what}${within}${except ? ` but ${joined(except)}` : ''}`;
  });
  return [...new Set(things)].join('; ');
}

function several(sectors: readonly string[]): string {
  return sectors.length > 6 ? counted(sectors.length, 'sector') : sectors.join(', ');
}

const treatments: Readonly<Record<UsmcaTreatment, string>> = {
  applies: 'claimed goods pay it too',
  exempt: 'claimed goods are free of it',
  'non-us-content': 'claimed goods pay on content that is not United States content',
};

/** What becomes of goods for which USMCA is claimed, one treatment a clause. */
export function usmcaInWords(charges: readonly Charge[]): string {
  return [...new Set(charges.map(({ usmca }) => treatments[usmca]))].join('; ');
}

const bases: Readonly<Record<ChargeBase, string>> = {
  value: '',
  'steel-content': ' of steel content',
  'aluminium-content': ' of aluminium content',
  'copper-content': ' of copper content',
};

/** What a rate is charged on, behind the rate; nothing where it is the whole value. */
export function baseInWords(base: ChargeBase): string {
  return bases[base];
}

/** What a measure does beside others on the same goods: `gives way to section-232; adds to all`. */
export function precedenceInWords({ yieldsTo, addsTo }: TariffMeasure): string {
  const parts = [
    ...(yieldsTo.length > 0 ? [`gives way to ${joined(yieldsTo)}`] : []),
    ...(addsTo.length > 0 ? [`falls on top of ${joined(addsTo)}`] : []),
  ];
  return parts.join('; ') || 'stated for no other measure';
}
