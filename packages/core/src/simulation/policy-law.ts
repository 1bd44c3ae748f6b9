import type { Economy } from '../economy/economy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { dayPeriod, type Period } from '../tariffs/calendar.ts';
import type { Change, Scope } from '../tariffs/change.ts';
import type { Law } from '../tariffs/law.ts';
import type { TariffMeasure } from '../tariffs/measure.ts';
import { rulingOf } from '../tariffs/ruling.ts';
import { scheduleOf, timelineOf } from '../tariffs/schedule.ts';
import { situationOf } from '../tariffs/standing-law.ts';
import type { ShockedCell, TradeShock } from '../trade/trade-shock.ts';

/** The law under one policy. Equal keys are equal laws. */
export interface PolicyShock {
  readonly key: string;
  /**
   * As the trade model takes it, laid out when asked for.
   *
   * @throws InputError where lists of goods put side by side exceed a flow.
   */
  shock(): TradeShock;
}

/**
 * The law of a case with any further changes, on the last day of its horizon: what `runScenario` would find. Nothing
 * in the law of one importer and exporter depends on that of another, so a pair is laid out once for every set of
 * changes that touch it, and hundreds of policies cost little more than the few dozen laws that they are made of.
 */
export class PolicyLaw {
  readonly #economy: Economy;
  readonly #law: Law;
  readonly #asOf: string;
  readonly #changes: readonly Change[];
  readonly #day: Period;
  /** Cells of the case's own law by pair, `importer exporter`. */
  readonly #own: ReadonlyMap<string, readonly ShockedCell[]>;
  /** Cells by pair and the changes that touch it. */
  readonly #laid = new Map<string, readonly ShockedCell[]>();
  readonly #measures: ReadonlyMap<string, TariffMeasure>;
  readonly #numbers = new Map<string, number>();
  readonly #numberOf = new WeakMap<Change, number>();

