import type { ScenarioResult } from '@usmca-sim/core';
import type { Frame } from '../frame.ts';
import type { Table } from '../report.ts';
import { type Line, rateTable } from './case-columns.ts';
import { reading } from './reading.ts';

type Which = 'statutory-duty' | 'effective-duty';

/** Who buys from whom, for average duties: each ordered pair of parties, then each party from everyone else. */
export interface DutyRelation {
  /** Index into the regions. */
  readonly importer: number;
  /** Name of the supplier, and its code, or `rest` for all but the parties. */
  readonly supplier: string;
  readonly code: string;
}

export function dutyRelations({ regions, parties }: Frame): DutyRelation[] {
  const others = regions.length > parties.length;
  return parties.flatMap((importer) => [
    ...parties
      .filter((exporter) => exporter !== importer)
      .map((exporter) => ({
        importer,
        supplier: regions[exporter]!.name,
        code: regions[exporter]!.code,
      })),
    ...(others ? [{ importer, supplier: 'all others', code: 'rest' }] : []),
  ]);
}

/** Average duty on goods, a fraction; null where no goods are traded. */
export function averageDuty(
  result: ScenarioResult,
  when: 'base' | 'longRun',
  which: Which,
  { importer, code }: DutyRelation,
): number | null {
  const place = { importer: result.regions[importer]!.code, exporter: code, sector: 'goods' };
  return reading(which, place)(result, when);
}

/** Average duties on goods, as the law puts them on base-year trade and as they are paid after buyers have responded. */
export function dutyTables(frame: Frame): Table[] {
  const lines = (which: Which): Line[] =>
    dutyRelations(frame).map((relation) => ({
      label: `${frame.regions[relation.importer]!.name} from ${relation.supplier}`,
      value: (result, when) => averageDuty(result, when, which, relation),
    }));
  const behind = `The measures behind a duty: usmca-sim tariffs --case CASE --on ${frame.reference.scenario.horizon}-12-31`;
  const banned = frame.results.some((result) => result.longRun.bannedShare.some((share) => share > 0));
  return [
    rateTable(frame, {
      title: `Average statutory duty on goods, weighted with trade of ${frame.baseYear}`,
      labels: 'Importer and supplier',
      lines: lines('statutory-duty'),
      notes: [...(banned ? ['Goods whose import is banned are left out.'] : []), behind],
    }),
    rateTable(frame, {
      title: 'Average effective duty on goods: duty paid over value before duty, long run',
      labels: 'Importer and supplier',
      lines: lines('effective-duty'),
    }),
  ];
}
