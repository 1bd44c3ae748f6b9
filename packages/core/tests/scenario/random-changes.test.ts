import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../src/problems/problem.ts';
import { scenarioJsonSchema } from '../../src/scenario/case-json-schema.ts';
import { changesAsOf, parse } from './case-fixture.ts';

interface Kind {
  readonly properties: Record<string, unknown>;
  readonly required: readonly string[];
}
const { properties } = scenarioJsonSchema() as { properties: { changes: { items: { anyOf: Kind[] } } } };
const kinds = properties.changes.items.anyOf;
const verbs = kinds.map((kind) => Object.keys(kind.properties)[0]!);

/** What each key may well be given, sound or not. */
const measures = [
  'canada-list-of-march-4',
  'us-section-232-metals',
  'us-section-122',
  'us-vehicles-on-canada-at-50',
  'section-232',
  'section-122',
  '[surtax, us-section-232-trucks]',
  'nothing',
];
const regions = ['USA', 'CAN', 'MEX', 'CHN', '[CAN, MEX]', 'parties', 'all', 'CNA'];
const days = ['2025-03-10', '2025-08-01', '2026-07-01', '2027-01-01', '2030-06-15', '2027-02-30'];
const rates = ['0%', '5%', '25%', '60%', '100%', '80', 'all', '-5%'];
const values: Record<string, readonly string[]> = {
  importer: regions,
  exporter: regions,
  sectors: ['STL', 'VEH', 'goods', 'services', 'all', '[STL, VEH]', 'VHE'],
  goods: ['steel', 'vehicles', 'march-4', 'CAN-STL-01', '[CAN-VEH-02, trucks]', 'steal'],
  on: days,
  until: days,
  'full-from': days,
  because: ['A reason'],
  usmca: ['applies', 'exempt', 'non-us-content', 'no'],
  'yields-to': measures,
  of: measures,
  claimed: ['true', 'false', 'yes'],
  as: ['additional', 'ordinary'],
  duties: ['d.csv'],
  quota: ['80%', '25%', '120%'],
  'claim-ceiling': ['90%', '20%'],
};
const aboutMeasures = ['enact', 'lift', 'raise', 'lower', 'extend', 'expire', 'exempt'];

const change = fc.constantFrom(...kinds).chain(({ properties, required }) => {
  const keys = Object.keys(properties);
  const verb = keys[0]!;
  const given = keys.map((key) => {
    const pool =
      values[key] ??
      (aboutMeasures.includes(key) ? measures : key === 'to' && verb === 'extend' ? days : rates);
    const value = fc.constantFrom(...pool).map((text) => `${key}: ${text}`);
    if (key === verb) return value;
    const [given, left] = required.includes(key) ? [20, 1] : [1, 2];
    return fc.oneof({ arbitrary: value, weight: given }, { arbitrary: fc.constant(''), weight: left });
  });
  return fc.tuple(...given).map((lines) => `{ ${lines.filter(Boolean).join(', ')} }`);
});

test('changes of any kind give a case, or located problems, each said once', async () => {
  const sound = new Set<string>();
  const codes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('2025-08-31', 'review-2026', '2026-10-06'),
      fc.array(change, { minLength: 1, maxLength: 2 }),
      async (asOf, changes) => {
        try {
          const scenario = await parse(changesAsOf(asOf, ...changes));
          expect(scenario.changes).toHaveLength(changes.length);
          for (const { verb, on, until } of scenario.changes) {
            sound.add(verb);
            expect(until === undefined || on < until).toBe(true);
          }
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          for (const { code, message, place } of error.problems) {
            codes.add(code);
            expect(place, message).toBeDefined();
          }
          const said = error.problems.map(
            ({ message, place }) => `${place?.line}:${place?.column} ${message}`,
          );
          expect(new Set(said).size).toBe(said.length);
        }
      },
    ),
    { numRuns: 2500, seed: 20261006 },
  );
  // What was drawn is worth drawing: every verb was sound at times, a table apart, which is not there.
  expect([...sound].sort()).toEqual(verbs.filter((verb) => verb !== 'duties').sort());
  expect(codes.size).toBeGreaterThan(25);
}, 60_000);
