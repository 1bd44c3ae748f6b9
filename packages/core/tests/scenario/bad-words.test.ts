import { describe, expect, test } from 'vitest';
import { header, messages, withChange } from './case-fixture.ts';

describe('words that stand for something', () => {
  test('misspelt regions and sectors', async () => {
    const text = {
      importer: 'UAS',
      exporter: '[CAN, Mexico]',
      sectors: '[STEEL, VHE, vehicles]',
    };
    expect(await withChange(text)).toMatchInlineSnapshot(`
      "mine.yaml:8:15: there is no region "UAS"
            importer: UAS
                      ^^^
        did you mean "USA"?
      mine.yaml:9:21: there is no region "Mexico"
            exporter: [CAN, Mexico]
                            ^^^^^^
        possible here: USA, CAN, MEX, CHN, ROW, all, parties
      mine.yaml:10:15: there is no sector "STEEL"
            sectors: [STEEL, VHE, vehicles]
                      ^^^^^
        did you mean STL (Iron and steel)?
      mine.yaml:10:22: there is no sector "VHE"
            sectors: [STEEL, VHE, vehicles]
                             ^^^
        did you mean "VEH"?
      mine.yaml:10:27: there is no sector "vehicles"
            sectors: [STEEL, VHE, vehicles]
                                  ^^^^^^^^
        did you mean VEH (Finished motor vehicles)?"
    `);
  });
  test('home flows', async () => {
    expect(await withChange({ importer: 'CAN', exporter: 'CAN' })).toMatchInlineSnapshot(`
      "mine.yaml:9:15: CAN buying from itself is not trade between countries
            exporter: CAN
                      ^^^
        importer and exporter must differ"
    `);
  });
  test('dates that do not exist', async () => {
    expect(await withChange({ on: '2025-02-30', until: '2026-1-5' })).toMatchInlineSnapshot(`
      "mine.yaml:11:9: 2025-02-30 does not exist
            on: 2025-02-30
                ^^^^^^^^^^
        that month ends on 2025-02-28
      mine.yaml:12:12: "2026-1-5" is not a date
            until: 2026-1-5
                   ^^^^^^^^
        did you mean 2026-01-05?"
    `);
    expect(await withChange({ on: '2026-01-01', until: '2026-01-01' })).toMatchInlineSnapshot(`
      "mine.yaml:12:12: "until" must be later than "on", 2026-01-01; it is the first day no longer in force
            until: 2026-01-01
                   ^^^^^^^^^^"
    `);
    expect(await withChange({ on: '2040-01-01' })).toMatchInlineSnapshot(`
      "mine.yaml:11:9: this change comes after the horizon, 2035, so that it would change nothing
            on: 2040-01-01
                ^^^^^^^^^^
        set "horizon" to 2040 or later"
    `);
  });
  test('a day whose law is not on record, a situation that does not exist', async () => {
    expect(await messages(header.replace('before-2025', '2027-06-01'))).toMatchInlineSnapshot(`
      "mine.yaml:5:8: the law of 2027-06-01 is not on record
        as-of: 2027-06-01
               ^^^^^^^^^^
        the record goes from 2024-01-01 to 2026-10-06; or name a situation: before-2025, september-2025, review-2026"
    `);
    expect(await messages(header.replace('before-2025', 'setember-2025'))).toMatchInlineSnapshot(`
      "mine.yaml:5:8: there is no situation "setember-2025"
        as-of: setember-2025
               ^^^^^^^^^^^^^
        did you mean "september-2025"?"
    `);
  });
  test('expectations', async () => {
    const text = `${header}expect:
  - { measure: trade-flows, region: CAN, above: 0, because: x }
  - { measure: trade-flow, importer: CAN, above: low, because: x }
  - { measure: exports, importer: USA, order: [CAN, USA, CAN], because: x }
  - { measure: real-income, region: CAN, against: nowhere, above: 3, below: 2, because: x }
  - { measure: imports, region: MEX }
`;
    expect(await messages(text)).toMatchInlineSnapshot(`
      "mine.yaml:7:16: there is no measure "trade-flows"
          - { measure: trade-flows, region: CAN, above: 0, because: x }
                       ^^^^^^^^^^^
        did you mean "trade-flow"?
      mine.yaml:8:16: trade-flow needs "exporter"
          - { measure: trade-flow, importer: CAN, above: low, because: x }
                       ^^^^^^^^^^
      mine.yaml:8:50: "above" must be a number of percent such as -5, not "low"
          - { measure: trade-flow, importer: CAN, above: low, because: x }
                                                         ^^^
      mine.yaml:9:25: "importer" does not go with exports
          - { measure: exports, importer: USA, order: [CAN, USA, CAN], because: x }
                                ^^^^^^^^
        it takes region, sector
      mine.yaml:9:58: CAN is named twice in this order
          - { measure: exports, importer: USA, order: [CAN, USA, CAN], because: x }
                                                                 ^^^
      mine.yaml:10:51: there is no case "nowhere"
          - { measure: real-income, region: CAN, against: nowhere, above: 3, below: 2, because: x }
                                                          ^^^^^^^
        possible here: base
      mine.yaml:10:77: no number is above 3 and below 2
          - { measure: real-income, region: CAN, against: nowhere, above: 3, below: 2, because: x }
                                                                                    ^
      mine.yaml:11:7: "because" is missing
          - { measure: imports, region: MEX }
              ^^^^^^^
        add a line such as "because: the reason why"
      mine.yaml:11:16: nothing is expected here: "above", "below" and "order" are all missing
          - { measure: imports, region: MEX }
                       ^^^^^^^"
    `);
  });
});
