import type { Economy, ScenarioResult } from '@usmca-sim/core';

/** How money of a unit is shown to a reader. */
export interface MoneyScale {
  /** `US$ billion`. */
  readonly label: string;
  /** What values are multiplied by when they are written. */
  readonly factor: number;
}

const powers: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** Trade of this much, in single units of the currency, is shown in billions and in millions. */
const leastBillions = 2e10;
const leastMillions = 2e7;

/**
 * Money in billions, in millions or as it is.
 *
 * @param unit `million US$`, `US$`, `thousand pesos`, or any other name.
 * @param size of what is shown, in that unit: the trade of the parties with one another.
 */
export function moneyScale(unit: string, size: number): MoneyScale {
  const { power, currency } = partsOf(unit);
  const whole = Math.abs(size) * power;
  const word = whole >= leastBillions ? 'billion' : whole >= leastMillions ? 'million' : undefined;
  if (word === undefined || power === powers[word]) return { label: labelOf(unit), factor: 1 };
  return { label: labelOf(`${word} ${currency}`), factor: power / powers[word]! };
}

/** The scale for tables on an economy. */
export function scaleOfEconomy({ unit, flow, parties, regions, sectors }: Economy): MoneyScale {
  return moneyScale(unit, tradeOf(flow, parties, regions.length, sectors.length));
}

/** The scale for tables on a result and on those compared with it. */
export function scaleOfResult({ madeBy, base, parties, regions, sectors }: ScenarioResult): MoneyScale {
  return moneyScale(madeBy.unit, tradeOf(base.flow, parties, regions.length, sectors.length));
}

/** A unit taken apart: how many of the currency it counts, and the currency with what follows it. */
export function partsOf(unit: string): { readonly power: number; readonly currency: string } {
  const match = /^(thousand|million|billion) (\S.*)$/.exec(unit);
  return match ? { power: powers[match[1]!]!, currency: match[2]! } : { power: 1, currency: unit };
}

/** `US$ billion` from `billion US$`; names of currencies stand behind: `billion pesos`. */
function labelOf(unit: string): string {
  return unit.replace(/^(thousand|million|billion) (US\$|[^\p{Ll}\s]+)/u, '$2 $1');
}

function tradeOf(flow: Float64Array, parties: readonly number[], N: number, J: number): number {
  const within = sumOf(flow, parties, N, J);
  return within > 0
    ? within
    : sumOf(
        flow,
        Array.from({ length: N }, (_, n) => n),
        N,
        J,
      );
}

function sumOf(flow: Float64Array, among: readonly number[], N: number, J: number): number {
  let sum = 0;
  for (const n of among) {
    for (const i of among) {
      if (n === i) continue;
      for (let j = 0; j < J; j++) sum += flow[(n * N + i) * J + j]!;
    }
  }
  return sum;
}
