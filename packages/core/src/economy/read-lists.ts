import { adviseWord } from '../problems/nearest-word.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { CsvTable } from './csv-table.ts';
import type { ProvenanceKind, Region, Sector, Source } from './economy.ts';

const codePattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

function readCodes(table: CsvTable, what: string, problems: ProblemList): string[] {
  const column = table.column(what);
  const seen = new Set<string>();
  table.rows.forEach((row, index) => {
    const code = row[column]!;
    if (!codePattern.test(code)) {
      const advice = 'a code is letters, digits, - and _, at most 40 of them';
      problems.add('not-a-code', `"${code.slice(0, 60)}" is not a code`, table.place(index, column), advice);
    } else if (seen.has(code)) {
      problems.add('duplicate-code', `the ${what} ${code} is there twice`, table.place(index, column));
    }
    seen.add(code);
  });
  return table.rows.map((row) => row[column]!);
}

export function readRegions(table: CsvTable, problems: ProblemList): Region[] | undefined {
  const before = problems.length;
  const codes = readCodes(table, 'region', problems);
  if (codes.length < 2) problems.add('too-few-regions', 'an economy has at least two regions', table.end);
  const name = table.column('name');
  return problems.length > before
    ? undefined
    : codes.map((code, r) => ({ code, name: table.rows[r]![name]! }));
}

export function readSectors(table: CsvTable, problems: ProblemList): Sector[] | undefined {
  const before = problems.length;
  const codes = readCodes(table, 'sector', problems);
  if (codes.length < 1) problems.add('too-few-sectors', 'an economy has at least one sector', table.end);
  const name = table.column('name');
  const kind = table.column('kind');
  const sectors = codes.map((code, row): Sector => {
    const written = table.rows[row]![kind]!;
    if (written !== 'goods' && written !== 'services') {
      const advice = adviseWord(written, ['goods', 'services']);
      problems.add('unknown-kind', `a sector is goods or services`, table.place(row, kind), advice);
    }
    return { code, name: table.rows[row]![name]!, kind: written === 'services' ? 'services' : 'goods' };
  });
  return problems.length > before ? undefined : sectors;
}

const kinds: readonly ProvenanceKind[] = ['observed', 'derived', 'imputed'];

export function readSources(table: CsvTable | undefined, problems: ProblemList): Source[] {
  if (!table) return [];
  const ids = readCodes(table, 'source', problems);
  const kindColumn = table.column('kind');
  const description = table.column('description');
  if (ids.length > 60_000) problems.add('too-many-sources', 'there are more than 60000 sources', table.end);
  return ids.map((id, row) => {
    const kind = kinds.find((one) => one === table.rows[row]![kindColumn]);
    if (kind === undefined) {
      const message = `"${table.rows[row]![kindColumn]}" is no kind of source`;
      problems.add(
        'unknown-kind',
        message,
        table.place(row, kindColumn),
        `possible here: ${kinds.join(', ')}`,
      );
    }
    return { id, kind: kind ?? 'not stated', description: table.rows[row]![description]! };
  });
}
