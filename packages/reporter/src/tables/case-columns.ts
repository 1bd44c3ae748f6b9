import type { ScenarioResult } from '@usmca-sim/core';
import { type Frame, percentAbove, standardOf } from '../frame.ts';
import { labelColumn } from '../label-column.ts';
import type { Cell, Column, Row, Table } from '../report.ts';

/** A row of a table with a column, or several, a case. */
export interface Line {
  readonly label: string;
  readonly total?: boolean;
  /** Level in the base year and in the long run of a result. */
  value(result: ScenarioResult, when: 'base' | 'longRun'): number | null;
}

interface Contents {
  readonly title: string;
  readonly labels: string;
  readonly lines: readonly Line[];
  readonly notes?: readonly string[];
}

/** The name over the columns of a case. */
export function groupOf(frame: Frame, result: ScenarioResult): string {
  const isReference = result === frame.reference && frame.others.length > 0;
  return isReference ? `${result.scenario.id} (reference)` : result.scenario.id;
}

/**
 * Levels in money: the base year, the long run of each case, and beside it the change: of the reference against the
 * base year, of the other cases against the reference. A case with a base of its own has that base as a column, and
 * its change against it. A report on one case has both changes, US$ and percent.
 */
export function moneyTable(frame: Frame, contents: Contents): Table {
  const { baseYear, unit, scale, show } = frame;
  const money = { kind: 'money', unit, factor: scale.factor } as const;
  const columns: Column[] = [labelColumn(contents.labels), { key: 'base', heading: `${baseYear}`, ...money }];
  const compared = frame.others.length > 0;
  for (const result of frame.results) {
    const { id } = result.scenario;
    const group = compared ? { group: groupOf(frame, result) } : {};
    const against = standardOf(frame, result).heading;
    if (frame.ownBase.has(result)) {
      columns.push({ key: `${id}-base`, heading: 'own base', ...group, ...money });
    }
    columns.push({
      key: `${id}-long-run`,
      heading: compared ? 'level' : 'long run',
      ...group,
      ...money,
    });
    if (show === 'differences' || !compared) {
      columns.push({
        key: `${id}-difference`,
        heading: compared ? against : 'change',
        ...group,
        ...money,
        signed: true,
      });
    }
    if (show === 'percent' || !compared) {
      columns.push({
        key: `${id}-percent`,
        heading: compared ? against : 'change, %',
        ...group,
        ...percent,
      });
    }
  }
  const rows = rowsOf(frame, contents, (level, against) => [
    ...(show === 'differences' || !compared ? [minusOrNull(level, against)] : []),
    ...(show === 'percent' || !compared ? [percentOrNull(level, against)] : []),
  ]);
  return table(contents, `${contents.title}, long run, ${scale.label}`, columns, rows);
}

/** Percent change against the base year, one column a case, each against its own base. */
export function changeTable(frame: Frame, contents: Contents): Table {
  const columns: Column[] = [labelColumn(contents.labels)];
  for (const result of frame.results) {
    columns.push({
      key: result.scenario.id,
      heading: groupOf(frame, result),
      ...percent,
    });
  }
  const rows = contents.lines.map((line) =>
    row(
      [
        line.label,
        ...frame.results.map((result) =>
          percentOrNull(line.value(result, 'longRun'), line.value(result, 'base')),
        ),
      ],
      line,
    ),
  );
  return table(
    contents,
    `${contents.title}, change against ${frame.ownBase.size > 0 ? 'the base of each case' : frame.baseYear} in percent`,
    columns,
    rows,
  );
}

/**
 * Indices, such as real income: the change against the base year for each case, and the change against the reference
 * for those that are not and have the same base. Both in percent, whatever is shown of money.
 */