  /**
   * @param economy as the case's model has it, balanced where the case says so.
   * @throws InputError where the case's own lists of goods exceed a flow.
   * @throws RangeError where the record does not know the law that it starts from.
   */
  constructor(economy: Economy, law: Law, { asOf, changes, horizon }: Scenario) {
    const situation = situationOf(law, asOf);
    if (!situation) throw new RangeError(`no law known for "${asOf}"`);
    this.#economy = economy;
    this.#law = law;
    this.#asOf = situation.date;
    this.#changes = changes;
    this.#day = dayPeriod(`${horizon}-12-31`);
    this.#measures = new Map(
      [...law.measures, ...enactedBy(changes)].map((measure) => [measure.id, measure]),
    );
    this.#own = byPair(economy, this.#cellsUnder(law, changes));
  }

  under(changes: readonly Change[]): PolicyShock {
    const touching = new Map<string, { pair: Pair; changes: Change[]; key: string }>();
    const enacted = new Map(enactedBy(changes).map((measure) => [measure.id, measure]));
    const measuresOf = (id: string) => [enacted.get(id) ?? [], this.#measures.get(id) ?? []].flat();
    for (const change of changes) {
      for (const pair of pairsOf(change, measuresOf)) {
        const name = nameOf(pair);
        const known = touching.get(name) ?? { pair, changes: [], key: name };
        known.changes.push(change);
        known.key += ` ${this.#numbered(change)}`;
        touching.set(name, known);
      }
    }
    return {
      key: [...touching.values()]
        .map((one) => one.key)
        .sort()
        .join('; '),
      shock: () => {
        const cells: ShockedCell[] = [];
        for (const [name, own] of this.#own) if (!touching.has(name)) cells.push(...own);
        for (const { pair, changes: here, key } of touching.values()) {
          const laid = this.#laid.get(key) ?? this.#layOut(pair, here);
          this.#laid.set(key, laid);
          cells.push(...laid);
        }
        return { cells };
      },
    };
  }

  #layOut(pair: Pair, changes: readonly Change[]): ShockedCell[] {
    const of = ({ importer, exporter }: Pair) => importer === pair.importer && exporter === pair.exporter;
    const { groups, coverage } = this.#law.goods;
    const law: Law = {
      ...this.#law,
      measures: this.#law.measures.flatMap((measure) => within(measure, pair)),
      goods: { ...this.#law.goods, groups: groups.filter(of), coverage: coverage.filter(of) },
    };
    const own = [...this.#changes, ...changes].flatMap((change) => changeWithin(change, pair));
    return this.#cellsUnder(law, own);
  }

  #cellsUnder(law: Law, changes: readonly Change[]): ShockedCell[] {
    const timeline = timelineOf(rulingOf(this.#economy, law, this.#asOf, changes));
    return [...scheduleOf(timeline, this.#day).shock.cells];
  }

  /** A number for what a change says, whoever says it and why. */
  #numbered(change: Change): number {
    const known = this.#numberOf.get(change);
    if (known !== undefined) return known;
    const text = JSON.stringify(change, (key, value) =>
      key === 'place' || key === 'because' ? undefined : value === Infinity ? 'Infinity' : value,
    );
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    this.#numberOf.set(change, number);
    return number;
  }
}

function enactedBy(changes: readonly Change[]): TariffMeasure[] {
  return changes.flatMap((change) => (change.verb === 'enact' ? change.measures : []));
}

interface Pair {
  readonly importer: string;
  readonly exporter: string;
}

function nameOf({ importer, exporter }: Pair): string {
  return `${importer} ${exporter}`;
}

function byPair({ regions }: Economy, cells: readonly ShockedCell[]): Map<string, ShockedCell[]> {
  const pairs = new Map<string, ShockedCell[]>();
  for (const cell of cells) {
    const name = nameOf({
      importer: regions[cell.importer]!.code,
      exporter: regions[cell.exporter]!.code,
    });
    const known = pairs.get(name);
    if (known) known.push(cell);
    else pairs.set(name, [cell]);
  }
  return pairs;
}

/** The pairs of importer and exporter in which a change may alter anything. */
function pairsOf(change: Change, measuresOf: (id: string) => readonly TariffMeasure[]): Pair[] {
  const ofMeasures = (ids: readonly string[]) => ids.flatMap((id) => measuresOf(id).flatMap(pairsOfMeasure));
  switch (change.verb) {
    case 'enact':
      return distinct([
        ...change.measures.flatMap(pairsOfMeasure),
        ...ofMeasures(change.measures.map(({ id }) => id)),
      ]);
    case 'lift':
    case 'extend':
    case 'expire':
      return distinct(ofMeasures(change.measures));
    case 'raise':
    case 'lower':
      return distinct(ofMeasures([change.measure])).filter((pair) => isIn(pair, change.scope));
    case 'exempt':
      return distinct(ofMeasures(change.measures)).filter((pair) => isIn(pair, change.scope));
    case 'duties':
      return distinct(change.rows);
    case 'impose':
    case 'ban':
    case 'quota':
    case 'ordinary-duty':
    case 'trade-cost':
    case 'claim-ceiling':
    case 'us-content':
      return change.scope.importers.flatMap((importer) =>
        change.scope.exporters.flatMap((exporter) => (importer === exporter ? [] : [{ importer, exporter }])),
      );
    default:
      throw new RangeError(`not foreseen: ${JSON.stringify(change satisfies never)}`);
  }
}

function pairsOfMeasure({ importer, exporters }: TariffMeasure): Pair[] {
  return exporters.filter((exporter) => exporter !== importer).map((exporter) => ({ importer, exporter }));
}

function distinct(pairs: readonly Pair[]): Pair[] {
  return [
    ...new Map(
      pairs.map(({ importer, exporter }) => [`${importer} ${exporter}`, { importer, exporter }]),
    ).values(),
  ];
}

/** Measures are changed everywhere where no place is named. */
function isIn({ importer, exporter }: Pair, { importers, exporters, sectors }: Scope): boolean {
  if (importers.length + exporters.length + sectors.length === 0) return true;
  return importers.includes(importer) && exporters.includes(exporter);
}

function within(measure: TariffMeasure, { importer, exporter }: Pair): TariffMeasure[] {
  if (measure.importer !== importer || !measure.exporters.includes(exporter)) return [];
  return [{ ...measure, exporters: [exporter] }];
}

/** What a change says of one pair; nothing where it says nothing of it. */
function changeWithin(change: Change, pair: Pair): Change[] {
  switch (change.verb) {
    case 'enact':
      // One that is put in the place of another of its name ends that even where it does not bear itself.
      return [
        {
          ...change,
          measures: change.measures.map(
            (measure) => within(measure, pair)[0] ?? { ...measure, exporters: [] },
          ),
        },
      ];
    case 'lift':
    case 'extend':
    case 'expire':
      // Measures of other pairs are not in the law of this one.
      return [change];
    case 'duties': {
      const rows = change.rows.filter(
        ({ importer, exporter }) => importer === pair.importer && exporter === pair.exporter,
      );
      return rows.length > 0 ? [{ ...change, rows }] : [];
    }
    default: {
      const { importers, exporters, sectors } = change.scope;
      if (importers.length + exporters.length + sectors.length === 0) return [change];
      if (!importers.includes(pair.importer) || !exporters.includes(pair.exporter)) return [];
      return [
        { ...change, scope: { ...change.scope, importers: [pair.importer], exporters: [pair.exporter] } },
      ];
    }
  }
}
