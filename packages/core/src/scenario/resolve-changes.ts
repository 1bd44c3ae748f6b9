import type { Economy } from '../economy/economy.ts';
import { adviseWord } from '../problems/nearest-word.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { Change, DutyRow, Scope } from '../tariffs/change.ts';
import type { Situation } from '../tariffs/law.ts';
import type { Path } from './case-document.ts';
import { besideCase, type CaseFiles, pathFault, readCaseFile } from './case-files.ts';
import type { CaseLayer } from './case-layers.ts';
import { type Verb, verbs } from './case-schema.ts';
import { dateFault } from './date-fault.ts';
import { readDutyTable } from './duty-table.ts';
import { numberWithin, ranges } from './number-ranges.ts';
import type { Quantities } from './quantities.ts';
import { regionsNamed, sectorsNamed } from './scopes.ts';

/** What changes are resolved against. */
export interface ChangeContext {
  readonly economy: Economy;
  /** The law at the start; absent where the case does not name a usable one. */
  readonly situation: Situation | undefined;
  readonly quantities: Quantities;
  readonly files: CaseFiles;
  /** Last year of the horizon; absent where the case does not name a usable one. */
  readonly horizon: number | undefined;
  readonly problems: ProblemList;
}

/** The changes of one file, with every number computed; those with problems are left out. */
export async function resolveChanges(layer: CaseLayer, context: ChangeContext): Promise<Change[]> {
  const changes: Change[] = [];
  for (const path of layer.entries('changes')) {
    const change = await resolveChange(layer, path, context);
    if (change) changes.push(change);
  }
  return changes;
}

async function resolveChange(
  layer: CaseLayer,
  path: Path,
  context: ChangeContext,
): Promise<Change | undefined> {
  const verb = verbs.find((candidate) => layer.has([...path, candidate]));
  const dates = resolveDates(layer, path, context);
  if (verb === undefined) {
    // The value of the verb was faulty; what else is wrong is worth knowing all the same.
    if (layer.has([...path, 'importer'])) resolveScope(layer, path, context);
    return undefined;
  }
  const because = layer.text([...path, 'because']);
  const place = layer.place([...path, verb], 'key');
  const effect = await resolveEffect(layer, path, verb, context);
  return dates && effect && { ...dates, ...effect, ...(because ? { because } : {}), place };
}

type Undated<T> = T extends Change ? Omit<T, 'on' | 'until' | 'because' | 'place'> : never;
type Effect = Undated<Change>;

async function resolveEffect(
  layer: CaseLayer,
  path: Path,
  verb: Verb,
  context: ChangeContext,
): Promise<Effect | undefined> {
  if (verb === 'lift') return resolveLift(layer, path, context);
  if (verb === 'duties') return resolveDuties(layer, path, context);

  const { quantities, problems } = context;
  const numberAt = (key: string, range: (typeof ranges)[keyof typeof ranges]) => {
    const number = layer.number([...path, key])!;
    if (key === 'ban' && number.written === 'all') return Promise.resolve(1);
    return numberWithin(key, number, range, quantities, problems);
  };
  const scope = resolveScope(layer, path, context);
  switch (verb) {
    case 'impose': {
      const rate = await numberAt('impose', ranges.duty);
      const share = layer.has([...path, 'share']) ? await numberAt('share', ranges.share) : 1;
      return scope && rate !== undefined && share !== undefined ? { verb, rate, share, scope } : undefined;
    }
    case 'ordinary-duty': {
      const rate = await numberAt('ordinary-duty', ranges.duty);
      return scope && rate !== undefined ? { verb, rate, scope } : undefined;
    }
    case 'ban': {
      const share = await numberAt('ban', ranges.share);
      return scope && share !== undefined ? { verb, share, scope } : undefined;
    }
    case 'trade-cost': {
      const change = await numberAt('trade-cost', ranges.costChange);
      return scope && change !== undefined ? { verb, change, scope } : undefined;
    }
  }
}

