import { readFileSync } from 'node:fs';
import {
  newCaseTemplate,
  parseScenario,
  parseStance,
  scenarioJsonSchema,
  stanceJsonSchema,
  tableJsonSchema,
} from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { describe, expect, test } from 'vitest';
import { caseLibrary } from '../src/index.ts';

const economy = economy2024();
const context = { economy, law: lawOf(economy) };
const library = caseLibrary();
const parse = (id: string) => parseScenario(library.locate(id)!, library, context);

test('the library has the cases that the documentation names', () => {
  expect(library.ids()).toEqual([
    'after-the-review',
    'annual-reviews-without-end',
    'ban-on-a-fifth-of-canadian-food',
    'before-2025',
    'both-partners-firm',
    'canada-diversifies',
    'canada-mexico-partnership',
    'canada-mexico-trade-doubled',
    'canadian-exports-with-steel-and-cars-free',
    'clean-extension',
    'common-external-tariff',
    'conditional-renewal',
    'dairy-for-steel',
    'de-escalation-package',
    'emergency-duties-end',
    'expiry-in-2036',
    'extension-with-concessions',
    'fentanyl-duty-with-exemption',
    'fentanyl-duty-without-exemption',
    'fortress-north-america',
    'full-escalation',
    'lapse-to-mfn',
    'latest-law',
    'law-before-the-judgment',
    'law-of-august-2025',
    'law-of-september-2025',
    'law-of-the-review',
    'lift-or-answer-in-kind',
    'medicines-alone',
    'mexico-raises-duties-on-asia',
    'only-canada-is-offered-a-deal',
    'only-mexico-is-offered-a-deal',
    'orders-of-february-2025',
    'partners-alone-pay',
    'pitted-against-one-another',
    'pitted-canada-first',
    'pitted-mexico-first',
    'pragmatic-washington',
    'pressure-at-home-high',
    'pressure-at-home-low',
    'regional-value-content-in-cars',
    'retaliation-kept',
    'retaliation-lifted',
    'retaliation-lifted-with-a-us-answer',
    'review-as-it-went',
    'section-122-extended',
    'section-338-answered',
    'section-338-on-canada',
    'side-deal-with-canada',
    'side-deal-with-canada-answered',
    'side-deal-with-mexico',
    'side-deal-with-mexico-answered',
    'steel-and-vehicles-alone',
    'steel-quota',
    'surcharge-takes-their-place',
    'the-review-without-politics',
    'threatened-50-on-canadian-cars',
    'two-bilateral-deals',
    'united-front',
    'us-25-and-10-on-china',
    'us-25-and-10-on-china-with-retaliation',
    'us-25-on-both',
    'us-25-on-both-with-retaliation',
    'us-25-on-cars',
    'us-content-floor-in-cars',
    'us-notice-revoked',
    'us-withdraws',
    'us-withdraws-and-exemptions-lapse',
  ]);
});

describe.each(library.ids())('%s', (id) => {
  test('is sound, says what it leaves out and has expectations with reasons', async () => {
    const scenario = await parse(id);
    expect(scenario.id).toBe(id);
    expect(scenario.sources.length).toBeGreaterThan(0);
    expect(scenario.leavesOut.length).toBeGreaterThan(0);
    expect(scenario.expect.length).toBeGreaterThan(0);
    expect(Object.keys(scenario.words ?? {}).length, 'words').toBeGreaterThan(0);
    expect(scenario.reading?.length ?? 0, 'reading').toBeGreaterThan(100);
  });

  test('names the schema that lies above its folder', () => {
    const firstLine = library.read(library.locate(id)!)!.split('\n')[0];
    expect(firstLine).toBe('# yaml-language-server: $schema=../scenario.schema.json');
  });
});

test('the lapse sets the duties of all goods between the United States and both partners', async () => {
  const { changes } = await parse('lapse-to-mfn');
  const [change] = changes;
  if (change?.verb !== 'duties') throw new Error('the lapse is a table of duties');
  expect(change.as).toBe('ordinary');
  expect(change.rows).toHaveLength(4 * 22);
  // Partner-weighted MFN duty on Mexican textiles, as base2024/mfn.csv has it.
  expect(change.rows.find((row) => row.exporter === 'MEX' && row.sector === 'TEX')?.rate).toBe(0.10949);
});

test('retaliation is the first exercise and an answer to it', async () => {
  const scenario = await parse('us-25-on-both-with-retaliation');
  expect(scenario.lineage).toEqual(['us-25-on-both-with-retaliation', 'us-25-on-both']);
  expect(scenario.changes.map((change) => 'rate' in change && [change.rate, change.scope.importers])).toEqual(
    [
      [0.25, ['USA']],
      [0.25, ['CAN', 'MEX']],
    ],
  );
  expect(scenario.question).toContain('retaliation');
  expect(scenario.author).toBe('usmca-sim');
  expect(scenario.expect).toHaveLength(5);
});

test('the template of a new case is valid as it stands', async () => {
  const text = newCaseTemplate({ id: 'my-case' });
  const files = { read: () => text, locate: () => undefined, ids: () => [] };
  const scenario = await parseScenario('my-case.yaml', files, context);
  expect(scenario.title).toBe('My case');
  expect(scenario.changes).toHaveLength(1);
});

test.each([
  ['scenario', scenarioJsonSchema()],
  ['table', tableJsonSchema()],
  ['stance', stanceJsonSchema()],
])('the committed schema of a %s is the one that its form gives', (kind, schema) => {
  const committed = readFileSync(new URL(`../${kind}.schema.json`, import.meta.url), 'utf8');
  expect(committed, 'run: pnpm run generate').toBe(`${JSON.stringify(schema, null, 2)}\n`);
});

test('the library has tables and stances, each sound and of the party that its name says', () => {
  expect(library.ids('table')).toEqual(['after-the-review', 'lists-of-2025', 'review-of-2026']);
  const stances = library
    .ids('stance')
    .map((id) => parseStance(library.locate(id, 'stance')!, library, economy));
  expect(stances.map(({ id, party }) => `${party} ${id}`)).toEqual([
    'CAN canada-conciliatory-under-pressure',
    'CAN canada-firm',
    'CAN canada-high-pressure',
    'CAN canada-low-pressure',
    'MEX mexico-calm-wary',
    'MEX mexico-firm',
    'USA usa-hard-line',
    'USA usa-pragmatic',
    'USA usa-present-policy',
  ]);
});

test('the duties of a lapse between two are those of the lapse', () => {
  const rows = (path: string) => library.read(path)!.trim().split('\n').slice(1);
  const lapse = rows('the-review/lapse-to-mfn.csv').sort();
  expect([...rows('tables/mfn-usa-can.csv'), ...rows('tables/mfn-usa-mex.csv')].sort()).toEqual(lapse);
  expect(library.read('the-review/lapse-usa-canada.csv')).toBe(library.read('tables/mfn-usa-can.csv'));
  expect(library.read('the-review/lapse-usa-mexico.csv')).toBe(library.read('tables/mfn-usa-mex.csv'));
});

test('the tables differ in what stands: nothing on the eve of the review, two measures after it', async () => {
  const standing = async (id: string) =>
    (await parse(id)).negotiation!.table.escalations.filter((one) => one.standing).map((one) => one.id);
  expect(await standing('review-as-it-went')).toEqual([]);
  expect(await standing('after-the-review')).toEqual(['us-section-338', 'canada-counter-tariffs']);
});
