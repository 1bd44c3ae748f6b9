import { adviseWord } from '../problems/nearest-word.ts';
import type { Problem } from '../problems/problem.ts';
import { ProblemList } from '../problems/problem-list.ts';
import { type AccountBreak, checkAccounts, type StatedTotals } from './check-accounts.ts';
import { type CsvLayout, type CsvTable, readCsvTable } from './csv-table.ts';
import type { Economy } from './economy.ts';
import { type LocatedHeader, readEconomyHeader } from './economy-header.ts';
import { Provenance } from './provenance.ts';
import { type Axis, indexOf, numbersOf, readCells } from './read-cells.ts';
import { readRegions, readSectors, readSources } from './read-lists.ts';
import { valueAddedOf } from './totals.ts';

/** The files of an economy; `sources.csv` may be absent. */
export const economyFiles = [
  'economy.yaml',
  'regions.csv',
  'sectors.csv',
  'trade_flows.csv',
  'region_sector.csv',
  'input_shares.csv',
  'elasticities.csv',
  'sources.csv',
] as const;

const layouts = {
  'regions.csv': {
    required: ['region', 'name', 'deficit'],
    optional: ['gdp', 'tariff_revenue', 'final_expenditure'],
  },
  'sectors.csv': { required: ['sector', 'name', 'kind'] },
  'trade_flows.csv': {
    required: ['importer', 'exporter', 'sector', 'value', 'duty'],
    optional: ['value_source', 'duty_source'],
  },
  'region_sector.csv': {
    required: ['region', 'sector', 'value_added_share', 'final_demand_share'],
    optional: ['gross_output', 'expenditure', 'value_added'],
  },
  'input_shares.csv': { required: ['region', 'input', 'user', 'share'] },
  'elasticities.csv': { required: ['sector'], further: true },
  'sources.csv': { required: ['source', 'kind', 'description'] },
} satisfies Record<string, CsvLayout>;

type TableName = keyof typeof layouts;
type Tables = Partial<Record<TableName, CsvTable>>;

/** Cells beyond which a table of flows is a mistake in the list of regions or sectors. */
const mostFlows = 20_000_000;

export interface LoadOptions {
  /** How messages name the folder: `my-economy` gives `my-economy/regions.csv:3:5`. */
  readonly folder: string;
  /** Stable name of the contents, for `Economy.hash`. */
  readonly hash: string;
  /** Called with what is odd but can be worked with. */
  readonly note?: (note: Problem) => void;
}

/**
 * Makes an economy of the texts of its files, by name: `economy.yaml`, `regions.csv`, `sectors.csv`,
 * `trade_flows.csv`, `region_sector.csv`, `input_shares.csv`, `elasticities.csv` and, optionally, `sources.csv`.
 * The layout of each is described in docs/your-own-data.md. Regions and sectors keep the order of their files.
 *
 * @throws InputError with everything that is wrong: first what cannot be read, then which accounts do not add up.
 */
