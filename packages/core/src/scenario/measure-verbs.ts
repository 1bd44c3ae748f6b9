import { endOf, isInForce, startOf, type TariffMeasure } from '../tariffs/measure.ts';
import { type ChangeContext, type Effect, numberAt, type WrittenChange } from './change-context.ts';
import { dateFault } from './date-fault.ts';
import { measuresInScope } from './measures-in-scope.ts';
import { idsOf, measuresInForce, reportUnknown } from './named-measures.ts';
import { ranges } from './number-ranges.ts';

/*
 * The verbs that act on measures that exist. Each is held against the law as it stands on the day of the change,
 * so that a change which would do nothing is found out.
 */

export function resolveLift(written: WrittenChange, context: ChangeContext): Effect | undefined {
  const words = written.layer.words([...written.path, 'lift']);
  const named = measuresInForce(words, written.on, context.caseLaw, context.problems);
  return named && { verb: 'lift', measures: idsOf(named) };
}

export function resolveEnact({ layer, path, on }: WrittenChange, context: ChangeContext): Effect | undefined {
  const { caseLaw, problems } = context;
  const words = layer.words([...path, 'enact'])?.words ?? [];
  const measures: TariffMeasure[] = [];
  let sound = words.length > 0 && caseLaw.asOf !== undefined;
  for (const { word, place } of words) {
    const recorded = caseLaw.record.find(({ id }) => id === word);
    const standing = caseLaw.find(word);
    if (!recorded && !standing) {
      reportUnknown(word, place, caseLaw, problems, false);
      sound = false;
      continue;
    }
    if (caseLaw.asOf === undefined) continue;
    if (standing && on !== undefined && isInForce(standing, on)) {
      const advice = '"raise", "lower" and "extend" change what is in force';
      problems.add('already-in-force', `${word} is already in force on ${on}`, place, advice);
      sound = false;
    } else if (recorded && recorded.status === 'law' && startOf(recorded) <= caseLaw.asOf) {
      const message = `${word} is no threat, and no measure that came after ${caseLaw.asOf}`;
      const advice = `it began on ${startOf(recorded)}; "extend" it before it ends, or "impose" its rate anew`;
      problems.add('not-to-enact', message, place, advice);
      sound = false;
    } else if (!measures.some(({ id }) => id === word)) measures.push((recorded ?? standing)!);
  }
  return sound ? { verb: 'enact', measures } : undefined;
}

export function resolveExpire(written: WrittenChange, context: ChangeContext): Effect | undefined {
  const { caseLaw, problems } = context;
  const { layer, path, on } = written;
  const words = layer.words([...path, 'expire']);
  const late = new Set<string>();
  for (const { word, place } of words?.words ?? []) {
    const measure = caseLaw.find(word);
    const end = measure && endOf(measure);
    if (on === undefined || end === undefined || on < end || caseLaw.isDoubtful(word)) continue;
    late.add(word);
    const advice = end > (caseLaw.asOf ?? '') ? '"extend" moves an end to a later day' : undefined;
    const already = end > (caseLaw.asOf ?? '') ? 'already ends' : 'ended';
    problems.add('expire-after-end', `${word} ${already} on ${end}`, place, advice);
  }
  const rest = words && { words: words.words.filter(({ word }) => !late.has(word)) };
  const named = measuresInForce(rest, on, caseLaw, problems);
  return named && late.size === 0 ? { verb: 'expire', measures: idsOf(named) } : undefined;
}

/** With the day from which it makes a difference: the first of the ends that it moves. */
export function resolveExtend(
  { layer, path }: WrittenChange,
  { caseLaw, problems }: ChangeContext,
): (Effect & { on: string }) | undefined {
  const to = layer.text([...path, 'to']);
  const fault = to === undefined ? undefined : dateFault(to);
  if (fault) problems.add('not-a-date', fault.message, layer.place([...path, 'to']), fault.advice);
  const { asOf } = caseLaw;
  const ends = new Map<string, string>();
  let sound = to !== undefined && !fault && asOf !== undefined;
  for (const { word, place } of layer.words([...path, 'extend'])?.words ?? []) {
    const isId = caseLaw.record.some(({ id }) => id === word);
    if (!isId && !caseLaw.record.some(({ authority }) => authority === word)) {
      reportUnknown(word, place, caseLaw, problems, true);
      sound = false;
      continue;
    }
    if (asOf === undefined) continue;
    const standing = caseLaw.standing.filter(({ id, authority }) => (isId ? id : authority) === word);
    const running = standing.filter((measure) => (endOf(measure) ?? '9999') > asOf);
    const ending = running.filter((measure) => endOf(measure) !== undefined);
    if (running.length === 0) {
      sound = false;
      if (caseLaw.isDoubtful(word)) continue;
      const last = standing
        .map((measure) => endOf(measure)!)
        .sort()
        .at(-1);
      const recorded = caseLaw.record.find(({ id }) => id === word);
      const message = last ? `${word} ended on ${last}` : `${word} is not in force`;
      const advice =
        recorded?.status === 'threat'
          ? 'it is a threat; put it in force with "enact"'
          : `that was before ${asOf}, the day that the case starts from`;
      problems.add(
        'not-in-force',
        message,
        place,
        last || recorded?.status === 'threat' ? advice : undefined,
      );
    } else if (ending.length === 0) {
      sound = false;
      const message = `${word} has no end in the law of ${asOf}, so that there is nothing to extend`;
      problems.add('nothing-to-extend', message, place, 'end it with "expire" or "lift"');
    }
    for (const measure of ending) {
      const end = endOf(measure)!;
      ends.set(measure.id, end);
      if (to === undefined || fault || to > end) continue;
      sound = false;
      const message = `"to" must be later than the present end of ${measure.id}, ${end}`;
      problems.add(
        'extend-shortens',
        message,
        layer.place([...path, 'to']),
        '"expire" ends a measure earlier',
      );
    }
  }
  if (!sound || ends.size === 0) return undefined;
  const on = [...ends.values()].sort()[0]!;
  return { verb: 'extend', measures: [...ends.keys()], to: to!, on };
}

export async function resolveExempt(
  written: WrittenChange,
  context: ChangeContext,
): Promise<Effect | undefined> {
  const { layer, path } = written;
  const share = await numberAt(written, 'share', ranges.share, context, 1);
  const found = measuresInScope(written, 'exempt', context);
  if (!found || share === undefined) return undefined;
  return { verb: 'exempt', ...found, share, claimedOnly: layer.isTrue([...path, 'claimed']) };
}
