import type { ScenarioResult } from '@usmca-sim/core';
import { type Frame, percentAbove, standardOf } from '../frame.ts';
import { labelColumn } from '../label-column.ts';
import { partiesTogether } from '../names.ts';
import { formatNumber } from '../number-style.ts';
import type { Cell, Column, Row, Table } from '../report.ts';
import { type ReadingPlace, readState } from './reading.ts';
import { betweenParties, endsOf, pairLabel } from './trade.ts';

/** How many years of the path a table has room for; the CSV has all. */
const mostYears = 5;

/**
 * The way to the long run, years as columns and the long run beside them, a table a case: the case alone against the
 * base year; in a comparison the others against the reference in the same year, or against a base of their own.
 */
export function transitionTables(frame: Frame): Table[] {
  const shown = frame.others.length > 0 ? frame.others : [frame.reference];
  return shown
    .filter((result) => result.transition.length > 0)
    .map((result) => transitionTable(frame, result));
}

function transitionTable(frame: Frame, result: ScenarioResult): Table {
  const { reference, baseYear } = frame;
  const standard = standardOf(frame, result);
  const alone = standard.when === 'base';
  const byYear = new Map(reference.transition.map((step) => [step.year, step.flow]));
  const steps = result.transition.filter((step) => alone || byYear.has(step.year));
  const years = someYears(steps.map((step) => step.year));

  const columns: Column[] = [labelColumn('Exporter to importer')];
  for (const year of years) columns.push(changeColumn(`year-${year}`, `${year}`));
  columns.push(changeColumn('long-run', 'long run'));

  const cellsOf = (place: ReadingPlace): Cell[] => {
    const total = (of: ScenarioResult, flow: Float64Array) =>
      readState(of, { flow }, 'trade-flow', place) ?? 0;
    const cells: Cell[] = [];
    for (const step of steps) {
      if (!years.includes(step.year)) continue;
      const against = alone
        ? total(result, result.base.flow)
        : total(reference, byYear.get(step.year) ?? reference.base.flow);
      cells.push(percentAbove(total(result, step.flow), against));
    }
    const against = alone ? total(result, result.base.flow) : total(reference, reference.longRun.flow);
    cells.push(percentAbove(total(result, result.longRun.flow), against));
    return cells;
  };
  const rows: Row[] = frame.pairs.map((pair) => ({
    cells: [pairLabel(frame, pair), ...cellsOf(endsOf(frame, pair))],
  }));
  rows.push({
    cells: [`All between ${partiesTogether(frame)}`, ...cellsOf(betweenParties)],
    total: true,
  });

  const against = frame.ownBase.has(result)
    ? 'its own base'
    : alone
      ? `${baseYear}`
      : `${reference.scenario.id} in the same year`;
  const { transitionSpeed } = result.madeBy;
  const notes = [
    `${formatNumber(transitionSpeed * 100, 0)}% of the gap to the long run, in logs, closes in a year.`,
  ];
  const what = frame.others.length > 0 ? `${result.scenario.id}: trade` : 'Trade';
  return {
    title: `${what} on the way to the long run, change against ${against} in percent`,
    columns,
    rows,
    notes,
  };
}

/** All years while they are few; otherwise the first three, one between, and the last. */
function someYears(years: readonly number[]): number[] {
  if (years.length <= mostYears) return [...years];
  const middle = Math.round((2 + years.length - 1) / 2);
  return [0, 1, 2, middle, years.length - 1].map((at) => years[at]!);
}

function changeColumn(key: string, heading: string): Column {
  return { key, heading, kind: 'percent', unit: 'percent', signed: true };
}
