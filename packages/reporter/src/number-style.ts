import { partsOf } from './money-scale.ts';
import type { Cell, Column } from './report.ts';

/** The minus sign of print, as wide as a plus. Machine formats use the hyphen. */
const minus = '\u2212';

/** Below half a unit of this many decimals a figure is written as zero: it says nothing at that size. */
const mostDecimals = 3;

/** Written where there is no figure. */
const noFigure = 'n/a';

/**
 * Writes a number for a reader: thousands separated, `decimals` of them after the point, more where rounding would
 * hide that the number is not zero (up to three), never a negative zero.
 */
export function formatNumber(value: number, decimals: number, signed = false): string {
  if (Number.isNaN(value)) return noFigure;
  if (!Number.isFinite(value)) return value > 0 ? 'unbounded' : `${minus}unbounded`;
  const size = Math.abs(value);
  let shown = decimals;
  while (shown < mostDecimals && Number(size.toFixed(shown)) === 0) shown++;
  if (Number(size.toFixed(shown)) === 0) return withSeparators((0).toFixed(decimals));
  return `${value < 0 ? minus : signed ? '+' : ''}${withSeparators(size.toFixed(shown))}`;
}

function withSeparators(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Money in a sentence, without sign: `$3.1 billion`, `$412 million`. */
export function moneyInWords(value: number, unit: string): string {
  const { power, currency } = partsOf(unit);
  const whole = Math.abs(value) * power;
  const [size, word] =
    whole >= 999.5e6 ? [whole / 1e9, ' billion'] : whole >= 1e5 ? [whole / 1e6, ' million'] : [whole, ''];
  const decimals = word !== ' billion' && size >= 10 ? 0 : 1;
  const number = `${formatNumber(size, decimals)}${word}`;
  const dollars = /^US\$(.*)$/.exec(currency);
  return dollars ? `$${number}${dollars[1]}` : `${number} ${currency}`;
}

/** A rate in a sentence, a fraction given: `25%`, `2.5%`. Decimals only where the rate has them. */
export function rateInWords(rate: number): string {
  const percent = rate * 100;
  const short = Number(percent.toFixed(2));
  return short === 0 && percent !== 0 ? `${formatNumber(percent, 1)}%` : `${signless(short)}%`;
}

/** Writes a signed change in a sentence: `+0.3%`, `−12.1%`. */
export function percentInWords(percent: number): string {
  return `${formatNumber(percent, 1, true)}%`;
}

/** A change in a sentence without a verdict: `4.2% lower`, `unchanged`. Percent given. */
export function higherOrLower(percent: number): string {
  const text = formatNumber(Math.abs(percent), 1);
  if (Number(text) === 0) return 'unchanged';
  return `${text}% ${percent < 0 ? 'lower' : 'higher'}`;
}

/** Writes a cell for a reader, in the style of its column. */
export function formatCell(cell: Cell | undefined, column: Column): string {
  if (cell === null || cell === undefined) return noFigure;
  if (typeof cell === 'string') return cell;
  const signed = column.signed ?? false;
  const decimals = column.decimals ?? 1;
  switch (column.kind) {
    case 'money':
      return formatNumber(cell * (column.factor ?? 1), decimals, signed);
    case 'percent':
      return suffixed(formatNumber(cell, decimals, signed));
    case 'points':
      return formatNumber(cell, decimals, signed);
    case 'rate':
      return suffixed(formatNumber(cell * 100, decimals, signed));
    case 'number':
      return formatNumber(cell, Number.isInteger(cell) ? 0 : 2, signed);
    case 'label':
      return String(cell);
  }
}

function suffixed(text: string): string {
  return text === noFigure || text.endsWith('unbounded') ? text : `${text}%`;
}

function signless(value: number): string {
  return value < 0 ? `${minus}${-value}` : String(value);
}
