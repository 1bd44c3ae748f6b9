import type { Scope } from '../tariffs/change.ts';
import { type ChangeContext, type Effect, numberAt, type WrittenChange } from './change-context.ts';
import { groupsIn } from './goods-in-scope.ts';
import { measuresInScope } from './measures-in-scope.ts';
import { reportUnknown } from './named-measures.ts';
import { numberWithin, percentText, ranges } from './number-ranges.ts';
import { resolveScope } from './resolve-scope.ts';

/* The verbs that act on flows. */

type Resolved = Promise<Effect | undefined>;

export async function resolveImpose(written: WrittenChange, context: ChangeContext): Resolved {
  const { layer, path } = written;
  const scope = resolveScope(layer, path, context);
  const rate = await numberAt(written, 'impose', ranges.duty, context);
  const share = await numberAt(written, 'share', ranges.share, context, 1);
  const yieldsTo = layer.words([...path, 'yields-to'])?.words ?? [];
  const known = new Set(context.caseLaw.record.flatMap(({ id, authority }) => [id, authority]));
  const unknown = yieldsTo.filter(({ word }) => !known.has(word));
  for (const { word, place } of unknown) reportUnknown(word, place, context.caseLaw, context.problems, true);
  if (!scope || rate === undefined || share === undefined || unknown.length > 0) return undefined;
  const usmca = layer.text([...path, 'usmca']) as 'applies' | 'exempt' | 'non-us-content' | undefined;
  const words = [...new Set(yieldsTo.map(({ word }) => word))];
  return { verb: 'impose', rate, share, scope, usmca: usmca ?? 'applies', yieldsTo: words };
}

export async function resolveOrdinaryDuty(written: WrittenChange, context: ChangeContext): Resolved {
  const scope = resolveScope(written.layer, written.path, context);
  const rate = await numberAt(written, 'ordinary-duty', ranges.duty, context);
  return scope && rate !== undefined ? { verb: 'ordinary-duty', rate, scope } : undefined;
}

export async function resolveBan(written: WrittenChange, context: ChangeContext): Resolved {
  const { layer, path } = written;
  const scope = resolveScope(layer, path, context);
  const isAll = layer.number([...path, 'ban'])?.written === 'all';
  const share = isAll ? 1 : await numberAt(written, 'ban', ranges.share, context);
  return scope && share !== undefined ? { verb: 'ban', share, scope } : undefined;
}

export async function resolveTradeCost(written: WrittenChange, context: ChangeContext): Resolved {
  const scope = resolveScope(written.layer, written.path, context);
  const change = await numberAt(written, 'trade-cost', ranges.costChange, context);
  return scope && change !== undefined ? { verb: 'trade-cost', change, scope } : undefined;
}

export async function resolveQuota(written: WrittenChange, context: ChangeContext): Resolved {
  const { layer, path } = written;
  const { problems } = context;
  const share = await quotaShare(written, context);
  const beyond = await numberAt(written, 'beyond', ranges.duty, context);
  const has = (key: string) => layer.has([...path, key]);
  const place = layer.place([...path, 'quota'], 'key');
  if (has('of')) {
    const found = measuresInScope(written, 'of', context);
    if (!found || share === undefined || (has('beyond') && beyond === undefined)) return undefined;
    return { verb: 'quota', share, ...found, ...(beyond === undefined ? {} : { beyond }) };
  }
  if (!has('beyond')) {
    const message =
      'a quota needs "of", the measures that goods within it do not bear, or "beyond", a duty beyond it';
    problems.add('quota-of-nothing', message, place, 'add a line such as "of: section-232" or "beyond: 25%"');
    return undefined;
  }
  for (const key of ['importer', 'exporter', 'sectors']) {
    if (has(key)) continue;
    const advice = 'it may be left out where "of" names measures';
    problems.add('missing-key', `"${key}" is missing`, place, advice);
  }
  const scope = resolveScope(layer, path, context);
  if (!scope || share === undefined || beyond === undefined) return undefined;
  return { verb: 'quota', share, measures: [], beyond, scope };
}

