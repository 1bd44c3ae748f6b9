import type { Economy } from '../../src/economy/economy.ts';
import { InputError } from '../../src/problems/problem.ts';
import { renderProblem } from '../../src/problems/render-problem.ts';
import type { CaseFiles } from '../../src/scenario/case-files.ts';
import { type CaseContext, parseScenario } from '../../src/scenario/parse-scenario.ts';
import type { GoodsTables, ProductGroup } from '../../src/tariffs/goods.ts';
import type { Law } from '../../src/tariffs/law.ts';
import type { Charge, TariffMeasure } from '../../src/tariffs/measure.ts';

/** What the tests of this folder read cases against: codes, names and a law; no test of a case looks at a flow. */
const codes = ['USA', 'CAN', 'MEX', 'CHN', 'ROW'];
const names: Record<string, string> = {
  CAN: 'Canada',
  STL: 'Iron and steel',
  VEH: 'Finished motor vehicles',
};
const goods = ['AGR', 'ENE', 'FOO', 'STL', 'NFM', 'VEH', 'VPT'];
const services = ['TRN', 'PUB'];

const economy = {
  id: 'fixture',
  title: 'Codes alone',
  year: 2024,
  regions: codes.map((code) => ({ code, name: names[code] ?? code })),
  sectors: [
    ...goods.map((code) => ({
      code,
      name: names[code] ?? code,
      kind: 'goods' as const,
    })),
    ...services.map((code) => ({
      code,
      name: names[code] ?? code,
      kind: 'services' as const,
    })),
  ],
  parties: [0, 1, 2],
  elasticities: new Map([
    ['central', new Float64Array(9).fill(4)],
    ['caliendo-parro', new Float64Array(9).fill(5)],
  ]),
  defaultElasticities: 'central',
} as unknown as Economy;

const charge = { rate: 0.25, base: 'value', usmca: 'applies', from: '2025-03-04' } as const;

function measure(
  id: string,
  charges: readonly Partial<Charge>[],
  others: Partial<TariffMeasure> = {},
): TariffMeasure {
  return {
    id,
    title: id,
    authority: 'surtax',
    importer: 'CAN',
    exporters: ['USA'],
    status: 'law',
    charges: charges.map((one) => ({ ...charge, ...one })),
    yieldsTo: [],
    addsTo: [],
    inBase: false,
    source: 'made up',
    confidence: 'secondary',
    ...others,
  };
}

const ofUs = { importer: 'USA', exporters: ['CAN', 'MEX', 'CHN', 'ROW'] };
const metals = { ...ofUs, authority: 'section-232' };

/** Made up on the pattern of 2025 and 2026: days and rates are near those of law, no test depends on that. */
const measures = [
  measure('canada-list-of-march-4', [{ lists: ['march-4'], until: '2025-09-01' }]),
  measure('canada-list-of-march-13-other', [
    { lists: ['march-13'], from: '2025-03-13', until: '2025-09-01' },
  ]),
  measure(
    'us-section-232-metals',
    [
      { lists: ['steel'], from: '2025-03-12', until: '2025-06-04' },
      { lists: ['steel'], from: '2025-06-04', rate: 0.5 },
      { lists: ['furniture'], from: '2025-06-04' },
    ],
    metals,
  ),
  measure('us-section-232-vehicles', [{ lists: ['vehicles'], usmca: 'non-us-content' }], metals),
  measure('us-section-232-trucks', [{ lists: ['trucks'], from: '2025-11-01' }], metals),
  measure('us-section-122', [{ rate: 0.1, usmca: 'exempt', from: '2026-02-24', until: '2026-07-24' }], {
    ...ofUs,
    authority: 'section-122',
    endDecided: '2026-02-20',
    yieldsTo: ['section-232'],
  }),
  measure('us-vehicles-on-canada-at-50', [{ lists: ['vehicles'], rate: 0.5, from: '2027-01-01' }], {
    ...metals,
    exporters: ['CAN'],
    status: 'threat',
  }),
];

