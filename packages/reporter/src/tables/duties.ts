import type { ScenarioResult } from '@usmca-sim/core';
import type { Frame } from '../frame.ts';
import { partiesTogether } from '../names.ts';
import type { Table } from '../report.ts';
import { type Line, rateTable } from './case-columns.ts';
import { averageDuty } from './sums.ts';

type Which = 'statutory' | 'effective';

/** Who buys from whom, for average duties: each ordered pair of parties, then each party from all others and from all. */
export interface DutyRelation {
  readonly importer: number;
  readonly supplier: string;
  keep(exporter: number): boolean;
}

export function dutyRelations(frame: Frame): DutyRelation[] {
  const isParty = (region: number) => frame.parties.includes(region);
  const others = frame.regions.length > frame.parties.length;
  return frame.parties.flatMap((importer) => [
    ...frame.parties
      .filter((exporter) => exporter !== importer)
      .map((exporter) => ({
        importer,
        supplier: frame.regions[exporter]!.name,
        keep: (region: number) => region === exporter,
      })),
    ...(others ? [{ importer, supplier: 'all others', keep: (region: number) => !isParty(region) }] : []),
  ]);
}

/** Average duties on goods, as the law puts them on base-year trade and as they are paid after buyers have responded. */
export function dutyTables(frame: Frame): Table[] {
  const lines = (which: Which): Line[] =>
    dutyRelations(frame).map(({ importer, supplier, keep }) => ({
      label: `${frame.regions[importer]!.name} from ${supplier}`,
      value: (result: ScenarioResult, when) => averageDuty(result, result[when], which, importer, keep),
    }));
  return [
    rateTable(frame, {
      title: `Average statutory duty on goods, weighted with trade of ${frame.baseYear}`,
      labels: 'Importer and supplier',
      lines: lines('statutory'),
      notes: bansNote(frame),
    }),
    rateTable(frame, {
      title: 'Average effective duty on goods: duty paid over value before duty, long run',
      labels: 'Importer and supplier',
      lines: lines('effective'),
    }),
  ];
}

function bansNote(frame: Frame): string[] {
  const banned = frame.results.some((result) => result.longRun.bannedShare.some((share) => share > 0));
  return banned ? [`Goods whose import is banned are left out. ${partiesCaveat(frame)}`] : [];
}

function partiesCaveat(frame: Frame): string {
  return `The averages are over what ${partiesTogether(frame)} may still import.`;
}
