import { describe, expect, test } from 'vitest';
import { faults, header, seats, table, tableWith } from './table-fixture.ts';

describe('words that a table does not know', () => {
  test('a party', async () => {
    expect(await faults(tableWith('by: USA', 'by: UAS'))).toMatchInlineSnapshot(`
      "small.yaml:22:9: "UAS" is no party of this table
            by: UAS
                ^^^
        did you mean "USA"?"
    `);
  });
  test('parties that are not three', async () => {
    expect(await faults(tableWith('[USA, CAN, MEX]', '[USA, CAN]'))).toMatchInlineSnapshot(`
      "small.yaml:2:10: a table has three different parties: who offers, then the two who answer
        parties: [USA, CAN]
                 ^^^^^^^^^^
        parties: [USA, CAN, MEX]"
    `);
  });
  test('an issue and an option', async () => {
    const both = table.replace('{steel: stays}', '{steal: stays}').replace('{steel: falls}', '{steel: fals}');
    expect(await faults({ 'small.yaml': both })).toMatchInlineSnapshot(`
      "small.yaml:17:53: there is no issue "steal"
          extension: {title: Extension, with: both, picks: {steal: stays}}
                                                            ^^^^^
        did you mean "steel"?
      small.yaml:18:51: the issue steel has no option "fals"
          deal: {title: A deal, with: CAN, picks: {steel: fals}, ends: [duty]}
                                                          ^^^^
        did you mean "falls"?"
    `);
  });
  test('an escalation that a package ends', async () => {
    expect(await faults(tableWith('ends: [duty]', 'ends: [dutty]'))).toMatchInlineSnapshot(`
      "small.yaml:18:66: there is no escalation "dutty"
          deal: {title: A deal, with: CAN, picks: {steel: falls}, ends: [dutty]}
                                                                         ^^^^^
        did you mean "duty"?"
    `);
  });
  test('a key, and a missing one', async () => {
    expect(await faults(tableWith('worth:', 'worht:'))).toMatchInlineSnapshot(`
      "small.yaml:12:9: there is no key "worht" here
                worht: {CAN: 0.1}
                ^^^^^
        did you mean "worth"?"
    `);
    expect(await faults(tableWith('    against: CAN\n', ''))).toMatchInlineSnapshot(`
      "small.yaml:20:3: "against" of duty is missing
          duty:
          ^^^^
        add a line such as "against: CAN""
    `);
  });
  test('a regime', async () => {
    expect(await faults({ 'small.yaml': `${table}regimes: {expird: []}\n` })).toMatchInlineSnapshot(`
      "small.yaml:27:11: there is no key "expird" here
        regimes: {expird: []}
                  ^^^^^^
        did you mean "expired"?"
    `);
  });
});

describe('effects', () => {
  test('a measure that is not in force on the day that the case starts from', async () => {
    const old = 'lower: us-section-232-metals, to: 25%, exporter: CAN, goods: steel';
    expect(await faults(tableWith(old, 'lift: canada-list-of-march-4'))).toMatchInlineSnapshot(`
      "small.yaml:15:20: canada-list-of-march-4 is not in force on 2026-07-01
                  - {lift: canada-list-of-march-4}
                           ^^^^^^^^^^^^^^^^^^^^^^
        it is in force from 2025-03-04 until 2025-09-01"
    `);
  });
  test('a verb and a sector that do not exist', async () => {
    const wrong = table.replace('impose: 10%', 'impsoe: 10%');
    expect(await faults({ 'small.yaml': wrong })).toMatchInlineSnapshot(`
      "small.yaml:26:10: this change has no verb
              - {impsoe: 10%, importer: USA, exporter: CAN, sectors: goods}
                 ^^^^^^
        did you mean "impose"?"
    `);
    expect(await faults(tableWith('sectors: goods', 'sectors: STEEL'))).toMatchInlineSnapshot(`
      "small.yaml:26:62: there is no sector "STEEL"
              - {impose: 10%, importer: USA, exporter: CAN, sectors: STEEL}
                                                                     ^^^^^
        did you mean STL (Iron and steel)?"
    `);
  });
});

