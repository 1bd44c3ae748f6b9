import type { Economy } from '../economy/economy.ts';
import { adviseWord } from '../problems/nearest-word.ts';
import { ProblemList } from '../problems/problem-list.ts';
import type { Law } from '../tariffs/law.ts';
import { situationOf } from '../tariffs/standing-law.ts';
import { type CaseFiles, caseId } from './case-files.ts';
import { CaseLaw } from './case-law.ts';
import { type CaseLayer, type CaseLayers, readLayers } from './case-layers.ts';
import { neededWithoutParent } from './case-schema.ts';
import { caseDefaults, elasticitiesFault, horizonYears } from './choices.ts';
import { dateFault, looksLikeDate } from './date-fault.ts';
import { type NumberRange, numberWithin, ranges } from './number-ranges.ts';
import { checkOwnPrecedence, enactOwnMeasures } from './own-measures.ts';
import { type NamedNumber, Quantities } from './quantities.ts';
import { resolveChanges } from './resolve-changes.ts';
import { resolveExpectations } from './resolve-expectations.ts';
import { resolveNegotiation } from './resolve-negotiation.ts';
import type { Scenario } from './scenario.ts';

/** What a case may speak of. */
export interface CaseContext {
  readonly economy: Economy;
  readonly law: Law;
}

const defaults = {
  horizon: caseDefaults.horizon,
  'transition-speed': caseDefaults.transitionSpeed,
  growth: caseDefaults.growth,
};

/**
 * Reads a case and everything it extends, and resolves it: every number computed, every code known to exist.
 *
 * A variation has the header, the changes and the choices of the case it extends, then its own: lists of sources
 * and of what is left out are joined, measures and changes are appended, quantities and words are replaced by name before
 * any formula is computed, everything else is replaced. Expectations, and how to read the result, are not inherited.
 *
 * @param file path of the case, as `files` knows it.
 * @throws InputError with everything that is wrong with the case, its parents and its tables.
 */
export async function parseScenario(file: string, files: CaseFiles, context: CaseContext): Promise<Scenario> {
  const problems = new ProblemList();
  const read = readLayers(file, files, problems);
  const scenario = await resolve(file, read, files, context, problems);
  problems.throwIfAny();
  return scenario;
}

async function resolve(
  file: string,
  read: CaseLayers,
  files: CaseFiles,
  { economy, law }: CaseContext,
  problems: ProblemList,
): Promise<Scenario> {
  const { layers } = read;
  const own = layers.at(-1);
  checkHeader(read, file, files, problems);
  const quantities = new Quantities(quantitiesOf(layers), problems);
  await quantities.check();

  const option = async (key: keyof typeof defaults, range: NumberRange) => {
    const number = last(layers, [key], (layer) => layer.number([key]));
    return number ? numberWithin(key, number, range, quantities, problems) : defaults[key];
  };
  const years = { ...horizonYears(economy), unit: 'year' } as const;
  const horizon = await option('horizon', years);
  if (horizon !== undefined && !Number.isInteger(horizon)) {
    const place = last(layers, ['horizon'], (layer) => layer.place(['horizon']));
    problems.add('not-a-year', `"horizon" must be a year, not ${horizon}`, place);
  }
  const transitionSpeed = await option('transition-speed', ranges.transitionSpeed);
  const growth = await option('growth', ranges.growth);

  const start = asOf(layers, law, problems);
  const caseLaw = new CaseLaw(law, start?.date);
  const changes = enactOwnMeasures(layers, economy, caseLaw, problems);
  const enacted = [...changes];
  for (const layer of layers) {
    const context = { economy, caseLaw, quantities, files, horizon, problems };
    changes.push(...(await resolveChanges(layer, context)));
  }
  checkOwnPrecedence(enacted, caseLaw, problems);
  const negotiation = await resolveNegotiation(layers, { economy, caseLaw, files, problems });
  // Of a negotiation that has problems nobody can say what may be expected.
  const table = layers.some((layer) => layer.gives('negotiation'))
    ? (negotiation?.table ?? 'unknown')
    : undefined;
  const elasticities = await elasticitiesOf(layers, economy, quantities, problems);
  const text = (key: string) => last(layers, [key], (layer) => layer.text([key])) ?? '';
  const joined = (key: string) => [...new Set(layers.flatMap((layer) => layer.texts([key])))];
  return {
    version: 1,
    id: caseId(file),
    title: text('title').trim(),
    question: text('question').trim(),
    author: text('author').trim(),
    date: text('date'),
    sources: joined('sources'),
    leavesOut: joined('leaves-out'),
    ...wordsOf(layers),
    ...(own?.has(['reading']) ? { reading: own.text(['reading'])!.trim() } : {}),
    asOf: start?.name ?? '',
    changes,
    elasticities,
    deficits: text('deficits') === 'balanced' ? 'balanced' : 'held',
    horizon: horizon ?? defaults.horizon,
    transitionSpeed: transitionSpeed ?? defaults['transition-speed'],
    growth: growth ?? defaults.growth,
    ...(negotiation ? { negotiation } : {}),
    expect: own ? resolveExpectations(own, { economy, files, table, problems }) : [],
    lineage: layers.map((layer) => layer.id).reverse(),
    file: files.display?.(file) ?? file,
  };
}

