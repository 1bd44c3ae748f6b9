import type { Economy } from '../economy/economy.ts';
import type { Place } from '../problems/problem.ts';
import { dayNumber, type Period } from './calendar.ts';
import type { Change, DutyRow, Scope } from './change.ts';
import type { Situation, TariffMeasure } from './law.ts';

/**
 * Every rule that a case puts in force, with the cells it bears on. What varies over time is only which rules are in
 * force, so they are laid out once for a case.
 */
export interface Ruling {
  readonly economy: Economy;
  readonly rules: readonly Rule[];
}

export interface Rule {
  /** What to call it in a message. */
  readonly name: string;
  readonly kind: 'duty' | 'ordinary-duty' | 'trade-cost';
  /** First day and first day no longer in force, as day numbers; Infinity where no end is known. */
  readonly on: number;
  readonly until: number;
  readonly cells: readonly RuledCell[];
  readonly place?: Place;
}

export interface RuledCell {
  /** `(n·N + i)·J + j`. */
  readonly cell: number;
  readonly share: number;
  /** Added rate or ordinary rate, `Infinity` for a ban; or ratio of the iceberg factor to its base. */
  readonly value: number;
}

/**
 * Lays out the rules of a case: the law that it starts from and the case's own changes. Measures of the starting law
 * count from the day they came into force, at the rate they had on the starting day, until the case lifts them: what
 * the law did afterwards is not the case's.
 */
export function layOutRules(economy: Economy, situation: Situation, changes: readonly Change[]): Ruling {
  const at = cellIndex(economy);
  const ruled = ({ importer, exporter, sector, share, rate }: DutyRow): RuledCell => ({
    cell: at(importer, exporter, sector),
    share,
    value: rate,
  });
  const rules: Rule[] = [];
  for (const measure of situation.measures) {
    const cells = situation.lines.filter((line) => line.measure === measure.id).map(ruled);
    // A lift with an end is a suspension: the same goods come back under the measure.
    for (const period of periodsInForce(measure, changes)) {
      rules.push({ ...period, name: measure.id, kind: 'duty', cells });
    }
  }
  changes.forEach((change, position) => {
    const shared = {
      name: `change ${position + 1} (${change.verb})`,
      on: dayNumber(change.on),
      until: change.until === undefined ? Infinity : dayNumber(change.until),
      ...(change.place ? { place: change.place } : {}),
    };
    const over = (scope: Scope, share: number, value: number) =>
      scopeCells(scope, at).map((cell) => ({ cell, share, value }));
    switch (change.verb) {
      case 'lift':
        break;
      case 'impose':
        rules.push({ ...shared, kind: 'duty', cells: over(change.scope, change.share, change.rate) });
        break;
      case 'ordinary-duty':
        rules.push({ ...shared, kind: 'ordinary-duty', cells: over(change.scope, 1, change.rate) });
        break;
      case 'ban':
        rules.push({ ...shared, kind: 'duty', cells: over(change.scope, change.share, Infinity) });
        break;
      case 'trade-cost':
        rules.push({ ...shared, kind: 'trade-cost', cells: over(change.scope, 1, 1 + change.change) });
        break;
      case 'duties': {
        const kind = change.as === 'ordinary' ? 'ordinary-duty' : 'duty';
        rules.push({ ...shared, kind, cells: change.rows.map(ruled) });
        break;
      }
      default:
        assertNever(change);
    }
  });
  return { economy, rules: rules.filter((rule) => rule.cells.length > 0) };
}

/** The days that a measure of the starting law is in force, with those taken out on which the case has lifted it. */
function periodsInForce(measure: TariffMeasure, changes: readonly Change[]): { on: number; until: number }[] {
  let periods = [{ on: dayNumber(measure.from), until: Infinity }];
  for (const change of changes) {
    if (change.verb !== 'lift' || !change.measures.includes(measure.id)) continue;
    const from = dayNumber(change.on);
    const to = change.until === undefined ? Infinity : dayNumber(change.until);
    periods = periods
      .flatMap(({ on, until }) => [
        { on, until: Math.min(until, from) },
        { on: Math.max(on, to), until },
      ])
      .filter(({ on, until }) => on < until);
  }
  return periods;
}

/** A stretch of a period throughout which the same rules are in force. */
export interface Segment {
  /** The part of the period's days that it covers; the segments of a period sum to 1. */
  readonly part: number;
  /** Indices into `Ruling.rules`, in their order. */
  readonly inForce: readonly number[];
}

/** Cuts a period where a rule starts or ends. Equal segments mean equal schedules. */
export function segmentsOf({ rules }: Ruling, { from, until }: Period): Segment[] {
  const cuts = rules.flatMap((rule) => [rule.on, rule.until]).filter((day) => day > from && day < until);
  const days = [...new Set([from, ...cuts, until])].sort((a, b) => a - b);
  return days.slice(1).map((end, k) => ({
    part: (end - days[k]!) / (until - from),
    inForce: rules.flatMap((rule, r) => (rule.on < end && rule.until > days[k]! ? [r] : [])),
  }));
}

function scopeCells(
  scope: Scope,
  at: (importer: string, exporter: string, sector: string) => number,
): number[] {
  const cells: number[] = [];
  for (const importer of scope.importers) {
    for (const exporter of scope.exporters) {
      if (importer === exporter) continue;
      for (const sector of scope.sectors) cells.push(at(importer, exporter, sector));
    }
  }
  return cells;
}

function cellIndex(economy: Economy): (importer: string, exporter: string, sector: string) => number {
  const regions = new Map(economy.regions.map(({ code }, index) => [code, index]));
  const sectors = new Map(economy.sectors.map(({ code }, index) => [code, index]));
  const N = economy.regions.length;
  const J = economy.sectors.length;
  return (importer, exporter, sector) => {
    const n = regions.get(importer);
    const i = regions.get(exporter);
    const j = sectors.get(sector);
    if (n === undefined || i === undefined || j === undefined) {
      throw new RangeError(`no flow ${importer} from ${exporter} of ${sector} in ${economy.id}`);
    }
    return (n * N + i) * J + j;
  };
}

function assertNever(value: never): never {
  throw new RangeError(`not foreseen: ${JSON.stringify(value)}`);
}
