import type { Scope } from '../tariffs/change.ts';
import type { ChangeContext, WrittenChange } from './change-context.ts';
import { ratesIn } from './goods-in-scope.ts';
import { idsOf, measuresInForce, type NamedMeasure } from './named-measures.ts';
import { resolveScope } from './resolve-scope.ts';

/**
 * The measures that a change names, and the scope in which it is about them: what they cover where it says no more.
 * Of an authority those that bear on the scope.
 */
export function measuresInScope(
  { layer, path, on }: WrittenChange,
  key: string,
  context: ChangeContext,
): { measures: string[]; scope: Scope } | undefined {
  const { caseLaw, economy, problems } = context;
  const named = measuresInForce(layer.words([...path, key]), on, caseLaw, problems);
  const all = (codes: readonly string[]) => [...new Set(codes)];
  const scope = resolveScope(layer, path, context, {
    importers: all(named?.map(({ measure }) => measure.importer) ?? economy.regions.map(({ code }) => code)),
    exporters: all(
      named?.flatMap(({ measure }) => measure.exporters) ?? economy.regions.map(({ code }) => code),
    ),
    sectors: economy.sectors.map(({ code }) => code),
  });
  if (!named || !scope || on === undefined) return undefined;
  const bears = ({ measure }: NamedMeasure) => ratesIn(measure, scope, on, caseLaw.goods).length > 0;
  const bearing = named.filter(bears);
  const outside = named.filter((one) => !one.byAuthority && !bears(one));
  for (const one of outside) reportOutside(one, on, context);
  if (bearing.length === 0 && outside.length === 0) {
    const { measure, place } = named[0]!;
    const message = `no measure of ${measure.authority} bears on goods of these flows on ${on}`;
    problems.add('outside-measure', message, place, `in force on other flows: ${idsOf(named).join(', ')}`);
    return undefined;
  }
  return outside.length === 0 ? { measures: idsOf(bearing), scope } : undefined;
}

/** Adds that a measure has nothing to do with the flows of a change. */
export function reportOutside(
  { measure, place }: NamedMeasure,
  on: string,
  { problems }: ChangeContext,
): void {
  const { id, importer, exporters } = measure;
  const message = `${id} bears on no goods of these flows on ${on}`;
  problems.add(
    'outside-measure',
    message,
    place,
    `it is on imports of ${importer} from ${exporters.join(', ')}`,
  );
}
