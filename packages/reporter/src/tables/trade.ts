import type { Frame, Pair } from '../frame.ts';
import { capitalised, counted, partiesTogether, shortName } from '../names.ts';
import type { Table } from '../report.ts';
import { changeTable, type Line, moneyTable } from './case-columns.ts';
import { type ReadingPlace, reading } from './reading.ts';

/** Which goods a table takes in. */
type Kind = 'goods' | 'goods and services';

/** Sectors below this part of a flow are not listed: their percent changes are large and small news. */
const leastShare = 1e-5;

const rounding = 'Each figure is rounded by itself: sums of what is written may differ in the last digit.';

/** `Canada to United States`: who sells comes first. */
export function pairLabel(frame: Frame, pair: Pair): string {
  return `${frame.regions[pair.exporter]!.name} to ${frame.regions[pair.importer]!.name}`;
}

/** The two ends of a pair as figures are asked for. */
export function endsOf({ regions }: Frame, { importer, exporter }: Pair): ReadingPlace {
  return { importer: regions[importer]!.code, exporter: regions[exporter]!.code };
}

/** All trade of the parties with one another. */
export const betweenParties: ReadingPlace = { importer: 'parties', exporter: 'parties' };

function pairLines(frame: Frame, kind: Kind): Line[] {
  const sector = kind === 'goods' ? 'goods' : 'all';
  const lines = frame.pairs.map(
    (pair): Line => ({
      label: pairLabel(frame, pair),
      value: reading('trade-flow', { ...endsOf(frame, pair), sector }),
    }),
  );
  return [
    ...lines,
    {
      label: `All between ${partiesTogether(frame)}`,
      total: true,
      value: reading('trade-flow', { ...betweenParties, sector }),
    },
  ];
}

/** Flows of each ordered pair of parties: levels with changes, and the change against the base year of each case. */
export function flowsBetweenParties(frame: Frame, kind: Kind): Table[] {
  const contents = {
    title: `${capitalised(kind)} traded between ${partiesTogether(frame)}`,
    labels: 'Exporter to importer',
    lines: pairLines(frame, kind),
    notes: [rounding],
  };
  const levels = moneyTable(frame, contents);
  return frame.others.length > 0 && kind === 'goods and services'
    ? [levels, changeTable(frame, { ...contents, notes: [] })]
    : [levels];
}

/** Exports and imports of each party, with the other parties and with the rest of the world, a table a party. */
export function exportsAndImports(frame: Frame): Table[] {
  const { regions, parties } = frame;
  const isAlone = regions.length === parties.length;
  return parties.map((party) => {
    const { code, name } = regions[party]!;
    const partners = [
      ...parties.filter((other) => other !== party).map((other) => regions[other]!),
      ...(isAlone ? [] : [{ code: 'rest', name: 'all others' }]),
    ];
    const lines: Line[] = [
      ...partners.map((partner) => ({
        label: `Exports to ${partner.name}`,
        value: reading('trade-flow', { importer: partner.code, exporter: code }),
      })),
      { label: 'All exports', total: true, value: reading('exports', { region: code }) },
      ...partners.map((partner) => ({
        label: `Imports from ${partner.name}`,
        value: reading('trade-flow', { importer: code, exporter: partner.code }),
      })),
      { label: 'All imports', total: true, value: reading('imports', { region: code }) },
    ];
    return moneyTable(frame, {
      title: `Exports and imports of goods and services, ${name}`,
      labels: name,
      lines,
    });
  });
}

/** Flows of each ordered pair of parties, and of each party with all others, by sector. Sectors that are next to nothing are left out. */
export function flowsBySector(frame: Frame): Table[] {
  const { regions, parties } = frame;
  const tables = frame.pairs.map((pair) => sectorTable(frame, pairLabel(frame, pair), endsOf(frame, pair)));
  if (regions.length === parties.length) return tables;
  const outside = `all outside ${partiesTogether(frame)}`;
  for (const party of parties) {
    const { code, name } = regions[party]!;
    tables.push(
      sectorTable(frame, `${name} to ${outside}`, { importer: 'rest', exporter: code }),
      sectorTable(frame, `${outside} to ${name}`, { importer: code, exporter: 'rest' }),
    );
  }
  return tables;
}

function sectorTable(frame: Frame, title: string, ends: ReadingPlace): Table {
  const total: Line = { label: 'All sectors', total: true, value: reading('trade-flow', ends) };
  const lines = frame.sectors.map(
    (sector): Line => ({
      label: shortName(sector),
      value: reading('trade-flow', { ...ends, sector: sector.code }),
    }),
  );
  const listed = lines.filter((line) => !isNegligible(frame, line, total));
  const left = lines.length - listed.length;
  return moneyTable(frame, {
    title: `Trade by sector, ${title}`,
    labels: 'Sector',
    lines: [...listed, total],
    notes:
      left > 0
        ? [
            `${counted(left, 'sector')} with less than ${100 * leastShare}% of the whole left out; the total has all.`,
          ]
        : [],
  });
}

/** Whether a line is next to nothing of the total in the base and in the long run of every case. */
function isNegligible(frame: Frame, line: Line, total: Line): boolean {
  return frame.results.every((result) =>
    (['base', 'longRun'] as const).every(
      (when) => (line.value(result, when) ?? 0) <= leastShare * (total.value(result, when) ?? 0),
    ),
  );
}
