import type { Economy } from '../../src/economy/economy.ts';
import { InputError } from '../../src/problems/problem.ts';
import { renderProblem } from '../../src/problems/render-problem.ts';
import type { CaseFiles } from '../../src/scenario/case-files.ts';
import { type CaseContext, parseScenario } from '../../src/scenario/parse-scenario.ts';
import type { Law, Situation } from '../../src/tariffs/law.ts';

/** What the tests of this folder read cases against: codes and names only; no test of a case looks at a flow. */
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

function situation(id: string, date: string, measures: string[]): Situation {
  const rest = {
    importer: 'CAN',
    from: '2025-03-04',
    source: 'fixture',
    confidence: 'news' as const,
  };
  return {
    id,
    title: id,
    date,
    lines: [],
    measures: measures.map((name) => ({ id: name, title: name, ...rest })),
  };
}

const situations = [
  situation('before-2025', '2024-12-31', []),
  situation('august-2025', '2025-08-31', ['canada-list-of-march-4', 'canada-list-of-march-13-other']),
];

const law: Law = {
  situations,
  on: (date) =>
    date < '2025-03-01'
      ? situations[0]
      : date >= '2025-08-18' && date <= '2025-08-31'
        ? situations[1]
        : undefined,
  covered: '2024-01-01 to 2025-02-28, 2025-08-18 to 2025-08-31',
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
start: before-2025
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
