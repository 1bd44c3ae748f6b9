import { expect, test } from 'vitest';
import { header, messages, parse } from './case-fixture.ts';

const own = (lines: string) => `${header.replace('before-2025', 'review-2026')}measures:
  - id: us-harbour-fee
    title: A fee on everything from Canada
    authority: port-fee
    importer: USA
    exporters: [CAN]
${lines}    source: made up
    confidence: secondary
`;
const charges = '    charges: [{ rate: 2%, from: 2027-01-01 }]\n';

test('a measure of the case is enacted on its first day, and may be named by changes', async () => {
  const changes =
    'changes:\n  - { lift: us-harbour-fee, on: 2028-01-01 }\n  - { raise: us-harbour-fee, to: 3%, on: 2027-06-01 }\n';
  const text = `${own(`${charges}    adds-to: all\n`)}`;
  const scenario = await parse(text);
  expect(scenario.changes).toMatchObject([
    { verb: 'enact', on: '2027-01-01', measures: [{ id: 'us-harbour-fee', charges: [{ rate: 0.02 }] }] },
  ]);
  expect((await parse(text + changes)).changes.map(({ verb }) => verb)).toEqual(['enact', 'lift', 'raise']);
});

test('a threat of the case is in force once it is enacted', async () => {
  const text = own(`${charges}    adds-to: all\n    status: threat\n`);
  expect((await parse(text)).changes).toEqual([]);
  const { changes } = await parse(`${text}changes:\n  - { enact: us-harbour-fee, on: 2028-01-01 }\n`);
  expect(changes).toMatchObject([{ verb: 'enact', on: '2028-01-01', measures: [{ id: 'us-harbour-fee' }] }]);
});

test('a measure that overlaps another without precedence', async () => {
  expect(await messages(own(charges))).toMatchInlineSnapshot(`
    "mine.yaml:7:9: "us-section-232-metals" and "us-harbour-fee" both bear on CAN-STL-01 on 2027-01-01, and neither says which comes first
        - id: us-harbour-fee
              ^^^^^^^^^^^^^^
      name the other under "yields-to" of the one that gives way, or under "adds-to" of the one on top
    mine.yaml:7:9: "us-section-232-vehicles" and "us-harbour-fee" both bear on CAN-VEH-01 on 2027-01-01, and neither says which comes first
        - id: us-harbour-fee
              ^^^^^^^^^^^^^^
      name the other under "yields-to" of the one that gives way, or under "adds-to" of the one on top
    mine.yaml:7:9: "us-section-232-trucks" and "us-harbour-fee" both bear on CAN-VEH-02 on 2027-01-01, and neither says which comes first
        - id: us-harbour-fee
              ^^^^^^^^^^^^^^
      name the other under "yields-to" of the one that gives way, or under "adds-to" of the one on top"
  `);
});

test('no overlap where the case lifts the other measure first', async () => {
  const changes = 'changes:\n  - { lift: section-232, on: 2026-12-01 }\n';
  expect(await messages(own(charges) + changes)).toBe('no problem');
});

test('faults inside a measure, and an id that is taken', async () => {
  const text = own('    charges: [{ rate: 2, lists: steal, from: 2027-01-01, until: 2026-01-01 }]\n').replace(
    'title: A fee',
    'titel: A fee',
  );
  expect(await messages(text)).toMatchInlineSnapshot(`
    "mine.yaml:7:5: "title" is missing
        - id: us-harbour-fee
          ^^
      it must be text
    mine.yaml:8:5: there is no key "titel" here
          titel: A fee on everything from Canada
          ^^^^^
      did you mean "title"?"
  `);
  const values = text.replace('titel', 'title').replace('us-harbour-fee', 'us-section-122');
  expect(await messages(values)).toMatchInlineSnapshot(`
    "mine.yaml:12:33: there is no goods list "steal"
          charges: [{ rate: 2, lists: steal, from: 2027-01-01, until: 2026-01-01 }]
                                      ^^^^^
      did you mean "steel"?
    mine.yaml:12:65: the charge ends on 2026-01-01 but starts on 2027-01-01
          charges: [{ rate: 2, lists: steal, from: 2027-01-01, until: 2026-01-01 }]
                                                                      ^^^^^^^^^^
      "until" is the first day no longer in force; it must be later than "from""
  `);
  const taken = own(`${charges}    adds-to: all\n`).replace('us-harbour-fee', 'us-section-122');
  expect(await messages(taken)).toMatchInlineSnapshot(`
    "mine.yaml:7:9: there is already a measure "us-section-122"
        - id: us-section-122
              ^^^^^^^^^^^^^^
      give each measure an id of its own"
  `);
  expect(await messages(`${header}measures: us-harbour-fee\n`)).toMatchInlineSnapshot(`
    "mine.yaml:6:11: "measures" must be a list of measures, each with a dash, not "us-harbour-fee"
      measures: us-harbour-fee
                ^^^^^^^^^^^^^^"
  `);
});
