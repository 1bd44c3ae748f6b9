import type { Economy, FlowDuty, Law, LawEvent, Scenario } from '@usmca-sim/core';
import { changeInWords, measuresNamed, sentence } from '../comparison/changes-in-words.ts';
import { labelColumn } from '../label-column.ts';
import { capitalised, dateInWords } from '../names.ts';
import type { Column, Manifest, Report, Row, Section, Table } from '../report.ts';
import { reproductionPoints } from '../reproduction.ts';
import { authorityInWords } from './authority-in-words.ts';
import { eventInWords, exportersHit } from './event-in-words.ts';
import { exportersOf } from './measure-tables.ts';
import { averageOver, byCell, cellsOf } from './pair-duties.ts';
import { type LawSelection, type NamedPair, pairName, pairsOf } from './selection.ts';

/** The duties of all flows on a day on which law changed, and on the day before. */
export interface DayOfChange {
  readonly date: string;
  readonly before: readonly FlowDuty[];
  readonly after: readonly FlowDuty[];
}

/** A change of a case on the day it takes hold. */
export interface OwnChange {
  readonly date: string;
  readonly words: string;
}

/** The changes of law between two days: the first not included, what begins on the last is. */
export interface LawChanges {
  readonly economy: Economy;
  readonly from: string;
  readonly until: string;
  /** The case whose law it is, with its own changes in words; absent for the law on record. */
  readonly scenario?: { readonly id: string; readonly changes: readonly OwnChange[] };
  readonly events: readonly LawEvent[];
  readonly days: readonly DayOfChange[];
  /** Duties at both ends. */
  readonly start: readonly FlowDuty[];
  readonly end: readonly FlowDuty[];
}

/** Points of an average duty below which a day has not changed it. */
const leastPoints = 0.0005;

/** What changed, when, by which instrument, and what that did to the average statutory duty of each pair. */
export function lawChangesReport(changes: LawChanges, selection: LawSelection, manifest: Manifest): Report {
  const { from, until, scenario, events } = changes;
  const own = scenario?.changes ?? [];
  const sections: Section[] = [
    {
      heading: 'What changed',
      ...(events.length + own.length === 0
        ? { sentences: ['Nothing that was asked for changed between the two days.'] }
        : {}),
      points: own.map(({ words }) => sentence(words)),
      tables: events.length > 0 ? [eventTable(changes)] : [],
    },
    {
      heading: 'What it did to average duties',
      sentences: [
        'Statutory duties on goods, base-year weights, claims of the day. Claims go on responding to the margin, so that an average also moves between the days of change.',
      ],
      tables: [endsTable(changes, selection), ...dayTable(changes, selection)],
    },
    { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) },
  ];
  const where = scenario ? ` under the case ${scenario.id}` : '';
  return {
    title: `The law between ${dateInWords(from)} and ${dateInWords(until)}${where}`,
    sections,
    manifest,
    record: eventRecord(changes, selection),
  };
}

function eventTable({ events, economy }: LawChanges): Table {
  return {
    title: 'In order of date',
    columns: [
      labelColumn('Date', 'date'),
      labelColumn('Instrument', 'instrument'),
      labelColumn('Measure', 'measure'),
      labelColumn('What', 'what'),
      labelColumn('By', 'importer'),
      labelColumn('On', 'exporters'),
    ],
    rows: events.map((event) => ({
      cells: [
        event.date,
        capitalised(authorityInWords(event.measure.authority)),
        event.measure.id,
        eventInWords(event),
        event.measure.importer,
        exportersOf(exportersHit(event), economy),
      ],
    })),
    notes: ['usmca-sim measures ID shows a measure with its lists, precedence and source.'],
  };
}

