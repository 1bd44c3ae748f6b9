import type { ScenarioResult } from '@usmca-sim/core';
import type { Frame, Pair } from '../frame.ts';
import { capitalised, counted, partiesTogether, shortName } from '../names.ts';
import type { Table } from '../report.ts';
import { changeTable, type Line, moneyTable } from './case-columns.ts';
import { exportsOf, importsOf, type Kind, pairTotal, tradeBetweenParties } from './sums.ts';

/** Sectors below this part of a flow are not listed: their percent changes are large and small news. */
const leastShare = 1e-5;

const rounding = 'Totals are computed before rounding.';

/** `Canada to United States`: who sells comes first. */
export function pairLabel(frame: Frame, pair: Pair): string {
  return `${frame.regions[pair.exporter]!.name} to ${frame.regions[pair.importer]!.name}`;
}

function pairLines(frame: Frame, kind: Kind): Line[] {
  const lines = frame.pairs.map(
    (pair): Line => ({
      label: pairLabel(frame, pair),
      value: (result, when) => pairTotal(result, result[when].flow, pair.importer, pair.exporter, kind),
    }),
  );
  return [
    ...lines,
    {
      label: `All between ${partiesTogether(frame)}`,
      total: true,
      value: (result, when) => tradeBetweenParties(result, result[when].flow, kind),
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
  const isParty = (region: number) => frame.parties.includes(region);
  return frame.parties.map((party) => {
    const lines: Line[] = [];
    const add = (label: string, sum: typeof exportsOf, keep: (region: number) => boolean, total = false) => {
      lines.push({
        label,
        ...(total ? { total } : {}),
        value: (result: ScenarioResult, when) => sum(result, result[when].flow, party, keep),
      });
    };
    for (const [words, sum] of [
      ['Exports to', exportsOf],
      ['Imports from', importsOf],
    ] as const) {
      for (const other of frame.parties) {
        if (other !== party) add(`${words} ${frame.regions[other]!.name}`, sum, (region) => region === other);
      }
      if (frame.regions.length > frame.parties.length) {
        add(`${words} all others`, sum, (region) => !isParty(region));
      }
      add(words === 'Exports to' ? 'All exports' : 'All imports', sum, () => true, true);
    }
    const name = frame.regions[party]!.name;
    return moneyTable(frame, {
      title: `Exports and imports of goods and services, ${name}`,
      labels: name,
      lines,
    });
  });
}

/** Flows of each ordered pair of parties, and of each party with all others, by sector. Sectors that are next to nothing are left out. */
export function flowsBySector(frame: Frame): Table[] {
  const isParty = (region: number) => frame.parties.includes(region);
  const tables = frame.pairs.map((pair) =>
    sectorTable(
      frame,
      pairLabel(frame, pair),
      (n) => n === pair.importer,
      (i) => i === pair.exporter,
    ),
  );
  if (frame.regions.length === frame.parties.length) return tables;
  for (const party of frame.parties) {
    const name = frame.regions[party]!.name;
    tables.push(
      sectorTable(
        frame,
        `${name} to all outside ${partiesTogether(frame)}`,
        (n) => !isParty(n),
        (i) => i === party,
      ),
      sectorTable(
        frame,
        `all outside ${partiesTogether(frame)} to ${name}`,
        (n) => n === party,
        (i) => !isParty(i),
      ),
    );
  }
  return tables;
}

function sectorTable(
  frame: Frame,
  title: string,
  buys: (region: number) => boolean,
  sells: (region: number) => boolean,
): Table {
  const lines = frame.sectors.map((sector, j): Line => {
    return {
      label: shortName(sector),
      value: (result, when) => sumOverPairs(result, result[when].flow, buys, sells, [j]),
    };
  });
  const all = frame.sectors.map((_, j) => j);
  lines.push({
    label: 'All sectors',
    total: true,
    value: (result, when) => sumOverPairs(result, result[when].flow, buys, sells, all),
  });
  const total = lines.at(-1)!;
  const listed = lines.filter((line) => line.total || !isNegligible(frame, line, total));
  const left = lines.length - listed.length;
  return moneyTable(frame, {
    title: `Trade by sector, ${title}`,
    labels: 'Sector',
    lines: listed,
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

function sumOverPairs(
  result: ScenarioResult,
  flow: Float64Array,
  buys: (region: number) => boolean,
  sells: (region: number) => boolean,
  sectors: readonly number[],
): number {
  const N = result.regions.length;
  const J = result.sectors.length;
  let sum = 0;
  for (let n = 0; n < N; n++) {
    for (let i = 0; i < N; i++) {
      if (n === i || !buys(n) || !sells(i)) continue;
      for (const j of sectors) sum += flow[(n * N + i) * J + j]!;
    }
  }
  return sum;
}
