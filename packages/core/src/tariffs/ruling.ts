import type { Economy } from '../economy/economy.ts';
import { InputError, type Problem } from '../problems/problem.ts';
import { amendedLaw } from './amended-law.ts';
import { dayNumber } from './calendar.ts';
import { type CellChange, changesByCell, ListsExceedGoods, layOverGoods } from './case-rules.ts';
import { allGoods, type CellGoods, CoverageOverflow, goodsOfCoverage, goodsOfGroups } from './cell-goods.ts';
import { type CellIndex, cellIndex } from './cell-index.ts';
import type { Adjustment, CellCondition, CellRule } from './cell-rule.ts';
import type { Change, Scope } from './change.ts';
import { type CellLaw, rateOver, ruleOfCharge } from './charge-rules.ts';
import type { ClaimResponse } from './claims.ts';
import type { Coverage, ProductGroup } from './goods.ts';
import type { Law } from './law.ts';
import type { TariffMeasure } from './measure.ts';
import { type PairLaw, pairLaws } from './pair-law.ts';
import { standingLaw } from './standing-law.ts';

/**
 * Everything that bears on the flows of an economy under the law of a case, laid out cell by cell. What varies over
 * time is only which rules are in force, so it is laid out once and read for every day.
 */
export interface Ruling {
  readonly economy: Economy;
  readonly claims: ClaimResponse;
  /** The measures of the case's law, whole-measure changes included. */
  readonly measures: readonly TariffMeasure[];
  /** Names of what rules come from: ids of measures, then names of changes. */
  readonly owners: readonly string[];
  /** `yields[a]` has b where a rule of owner a gives way to one of owner b. */
  readonly yields: readonly ReadonlySet<number>[];
  /** Cells on which any rule bears at any time, in order of cell. */
  readonly cells: readonly CellRuling[];
}

export interface CellRuling {
  /** `(n·N + i)·J + j`. */
  readonly cell: number;
  /** Duty of the base year less what measures collected in it; fraction. */
  readonly ordinary: number;
  readonly goods: readonly CellGoods[];
  /** The case's own division of all goods; one piece where it has none. */
  readonly pieces: readonly number[];
  readonly rules: readonly CellRule[];
  readonly adjustments: readonly Adjustment[];
  readonly conditions: readonly CellCondition[];
}

/** The record's own history: what the law was on every day it covers. */
export function rulingOfRecord(economy: Economy, law: Law): Ruling {
  return layOut(
    economy,
    law,
    law.measures.filter(({ status }) => status === 'law'),
    [],
  );
}

/**
 * The law of a case: that of its first day, and the case's changes.
 *
 * @param asOf ISO date of the law that it starts from.
 * @throws InputError where the case's own lists exceed the goods they are part of.
 */
export function rulingOf(economy: Economy, law: Law, asOf: string, changes: readonly Change[]): Ruling {
  return layOut(economy, law, amendedLaw(standingLaw(law.measures, asOf), changes), changes);
}

