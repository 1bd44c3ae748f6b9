import {
  type Coverage,
  checkIds,
  checkPrecedence,
  type Economy,
  type Law,
  ProblemList,
  parseMeasures,
  type TariffMeasure,
} from '@usmca-sim/core';
import { ownFile, ownFiles } from '../files.ts';
import { coverageOfCanada } from './canada-lists.ts';
import { csvRows } from './csv-rows.ts';
import { goodsLists, productGroups } from './product-groups.ts';
import { coverageOfThirdCountries } from './third-countries.ts';

/** What `law/law.json` holds: the law but for how claims respond, bans as "ban". */
export type LawRecord = Omit<Law, 'hash' | 'claims'>;

/** The span of days of the record: the base year to the last day with a source. */
const covered = { first: '2024-01-01', last: '2026-10-06' };

/**
 * The law from its sources in `law/`.
 *
 * @param economy gives the codes, and the flows that Canada's lists are divided by.
 * @throws InputError with everything wrong with the measures.
 */
export function compileLaw(economy: Economy): LawRecord {
  const lists = goodsLists();
  const groups = productGroups();
  const measures = measuresOn(
    economy,
    lists.map(({ id }) => id),
  );
  const problems = new ProblemList();
  checkIds(measures, problems);
  checkPrecedence(measures, { groups }, problems);
  problems.throwIfAny();
  const coverage = [
    ...coverageOfThirdCountries(),
    ...coverageOfCanada(economy),
    ...coverageOfCanadaAndMexico(),
  ];
  return {
    measures: measures.map(({ place: _, ...measure }) => measure),
    goods: { lists, groups, coverage },
    usContent: Object.fromEntries(
      csvRows('us-content.csv', ['exporter', 'share']).map(({ exporter, share }) => [
        exporter,
        Number(share),
      ]),
    ),
    situations: csvRows('situations.csv', ['id', 'title', 'date']).map(({ id, title, date }) => ({
      id,
      title,
      date,
    })),
    covered,
  };
}

/** Every measure of `law/measures/`, in the order of the files, with its place. */
function measuresOn({ regions, sectors }: Economy, lists: readonly string[]): TariffMeasure[] {
  const words = {
    regions: regions.map(({ code }) => code),
    sectors: sectors.map(({ code }) => code),
    lists,
  };
  return measureFiles().flatMap((file) => parseMeasures(ownFile(file), file, words));
}

function measureFiles(): string[] {
  return ownFiles('law/measures').filter((file) => file.endsWith('.yaml'));
}

/** Measures of Canada and Mexico on third countries, and what they share with the United States. */
function coverageOfCanadaAndMexico(): Coverage[] {
  const columns = ['list', 'importer', 'exporter', 'sector', 'share', 'rate', 'basis'] as const;
  return csvRows('third-countries-of-canada-and-mexico.csv', columns).map((row) => ({
    list: row.list,
    importer: row.importer,
    exporter: row.exporter,
    sector: row.sector,
    share: Number(row.share),
    ...(row.rate === '' ? {} : { rate: Number(row.rate) }),
    basis: row.basis,
  }));
}

/** A record as the text of `law/law.json`: one measure, group or coverage a line. */
export function writeLaw({ measures, goods, usContent, situations, covered }: LawRecord): string {
  const lines = (rows: readonly unknown[]) =>
    `[\n${rows.map((row) => JSON.stringify(row, written)).join(',\n')}\n]`;
  return `{"covered":${JSON.stringify(covered)},
"situations":${lines(situations)},
"usContent":${JSON.stringify(usContent)},
"measures":${lines(measures)},
"goods":{"lists":${lines(goods.lists)},
"groups":${lines(goods.groups)},
"coverage":${lines(goods.coverage)}}}
`;
}

function written(key: string, value: unknown): unknown {
  if (value === Infinity) return 'ban';
  // Eight digits, but the shares of a flow's groups must add up to it as closely as the model solves.
  return typeof value === 'number' ? Number(value.toPrecision(key === 'share' ? 12 : 8)) : value;
}