function resolveDates(
  layer: CaseLayer,
  path: Path,
  { horizon, problems }: ChangeContext,
): { on: string; until?: string } | undefined {
  const dateAt = (key: string) => {
    const text = layer.text([...path, key]);
    const fault = text === undefined ? undefined : dateFault(text);
    if (!fault) return text;
    problems.add('not-a-date', fault.message, layer.place([...path, key]), fault.advice);
    return undefined;
  };
  const on = dateAt('on');
  const until = dateAt('until');
  if (on !== undefined && until !== undefined && until <= on) {
    const message = `"until" must be later than "on", ${on}; it is the first day no longer in force`;
    problems.add('until-before-on', message, layer.place([...path, 'until']));
  }
  if (on !== undefined && horizon !== undefined && Number(on.slice(0, 4)) > horizon) {
    const message = `this change comes after the horizon, ${horizon}, so that it would change nothing`;
    problems.add(
      'after-horizon',
      message,
      layer.place([...path, 'on']),
      `set "horizon" to ${on.slice(0, 4)} or later`,
    );
  }
  return on === undefined ? undefined : { on, ...(until === undefined ? {} : { until }) };
}

function resolveScope(layer: CaseLayer, path: Path, { economy, problems }: ChangeContext): Scope | undefined {
  const regionsAt = (key: string) => {
    const words = layer.words([...path, key]);
    return words && regionsNamed(words, economy, problems);
  };
  const importers = regionsAt('importer');
  const exporters = regionsAt('exporter');
  const words = layer.words([...path, 'sectors']);
  const sectors = words && sectorsNamed(words, economy, problems);
  if (!importers || !exporters) return undefined;
  if (importers.length === 1 && exporters.length === 1 && importers[0] === exporters[0]) {
    const message = `${importers[0]} buying from itself is not trade between countries`;
    const place = layer.place([...path, 'exporter']);
    problems.add('home-flow', message, place, 'importer and exporter must differ');
    return undefined;
  }
  return sectors && { importers, exporters, sectors };
}

function resolveLift(
  layer: CaseLayer,
  path: Path,
  { situation, problems }: ChangeContext,
): Effect | undefined {
  const named = layer.words([...path, 'lift']);
  if (!named || !situation) return undefined;
  const inForce = situation.measures.map((measure) => measure.id);
  let sound = true;
  for (const { word, place } of named.words) {
    if (inForce.includes(word)) continue;
    sound = false;
    const message = `there is no measure "${word}" in the law of ${situation.id}`;
    const list =
      inForce.length === 0 ? 'no measure is in force at this start' : `in force: ${inForce.join(', ')}`;
    const near = adviseWord(word, inForce);
    problems.add('unknown-measure', message, place, near?.startsWith('did you') ? `${near} ${list}` : list);
  }
  return sound
    ? {
        verb: 'lift',
        measures: [...new Set(named.words.map(({ word }) => word))],
      }
    : undefined;
}

function resolveDuties(layer: CaseLayer, path: Path, context: ChangeContext): Effect | undefined {
  const { economy, files, problems } = context;
  const table = layer.text([...path, 'duties'])!;
  const place = layer.place([...path, 'duties']);
  const as = layer.text([...path, 'as']) as 'additional' | 'ordinary' | undefined;
  const fault = pathFault(table);
  if (fault) {
    const message = `the path "${table}" ${fault}`;
    problems.add(
      'path-leaves-folder',
      message,
      place,
      'keep the table beside the case and give its name alone',
    );
    return undefined;
  }
  const tablePath = besideCase(layer.path, table);
  const read = readCaseFile(files, tablePath);
  if ('fault' in read) {
    problems.add('unreadable-file', read.fault, place, read.advice);
    return undefined;
  }
  const rows: DutyRow[] = readDutyTable(
    files.display?.(tablePath) ?? tablePath,
    read.text,
    economy,
    problems,
  );
  return as && { verb: 'duties', as, table, rows };
}
