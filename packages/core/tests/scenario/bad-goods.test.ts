import { describe, expect, test } from 'vitest';
import { changesAsOf, messages } from './case-fixture.ts';

const told = (...changes: readonly string[]) => messages(changesAsOf('review-2026', ...changes));

describe('goods', () => {
  test('lists and groups that do not exist', async () => {
    expect(
      await told(
        '{ ban: 20%, importer: USA, exporter: CAN, sectors: STL, goods: [steal, CAN-STL-1, uranium], on: 2027-01-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:69: there is no list or group of goods "steal"
          - { ban: 20%, importer: USA, exporter: CAN, sectors: STL, goods: [steal, CAN-STL-1, uranium], on: 
                                                                            ^^^^^
        did you mean "steel"?
      mine.yaml:7:76: there is no list or group of goods "CAN-STL-1"
          - { ban: 20%, importer: USA, exporter: CAN, sectors: STL, goods: [steal, CAN-STL-1, uranium], on: 
                                                                                   ^^^^^^^^^
        did you mean "CAN-STL-01"?
      mine.yaml:7:87: there is no list or group of goods "uranium"
        sectors: STL, goods: [steal, CAN-STL-1, uranium], on: 2027-01-01 }
                                                ^^^^^^^
        lists: march-4, march-13, steel, furniture, vehicles, trucks"
    `);
  });
  test('groups of other flows', async () => {
    expect(
      await told(
        '{ impose: 5%, importer: USA, exporter: MEX, sectors: STL, goods: CAN-STL-01, on: 2027-01-01 }',
        '{ impose: 5%, importer: USA, exporter: CAN, sectors: VEH, goods: [CAN-STL-01], on: 2027-01-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:70: there is no group CAN-STL-01 in these flows
          - { impose: 5%, importer: USA, exporter: MEX, sectors: STL, goods: CAN-STL-01, on: 2027-01-01 }
                                                                             ^^^^^^^^^^
        it is a group of what USA imports from CAN of STL
      mine.yaml:8:71: there is no group CAN-STL-01 in these flows
          - { impose: 5%, importer: USA, exporter: CAN, sectors: VEH, goods: [CAN-STL-01], on: 2027-01-01 }
                                                                              ^^^^^^^^^^
        it is a group of what USA imports from CAN of STL"
    `);
  });
  test('lists without goods in these flows', async () => {
    expect(
      await told(
        '{ ban: all, importer: USA, exporter: CAN, sectors: FOO, goods: steel, on: 2027-01-01 }',
        '{ exempt: us-section-232-metals, exporter: MEX, goods: furniture, on: 2027-01-01 }',
        '{ ban: all, importer: CAN, exporter: MEX, sectors: goods, goods: march-4, on: 2027-01-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:68: no goods of these flows are on the list steel
          - { ban: all, importer: USA, exporter: CAN, sectors: FOO, goods: steel, on: 2027-01-01 }
                                                                           ^^^^^
        it has goods that USA imports from CAN, MEX, CHN, of STL
      mine.yaml:8:60: no goods of these flows are on the list furniture
          - { exempt: us-section-232-metals, exporter: MEX, goods: furniture, on: 2027-01-01 }
                                                                   ^^^^^^^^^
        it has goods that USA imports from CAN, of STL
      mine.yaml:9:70: no goods of these flows are on the list march-4
          - { ban: all, importer: CAN, exporter: MEX, sectors: goods, goods: march-4, on: 2027-01-01 }
                                                                             ^^^^^^^
        it has goods that CAN imports from USA, of AGR, FOO"
    `);
  });
});

describe('quotas', () => {
  const flow = 'importer: USA, exporter: CAN, sectors: STL, on: 2027-01-01';
  test('larger than the flow, or nothing', async () => {
    expect(
      await told(
        `{ quota: 120%, of: us-section-232-metals, on: 2027-01-01 }`,
        `{ quota: 80, beyond: 25%, ${flow} }`,
        `{ quota: 0%, beyond: 25%, ${flow} }`,
        `{ quota: -10%, beyond: 25%, ${flow} }`,
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:14: a quota of 120% is more than the flow of the base year, of which it is a part
          - { quota: 120%, of: us-section-232-metals, on: 2027-01-01 }
                     ^^^^
        a quota that never binds is the same as "exempt" or "lift"
      mine.yaml:8:14: a quota of 8000% is more than the flow of the base year, of which it is a part
          - { quota: 80, beyond: 25%, importer: USA, exporter: CAN, sectors: STL, on: 2027-01-01 }
                     ^^
        did you mean 80%?
      mine.yaml:9:14: a quota of 0% lets nothing in
          - { quota: 0%, beyond: 25%, importer: USA, exporter: CAN, sectors: STL, on: 2027-01-01 }
                     ^^
        "impose" puts a duty on everything
      mine.yaml:10:14: "quota" must lie above 0% and up to 100%, not -10%
          - { quota: -10%, beyond: 25%, importer: USA, exporter: CAN, sectors: STL, on: 2027-01-01 }
                     ^^^^"
    `);
  });
  test('of nothing, and nowhere', async () => {
    expect(
      await told(`{ quota: 80%, ${flow} }`, '{ quota: 80%, beyond: 25%, on: 2027-01-01 }'),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:7: a quota needs "of", the measures that goods within it do not bear, or "beyond", a duty beyond it
          - { quota: 80%, importer: USA, exporter: CAN, sectors: STL, on: 2027-01-01 }
              ^^^^^
        add a line such as "of: section-232" or "beyond: 25%"
      mine.yaml:8:7: "importer" is missing
          - { quota: 80%, beyond: 25%, on: 2027-01-01 }
              ^^^^^
        it may be left out where "of" names measures
      mine.yaml:8:7: "exporter" is missing
          - { quota: 80%, beyond: 25%, on: 2027-01-01 }
              ^^^^^
        it may be left out where "of" names measures
      mine.yaml:8:7: "sectors" is missing
          - { quota: 80%, beyond: 25%, on: 2027-01-01 }
              ^^^^^
        it may be left out where "of" names measures"
    `);
  });
});

describe('claims', () => {
  test('a ceiling below the floor of groups', async () => {
    const ceiling = 'claim-ceiling: 60%, importer: USA';
    expect(
      await told(
        `{ ${ceiling}, exporter: [CAN, MEX], sectors: goods, on: 2027-01-01 }`,
        `{ ${ceiling}, exporter: MEX, sectors: VEH, on: 2027-01-01 }`,
        `{ ${ceiling}, exporter: CAN, sectors: goods, goods: steel, compliance-cost: 2, on: 2027-01-01 }`,
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:22: this ceiling, 60%, lies below the floor of CAN-VEH-01, 86%, and 2 more of its groups have one above it
          - { claim-ceiling: 60%, importer: USA, exporter: [CAN, MEX], sectors: goods, on: 2027-01-01 }
                             ^^^
        the floor is claimed at no saving beyond the ordinary duty; raise the ceiling, or narrow it with "goods"
      mine.yaml:8:22: this ceiling, 60%, lies below the floor of MEX-VEH-01, 81%
          - { claim-ceiling: 60%, importer: USA, exporter: MEX, sectors: VEH, on: 2027-01-01 }
                             ^^^
        the floor is claimed at no saving beyond the ordinary duty; raise the ceiling, or narrow it with "goods"
      mine.yaml:9:104: "compliance-cost: 2" could mean 2% or 200%
        : goods, goods: steel, compliance-cost: 2, on: 2027-01-01 }
                                                ^
        write 2% or 200%"
    `);
  });
  test('where nothing is claimed', async () => {
    expect(
      await told(
        '{ claim-ceiling: 60%, importer: CAN, exporter: USA, sectors: goods, on: 2027-01-01 }',
        '{ us-content: 60%, importer: USA, exporter: CHN, on: 2027-01-01 }',
        '{ us-content: 160%, importer: USA, exporter: CAN, on: 2027-01-01 }',
      ),
    ).toMatchInlineSnapshot(`
      "mine.yaml:7:7: no preference is claimed on goods of these flows
          - { claim-ceiling: 60%, importer: CAN, exporter: USA, sectors: goods, on: 2027-01-01 }
              ^^^^^^^^^^^^^
        claims are followed on imports of USA from CAN, USA from MEX
      mine.yaml:8:7: no preference is claimed on goods of these flows
          - { us-content: 60%, importer: USA, exporter: CHN, on: 2027-01-01 }
              ^^^^^^^^^^
        claims are followed on imports of USA from CAN, USA from MEX
      mine.yaml:9:19: "us-content" must lie between 0% and 100%, not 160%
          - { us-content: 160%, importer: USA, exporter: CAN, on: 2027-01-01 }
                          ^^^^"
    `);
  });
});
