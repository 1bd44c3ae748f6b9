import type { Economy } from '@usmca-sim/core';
import { dateInWords, joined, partiesTogether, shortName } from '../names.ts';
import type { Manifest, Report, Section } from '../report.ts';
import { reproductionPoints } from '../reproduction.ts';
import { dutyRecord } from './duty-record.ts';
import {
  type Averaged,
  averagesTable,
  groupMeasuresTable,
  groupsTable,
  measuresBehindTable,
} from './duty-tables.ts';
import { averageOver, byCell, cellsOf, type LawOfDay } from './pair-duties.ts';
import { type LawSelection, pairName, pairsOf } from './selection.ts';

/**
 * What is paid on a day and why: averages of pairs, of the sectors of one pair, or of the product groups of one
 * sector, each with the measures that make it up. Its record goes a level deeper than its tables.
 */
export function tariffsReport(law: LawOfDay, selection: LawSelection, manifest: Manifest): Report {
  const { economy, date, scenario } = law;
  const where = scenario ? `the case ${scenario.id}` : 'the law on record';
  const sections = sectionsOf(law, selection);
  return {
    title: `Duties on ${dateInWords(date)} under ${where}`,
    sections: [
      ...sections,
      { heading: 'How to read this', points: readingOf(economy) },
      { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) },
    ],
    manifest,
    record: dutyRecord(law, selection),
  };
}

function sectionsOf(law: LawOfDay, selection: LawSelection): Section[] {
  const { importer, exporter, sector } = selection;
  if (importer === undefined || exporter === undefined) return [pairsSection(law, selection)];
  const pair = { importer, exporter };
  return sector === undefined ? [sectorsSection(law, pair)] : [flowSection(law, { ...pair, sector })];
}

function pairsSection({ economy, flows, paid }: LawOfDay, selection: LawSelection): Section {
  const { sector, importer, exporter, all } = selection;
  const duties = byCell(economy, flows);
  const averages = pairsOf(economy, selection).map((pair): Averaged => {
    const cells = cellsOf(economy, pair.importer, pair.exporter, sector);
    return { label: pairName(economy, pair), ...averageOver(economy, cells, duties, paid) };
  });
  const what = sector === undefined ? 'goods' : sectorName(economy, sector);
  const alone = importer === undefined && exporter === undefined && !all;
  return {
    heading: alone ? `Average duties between ${partiesTogether(economy)}` : 'Average duties',
    ...untouched(averages),
    tables: [
      averagesTable(averages, `Average duties on ${what}`, 'Importer and exporter'),
      ...averages.flatMap((one) =>
        measuresBehindTable([one], `${one.label}: measures behind the statutory duty`, undefined),
      ),
    ],
  };
}

function sectorsSection(
  { economy, flows, paid }: LawOfDay,
  pair: { readonly importer: string; readonly exporter: string },
): Section {
  const duties = byCell(economy, flows);
  const averages = economy.sectors.flatMap(({ code, kind }): Averaged[] => {
    const cells = cellsOf(economy, pair.importer, pair.exporter, code);
    const average = averageOver(economy, cells, duties, paid);
    // Services that bear nothing say nothing.
    if (average.value === 0 || (kind === 'services' && !average.statutory)) return [];
    return [{ label: code, ...average }];
  });
  const total = {
    label: 'All goods',
    ...averageOver(economy, cellsOf(economy, pair.importer, pair.exporter), duties, paid),
  };
  return {
    heading: `${pairName(economy, pair)} by sector`,
    ...untouched(averages),
    tables: [
      averagesTable([...averages, { ...total, total: true }], 'Average duties by sector', 'Sector', economy),
      ...measuresBehindTable([total], 'All goods: measures behind the statutory duty', undefined),
      ...measuresBehindTable(averages, 'Measures behind the statutory duty of each sector', 'Sector'),
    ],
  };
}

function flowSection(
  { economy, flows, paid }: LawOfDay,
  { importer, exporter, sector }: { importer: string; exporter: string; sector: string },
): Section {
  const duties = byCell(economy, flows);
  const cells = cellsOf(economy, importer, exporter, sector);
  const average: Averaged = {
    label: sectorName(economy, sector),
    ...averageOver(economy, cells, duties, paid),
  };
  const goods = duties.get(cells[0]!)?.goods ?? [];
  return {
    heading: `${pairName(economy, { importer, exporter })}: ${sectorName(economy, sector)}`,
    ...(goods.length === 0
      ? { sentences: ['No measure bears on this flow: all of its goods pay the ordinary duty.'] }
      : {}),
    tables: [
      averagesTable([average], 'Average duties of the flow', 'Sector'),
      ...measuresBehindTable([average], 'Measures behind the statutory duty', undefined),
      ...(goods.length > 0 ? [groupsTable(goods), groupMeasuresTable(goods)] : []),
    ],
  };
}

/** Flows on which no measure bears, in a sentence. */
function untouched(averages: readonly Averaged[]): { readonly sentences?: readonly string[] } {
  const none = averages.filter(({ measures, bannedBy }) => measures.length === 0 && bannedBy.length === 0);
  if (none.length === 0) return {};
  if (none.length === averages.length) return { sentences: ['No measure bears on any of these flows.'] };
  return { sentences: [`No measure bears on: ${joined(none.map(({ label }) => label))}.`] };
}

function readingOf(economy: Economy): string[] {
  return [
    `Ordinary: the duty collected in ${economy.year} less what measures collected then. Statutory: ordinary and measures, weighted with trade of ${economy.year}, claims of the day; goods that may not be imported are left out. Effective: duty paid over value before duty, in the long run of the law of that day, once buyers have responded.`,
    'Points are what a measure adds to the statutory duty: ordinary duty and points add up to it. Covered is the part of the trade that bears the measure.',
    'Claimed: the part entered under USMCA on that day, as the response of claims to duties has it.',
    'usmca-sim measures ID explains a measure. With --importer and --exporter there are sectors, with --sector as well product groups.',
  ];
}

function sectorName(economy: Economy, code: string): string {
  const sector = economy.sectors.find((known) => known.code === code);
  return sector ? `${code} (${shortName(sector)})` : code;
}
