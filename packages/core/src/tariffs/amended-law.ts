import type { Change } from './change.ts';
import { type Charge, startOf, type TariffMeasure } from './measure.ts';

/**
 * The law with the changes of a case that are about whole measures: put in force, lifted, extended, expired. Changes
 * of rates and exemptions leave the measures as they are.
 *
 * @param changes in their order; each acts on what the earlier ones left.
 */
export function amendedLaw(standing: readonly TariffMeasure[], changes: readonly Change[]): TariffMeasure[] {
  return changes.reduce<TariffMeasure[]>(amendedBy, [...standing]);
}

/** The law after one more change. */
export function amendedBy(measures: readonly TariffMeasure[], change: Change): TariffMeasure[] {
  switch (change.verb) {
    case 'enact': {
      const enacted = change.measures.map((measure) => enact(measure, change.on, change.until));
      const ids = new Set(enacted.map(({ id }) => id));
      return [...measures.filter(({ id }) => !ids.has(id)), ...enacted];
    }
    case 'lift':
      // What falls slowly is a matter of rates.
      if (change.fullFrom !== undefined) return [...measures];
      return amendCharges(measures, change.measures, (charge) => cut(charge, change.on, change.until));
    case 'expire':
      return amendCharges(measures, change.measures, (charge) => cut(charge, change.on, undefined));
    case 'extend':
      return measures.map((measure) =>
        change.measures.includes(measure.id) ? extend(measure, change.to) : measure,
      );
    default:
      return [...measures];
  }
}

function amendCharges(
  measures: readonly TariffMeasure[],
  ids: readonly string[],
  amend: (charge: Charge) => Charge[],
): TariffMeasure[] {
  return measures.flatMap((measure) => {
    if (!ids.includes(measure.id)) return [measure];
    const charges = measure.charges.flatMap(amend);
    return charges.length === 0 ? [] : [{ ...measure, charges }];
  });
}

/** A charge without the days from `from` to `to`. */
function cut(charge: Charge, from: string, to: string | undefined): Charge[] {
  const parts: Charge[] = [];
  const { until } = charge;
  if (charge.from < from) {
    parts.push({ ...charge, until: until === undefined || from < until ? from : until });
  }
  if (to !== undefined && (until === undefined || to < until)) {
    parts.push({ ...charge, from: charge.from > to ? charge.from : to });
  }
  return parts;
}

/** The charges that run to the measure's end run to the new one. */
function extend(measure: TariffMeasure, to: string): TariffMeasure {
  const last = measure.charges
    .flatMap(({ until }) => (until === undefined ? [] : [until]))
    .sort()
    .at(-1);
  const charges = measure.charges.map((charge) =>
    charge.until === last ? { ...charge, until: to } : charge,
  );
  return { ...measure, charges };
}

/** A measure in force from a day on, whenever its charges were to begin: their distances in time stay. */
function enact(measure: TariffMeasure, on: string, until: string | undefined): TariffMeasure {
  const first = startOf(measure);
  const charges = measure.charges.map((charge): Charge => {
    const { until: end, ...open } = charge;
    const shifted = { ...open, from: charge.from === first ? on : laterBy(charge.from, first, on) };
    const stop = until ?? (end === undefined ? undefined : laterBy(end, first, on));
    return stop === undefined ? shifted : { ...shifted, until: stop };
  });
  return { ...measure, status: 'law', charges };
}

function laterBy(date: string, first: string, on: string): string {
  const days = Date.parse(date) - Date.parse(first);
  return new Date(Date.parse(on) + days).toISOString().slice(0, 10);
}
