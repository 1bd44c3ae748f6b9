import type { Law, Situation } from './law.ts';
import { type Charge, endOf, isInForce, type TariffMeasure } from './measure.ts';

/** The law that a name or a date stands for, or undefined where the record has neither. */
export function situationOf(law: Law, asOf: string): Situation | undefined {
  const named = law.situations.find(({ id, date }) => id === asOf || date === asOf);
  const date = named?.date ?? asOf;
  if (!named && !isCovered(law, date)) return undefined;
  const measures = law.measures.filter((measure) => isInForce(measure, date));
  return { id: named?.id ?? date, title: named?.title ?? `Law of ${date}`, date, measures };
}

function isCovered({ covered }: Law, date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && covered.first <= date && date <= covered.last;
}

/** The laws of the days last asked about: the cases of a comparison mostly start from one or two. */
const lawsKept = new WeakMap<readonly TariffMeasure[], Map<string, readonly TariffMeasure[]>>();
const mostKept = 8;

/**
 * The law as it stood on a day, for all days: its history up to then, and what it had decided about the future by
 * then. A rate or an end decided later is not part of it: what was in force goes on without end.
 *
 * @param date ISO date.
 */
export function standingLaw(measures: readonly TariffMeasure[], date: string): TariffMeasure[] {
  const known = lawsKept.get(measures) ?? new Map<string, readonly TariffMeasure[]>();
  lawsKept.set(measures, known);
  const kept = known.get(date);
  if (kept) return [...kept];
  const fresh = standingOn(measures, date);
  if (known.size >= mostKept) known.delete(known.keys().next().value!);
  known.set(date, fresh);
  return [...fresh];
}

function standingOn(measures: readonly TariffMeasure[], date: string): TariffMeasure[] {
  const standing: TariffMeasure[] = [];
  for (const measure of measures) {
    if (measure.status !== 'law') continue;
    const known = measure.charges.filter((charge) => (charge.decided ?? charge.from) <= date);
    if (known.length === 0) continue;
    const end = endOf(measure);
    const endKnown = measure.endDecided !== undefined && measure.endDecided <= date;
    const charges = known.map((charge): Charge => {
      const { until, ...open } = charge;
      if (until === undefined || until <= date) return charge;
      // It ends later: by something decided by then, or by something that this day does not know.
      if (known.some((next) => next.from === until && next !== charge)) return charge;
      // A known end is the end of the whole measure: what this day knows of it runs that far.
      return endKnown && end !== undefined ? { ...open, until: end } : open;
    });
    standing.push({ ...measure, charges });
  }
  return standing;
}