function group(id: string, share: number, lists: string[], floor: number, ceiling: number): ProductGroup {
  const [exporter, sector] = id.split('-') as [string, string];
  const content = { steelContent: 0, aluminiumContent: 0, copperContent: 0, ordinaryDuty: 0 };
  return { id, importer: 'USA', exporter, sector, share, lists, ...content, claims: { floor, ceiling } };
}

const coverage = [
  ['march-4', 'CAN', 'USA', 'AGR'],
  ['march-4', 'CAN', 'USA', 'FOO'],
  ['march-13', 'CAN', 'USA', 'NFM'],
  ['steel', 'USA', 'CHN', 'STL'],
] as const;

const goodsTables: GoodsTables = {
  lists: ['march-4', 'march-13', 'steel', 'furniture', 'vehicles', 'trucks'].map((id) => ({ id, title: id })),
  groups: [
    group('CAN-STL-01', 0.9, ['steel'], 0.1, 0.95),
    group('CAN-STL-02', 0.1, ['furniture'], 0.2, 0.9),
    group('CAN-VEH-01', 0.9, ['vehicles'], 0.86, 0.95),
    group('CAN-VEH-02', 0.1, ['trucks'], 0.64, 0.9),
    group('MEX-STL-01', 1, ['steel'], 0.15, 0.9),
    group('MEX-VEH-01', 1, ['vehicles'], 0.81, 0.89),
  ],
  coverage: coverage.map(([list, importer, exporter, sector]) => ({
    list,
    importer,
    exporter,
    sector,
    share: 0.5,
    basis: 'made up',
  })),
};

const law: Law = {
  measures,
  goods: goodsTables,
  claims: { scale: 0.1, speed: 0.3, memory: 6, since: '2025-01-01' },
  usContent: { CAN: 0.5, MEX: 0.4 },
  situations: [
    { id: 'before-2025', title: 'Before the duties of 2025', date: '2024-12-31' },
    { id: 'september-2025', title: 'September 2025', date: '2025-09-19' },
    { id: 'review-2026', title: 'The eve of the joint review', date: '2026-06-30' },
  ],
  covered: { first: '2024-01-01', last: '2026-10-06' },
  hash: 'made-law',
};

const context: CaseContext = { economy, law };

/** A folder of cases that is a record of paths and texts. */
function folderOf(texts: Readonly<Record<string, string>>): CaseFiles {
  const ids = new Map(
    Object.keys(texts)
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => [path.split('/').at(-1)!.replace('.yaml', ''), path]),
  );
  return {
    read: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
    locate: (id) => ids.get(id),
    ids: () => [...ids.keys()],
  };
}

export const header = `title: Steel
question: What does the duty on steel do?
author: A. Reader
date: 2026-01-31
as-of: before-2025
`;

/** Reads `mine.yaml` with the text under a sound header. */
export function parse(text: string, others: Readonly<Record<string, string>> = {}) {
  return parseScenario('mine.yaml', folderOf({ 'mine.yaml': text, ...others }), context);
}

/** The messages that a text gives, as a reader sees them; `no problem` when there are none. */
export async function messages(text: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
  try {
    await parse(text, others);
    return 'no problem';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(renderProblem).join('\n');
  }
}

/** A change that is sound but for what a test puts in place of its lines. */
export function change(lines: Readonly<Record<string, string>>): string {
  const all = {
    impose: '25%',
    importer: 'USA',
    exporter: 'CAN',
    sectors: 'STL',
    on: '2026-01-01',
    ...lines,
  };
  const [first, ...rest] = Object.entries(all).filter(([, value]) => value !== '');
  return `  - ${first!.join(': ')}\n${rest.map((line) => `    ${line.join(': ')}\n`).join('')}`;
}

export const withChange = (lines: Readonly<Record<string, string>>) =>
  messages(`${header}changes:\n${change(lines)}`);

/** A case that starts from the law of a day and makes changes, each given as its lines. */
export const changesAsOf = (asOf: string, ...changes: readonly string[]) =>
  `${header.replace('before-2025', asOf)}changes:\n${changes.map((lines) => `  - ${lines}\n`).join('')}`;