/** What the last file that has a key says about it. */
function last<T>(
  layers: readonly CaseLayer[],
  path: readonly string[],
  read: (layer: CaseLayer) => T,
): T | undefined {
  const layer = layers.findLast((candidate) => candidate.has(path));
  return layer && read(layer);
}

function checkHeader(
  { layers, complete }: CaseLayers,
  file: string,
  files: CaseFiles,
  problems: ProblemList,
): void {
  const id = caseId(file);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id) || id === 'base') {
    const name = files.display?.(file) ?? file;
    const why =
      id === 'base' ? 'base already means the law that a case starts from' : 'use letters, digits and -';
    problems.add('case-id', `the file name ${name} does not make an id for a case`, undefined, why);
  }
  for (const layer of layers) {
    const date = layer.text(['date']);
    const fault = date === undefined ? undefined : dateFault(date);
    if (fault) problems.add('not-a-date', fault.message, layer.place(['date']), fault.advice);
  }
  const root = layers[0];
  if (!root || !complete) return;
  for (const key of neededWithoutParent) {
    // A faulty value was taken out, and reported; its place is still the key's own.
    if (layers.some((layer) => layer.has([key]) || layer.gives(key))) continue;
    problems.add(
      'missing-key',
      `"${key}" is missing`,
      root.place([key]),
      `add a line such as "${examples[key]}"`,
    );
  }
}

const examples: Record<(typeof neededWithoutParent)[number], string> = {
  question: 'question: What would this do to trade between the three?',
  author: 'author: your name',
  date: 'date: 2026-01-31',
  'as-of': 'as-of: before-2025',
};

function wordsOf(layers: readonly CaseLayer[]): Pick<Scenario, 'words'> {
  const entries = layers.flatMap((layer) =>
    layer.keys(['words']).map((word) => [word, layer.text(['words', word])!.trim()] as const),
  );
  return entries.length === 0 ? {} : { words: Object.fromEntries(entries) };
}

function quantitiesOf(layers: readonly CaseLayer[]): Map<string, NamedNumber> {
  const written = new Map<string, NamedNumber>();
  for (const layer of layers) {
    for (const name of layer.keys(['quantities'])) {
      const path = ['quantities', name];
      const number = layer.number(path);
      if (number) written.set(name, { ...number, namedAt: layer.place(path, 'key') });
    }
  }
  return written;
}

function asOf(
  layers: readonly CaseLayer[],
  law: Law,
  problems: ProblemList,
): { name: string; date: string } | undefined {
  const name = last(layers, ['as-of'], (layer) => layer.text(['as-of']));
  if (name === undefined) return undefined;
  const place = last(layers, ['as-of'], (layer) => layer.place(['as-of']));
  const situation = situationOf(law, name);
  if (situation) return { name, date: situation.date };
  const named = law.situations.map(({ id }) => id);
  if (!looksLikeDate(name)) {
    problems.add('unknown-situation', `there is no situation "${name}"`, place, adviseWord(name, named));
    return undefined;
  }
  const fault = dateFault(name);
  if (fault) {
    problems.add('not-a-date', fault.message, place, fault.advice);
    return undefined;
  }
  const { first, last: end } = law.covered;
  const advice = `the record goes from ${first} to ${end}; or name a situation: ${named.join(', ')}`;
  problems.add('day-not-covered', `the law of ${name} is not on record`, place, advice);
  return undefined;
}

async function elasticitiesOf(
  layers: readonly CaseLayer[],
  economy: Economy,
  quantities: Quantities,
  problems: ProblemList,
): Promise<Scenario['elasticities']> {
  let set = economy.defaultElasticities;
  const own: Record<string, number> = {};
  const codes = economy.sectors.map((sector) => sector.code);
  for (const layer of layers) {
    if (!layer.has(['elasticities'])) continue;
    const path = layer.has(['elasticities', 'set']) ? ['elasticities', 'set'] : ['elasticities'];
    const named = layer.text(path);
    if (typeof named === 'string') {
      set = named;
      const fault = elasticitiesFault(named, economy);
      if (fault) problems.add(fault.code, fault.message, layer.place(path), fault.advice);
    }
    for (const code of layer.keys(['elasticities', 'sectors'])) {
      const at = ['elasticities', 'sectors', code];
      const number = layer.number(at);
      if (!codes.includes(code)) {
        const place = layer.place(at, 'key');
        problems.add('unknown-sector', `there is no sector "${code}"`, place, adviseWord(code, codes));
      } else if (number) {
        const value = await numberWithin(code, number, ranges.elasticity, quantities, problems);
        if (value !== undefined) own[code] = value;
      }
    }
  }
  return { set, sectors: own };
}