describe('figures', () => {
  test('a negative cost, a part above 1', async () => {
    const wrong = table.replace('{USA: 0.5}', '{USA: 1.5}').replace('by: USA', 'cost: -0.1\n    by: USA');
    expect(await faults({ 'small.yaml': wrong })).toMatchInlineSnapshot(`
      "small.yaml:13:27: "USA" must lie between 0 and 1, not 1.5
                concession: {USA: 1.5}
                                  ^^^
      small.yaml:22:11: "cost" must not be negative, not -0.1
            cost: -0.1
                  ^^^^
        what a measure gives its author is priced by the trade model"
    `);
  });
  test('news that are more than certain', async () => {
    const news = `news:
  a: {title: A, probability: 0.7, because: x}
  b: {title: B, probability: 0.6, because: x}
`;
    expect(await faults({ 'small.yaml': table + news })).toMatchInlineSnapshot(`
      "small.yaml:27:1: the probabilities of the news add up to 1.3, more than 1
        news:
        ^^^^
        one of them happens before a review, or none"
    `);
  });
  test('reviews past 2036, before 2026 and out of order', async () => {
    expect(await faults(tableWith('[2026, 2027]', '[2025, 2028, 2027, 2037]'))).toMatchInlineSnapshot(`
      "small.yaml:3:11: 2025 is no year of a review: they go from 2026 to 2036
        reviews: [2025, 2028, 2027, 2037]
                  ^^^^
      small.yaml:3:23: the review of 2027 stands after that of 2028
        reviews: [2025, 2028, 2027, 2037]
                              ^^^^
        write each year once, in order
      small.yaml:3:29: 2037 is no year of a review: they go from 2026 to 2036
        reviews: [2025, 2028, 2027, 2037]
                                    ^^^^
        the agreement ends on 2036-07-01 unless it is extended"
    `);
  });
});

describe('a case that names them', () => {
  test('files that are not there', async () => {
    const text = header + seats.replace('small.yaml', 'smal.yaml').replace('can.yaml', 'cna');
    expect(await faults({}, text)).toMatchInlineSnapshot(`
      "mine.yaml:7:10: there is no file smal.yaml
          table: smal.yaml
                 ^^^^^^^^^
      mine.yaml:8:33: there is no stance "cna"
          stances: {USA: usa.yaml, CAN: cna, MEX: mex.yaml}
                                        ^^^
        did you mean "can"?"
    `);
  });
  test('a seat too many, one too few, one of the wrong party', async () => {
    const text = header + seats.replace('CAN: can.yaml, MEX: mex.yaml', 'MEX: can.yaml, CHN: mex.yaml');
    expect(await faults({}, text)).toMatchInlineSnapshot(`
      "mine.yaml:8:3: there is no stance for CAN
          stances: {USA: usa.yaml, MEX: can.yaml, CHN: mex.yaml}
          ^^^^^^^
        usmca-sim stances lists those there are
      mine.yaml:8:33: can is a stance of CAN, not of MEX
          stances: {USA: usa.yaml, MEX: can.yaml, CHN: mex.yaml}
                                        ^^^^^^^^
        of MEX there are: mex
      mine.yaml:8:43: "CHN" is no party of the table
          stances: {USA: usa.yaml, MEX: can.yaml, CHN: mex.yaml}
                                                  ^^^
        did you mean "CAN"?
      mine.yaml:8:48: mex is a stance of MEX, not of CHN
          stances: {USA: usa.yaml, MEX: can.yaml, CHN: mex.yaml}
                                                       ^^^^^^^^"
    `);
  });
  test('a review too large to be solved', async () => {
    const duties = Array.from(
      { length: 14 },
      (_, k) => `  e${k}: {title: E, by: CAN, against: USA, because: x}\n`,
    ).join('');
    expect(await faults({ 'small.yaml': table + duties })).toMatchInlineSnapshot(`
      "mine.yaml:7:10: a review at this table has more than 60000 positions: 2 packages and 15 escalations
          table: small.yaml
                 ^^^^^^^^^^
        leave some out, with "without" beside "table""
    `);
  });
  test('what is to be left out and is not there', async () => {
    expect(await faults({}, `${header}${seats}  without: [extention]\n`)).toMatchInlineSnapshot(`
      "mine.yaml:9:13: there is no package, escalation or news "extention" at this table
          without: [extention]
                    ^^^^^^^^^
        did you mean "extension"?"
    `);
  });
});
