import type { Economy } from '../economy/economy.ts';
import { type ListDays, listDaysOf } from './cell-goods.ts';
import type { Law } from './law.ts';
import type { TariffMeasure } from './measure.ts';
import type { CellRuling } from './ruling.ts';

/** The measures between one importer and one exporter, and the cells laid out under them. */
export interface PairLaw {
  /** Their indices into `Ruling.owners`. */
  readonly owners: readonly number[];
  readonly measures: readonly TariffMeasure[];
  readonly listDays: ListDays;
  /** Cells as the measures alone leave them. */
  readonly cells: Map<number, CellRuling>;
}

/**
 * The law of each pair as it was last laid out. Nothing in a cell depends on measures of another pair, and the cases
 * of a comparison change few pairs of one law: the cells of the others are laid out once.
 */
const latest = new WeakMap<Economy, WeakMap<Law, Map<string, PairLaw>>>();

/** The law of every pair under some measures; cells laid out before under the same ones are there already. */
export function pairLaws(
  economy: Economy,
  law: Law,
  measures: readonly TariffMeasure[],
): (importer: string, exporter: string) => PairLaw {
  const byLaw = latest.get(economy) ?? new WeakMap<Law, Map<string, PairLaw>>();
  latest.set(economy, byLaw);
  const byPair = byLaw.get(law) ?? new Map<string, PairLaw>();
  byLaw.set(law, byPair);
  const asked = new Map<string, PairLaw>();
  return (importer, exporter) => {
    const pair = `${importer} ${exporter}`;
    const known = asked.get(pair);
    if (known) return known;
    const owners: number[] = [];
    measures.forEach((measure, owner) => {
      if (measure.importer === importer && measure.exporters.includes(exporter)) owners.push(owner);
    });
    const before = byPair.get(pair);
    const same = before && isSame(before, owners, measures) ? before : pairLaw(owners, measures, exporter);
    byPair.set(pair, same);
    asked.set(pair, same);
    return same;
  };
}

function pairLaw(owners: readonly number[], all: readonly TariffMeasure[], exporter: string): PairLaw {
  const measures = owners.map((owner) => all[owner]!);
  const listDays = listDaysOf(
    measures
      .filter(({ inBase }) => !inBase)
      .flatMap(({ charges }) => charges.filter(({ exporters }) => exporters?.includes(exporter) ?? true)),
  );
  return { owners, measures, listDays, cells: new Map() };
}

function isSame(before: PairLaw, owners: readonly number[], measures: readonly TariffMeasure[]): boolean {
  return (
    before.owners.length === owners.length &&
    owners.every((owner, k) => before.owners[k] === owner && before.measures[k] === measures[owner])
  );
}
