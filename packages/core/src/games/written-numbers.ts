/** A number without an exponent, in the fewest digits that read back as the same number. */
export function plainDecimal(value: number): string {
  const [digits, exponent] = String(value).split('e');
  if (exponent === undefined) return digits!;
  const sign = digits!.startsWith('-') ? '-' : '';
  const [whole, part = ''] = digits!.replace('-', '').split('.');
  const point = whole!.length + Number(exponent);
  const all = whole! + part;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
  return `${sign}${all.padEnd(point, '0')}`;
}

/**
 * Probabilities as fractions that add up to exactly 1: the simplest fractions equal to the numbers where those do,
 * otherwise parts of 10^15, of which the largest takes what is left over.
 */
export function exactShares(probabilities: readonly number[]): string[] {
  const fractions = probabilities.map(simplestFraction);
  if (fractions.every((fraction) => fraction !== undefined)) {
    // Σ pᵢ/qᵢ = 1 over the common denominator, in whole numbers.
    const common = fractions.reduce((product, [, below]) => product * below, 1n);
    const sum = fractions.reduce((total, [above, below]) => total + (above * common) / below, 0n);
    if (sum === common)
      return fractions.map(([above, below]) => (below === 1n ? `${above}` : `${above}/${below}`));
  }
  const whole = 10n ** 15n;
  const parts = probabilities.map((probability) => BigInt(Math.round(probability * 1e15)));
  const largest = probabilities.indexOf(Math.max(...probabilities));
  const rest = parts.reduce((total, part) => total + part, 0n) - whole;
  parts[largest] = parts[largest]! - rest;
  return parts.map((part) => `${part}/${whole}`);
}

/** Numerator and denominator below a billion whose quotient is this very number, by continued fractions. */
function simplestFraction(value: number): readonly [bigint, bigint] | undefined {
  let [above, below, aboveBefore, belowBefore] = [1, 0, 0, 1];
  let rest = value;
  while (below < 1e9) {
    const whole = Math.floor(rest);
    [above, aboveBefore] = [whole * above + aboveBefore, above];
    [below, belowBefore] = [whole * below + belowBefore, below];
    if (above / below === value) return [BigInt(above), BigInt(below)];
    rest = 1 / (rest - whole);
    if (!Number.isFinite(rest)) return undefined;
  }
  return undefined;
}
