import {
  type Confidence,
  type CsvTable,
  type DutyLine,
  type Economy,
  InputError,
  ProblemList,
  readCsvTable,
  type TariffMeasure,
} from '@usmca-sim/core';
import { hashOf, ownFile } from '../files.ts';
import { type CanadaListRow, linesOfCanada } from './canada-lists.ts';

/** Everything in `law/`, as written: every measure, and every duty line that does not depend on an economy. */
export interface LawRecord {
  readonly measures: readonly TariffMeasure[];
  readonly lines: readonly DutyLine[];
  readonly canadaLists: readonly CanadaListRow[];
  /** Of the files, as `hashOf` gives it. */
  readonly hash: string;
}

const lawFiles = ['measures.csv', 'us-duties.csv', 'third-country-duties.csv', 'canada-lists.csv'];

let record: LawRecord | undefined;

/** The files of `law/`, read once. */
export function lawRecord(): LawRecord {
  record ??= {
    hash: hashOf(new Map(lawFiles.map((name) => [name, ownFile(`law/${name}`)]))),
    measures: rows('measures.csv', [
      'measure',
      'title',
      'importer',
      'from',
      'until',
      'source',
      'confidence',
      'note',
    ]).map(({ measure, title, importer, from, until, source, confidence }) => ({
      id: measure!,
      title: title!,
      importer: importer!,
      from: from!,
      ...(until === '' ? {} : { until: until! }),
      source: source!,
      confidence: confidence as Confidence,
    })),
    lines: [...dutyLines('us-duties.csv'), ...dutyLines('third-country-duties.csv')],
    canadaLists: rows('canada-lists.csv', [
      'measure',
      'category',
      'value_cad_bn',
      'charged',
      'share',
      'rate',
      'sectors',
      'spread',
      'kind',
      'note',
    ]).map((row) => ({
      measure: row['measure']!,
      category: row['category']!,
      value: row['value_cad_bn'] === '' ? undefined : Number(row['value_cad_bn']),
      charged: row['charged'] === '' ? 1 : Number(row['charged']),
      share: row['share'] === '' ? undefined : Number(row['share']),
      rate: Number(row['rate']),
      sectors: row['sectors']!.split(' '),
      spread: row['spread'] === 'in order' ? 'in order' : 'in proportion',
      kind: row['kind'] as CanadaListRow['kind'],
      note: row['note']!,
    })),
  };
  return record;
}

/** Every line of the record in an economy: Canada's lists are values, and become shares of that economy's flows. */
export function linesIn(economy: Economy): DutyLine[] {
  const { lines, canadaLists } = lawRecord();
  return [...lines, ...linesOfCanada(canadaLists, economy)];
}

function dutyLines(file: string): DutyLine[] {
  return rows(file, ['measure', 'importer', 'exporter', 'sector', 'share', 'rate', 'basis']).map((row) => ({
    measure: row['measure']!,
    importer: row['importer']!,
    exporter: row['exporter']!,
    sector: row['sector']!,
    share: Number(row['share']),
    rate: Number(row['rate']),
    basis: row['basis']!,
  }));
}

function rows(file: string, required: readonly string[]): Record<string, string>[] {
  const problems = new ProblemList();
  const table: CsvTable | undefined = readCsvTable(
    ownFile(`law/${file}`),
    `law/${file}`,
    { required },
    problems,
  );
  problems.throwIfAny();
  if (table === undefined) throw new InputError([{ code: 'unreadable-file', message: `law/${file}` }]);
  return table.rows.map((row) =>
    Object.fromEntries(table.header.map((name, column) => [name, row[column]!])),
  );
}
