import type { ProblemList } from '../problems/problem-list.ts';
import type { Quantities, WrittenNumber } from './quantities.ts';

export interface NumberRange {
  readonly low: number;
  readonly high: number;
  /** Whether `low` itself is outside. */
  readonly openLow?: boolean;
  readonly unit: 'percent' | 'plain' | 'year';
  /** A bare number from 1 on could mean a percentage or a multiple: the author has to say. */
  readonly bareIsAmbiguous?: boolean;
  readonly advice?: string;
}

export const ranges = {
  duty: {
    low: 0,
    high: 10,
    unit: 'percent',
    bareIsAmbiguous: true,
    advice: 'a duty is not negative; to lower one, use lower, lift or ordinary-duty',
  },
  /** What may be claimed, or is content: also nothing of it. */
  part: { low: 0, high: 1, unit: 'percent' },
  complianceCost: { low: 0, high: 10, unit: 'percent', bareIsAmbiguous: true },
  share: { low: 0, high: 1, openLow: true, unit: 'percent' },
  costChange: {
    low: -0.9,
    high: 10,
    openLow: true,
    unit: 'percent',
    bareIsAmbiguous: true,
  },
  transitionSpeed: { low: 0, high: 1, openLow: true, unit: 'plain' },
  growth: { low: -0.2, high: 0.2, unit: 'percent' },
  elasticity: { low: 0.1, high: 50, unit: 'plain' },
} as const satisfies Record<string, NumberRange>;

/** Computes a number and checks its range; undefined after adding what is wrong with it. */
export async function numberWithin(
  name: string,
  number: WrittenNumber,
  range: NumberRange,
  quantities: Quantities,
  problems: ProblemList,
): Promise<number | undefined> {
  const value = await quantities.value(number);
  if (value === undefined) return undefined;
  const { written, place } = number;
  const inside = value <= range.high && (range.openLow ? value > range.low : value >= range.low);
  // -5 for -5% is as common a slip as 25 for 25%.
  const hundredth = value / 100;
  const bare = /^\s*[+-]?[\d.]+\s*$/.test(String(written)) && Math.abs(value) >= 1;
  if (!inside) {
    const shown = `"${name}" must lie ${inWords(range)}, not ${written}${computed(number, value, range)}`;
    const meant = range.unit === 'percent' && bare && hundredth <= range.high && hundredth > range.low;
    const advice = meant
      ? `did you mean ${written}%?`
      : value < range.low && 'advice' in range
        ? range.advice
        : undefined;
    problems.add('out-of-range', shown, place, advice);
    return undefined;
  }
  if (range.bareIsAmbiguous && bare) {
    const multiple = percentText(value);
    const message = `"${name}: ${written}" could mean ${written}% or ${multiple}`;
    problems.add('ambiguous-number', message, place, `write ${written}% or ${multiple}`);
    return undefined;
  }
  return value;
}

function inWords(range: NumberRange): string {
  const show = range.unit === 'percent' ? percentText : String;
  return range.openLow
    ? `above ${show(range.low)} and up to ${show(range.high)}`
    : `between ${show(range.low)} and ${show(range.high)}`;
}

/** What a bare number or a formula comes to, where the text does not say it. */
function computed({ written }: WrittenNumber, value: number, range: NumberRange): string {
  if (range.unit === 'percent')
    return String(written).includes('%') && !/[a-z*/+(]/i.test(String(written))
      ? ''
      : ` (${percentText(value)})`;
  return String(written) === String(value) ? '' : ` (${value})`;
}

/** A fraction as readers write it: `25%`. */
export function percentText(value: number): string {
  return `${Number((value * 100).toPrecision(12))}%`;
}
