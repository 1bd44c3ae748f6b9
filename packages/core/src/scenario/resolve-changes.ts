import type { Change } from '../tariffs/change.ts';
import type { Path } from './case-document.ts';
import type { CaseLayer } from './case-layers.ts';
import type { ChangeContext, Effect, WrittenChange } from './change-context.ts';
import { type ChangeDates, resolveDates } from './change-dates.ts';
import { type Verb, verbs } from './change-kinds.ts';
import * as flows from './flow-verbs.ts';
import * as measures from './measure-verbs.ts';
import { resolveRate } from './rate-verbs.ts';
import { resolveDuties } from './resolve-duties.ts';
import { resolveScope } from './resolve-scope.ts';

/**
 * The changes of one file, with every number computed and every word known; those with problems are left out. Each
 * is read against the law that the ones before it left, which `context.caseLaw` follows.
 *
 * @param list path of the list in the file.
 */
export async function resolveChanges(
  layer: CaseLayer,
  context: ChangeContext,
  list: Path = ['changes'],
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const path of layer.entries(list)) {
    const change = await resolveChange(layer, path, context);
    if (!change) continue;
    changes.push(change);
    context.caseLaw.apply(change);
  }
  return changes;
}

async function resolveChange(
  layer: CaseLayer,
  path: Path,
  context: ChangeContext,
): Promise<Change | undefined> {
  const verb = verbs.find((candidate) => layer.has([...path, candidate]));
  const written = resolveDates(layer, path, context);
  const undated = !layer.has([...path, 'on']) && verb !== 'extend' && context.firstDay !== undefined;
  const dates: ChangeDates = undated ? { ...written, on: context.firstDay! } : written;
  if (verb === undefined) {
    // The value of the verb was faulty; what else is wrong is worth knowing all the same.
    if (layer.has([...path, 'importer'])) resolveScope(layer, path, context);
    return undefined;
  }
  const because = layer.text([...path, 'because']);
  const place = layer.place([...path, verb], 'key');
  const effect = await resolveEffect(verb, { layer, path, on: dates.on }, context);
  // An extension says no day: it counts from the end that it moves.
  const on = dates.on ?? (effect && 'on' in effect ? effect.on : undefined);
  if (effect && on !== undefined) return { ...dates, ...effect, on, ...(because ? { because } : {}), place };
  if (verb === 'enact' || verb === 'extend') {
    context.caseLaw.doubt(layer.words([...path, verb])?.words.map(({ word }) => word) ?? []);
  }
  return undefined;
}

function resolveEffect(
  verb: Verb,
  written: WrittenChange,
  context: ChangeContext,
): Promise<(Effect & Partial<ChangeDates>) | undefined> | (Effect & Partial<ChangeDates>) | undefined {
  switch (verb) {
    case 'impose':
      return flows.resolveImpose(written, context);
    case 'enact':
      return measures.resolveEnact(written, context);
    case 'lift':
      return measures.resolveLift(written, context);
    case 'raise':
    case 'lower':
      return resolveRate(verb, written, context);
    case 'extend':
      return measures.resolveExtend(written, context);
    case 'expire':
      return measures.resolveExpire(written, context);
    case 'exempt':
      return measures.resolveExempt(written, context);
    case 'quota':
      return flows.resolveQuota(written, context);
    case 'ordinary-duty':
      return flows.resolveOrdinaryDuty(written, context);
    case 'ban':
      return flows.resolveBan(written, context);
    case 'trade-cost':
      return flows.resolveTradeCost(written, context);
    case 'duties':
      return resolveDuties(written, context);
    case 'claim-ceiling':
      return flows.resolveClaimCeiling(written, context);
    case 'us-content':
      return flows.resolveUsContent(written, context);
  }
}
