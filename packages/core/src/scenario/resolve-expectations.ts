import type { Economy } from '../economy/economy.ts';
import type { NegotiationTable } from '../negotiation/table.ts';
import { adviseWord } from '../problems/nearest-word.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { Path } from './case-document.ts';
import type { CaseFiles } from './case-files.ts';
import type { CaseLayer } from './case-layers.ts';
import { literalNumber } from './formula.ts';
import { dimensions, dimensionsOf, isOfNegotiation, type MeasureId, measureKeys } from './measures.ts';
import type { Expectation } from './scenario.ts';
import { adviseCode } from './scopes.ts';

/** Groups that a figure may be summed over, beside single sectors. */
const sectorGroups = [
  { code: 'all', name: 'goods and services' },
  { code: 'goods', name: 'all goods' },
  { code: 'services', name: 'all services' },
];

/** What expectations are read against. */
interface ExpectationContext {
  readonly economy: Economy;
  readonly files: CaseFiles;
  /** What the case negotiates over: absent where nobody negotiates, unknown where that could not be read. */
  readonly table: NegotiationTable | 'unknown' | undefined;
  readonly problems: ProblemList;
}

/** The expectations of a case, every word known; those with problems are left out. */
export function resolveExpectations(layer: CaseLayer, context: ExpectationContext): Expectation[] {
  return layer.entries(['expect']).flatMap((path) => resolveExpectation(layer, path, context) ?? []);
}

function resolveExpectation(
  layer: CaseLayer,
  path: Path,
  context: ExpectationContext,
): Expectation | undefined {
  const { economy, files, problems } = context;
  const before = problems.length;
  const at = (key: string): Path => [...path, key];
  const known = (key: string, kind: string, coded: readonly { code: string; name: string }[]) => {
    const word = layer.text(at(key));
    if (word === undefined || coded.some(({ code }) => code === word)) return word;
    problems.add(
      `unknown-${kind}`,
      `there is no ${kind} "${word}"`,
      layer.place(at(key)),
      adviseCode(word, coded),
    );
    return undefined;
  };
  const regions = economy.regions.map((region) => region.code);
  const partners = [...economy.regions, { code: 'rest', name: 'everyone but the parties' }];
  const measure = known(
    'measure',
    'measure',
    Object.keys(measureKeys).map((code) => ({ code, name: '' })),
  );
  const words = {
    importer: known('importer', 'region', partners),
    exporter: known('exporter', 'region', partners),
    region: known('region', 'region', economy.regions),
    sector: known('sector', 'sector', [...economy.sectors, ...sectorGroups]),
  };
  const against = layer.text(at('against')) ?? 'base';
  if (against !== 'base' && (against === layer.id || files.locate(against) === undefined)) {
    const self = against === layer.id;
    const message = self ? 'a case cannot be measured against itself' : `there is no case "${against}"`;
    const place = layer.place(at('against'));
    const advice = self
      ? undefined
      : adviseWord(against, ['base', ...files.ids().filter((id) => id !== layer.id)]);
    problems.add(self ? 'against-itself' : 'unknown-case', message, place, advice);
  }

  if (measure !== undefined) {
    checkDimensions(layer, path, measure, problems);
    checkNegotiated(layer, path, measure as MeasureId, context);
  }
  const year = layer.number(at('year'))?.written as number | undefined;
  const above = boundAt(layer, at('above'), problems);
  const below = boundAt(layer, at('below'), problems);
  checkBounds(layer, path, above, below, problems);
  const order = layer.words(at('order'));
  for (const [index, { word, place }] of (order?.words ?? []).entries()) {
    if (!regions.includes(word)) {
      problems.add('unknown-region', `there is no region "${word}"`, place, adviseWord(word, regions));
    } else if (order!.words.findIndex((other) => other.word === word) < index) {
      problems.add('region-twice', `${word} is named twice in this order`, place);
    }
  }

  const because = layer.text(at('because'));
  if (problems.length > before || measure === undefined || because === undefined) return undefined;
  return {
    measure,
    ...Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined)),
    ...(year === undefined ? {} : { year }),
    against,
    ...(above === undefined ? {} : { above }),
    ...(below === undefined ? {} : { below }),
    ...(order ? { order: order.words.map(({ word }) => word) } : {}),
    because,
    place: layer.place(at('measure')),
  };
}