function layOut(
  economy: Economy,
  law: Law,
  measures: readonly TariffMeasure[],
  changes: readonly Change[],
): Ruling {
  const index = cellIndex(economy);
  const owners = [
    ...measures.map(({ id }) => id),
    ...changes.map(({ verb }, k) => `change ${k + 1} (${verb})`),
  ];
  const ownerAt = new Map(owners.map((name, owner) => [name, owner]));
  const ownerOf = (name: string) => ownerAt.get(name) ?? -1;
  const tables = tablesByCell(law, index);
  const byMeasure = measures.map((measure) => cellsOf(measure, index, economy));
  const ownChanges = changesByCell(changes, index, (ids, scope) => {
    const cells = new Set(ids.flatMap((id) => byMeasure[ownerOf(id)] ?? []));
    return [...cells].filter((cell) => isWithin(cell, scope, index, economy)).sort((a, b) => a - b);
  });
  const byCell = new Map<number, number[]>();
  byMeasure.forEach((cells, owner) => {
    for (const cell of cells) {
      const known = byCell.get(cell);
      if (known) known.push(owner);
      else byCell.set(cell, [owner]);
    }
  });
  const context: Context = {
    economy,
    law,
    measures,
    index,
    tables,
    pairLaw: pairLaws(economy, law, measures),
    apart: listsApart(measures),
    ownerOf,
  };
  const problems: Problem[] = [];
  const cells: CellRuling[] = [];
  for (const cell of [...new Set([...byCell.keys(), ...ownChanges.keys()])].sort((a, b) => a - b)) {
    try {
      const laid = layCell(cell, byCell.get(cell) ?? [], ownChanges.get(cell) ?? [], context, problems);
      if (laid) cells.push(laid);
    } catch (error) {
      if (!(error instanceof CoverageOverflow)) throw error;
      // The record fits on every day of its own: a change has brought lists together.
      const place = changes.find((change) => prolongs(change, error.list, measures))?.place;
      const { message } = error;
      const advice = 'these lists never held together on record; end the measures on the others first';
      problems.push({ code: 'lists-exceed-flow', message, advice, ...(place ? { place } : {}) });
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return { economy, claims: law.claims, measures, owners, yields: yieldsOf(measures, changes), cells };
}

interface Context {
  readonly economy: Economy;
  readonly law: Law;
  readonly measures: readonly TariffMeasure[];
  readonly index: CellIndex;
  readonly tables: ReadonlyMap<number, { groups: ProductGroup[]; coverage: Coverage[] }>;
  readonly pairLaw: (importer: string, exporter: string) => PairLaw;
  readonly apart: (list: string, other: string) => boolean;
  readonly ownerOf: (name: string) => number;
}

function layCell(
  cell: number,
  owners: readonly number[],
  changes: readonly CellChange[],
  context: Context,
  problems: Problem[],
): CellRuling | undefined {
  const { economy, index, law, ownerOf, pairLaw } = context;
  const place = index.position(cell);
  const importer = economy.regions[place.importer]!.code;
  const exporter = economy.regions[place.exporter]!.code;
  const sector = economy.sectors[place.sector]!.code;
  const pair = pairLaw(importer, exporter);
  const standing = pair.cells.get(cell) ?? standingCell(cell, owners, { exporter, sector }, pair, context);
  const { rules } = standing;
  const own = changes.filter(({ change }) => concerns(change, rules, ownerOf));
  if (own.length === 0) return rules.length === 0 && changes.length === 0 ? undefined : standing;
  try {
    const { goods, ordinary } = standing;
    const usContent = law.usContent[exporter] ?? 0;
    const laid = layOverGoods(own, { goods, ordinary, usContent }, ownerOf);
    return { cell, ordinary, goods, ...laid, rules: [...rules, ...laid.rules] };
  } catch (error) {
    if (!(error instanceof ListsExceedGoods)) throw error;
    const { names, total, place } = error;
    const message = `the lists of goods on ${index.name(cell)} add up to ${(100 * total).toFixed(1)}% of the flow: ${names.join(', ')}`;
    const advice =
      'lists with a share below 100% bear on different goods; lower a share, or leave it out to cover all goods';
    problems.push({ code: 'lists-exceed-flow', message, advice, ...(place ? { place } : {}) });
    return undefined;
  }
}

/**
 * A cell as measures leave it, before a case changes anything in it.
 *
 * @throws CoverageOverflow where lists that hold together exceed the flow.
 */
function standingCell(
  cell: number,
  owners: readonly number[],
  { exporter, sector }: { exporter: string; sector: string },
  { listDays, cells }: PairLaw,
  { economy, law, measures, tables, apart }: Context,
): CellRuling {
  const { groups, coverage } = tables.get(cell) ?? { groups: [], coverage: [] };
  const inBase = owners.filter((owner) => measures[owner]!.inBase);
  const after = owners.filter((owner) => !measures[owner]!.inBase);
  // Whether lists are apart is a matter of all measures, not of those of the pair alone.
  let isOfPair = true;
  const isApart = (list: string, other: string) => {
    isOfPair = false;
    return apart(list, other);
  };
  const goods =
    groups.length > 0
      ? goodsOfGroups(groups)
      : coverage.length > 0
        ? goodsOfCoverage(coverage, listDays, isApart)
        : allGoods;
  const collected = inBase.flatMap((owner) =>
    averageCharges(measures[owner]!, owner, coverage, { exporter, sector, duty: economy.duty[cell]! }),
  );
  const baseDay = law.situations[0]?.date ?? '';
  const atBase = collected
    .filter(({ rule }) => isOn(rule, dayNumber(baseDay)))
    .reduce((sum, { rate }) => sum + rate, 0);
  const ordinary = Math.max(0, economy.duty[cell]! - atBase);
  const laid: CellLaw = { exporter, sector, goods, ordinary, usContent: law.usContent[exporter] ?? 0 };
  const rules: CellRule[] = collected.map(({ rule, rate }) => spread(rule, rate, goods.length));
  for (const owner of after) {
    for (const charge of measures[owner]!.charges) {
      const rule = ruleOfCharge(charge, owner, laid);
      if (rule) rules.push(rule);
    }
  }
  rules.sort((a, b) => a.owner - b.owner);
  const standing = { cell, ordinary, goods, pieces: [1], rules, adjustments: [], conditions: [] };
  if (isOfPair) cells.set(cell, standing);
  return standing;
}

/** Whether a change has anything to act on in a cell: one that frees goods of measures needs one that bears on them. */
function concerns(change: Change, rules: readonly CellRule[], ownerOf: (name: string) => number): boolean {
  const isQuota = change.verb === 'quota' && change.beyond === undefined;
  if (change.verb !== 'exempt' && !isQuota) return true;
  return change.measures.some((id) => rules.some(({ owner }) => owner === ownerOf(id)));
}

function bears({ exporters, sectors }: TariffMeasure['charges'][number], exporter: string, sector: string) {
  return (exporters?.includes(exporter) ?? true) && (sectors?.includes(sector) ?? true);
}

/** Whether a change puts a measure with a list in force, or lets it go on. */
function prolongs(change: Change, list: string, measures: readonly TariffMeasure[]): boolean {
  const ids =
    change.verb === 'enact'
      ? change.measures.map(({ id }) => id)
      : change.verb === 'extend'
        ? change.measures
        : [];
  return measures.some(
    ({ id, charges }) => ids.includes(id) && charges.some(({ lists }) => lists?.includes(list)),
  );
}

/** Whether two lists never share goods: one measure has both, or the measure of one gives way to that of the other. */
function listsApart(measures: readonly TariffMeasure[]): (list: string, other: string) => boolean {
  // Hardly ever asked, and not cheap.
  let yields: ReadonlySet<number>[] | undefined;
  const ownersOf = (list: string) =>
    measures.flatMap(({ charges }, owner) =>
      charges.some(({ lists }) => lists?.includes(list)) ? [owner] : [],
    );
  return (list, other) => {
    yields ??= yieldsOf(measures, []);
    const givesWay = yields;
    const others = ownersOf(other);
    return ownersOf(list).some((a) =>
      others.some((b) => a === b || givesWay[a]!.has(b) || givesWay[b]!.has(a)),
    );
  };
}

interface BaseCharge {
  readonly rule: { readonly owner: number; readonly on: number; readonly until: number };
  /** Points of the whole flow. */
  readonly rate: number;
}

/**
 * What a measure whose collection the base duties hold adds on average. Its goods cannot be told apart without making
 * the base year's own law a shock, so it is spread over the flow.
 */
function averageCharges(
  { charges }: TariffMeasure,
  owner: number,
  coverage: readonly Coverage[],
  { exporter, sector, duty }: { exporter: string; sector: string; duty: number },
): BaseCharge[] {
  return charges.flatMap((charge) => {
    if (!bears(charge, exporter, sector)) return [];
    const rate = coverage
      .filter(({ list }) => charge.lists?.includes(list))
      .reduce((sum, { share, rate }) => sum + share * (rate ?? rateOver(charge.rate, duty)), 0);
    if (rate === 0) return [];
    const until = charge.until === undefined ? Infinity : dayNumber(charge.until);
    return [{ rule: { owner, on: dayNumber(charge.from), until }, rate }];
  });
}

function isOn({ on, until }: { on: number; until: number }, day: number): boolean {
  return on <= day && day < until;
}

function spread({ owner, on, until }: BaseCharge['rule'], rate: number, size: number): CellRule {
  const names = new Array<number>(size).fill(1);
  // Which goods are on its lists is not known, so nothing gives way to it.
  const cover = new Array<number>(size).fill(0);
  const rates = new Array<number>(size).fill(rate);
  return {
    kind: 'duty',
    owner,
    on,
    until,
    names,
    cover,
    rate: [rates, rates],
    part: [names, names],
    sparesUsContent: false,
  };
}

function tablesByCell({ goods }: Law, index: CellIndex) {
  const tables = new Map<number, { groups: ProductGroup[]; coverage: Coverage[] }>();
  const at = ({ importer, exporter, sector }: ProductGroup | Coverage) => {
    const cell = index.find(importer, exporter, sector);
    if (cell === undefined) return undefined;
    const table = tables.get(cell) ?? { groups: [], coverage: [] };
    tables.set(cell, table);
    return table;
  };
  for (const group of goods.groups) at(group)?.groups.push(group);
  for (const coverage of goods.coverage) at(coverage)?.coverage.push(coverage);
  return tables;
}

/** Cells that a measure may bear on: flows of goods between its importer and exporters. */
function cellsOf(measure: TariffMeasure, index: CellIndex, { sectors, flow }: Economy): number[] {
  const cells: number[] = [];
  for (const exporter of measure.exporters) {
    for (const { code, kind } of sectors) {
      if (kind !== 'goods' || exporter === measure.importer) continue;
      if (!measure.charges.some((charge) => bears(charge, exporter, code))) continue;
      const cell = index.find(measure.importer, exporter, code);
      if (cell !== undefined && flow[cell]! > 0) cells.push(cell);
    }
  }
  return cells;
}

/** A scope without codes is every cell. */
function isWithin(cell: number, scope: Scope, index: CellIndex, { regions, sectors }: Economy): boolean {
  if (scope.importers.length + scope.exporters.length + scope.sectors.length === 0) return true;
  const { importer, exporter, sector } = index.position(cell);
  return (
    scope.importers.includes(regions[importer]!.code) &&
    scope.exporters.includes(regions[exporter]!.code) &&
    scope.sectors.includes(sectors[sector]!.code)
  );
}

function yieldsOf(measures: readonly TariffMeasure[], changes: readonly Change[]): ReadonlySet<number>[] {
  const named = (words: readonly string[]) =>
    new Set(
      measures.flatMap(({ id, authority }, owner) =>
        words.includes(id) || words.includes(authority) ? [owner] : [],
      ),
    );
  return [
    ...measures.map(({ yieldsTo }) => named(yieldsTo)),
    ...changes.map((change) => named(change.verb === 'impose' ? change.yieldsTo : [])),
  ];
}
