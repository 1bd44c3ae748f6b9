import { adviseWord, nearestWord } from '../problems/nearest-word.ts';
import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import { startOf, type TariffMeasure } from '../tariffs/measure.ts';
import { type CaseLaw, daysInForce } from './case-law.ts';
import type { WrittenWords } from './scopes.ts';

/** A measure that a change names, with where it does. */
export interface NamedMeasure {
  readonly measure: TariffMeasure;
  readonly place: Place;
  readonly byAuthority: boolean;
}

/**
 * The measures that words name on a day, each once: ids, and authorities for all of their measures in force.
 *
 * @param date the day, or undefined where the change has no usable one; then words are known or not, no more.
 * @returns undefined after a problem.
 */
export function measuresInForce(
  words: WrittenWords | undefined,
  date: string | undefined,
  law: CaseLaw,
  problems: ProblemList,
): readonly NamedMeasure[] | undefined {
  if (!words) return undefined;
  const found = new Map<string, NamedMeasure>();
  let sound = law.asOf !== undefined && date !== undefined;
  for (const { word, place } of words.words) {
    const isId = law.record.some(({ id }) => id === word);
    const ofAuthority = isId ? [] : law.record.filter(({ authority }) => authority === word);
    if (!isId && ofAuthority.length === 0) {
      reportUnknown(word, place, law, problems, true);
      sound = false;
      continue;
    }
    if (date === undefined || law.asOf === undefined) continue;
    const inForce = law.inForce(date).filter(({ id, authority }) => (isId ? id : authority) === word);
    for (const measure of inForce) {
      if (!found.has(measure.id)) found.set(measure.id, { measure, place, byAuthority: !isId });
    }
    if (inForce.length > 0) continue;
    sound = false;
    if (law.isDoubtful(word) || ofAuthority.some(({ id }) => law.isDoubtful(id))) continue;
    if (isId)
      problems.add('not-in-force', `${word} is not in force on ${date}`, place, whenInForce(word, law));
    else {
      const known = ofAuthority.flatMap(({ id }) => law.find(id) ?? []);
      const days = known.slice(0, 3).map((measure) => `${measure.id} is in force ${daysInForce(measure)}`);
      const message = `no measure of ${word} is in force on ${date}`;
      problems.add('not-in-force', message, place, days.length > 0 ? days.join('; ') : undefined);
    }
  }
  return sound ? [...found.values()] : undefined;
}

export function idsOf(named: readonly NamedMeasure[]): string[] {
  return named.map(({ measure }) => measure.id);
}

/** When a measure is in force that is not on the day that was asked for. */
function whenInForce(id: string, law: CaseLaw): string {
  const standing = law.find(id);
  if (standing) return `it is in force ${daysInForce(standing)}`;
  const recorded = law.record.find((measure) => measure.id === id);
  if (recorded?.status === 'threat') return 'it is a threat; put it in force with "enact" first';
  if (recorded && law.asOf !== undefined && startOf(recorded) > law.asOf) {
    const start = startOf(recorded);
    return `the law of ${law.asOf} does not know it; it began on ${start}: "enact" it first, or start from a later day`;
  }
  return 'an earlier change of this case ends it';
}

export function reportUnknown(
  word: string,
  place: Place,
  law: CaseLaw,
  problems: ProblemList,
  authorities: boolean,
): void {
  const ids = law.record.map(({ id }) => id);
  const kinds = authorities ? new Set(law.record.map(({ authority }) => authority)) : [];
  const candidates = [...ids, ...kinds];
  const near = nearestWord(word, candidates);
  const list = candidates.length > 12 ? 'usmca-sim measures lists those on record' : undefined;
  const none = candidates.length === 0 ? 'there is no measure on record' : undefined;
  const advice = near ? `did you mean "${near}"?` : (none ?? list ?? adviseWord(word, candidates));
  problems.add('unknown-measure', `there is no measure "${word}"`, place, advice);
}