function checkDimensions(layer: CaseLayer, path: Path, measure: string, problems: ProblemList): void {
  const { needs, allows } = dimensionsOf[measureKeys[measure as MeasureId]];
  const place = layer.place([...path, 'measure']);
  for (const dimension of dimensions) {
    if (!layer.has([...path, dimension]) || needs.includes(dimension) || allows.includes(dimension)) continue;
    const message = `"${dimension}" does not go with ${measure}`;
    const advice = `it takes ${[...needs, ...allows].join(', ')}`;
    problems.add('wrong-dimension', message, layer.place([...path, dimension], 'key'), advice);
  }
  const missing = needs.filter((dimension) => !layer.has([...path, dimension]));
  if (!layer.has([...path, 'order'])) {
    if (missing.length === 0) return;
    const message = `${measure} needs ${missing.map((dimension) => `"${dimension}"`).join(' and ')}`;
    problems.add('missing-dimension', message, place);
    return;
  }
  const open = missing.filter((dimension) => dimension !== 'sector');
  if (missing.length === 1 && open.length === 1) return;
  const between = needs.filter((dimension) => dimension !== 'sector').map((dimension) => `"${dimension}"`);
  const message = `an order of regions leaves out ${between.length > 1 ? 'one of ' : ''}${between.join(' and ')}, and nothing else`;
  problems.add('order-dimension', message, layer.place([...path, 'order'], 'key'));
}

/** Measures of a negotiation want one, with a review in that year and whoever they name at its table. */
function checkNegotiated(
  layer: CaseLayer,
  path: Path,
  measure: MeasureId,
  { table, economy, problems }: ExpectationContext,
): void {
  const at = (key: string): Path => [...path, key];
  const hasYear = layer.has(at('year'));
  if (!isOfNegotiation(measure)) {
    if (!hasYear) return;
    const advice = 'years are for what comes of a negotiation; other measures are those of the long run';
    problems.add(
      'wrong-dimension',
      `"year" does not go with ${measure}`,
      layer.place(at('year'), 'key'),
      advice,
    );
    return;
  }
  if (table === 'unknown') return;
  if (!table) {
    const message = `${measure} is of a negotiation, and this case has none`;
    const advice = 'give the case a "negotiation", or expect something of its trade';
    problems.add('no-negotiation', message, layer.place(at('measure')), advice);
    return;
  }
  const { reviews, parties } = table;
  const year = layer.number(at('year'))?.written;
  if (year !== undefined && !reviews.includes(year as number)) {
    const advice = `reviews of ${table.id}: ${reviews.join(', ')}`;
    problems.add('no-review', `there is no review in ${year}`, layer.place(at('year')), advice);
  }
  const codes = economy.regions.map(({ code }) => code);
  for (const key of ['importer', 'exporter', 'region', 'order'] as const) {
    for (const { word, place } of layer.words(at(key))?.words ?? []) {
      // Words that are no region have been reported.
      if (parties.includes(word) || !(codes.includes(word) || word === 'rest')) continue;
      const message = `${word} does not sit at the table, so that ${measure} is not known of it`;
      problems.add('not-at-the-table', message, place, `possible here: ${parties.join(', ')}`);
    }
  }
}

function checkBounds(
  layer: CaseLayer,
  path: Path,
  above: number | undefined,
  below: number | undefined,
  problems: ProblemList,
): void {
  const bounded = layer.has([...path, 'above']) || layer.has([...path, 'below']);
  const ordered = layer.has([...path, 'order']);
  if (bounded && ordered) {
    const message = 'an expectation has bounds or an order, not both';
    problems.add('bounds-and-order', message, layer.place([...path, 'order'], 'key'), 'make two of it');
  } else if (!bounded && !ordered) {
    const message = 'nothing is expected here: "above", "below" and "order" are all missing';
    problems.add('nothing-expected', message, layer.place([...path, 'measure']));
  } else if (above !== undefined && below !== undefined && above >= below) {
    const message = `no number is above ${above} and below ${below}`;
    problems.add('empty-range', message, layer.place([...path, 'below']));
  }
}

/** Bounds are in percent, so that -5 and -5% are the same. */
function boundAt(layer: CaseLayer, path: Path, problems: ProblemList): number | undefined {
  const number = layer.number(path);
  if (!number) return undefined;
  const { written, place } = number;
  const value = typeof written === 'number' ? written : literalNumber(written.replace(/%\s*$/, ''));
  if (value !== undefined && Number.isFinite(value) && Math.abs(value) <= 1e6) return value;
  const message = `"${path.at(-1)}" must be a number of percent such as -5, not "${written}"`;
  problems.add('not-a-number', message, place);
  return undefined;
}