export function loadEconomy(files: ReadonlyMap<string, string>, options: LoadOptions): Economy {
  const problems = new ProblemList();
  const pathOf = (name: string) => `${options.folder.replace(/\/+$/, '')}/${name}`;
  for (const name of economyFiles) {
    if (!files.has(name) && name !== 'sources.csv') {
      problems.add('missing-file', `there is no ${name} in ${options.folder}`);
    }
  }
  problems.throwIfAny();

  const located = readEconomyHeader(files.get('economy.yaml')!, pathOf('economy.yaml'), problems);
  const tables: Tables = {};
  for (const name of Object.keys(layouts) as TableName[]) {
    const text = files.get(name);
    const table = text === undefined ? undefined : readCsvTable(text, pathOf(name), layouts[name], problems);
    if (table) tables[name] = table;
  }
  const regions = tables['regions.csv'] && readRegions(tables['regions.csv'], problems);
  const sectors = tables['sectors.csv'] && readSectors(tables['sectors.csv'], problems);
  const sources = readSources(tables['sources.csv'], problems);
  if (regions === undefined || sectors === undefined) {
    problems.throwIfAny();
    throw new Error('regions or sectors are absent without a problem');
  }
  if (regions.length ** 2 * sectors.length > mostFlows) {
    const message = `${regions.length} regions by ${sectors.length} sectors are more than ${mostFlows} flows`;
    problems.add('too-large', message, tables['regions.csv']!.end);
    problems.throwIfAny();
  }

  const region: Omit<Axis, 'column'> = { what: 'region', codes: indexOf(regions.map(({ code }) => code)) };
  const sector: Omit<Axis, 'column'> = { what: 'sector', codes: indexOf(sectors.map(({ code }) => code)) };
  const rows: Record<string, Int32Array> = {};
  const numbers = (name: TableName, axes: readonly Axis[], ...columns: string[]): Float64Array[] => {
    const table = tables[name];
    if (!table) return columns.map(() => new Float64Array());
    rows[name] ??= readCells(table, axes, problems);
    return columns.map((column) => numbersOf(table, rows[name]!, column, problems));
  };
  const optional = (name: TableName, column: string): Float64Array | undefined => {
    const table = tables[name];
    return table && table.column(column) >= 0 ? numbersOf(table, rows[name]!, column, problems) : undefined;
  };

  const [deficit] = numbers('regions.csv', [{ column: 'region', ...region }], 'deficit');
  const [flow, duty] = numbers(
    'trade_flows.csv',
    [
      { column: 'importer', ...region },
      { column: 'exporter', ...region },
      { column: 'sector', ...sector },
    ],
    'value',
    'duty',
  );
  const [valueAddedShare, finalShare] = numbers(
    'region_sector.csv',
    [
      { column: 'region', ...region },
      { column: 'sector', ...sector },
    ],
    'value_added_share',
    'final_demand_share',
  );
  const [inputShare] = numbers(
    'input_shares.csv',
    [
      { column: 'region', ...region },
      { column: 'input', ...sector },
      { column: 'user', ...sector },
    ],
    'share',
  );
  const sets = (tables['elasticities.csv']?.header ?? []).filter((name) => name !== 'sector');
  for (const name of sets) checkSetName(name, tables['elasticities.csv']!, problems);
  const elasticities = new Map<string, Float64Array>();
  numbers('elasticities.csv', [{ column: 'sector', ...sector }], ...sets).forEach((values, index) => {
    elasticities.set(sets[index]!, values);
  });
  const provenance = new Provenance(sources, tables['trade_flows.csv'], rows['trade_flows.csv'], problems);
  const flowSource = provenance.of('value_source', flow!.length);
  const dutySource = provenance.of('duty_source', flow!.length);
  const parties = located ? readParties(located, region.codes, sets, problems) : [];
  const stated: StatedTotals = present({
    grossOutput: optional('region_sector.csv', 'gross_output'),
    expenditure: optional('region_sector.csv', 'expenditure'),
    valueAdded: optional('region_sector.csv', 'value_added'),
    gdp: optional('regions.csv', 'gdp'),
    tariffRevenue: optional('regions.csv', 'tariff_revenue'),
    finalExpenditure: optional('regions.csv', 'final_expenditure'),
  });
  problems.throwIfAny();

  const { header } = located!;
  const unfinished = {
    id: header.id,
    title: header.title,
    year: header.year,
    unit: header.unit,
    regions,
    sectors,
    parties,
    flow: flow!,
    duty: duty!,
    valueAddedShare: valueAddedShare!,
    inputShare: inputShare!,
    finalShare: finalShare!,
    deficit: deficit!,
    elasticities,
    defaultElasticities: header['default-elasticities'],
    sources: provenance.sources,
    flowSource,
    dutySource,
    accounts: header.accounts,
    hash: options.hash,
  };
  const valueAdded = stated.valueAdded
    ? sumByRegion(stated.valueAdded, regions.length)
    : valueAddedOf({ ...unfinished, valueAdded: new Float64Array() });
  const economy: Economy = { ...unfinished, valueAdded };

  const { breaks, notes } = checkAccounts(economy, stated);
  const inWords = ({ code, message, advice, table, cell, column }: AccountBreak): Problem => ({
    code,
    message,
    ...(advice === undefined ? {} : { advice }),
    place: tables[table]!.place(rows[table]![cell]!, tables[table]!.column(column)),
  });
  problems.addAll(breaks.map(inWords));
  problems.throwIfAny();
  if (options.note) for (const note of notes) options.note(inWords(note));
  return economy;
}

function readParties(
  { header, place }: LocatedHeader,
  regions: ReadonlyMap<string, number>,
  sets: readonly string[],
  problems: ProblemList,
): number[] {
  const chosen = header['default-elasticities'];
  if (!sets.includes(chosen)) {
    const message = `elasticities.csv has no set "${chosen}"`;
    problems.add('unknown-set', message, place('default-elasticities'), adviseWord(chosen, sets));
  }
  return header.parties.map((code, item) => {
    const index = regions.get(code);
    if (index === undefined) {
      const advice = adviseWord(code, [...regions.keys()]);
      problems.add('unknown-code', `there is no region "${code}"`, place('parties', item), advice);
    } else if (header.parties.indexOf(code) < item) {
      problems.add('duplicate-code', `${code} is named twice`, place('parties', item));
    }
    return index ?? 0;
  });
}

function checkSetName(name: string, table: CsvTable, problems: ProblemList): void {
  if (/^[a-z0-9][a-z0-9-]{0,59}$/.test(name)) return;
  const advice = 'a set is named in lower-case letters, digits and hyphens';
  problems.add('not-a-name', `"${name}" cannot name a set`, table.place(-1, table.column(name)), advice);
}

function sumByRegion(values: Float64Array, regions: number): Float64Array {
  const sums = new Float64Array(regions);
  const perRegion = values.length / regions;
  values.forEach((value, cell) => {
    sums[Math.floor(cell / perRegion)]! += value;
  });
  return sums;
}

/** Without the keys that are undefined. */
function present<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