export function indexTable(frame: Frame, contents: Contents): Table {
  const columns: Column[] = [labelColumn(contents.labels)];
  const compared = frame.others.length > 0;
  const related = (result: ScenarioResult) =>
    result !== frame.reference && !frame.ownBase.has(result) && frame.show !== 'levels';
  for (const result of frame.results) {
    const { id } = result.scenario;
    const group = compared ? { group: groupOf(frame, result) } : {};
    columns.push({
      key: `${id}-change`,
      heading: frame.ownBase.has(result) ? 'vs own base' : `vs ${frame.baseYear}`,
      ...group,
      ...percent,
    });
    if (related(result)) {
      columns.push({
        key: `${id}-against`,
        heading: 'vs ref.',
        ...group,
        ...percent,
      });
    }
  }
  const rows = contents.lines.map((line): Row => {
    const cells: Cell[] = [line.label];
    const standard = ratio(line, frame.reference);
    for (const result of frame.results) {
      const own = ratio(line, result);
      cells.push(percentOrNull(own, 1));
      if (related(result)) cells.push(percentOrNull(own, standard));
    }
    return row(cells, line);
  });
  return table(contents, `${contents.title}, change in percent`, columns, rows);
}

/** Shares and rates: the base year, each case, and percentage points against the reference (or the case's own base). */
export function rateTable(frame: Frame, contents: Contents): Table {
  const columns: Column[] = [
    labelColumn(contents.labels),
    {
      key: 'base',
      heading: `${frame.baseYear}`,
      kind: 'rate',
      unit: 'fraction',
    },
  ];
  const compared = frame.others.length > 0;
  const pointed = (result: ScenarioResult) =>
    !compared || (result !== frame.reference && frame.show !== 'levels');
  for (const result of frame.results) {
    const { id } = result.scenario;
    const group = compared ? { group: groupOf(frame, result) } : {};
    if (frame.ownBase.has(result)) {
      columns.push({ key: `${id}-base`, heading: 'own base', ...group, kind: 'rate', unit: 'fraction' });
    }
    columns.push({
      key: `${id}-long-run`,
      heading: compared ? 'level' : 'long run',
      ...group,
      kind: 'rate',
      unit: 'fraction',
    });
    if (pointed(result)) {
      const heading = compared ? standardOf(frame, result).heading : 'change';
      columns.push({
        key: `${id}-points`,
        heading,
        ...group,
        kind: 'points',
        unit: 'percentage points',
        signed: true,
      });
    }
  }
  const rows = rowsOf(frame, contents, (level, against, result) => {
    if (!pointed(result)) return [];
    const difference = minusOrNull(level, against);
    return [difference === null ? null : 100 * difference];
  });
  return table(contents, `${contents.title}; differences in percentage points`, columns, rows);
}

const percent = { kind: 'percent', unit: 'percent', signed: true } as const;

/** The base level, then for every case its level in the long run and what `changes` says of it. */
function rowsOf(
  frame: Frame,
  contents: Contents,
  changes: (level: number | null, against: number | null, result: ScenarioResult) => readonly Cell[],
): Row[] {
  return contents.lines.map((line) => {
    const cells: Cell[] = [line.label, line.value(frame.reference, 'base')];
    for (const result of frame.results) {
      const level = line.value(result, 'longRun');
      const standard = standardOf(frame, result);
      const against = line.value(standard.result, standard.when);
      if (frame.ownBase.has(result)) cells.push(against);
      cells.push(level, ...changes(level, against, result));
    }
    return row(cells, line);
  });
}

function row(cells: readonly Cell[], line: Line): Row {
  return line.total ? { cells, total: true } : { cells };
}

function table(contents: Contents, title: string, columns: readonly Column[], rows: readonly Row[]): Table {
  return contents.notes ? { title, columns, rows, notes: contents.notes } : { title, columns, rows };
}

function ratio(line: Line, result: ScenarioResult): number | null {
  const level = line.value(result, 'longRun');
  const base = line.value(result, 'base');
  return level === null || base === null || base === 0 ? null : level / base;
}

function percentOrNull(value: number | null, against: number | null): number | null {
  return value === null || against === null ? null : percentAbove(value, against);
}

function minusOrNull(value: number | null, against: number | null): number | null {
  return value === null || against === null ? null : value - against;
}