/** What a case itself changes after one day and up to another, in order of date. */
export function changesBetween(
  { changes }: Scenario,
  { regions, sectors }: Economy,
  { measures }: Law,
  from: string,
  until: string,
): OwnChange[] {
  const vocabulary = { regions, sectors, measures: measuresNamed({ measures }, changes) };
  return changes
    .filter(({ on }) => from < on && on <= until)
    .map((change) => ({ date: change.on, words: changeInWords(change, vocabulary) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const rate = (key: string, heading: string): Column => ({
  key,
  heading,
  kind: 'rate',
  unit: 'fraction',
  decimals: 2,
});
const change: Column = {
  key: 'change',
  heading: 'points',
  kind: 'points',
  unit: 'percentage points',
  signed: true,
  decimals: 2,
};

function endsTable(changes: LawChanges, selection: LawSelection): Table {
  const { economy, from, until, start, end } = changes;
  return {
    title: `Average statutory duty on ${dateInWords(from)} and on ${dateInWords(until)}`,
    columns: [
      labelColumn('Importer and exporter'),
      rate('from', 'first day'),
      rate('until', 'second day'),
      change,
    ],
    rows: pairChanges(economy, selection, start, end).map(({ name, before, after }) => ({
      cells: [name, before, after, points(before, after)],
    })),
  };
}

/** Pairs whose average a day of change moved, day by day. */
function dayTable(changes: LawChanges, selection: LawSelection): Table[] {
  const { economy } = changes;
  const rows = changes.days.flatMap(({ date, before, after }) =>
    pairChanges(economy, selection, before, after).flatMap((pair): Row[] => {
      if (!isHit(changes, date, pair)) return [];
      const moved = points(pair.before, pair.after);
      if (moved !== null && Math.abs(moved) < leastPoints) return [];
      return [{ cells: [date, pair.name, pair.before, pair.after, moved] }];
    }),
  );
  if (rows.length === 0) return [];
  return [
    {
      title: 'Average statutory duty on each day of change, against the day before',
      columns: [
        labelColumn('Date', 'date'),
        labelColumn('Importer and exporter', 'pair'),
        rate('before', 'day before'),
        rate('after', 'that day'),
        change,
      ],
      rows,
    },
  ];
}

/** Whether law that changed on a day bears on a pair: claims alone move an average too, a little every day. */
function isHit({ events, scenario }: LawChanges, date: string, { importer, exporter }: NamedPair): boolean {
  return (
    events.some(
      (event) =>
        event.date === date && event.measure.importer === importer && exportersHit(event).includes(exporter),
    ) || (scenario?.changes ?? []).some((own) => own.date === date)
  );
}

interface PairChange extends NamedPair {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

function pairChanges(
  economy: Economy,
  selection: LawSelection,
  before: readonly FlowDuty[],
  after: readonly FlowDuty[],
): PairChange[] {
  const [earlier, later] = [byCell(economy, before), byCell(economy, after)];
  return pairsOf(economy, selection).flatMap((pair) => {
    const cells = cellsOf(economy, pair.importer, pair.exporter, selection.sector);
    const was = averageOver(economy, cells, earlier);
    if (was.value === 0) return [];
    const is = averageOver(economy, cells, later);
    return [{ ...pair, name: pairName(economy, pair), before: was.statutory, after: is.statutory }];
  });
}

function points(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : 100 * (after - before);
}

/** Events, and changes of averages, one a row. */
function eventRecord(changes: LawChanges, selection: LawSelection): Table {
  const keys = ['case', 'date', 'kind', 'measure', 'authority', 'importer', 'exporter', 'sector', 'what'];
  const of = changes.scenario?.id ?? 'record';
  const sector = selection.sector ?? 'goods';
  const rows: Row[] = [];
  for (const { date, words } of changes.scenario?.changes ?? []) {
    rows.push({ cells: [of, date, 'case-change', '', '', '', '', '', words, null, ''] });
  }
  for (const event of changes.events) {
    const { id, authority, importer } = event.measure;
    const whom = [importer, exportersHit(event).join(' '), ''];
    rows.push({ cells: [of, event.date, event.kind, id, authority, ...whom, eventInWords(event), null, ''] });
  }
  for (const { date, before, after } of changes.days) {
    for (const pair of pairChanges(changes.economy, selection, before, after)) {
      const where = [pair.importer, pair.exporter, sector];
      const moved = points(pair.before, pair.after);
      if (moved === null || !isHit(changes, date, pair)) continue;
      rows.push({
        cells: [
          of,
          date,
          'average',
          '',
          '',
          ...where,
          'change of the statutory duty',
          moved,
          'percentage points',
        ],
      });
    }
  }
  return {
    title: 'Events',
    columns: [
      ...keys.map((key) => labelColumn(key, key)),
      { key: 'value', heading: 'value', kind: 'number', unit: '' },
      labelColumn('unit', 'unit'),
    ],
    rows,
  };
}
