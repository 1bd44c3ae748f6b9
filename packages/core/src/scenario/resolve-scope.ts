import { nearestWord } from '../problems/nearest-word.ts';
import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { Scope } from '../tariffs/change.ts';
import type { GoodsTables } from '../tariffs/goods.ts';
import type { Path } from './case-document.ts';
import type { CaseLayer } from './case-layers.ts';
import type { ChangeContext } from './change-context.ts';
import { hasFlow } from './goods-in-scope.ts';
import { regionsNamed, sectorsNamed } from './scopes.ts';

/** What a change is about where it does not say. */
export type ScopeDefaults = Partial<Scope>;

/**
 * Where a change falls, every word of it known.
 *
 * @returns undefined after a problem, and where a part that has no default is missing.
 */
export function resolveScope(
  layer: CaseLayer,
  path: Path,
  { economy, caseLaw, problems }: ChangeContext,
  defaults: ScopeDefaults = {},
): Scope | undefined {
  const regionsAt = (key: string, otherwise: readonly string[] | undefined) => {
    const words = layer.words([...path, key]);
    return words ? regionsNamed(words, economy, problems) : otherwise;
  };
  const importers = regionsAt('importer', defaults.importers);
  const exporters = regionsAt('exporter', defaults.exporters);
  const words = layer.words([...path, 'sectors']);
  const sectors = words ? sectorsNamed(words, economy, problems) : defaults.sectors;
  const goods = goodsNamed(layer, path, caseLaw.goods, problems);
  if (!importers || !exporters) return undefined;
  if (importers.length === 1 && exporters.length === 1 && importers[0] === exporters[0]) {
    const message = `${importers[0]} buying from itself is not trade between countries`;
    const place = layer.place([...path, 'exporter']);
    problems.add('home-flow', message, place, 'importer and exporter must differ');
    return undefined;
  }
  if (!sectors || goods === 'faulty') return undefined;
  if (!goods) return { importers, exporters, sectors };
  const scope = { importers, exporters, sectors, goods: goods.map(({ word }) => word) };
  return areInScope(goods, scope, caseLaw.goods, problems) ? scope : undefined;
}

type WrittenGoods = readonly { readonly word: string; readonly place: Place }[];

function goodsNamed(
  layer: CaseLayer,
  path: Path,
  { lists, groups }: GoodsTables,
  problems: ProblemList,
): WrittenGoods | 'faulty' | undefined {
  const written = layer.words([...path, 'goods']);
  if (!written) return undefined;
  const known = new Set([...lists, ...groups].map(({ id }) => id));
  let sound = true;
  const chosen = new Map<string, Place>();
  for (const { word, place } of written.words) {
    if (known.has(word)) {
      if (!chosen.has(word)) chosen.set(word, place);
      continue;
    }
    sound = false;
    const near = nearestWord(word, known);
    const ids = lists.map(({ id }) => id);
    const some = ids.length > 0 && ids.length <= 40 ? `lists: ${ids.join(', ')}` : undefined;
    const advice = near ? `did you mean "${near}"?` : some;
    problems.add('unknown-goods', `there is no list or group of goods "${word}"`, place, advice);
  }
  return sound ? [...chosen].map(([word, place]) => ({ word, place })) : 'faulty';
}

/** Whether each list and group has goods in some flow of the scope. */
function areInScope(goods: WrittenGoods, scope: Scope, tables: GoodsTables, problems: ProblemList): boolean {
  let sound = true;
  for (const { word, place } of goods) {
    const group = tables.groups.find(({ id }) => id === word);
    if (group) {
      if (hasFlow(scope, group)) continue;
      const { importer, exporter, sector } = group;
      const advice = `it is a group of what ${importer} imports from ${exporter} of ${sector}`;
      problems.add('group-not-in-flow', `there is no group ${word} in these flows`, place, advice);
      sound = false;
      continue;
    }
    const rows = [
      ...tables.groups.filter(({ lists }) => lists.includes(word)),
      ...tables.coverage.filter(({ list }) => list === word),
    ];
    if (rows.some((row) => hasFlow(scope, row))) continue;
    sound = false;
    const message = `no goods of these flows are on the list ${word}`;
    const among = <K extends 'importer' | 'exporter' | 'sector'>(key: K) =>
      [...new Set(rows.map((row) => row[key]))].join(', ');
    const where = `it has goods that ${among('importer')} imports from ${among('exporter')}, of ${among('sector')}`;
    problems.add('no-goods-in-scope', message, place, rows.length > 0 ? where : 'no flow has goods on it');
  }
  return sound;
}
