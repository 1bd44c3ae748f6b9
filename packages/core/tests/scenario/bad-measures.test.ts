import { describe, expect, test } from 'vitest';
import { changesAsOf, messages } from './case-fixture.ts';

const told = (asOf: string, ...changes: readonly string[]) => messages(changesAsOf(asOf, ...changes));

describe('a measure that is not there, or not on that day', () => {
  test('an unknown measure, authority or precedence', async () => {
    const text = changesAsOf(
      '2025-08-31',
      '{ lift: [canada-list-of-march-5, section-233], on: 2025-09-01 }',
      '{ extend: us-section-12, to: 2027-01-01 }',
      '{ enact: canada-unheard-of-anywhere, on: 2027-01-01 }',
      '{ impose: 5%, importer: USA, exporter: CAN, sectors: STL, yields-to: sect-232, on: 2026-01-01 }',
    );
    expect(await messages(text)).toMatchInlineSnapshot(`
      "mine.yaml:7:14: there is no measure "canada-list-of-march-5"
          - { lift: [canada-list-of-march-5, section-233], on: 2025-09-01 }
                     ^^^^^^^^^^^^^^^^^^^^^^
        did you mean "canada-list-of-march-4"?
      mine.yaml:7:38: there is no measure "section-233"
          - { lift: [canada-list-of-march-5, section-233], on: 2025-09-01 }
                                             ^^^^^^^^^^^
        did you mean "section-232"?
      mine.yaml:8:15: there is no measure "us-section-12"
          - { extend: us-section-12, to: 2027-01-01 }
                      ^^^^^^^^^^^^^
        did you mean "us-section-122"?
      mine.yaml:9:14: there is no measure "canada-unheard-of-anywhere"
          - { enact: canada-unheard-of-anywhere, on: 2027-01-01 }
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^
        possible here: canada-list-of-march-4, canada-list-of-march-13-other, us-section-232-metals, us-section-232-vehicles, us-section-232-trucks, us-section-122, us-vehicles-on-canada-at-50
      mine.yaml:10:74: there is no measure "sect-232"
          - { impose: 5%, importer: USA, exporter: CAN, sectors: STL, yields-to: sect-232, on: 2026-01-01 }
                                                                                 ^^^^^^^^
        possible here: canada-list-of-march-4, canada-list-of-march-13-other, us-section-232-metals, us-section-232-vehicles, us-section-232-trucks, us-section-122, us-vehicles-on-canada-at-50, surtax, section-232, section-122"
    `);
  });
  test('a lift of what has ended, has not begun, or is only threatened', async () => {
    expect(
      await told(
        '2025-09-19',
        '{ lift: canada-list-of-march-4, on: 2025-10-01 }',
        '{ lift: us-section-122, on: 2026-03-01 }',
        '{ lift: section-122, on: 2026-03-01 }',
        '{ lift: us-vehicles-on-canada-at-50, on: 2027-03-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:13: canada-list-of-march-4 is not in force on 2025-10-01
          - { lift: canada-list-of-march-4, on: 2025-10-01 }
                    ^^^^^^^^^^^^^^^^^^^^^^
        it is in force from 2025-03-04 until 2025-09-01
      mine.yaml:8:13: us-section-122 is not in force on 2026-03-01
          - { lift: us-section-122, on: 2026-03-01 }
                    ^^^^^^^^^^^^^^
        the law of 2025-09-19 does not know it; it began on 2026-02-24: "enact" it first, or start from a later day
      mine.yaml:9:13: no measure of section-122 is in force on 2026-03-01
          - { lift: section-122, on: 2026-03-01 }
                    ^^^^^^^^^^^
      mine.yaml:10:13: us-vehicles-on-canada-at-50 is not in force on 2027-03-01
          - { lift: us-vehicles-on-canada-at-50, on: 2027-03-01 }
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        it is a threat; put it in force with "enact" first"
    `);
    expect(await told('review-2026', '{ lift: section-122, on: 2026-08-01 }')).toMatchInlineSnapshot(`
      "mine.yaml:7:13: no measure of section-122 is in force on 2026-08-01
          - { lift: section-122, on: 2026-08-01 }
                    ^^^^^^^^^^^
        us-section-122 is in force from 2026-02-24 until 2026-07-24"
    `);
  });
  test('raise, exempt, expire and quota of what is not in force', async () => {
    expect(
      await told(
        'review-2026',
        '{ raise: us-section-122, to: 15%, on: 2026-09-01 }',
        '{ exempt: canada-list-of-march-4, share: 20%, on: 2026-09-01 }',
        '{ expire: canada-list-of-march-4, on: 2026-09-01 }',
        '{ quota: 80%, of: us-section-122, on: 2026-09-01 }',
        '{ extend: canada-list-of-march-4, to: 2026-09-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:14: us-section-122 is not in force on 2026-09-01
          - { raise: us-section-122, to: 15%, on: 2026-09-01 }
                     ^^^^^^^^^^^^^^
        it is in force from 2026-02-24 until 2026-07-24
      mine.yaml:8:15: canada-list-of-march-4 is not in force on 2026-09-01
          - { exempt: canada-list-of-march-4, share: 20%, on: 2026-09-01 }
                      ^^^^^^^^^^^^^^^^^^^^^^
        it is in force from 2025-03-04 until 2025-09-01
      mine.yaml:9:15: canada-list-of-march-4 ended on 2025-09-01
          - { expire: canada-list-of-march-4, on: 2026-09-01 }
                      ^^^^^^^^^^^^^^^^^^^^^^
      mine.yaml:10:23: us-section-122 is not in force on 2026-09-01
          - { quota: 80%, of: us-section-122, on: 2026-09-01 }
                              ^^^^^^^^^^^^^^
        it is in force from 2026-02-24 until 2026-07-24
      mine.yaml:11:15: canada-list-of-march-4 ended on 2025-09-01
          - { extend: canada-list-of-march-4, to: 2026-09-01 }
                      ^^^^^^^^^^^^^^^^^^^^^^
        that was before 2026-06-30, the day that the case starts from"
    `);
  });
  test('a measure that an earlier change has lifted, and one of which the day is not known', async () => {
    expect(
      await told(
        'review-2026',
        '{ lift: us-section-232-metals, on: 2026-08-01 }',
        '{ raise: us-section-232-metals, to: 60%, on: 2027-01-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:8:14: us-section-232-metals is not in force on 2027-01-01
          - { raise: us-section-232-metals, to: 60%, on: 2027-01-01 }
                     ^^^^^^^^^^^^^^^^^^^^^
        it is in force from 2025-03-12 until 2026-08-01"
    `);
    const faulty = '{ enact: us-vehicles-on-canada-at-50, on: 2027-02-30 }';
    const after = '{ lift: us-vehicles-on-canada-at-50, on: 2028-01-01 }';
    expect(await told('review-2026', faulty, after)).toMatchInlineSnapshot(`
      "mine.yaml:7:47: 2027-02-30 does not exist
          - { enact: us-vehicles-on-canada-at-50, on: 2027-02-30 }
                                                      ^^^^^^^^^^
        that month ends on 2027-02-28"
    `);
  });
  test('an enactment of what is in force, or ended long ago', async () => {
    expect(
      await told(
        'review-2026',
        '{ enact: us-section-232-metals, on: 2027-01-01 }',
        '{ enact: canada-list-of-march-4, on: 2027-01-01 }',
        '{ enact: us-vehicles-on-canada-at-50, on: 2027-01-01 }',
        '{ enact: us-vehicles-on-canada-at-50, on: 2028-01-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:14: us-section-232-metals is already in force on 2027-01-01
          - { enact: us-section-232-metals, on: 2027-01-01 }
                     ^^^^^^^^^^^^^^^^^^^^^
        "raise", "lower" and "extend" change what is in force
      mine.yaml:8:14: canada-list-of-march-4 is no threat, and no measure that came after 2026-06-30
          - { enact: canada-list-of-march-4, on: 2027-01-01 }
                     ^^^^^^^^^^^^^^^^^^^^^^
        it began on 2025-03-04; "extend" it before it ends, or "impose" its rate anew
      mine.yaml:10:14: us-vehicles-on-canada-at-50 is already in force on 2028-01-01
          - { enact: us-vehicles-on-canada-at-50, on: 2028-01-01 }
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        "raise", "lower" and "extend" change what is in force"
    `);
  });
});

describe('a change that does not do what its verb says', () => {
  test('a rise that is none, and a fall that is none', async () => {
    expect(
      await told(
        'review-2026',
        '{ raise: us-section-232-metals, to: 50%, exporter: CAN, sectors: STL, goods: steel, on: 2027-01-01 }',
        '{ raise: us-section-122, to: 5%, on: 2026-07-01 }',
        '{ lower: us-section-232-metals, to: 60%, on: 2027-01-01 }',
        '{ raise: us-section-232-metals, to: 40%, exporter: CAN, on: 2027-01-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:41: us-section-232-metals to 50% on 2027-01-01 is no rise
          - { raise: us-section-232-metals, to: 50%, exporter: CAN, sectors: STL, goods: steel, on: 2027-01-
                                                ^^^
        the rate there is 50%
      mine.yaml:8:34: us-section-122 to 5% on 2026-07-01 is no rise
          - { raise: us-section-122, to: 5%, on: 2026-07-01 }
                                         ^^
        the rate there is 10%; "lower" goes the other way
      mine.yaml:9:41: us-section-232-metals to 60% on 2027-01-01 is no fall
          - { lower: us-section-232-metals, to: 60%, on: 2027-01-01 }
                                                ^^^
        the rates there go from 25% to 50%; "raise" goes the other way
      mine.yaml:10:41: us-section-232-metals to 40% on 2027-01-01 would lower the 50% on CAN-STL-01
          - { raise: us-section-232-metals, to: 40%, exporter: CAN, on: 2027-01-01 }
                                                ^^^
        narrow it with "exporter", "sectors" or "goods""
    `);
  });
  test('a rise to what an earlier change has set', async () => {
    expect(
      await told(
        'review-2026',
        '{ raise: us-section-232-vehicles, to: 50%, on: 2027-01-01 }',
        '{ raise: us-section-232-vehicles, to: 50%, exporter: CAN, on: 2028-01-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:8:43: us-section-232-vehicles to 50% on 2028-01-01 is no rise
          - { raise: us-section-232-vehicles, to: 50%, exporter: CAN, on: 2028-01-01 }
                                                  ^^^
        the rate there is 50%"
    `);
  });
  test('what is lowered is measured against the rise before it', async () => {
    expect(
      await told(
        'review-2026',
        '{ raise: us-section-232-vehicles, to: 50%, on: 2027-01-01 }',
        '{ lower: us-section-232-vehicles, to: 30%, on: 2028-01-01 }',
      ),
    ).toBe('no problem');
  });
  test('a rise of many measures at once', async () => {
    expect(
      await told('review-2026', '{ raise: section-232, to: 60%, on: 2027-01-01 }'),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:14: "raise" is about one measure; section-232 has 3
          - { raise: section-232, to: 60%, on: 2027-01-01 }
                     ^^^^^^^^^^^
        write a change for each: us-section-232-metals, us-section-232-vehicles, us-section-232-trucks"
    `);
  });
  test('an extension that shortens, or that has no end to move', async () => {
    expect(
      await told(
        'review-2026',
        '{ extend: us-section-122, to: 2026-07-24 }',
        '{ extend: us-section-232-metals, to: 2027-01-01 }',
        '{ extend: us-section-122, to: 2027-02-30 }',
        '{ extend: us-vehicles-on-canada-at-50, to: 2030-01-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:35: "to" must be later than the present end of us-section-122, 2026-07-24
          - { extend: us-section-122, to: 2026-07-24 }
                                          ^^^^^^^^^^
        "expire" ends a measure earlier
      mine.yaml:8:15: us-section-232-metals has no end in the law of 2026-06-30, so that there is nothing to extend
          - { extend: us-section-232-metals, to: 2027-01-01 }
                      ^^^^^^^^^^^^^^^^^^^^^
        end it with "expire" or "lift"
      mine.yaml:9:35: 2027-02-30 does not exist
          - { extend: us-section-122, to: 2027-02-30 }
                                          ^^^^^^^^^^
        that month ends on 2027-02-28
      mine.yaml:10:15: us-vehicles-on-canada-at-50 is not in force
          - { extend: us-vehicles-on-canada-at-50, to: 2030-01-01 }
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        it is a threat; put it in force with "enact""
    `);
  });
  test('an end after the end', async () => {
    expect(await told('review-2026', '{ expire: us-section-122, on: 2026-08-01 }')).toMatchInlineSnapshot(`
      "mine.yaml:7:15: us-section-122 already ends on 2026-07-24
          - { expire: us-section-122, on: 2026-08-01 }
                      ^^^^^^^^^^^^^^
        "extend" moves an end to a later day"
    `);
  });
  test('measures that bear on nothing where the change is', async () => {
    expect(
      await told(
        'review-2026',
        '{ raise: us-section-232-vehicles, to: 50%, exporter: CHN, on: 2027-01-01 }',
        '{ exempt: us-section-232-metals, sectors: AGR, share: 10%, on: 2027-01-01 }',
        '{ quota: 80%, of: section-232, exporter: ROW, on: 2027-01-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:14: us-section-232-vehicles bears on no goods of these flows on 2027-01-01
          - { raise: us-section-232-vehicles, to: 50%, exporter: CHN, on: 2027-01-01 }
                     ^^^^^^^^^^^^^^^^^^^^^^^
        it is on imports of USA from CAN, MEX, CHN, ROW
      mine.yaml:8:15: us-section-232-metals bears on no goods of these flows on 2027-01-01
          - { exempt: us-section-232-metals, sectors: AGR, share: 10%, on: 2027-01-01 }
                      ^^^^^^^^^^^^^^^^^^^^^
        it is on imports of USA from CAN, MEX, CHN, ROW
      mine.yaml:9:23: no measure of section-232 bears on goods of these flows on 2027-01-01
          - { quota: 80%, of: section-232, exporter: ROW, on: 2027-01-01 }
                              ^^^^^^^^^^^
        in force on other flows: us-section-232-metals, us-section-232-vehicles, us-section-232-trucks"
    `);
  });
  test('days in the wrong order', async () => {
    const flow = 'importer: USA, exporter: CAN, sectors: STL';
    expect(
      await told(
        'review-2026',
        `{ impose: 5%, ${flow}, on: 2027-01-01, full-from: 2027-01-01 }`,
        `{ impose: 5%, ${flow}, on: 2027-01-01, full-from: 2029-01-01, until: 2029-01-01 }`,
        '{ lift: us-section-232-metals, on: 2027-01-01, until: 2026-12-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:90: "full-from" must be later than "on", 2027-01-01; from "on" to then the change grows
        ectors: STL, on: 2027-01-01, full-from: 2027-01-01 }
                                                ^^^^^^^^^^
        without "full-from" it holds in full from its first day
      mine.yaml:8:90: "full-from" must be earlier than "until", 2029-01-01; this change would end before it is in force in full
        ectors: STL, on: 2027-01-01, full-from: 2029-01-01, until: 2029-01-01 }
                                                ^^^^^^^^^^
      mine.yaml:9:59: "until" must be later than "on", 2027-01-01; it is the first day no longer in force
          - { lift: us-section-232-metals, on: 2027-01-01, until: 2026-12-01 }
                                                                  ^^^^^^^^^^"
    `);
  });
});