async function quotaShare(
  { layer, path }: WrittenChange,
  context: ChangeContext,
): Promise<number | undefined> {
  const { quantities, problems } = context;
  const number = layer.number([...path, 'quota'])!;
  const value = await quantities.value(number);
  if (value === undefined) return undefined;
  const { written, place } = number;
  if (value > 1) {
    const bare = /^\s*[\d.]+\s*$/.test(String(written)) && value <= 100;
    const message = `a quota of ${percentText(value)} is more than the flow of the base year, of which it is a part`;
    const advice = bare
      ? `did you mean ${written}%?`
      : 'a quota that never binds is the same as "exempt" or "lift"';
    problems.add('quota-exceeds-flow', message, place, advice);
    return undefined;
  }
  if (value === 0) {
    const message = 'a quota of 0% lets nothing in';
    problems.add('quota-of-nothing', message, place, '"impose" puts a duty on everything');
    return undefined;
  }
  return numberWithin('quota', number, ranges.share, quantities, problems);
}

export async function resolveClaimCeiling(written: WrittenChange, context: ChangeContext): Resolved {
  const { layer, path } = written;
  const { caseLaw, problems } = context;
  const scope = resolveScope(layer, path, context);
  const ceiling = await numberAt(written, 'claim-ceiling', ranges.part, context);
  const cost = await numberAt(written, 'compliance-cost', ranges.complianceCost, context, 0);
  if (!scope) return undefined;
  const place = layer.place([...path, 'claim-ceiling']);
  if (!hasClaims(written, 'claim-ceiling', scope, context)) return undefined;
  if (ceiling === undefined || cost === undefined) return undefined;
  const above = groupsIn(scope, caseLaw.goods).flatMap(({ id, claims }) =>
    claims && claims.floor > ceiling ? [{ id, floor: claims.floor }] : [],
  );
  if (above.length === 0) return { verb: 'claim-ceiling', ceiling, cost, scope };
  const [first, ...others] = above.sort((a, b) => b.floor - a.floor || (a.id < b.id ? -1 : 1));
  const more =
    others.length === 0
      ? ''
      : `, and ${others.length} more of its groups ${others.length === 1 ? 'has' : 'have'} one above it`;
  const message = `this ceiling, ${percentText(ceiling)}, lies below the floor of ${first!.id}, ${pointText(first!.floor)}${more}`;
  const advice =
    'the floor is claimed at no saving beyond the ordinary duty; raise the ceiling, or narrow it with "goods"';
  problems.add('ceiling-below-floor', message, place, advice);
  return undefined;
}

export async function resolveUsContent(written: WrittenChange, context: ChangeContext): Resolved {
  const sectors = context.economy.sectors.map(({ code }) => code);
  const scope = resolveScope(written.layer, written.path, context, { sectors });
  const share = await numberAt(written, 'us-content', ranges.part, context);
  if (!scope || !hasClaims(written, 'us-content', scope, context)) return undefined;
  return share === undefined ? undefined : { verb: 'us-content', share, scope };
}

/** Whether USMCA can be claimed for some goods of a scope; adds a problem where it cannot. */
function hasClaims(
  { layer, path }: WrittenChange,
  verb: string,
  scope: Scope,
  { caseLaw, problems }: ChangeContext,
): boolean {
  if (groupsIn(scope, caseLaw.goods).some(({ claims }) => claims)) return true;
  const flows = new Set(
    caseLaw.goods.groups.flatMap(({ importer, exporter, claims }) =>
      claims ? [`${importer} from ${exporter}`] : [],
    ),
  );
  const advice = flows.size > 0 ? `claims are followed on imports of ${[...flows].join(', ')}` : undefined;
  const message = 'no preference is claimed on goods of these flows';
  problems.add('no-preference', message, layer.place([...path, verb], 'key'), advice);
  return false;
}

function pointText(share: number): string {
  return `${Number((100 * share).toFixed(1))}%`;
}
