import { readCsvTable } from '../economy/csv-table.ts';
import type { Economy } from '../economy/economy.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { DutyRow } from '../tariffs/change.ts';
import { literalNumber } from './formula.ts';
import { adviseCode } from './scopes.ts';

const highestRate = 10;

/**
 * Reads a table of duties: columns importer, exporter, sector, rate, and if need be share; source, confidence and
 * note are for the reader. A rate is a fraction, a percentage or `ban`. Several rows may share a flow as long as
 * their shares add up to at most 1.
 *
 * @returns the sound rows; every problem of the others is in `problems`, placed in the table.
 */
export function readDutyTable(
  file: string,
  text: string,
  economy: Economy,
  problems: ProblemList,
): DutyRow[] {
  const required = ['importer', 'exporter', 'sector', 'rate'];
  const optional = ['share', 'source', 'confidence', 'note'];
  const table = readCsvTable(text, file, { required, optional, uneven: true }, problems);
  if (!table) return [];
  const column = Object.fromEntries([...required, 'share'].map((name) => [name, table.column(name)]));
  const regions = new Set(economy.regions.map((region) => region.code));
  const sectors = new Set(economy.sectors.map((sector) => sector.code));
  const rows: DutyRow[] = [];
  const given = new Map<string, { share: number; index: number }>();

  table.rows.forEach((row, index) => {
    // Reported where the table was read; which of its cells is missing nobody knows.
    if (row.length !== table.header.length) return;
    const cell = (name: string) => (row[column[name]!] ?? '').trim();
    const fault = (name: string, code: string, message: string, advice?: string) => {
      problems.add(code, message, table.place(index, Math.max(0, column[name]!)), advice);
      return undefined;
    };
    const code = (name: string, kind: 'region' | 'sector') => {
      const coded = kind === 'region' ? economy.regions : economy.sectors;
      const codes = kind === 'region' ? regions : sectors;
      const written = cell(name);
      if (codes.has(written)) return written;
      const message = written === '' ? `${name} is empty` : `there is no ${kind} "${written}"`;
      return fault(name, `unknown-${kind}`, message, adviseCode(written, coded));
    };
    const rate = () => {
      if (cell('rate') === 'ban') return Number.POSITIVE_INFINITY;
      const value = literalNumber(cell('rate'));
      if (value === undefined) {
        const advice = 'write a fraction such as 0.025, a percentage such as 2.5%, or ban';
        return fault('rate', 'not-a-number', `"${cell('rate')}" is not a rate`, advice);
      }
      const bare = !cell('rate').includes('%') && value >= 1;
      if (value >= 0 && value <= highestRate && !bare) return value;
      const advice = bare && value <= 100 * highestRate ? `did you mean ${cell('rate')}%?` : undefined;
      return fault('rate', 'out-of-range', `a rate lies between 0% and 1000%, not ${cell('rate')}`, advice);
    };
    const share = () => {
      if (column['share'] === -1 || cell('share') === '') return 1;
      const value = literalNumber(cell('share'));
      if (value !== undefined && value > 0 && value <= 1) return value;
      const message = `a share lies above 0% and up to 100%, not "${cell('share')}"`;
      const advice = value !== undefined && value > 1 ? `did you mean ${cell('share')}%?` : undefined;
      return fault('share', 'out-of-range', message, advice);
    };

    const importer = code('importer', 'region');
    const exporter = code('exporter', 'region');
    const sector = code('sector', 'sector');
    const found = { rate: rate(), share: share() };
    if (importer !== undefined && importer === exporter) {
      fault('exporter', 'home-flow', `${importer} pays itself no duty`, 'importer and exporter must differ');
      return;
    }
    if (importer === undefined || exporter === undefined || sector === undefined) return;
    if (found.rate === undefined || found.share === undefined) return;

    const flow = `${importer} from ${exporter} in ${sector}`;
    const before = given.get(flow);
    const total = (before?.share ?? 0) + found.share;
    if (before && total > 1 + 1e-9) {
      const message =
        before.share === 1 && found.share === 1
          ? `${flow} is given twice, first on line ${table.place(before.index, 0).line}`
          : `the shares given for ${flow} add up to more than 100%`;
      fault('importer', 'duplicate-row', message, 'rows of one flow need shares that add up to at most 100%');
      return;
    }
    given.set(flow, { share: total, index: before?.index ?? index });
    rows.push({
      importer,
      exporter,
      sector,
      share: found.share,
      rate: found.rate,
    });
  });
  if (table.rows.length === 0) {
    problems.add('empty-table', 'the table has no rows', table.place(-1, 0));
  }
  return rows;
}
