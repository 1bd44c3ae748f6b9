import { formatCell } from '../../number-style.ts';
import type { FigureStyle } from '../chart.ts';
import { sizes, widthOf } from './pen.ts';

/** About `count` round figures that take in `low` and `high`. */
export function niceTicks(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [low, low + 1];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough)!;
  const [start, end] = [Math.floor(low / step), Math.ceil(high / step)];
  return Array.from({ length: end - start + 1 }, (_, k) => Number(((start + k) * step).toPrecision(12)));
}

/** Figures of an axis, with no more decimals than tell them apart. */
export function tickTexts(ticks: readonly number[], figures: FigureStyle): string[] {
  const step = (ticks[1]! - ticks[0]!) * (figures.kind === 'rate' ? 100 : (figures.factor ?? 1));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return ticks.map((tick) => formatCell(tick, { ...figures, decimals, key: '', heading: '', unit: '' }));
}

interface TimeTick {
  /** Place on the axis: a year, or days since 1970. */
  readonly at: number;
  readonly label: string;
}

/** As many years as have room on `width` pixels; on an axis of days, the first of January. */
export function timeTicks(axis: 'years' | 'days', first: number, last: number, width: number): TimeTick[] {
  const all = axis === 'years' ? yearsBetween(first, last) : newYears(first, last);
  const each = widthOf('2026', { size: sizes.small }) + 14;
  const most = Math.max(1, Math.floor(width / each));
  const step = Math.ceil(all.length / most);
  // Where few have room, the first and the last say most; else they are counted from where things end.
  if (most < 4 && step > 1) return [...(most > 1 ? [all[0]!] : []), all.at(-1)!];
  return all.filter((_, k) => (all.length - 1 - k) % step === 0);
}

function yearsBetween(first: number, last: number): TimeTick[] {
  return Array.from({ length: Math.floor(last - first) + 1 }, (_, k) => ({
    at: first + k,
    label: `${first + k}`,
  }));
}

function newYears(first: number, last: number): TimeTick[] {
  const start = new Date(first * 86_400_000).getUTCFullYear();
  const years = Array.from({ length: Math.ceil((last - first) / 365) + 2 }, (_, k) => start + k);
  return years
    .map((year) => ({ at: dayOf(`${year}-01-01`), label: `${year}` }))
    .filter(({ at }) => at >= first && at <= last);
}

/** Days since 1970 of an ISO date. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}
