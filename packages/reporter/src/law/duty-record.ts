import { labelColumn } from '../label-column.ts';
import type { Column, Row, Table } from '../report.ts';
import { goodsNames } from './duty-tables.ts';
import { averageOver, byCell, cellsOf, type LawOfDay } from './pair-duties.ts';
import { type LawSelection, pairsOf } from './selection.ts';

/** Columns of the record of duties, in order: a stable contract, see the reference of the command. */
const dutyRecordColumns: readonly Column[] = [
  ...['case', 'date', 'importer', 'exporter', 'sector', 'group', 'figure', 'measure'].map((key) =>
    labelColumn(key, key),
  ),
  { key: 'value', heading: 'value', kind: 'number', unit: '' },
  labelColumn('unit', 'unit'),
];

/** What stands under `case` for the law on record. */
const onRecord = 'record';

/**
 * The duties of a day, one fact a row: of each pair all goods and each sector, and of a pair named with both ends its
 * product groups. Figures that do not exist have no row.
 */
export function dutyRecord(law: LawOfDay, selection: LawSelection): Table {
  const { economy, date, scenario, flows, paid } = law;
  const duties = byCell(economy, flows);
  const rows: Row[] = [];
  const both = selection.importer !== undefined && selection.exporter !== undefined;
  for (const { importer, exporter } of pairsOf(economy, selection)) {
    const fact =
      (sector: string, group = '') =>
      (figure: string, value: number | null | undefined, unit: string, measure = '') => {
        if (value === null || value === undefined) return;
        const place = [scenario?.id ?? onRecord, date, importer, exporter, sector, group];
        rows.push({ cells: [...place, figure, measure, value, unit] });
      };
    const wanted = economy.sectors.filter(({ code }) => (selection.sector ?? code) === code);
    const places = [
      ...(selection.sector === undefined
        ? [{ sector: 'goods', cells: cellsOf(economy, importer, exporter) }]
        : []),
      ...wanted.map(({ code }) => ({ sector: code, cells: cellsOf(economy, importer, exporter, code) })),
    ];
    for (const { sector, cells } of places) {
      const average = averageOver(economy, cells, duties, paid);
      if (average.value === 0) continue;
      const say = fact(sector);
      say('value', average.value, economy.unit);
      say('ordinary-duty', percent(average.ordinary), 'percent');
      say('statutory-duty', percent(average.statutory), 'percent');
      say('effective-duty', percent(average.effective), 'percent');
      say('claimed-share', percent(average.claimed), 'percent');
      say('banned-share', percent(average.banned), 'percent');
      for (const { measure, contribution, covered } of average.measures) {
        say('contribution', 100 * contribution, 'percentage points', measure);
        say('covered-share', 100 * covered, 'percent', measure);
      }
      if (!both || sector === 'goods') continue;
      const all = duties.get(cells[0]!)?.goods ?? [];
      const names = goodsNames(all);
      for (const [at, goods] of all.entries()) {
        const tell = fact(sector, names[at]!);
        tell('share-of-flow', 100 * goods.share, 'percent');
        tell('claimed-share', percent(goods.claimed), 'percent');
        tell('claimed-duty', percent(goods.claimedDuty), 'percent');
        tell('unclaimed-duty', percent(goods.unclaimedDuty), 'percent');
        for (const { measure, claimed, unclaimed } of goods.measures) {
          tell('claimed-rate', percent(claimed), 'percent', measure);
          tell('unclaimed-rate', percent(unclaimed), 'percent', measure);
        }
      }
    }
  }
  return { title: `Duties on ${date}`, columns: dutyRecordColumns, rows };
}

function percent(fraction: number | null | undefined): number | null {
  return fraction === null || fraction === undefined ? null : 100 * fraction;
}
