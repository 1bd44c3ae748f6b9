import { describe, expect, it } from 'vitest';
import { faults, header, negotiationOf, seats } from '../../tests/negotiation/table-fixture.ts';

const silent = header.replace('2026-06-30\nas-of: review-2026', '2026-06-30\nas-of: before-2025');
const negotiating = `${header}${seats}`;

describe('what is expected of a negotiation', () => {
  it('is of the review that is named', async () => {
    const { expect: expected } = await negotiationOf(
      {},
      `${negotiating}expect:
  - { measure: probability-extended, year: 2026, above: 5, because: x }
  - { measure: expected-flow, importer: USA, exporter: CAN, above: 0, because: x }
`,
    );
    expect(expected.map(({ year }) => year)).toEqual([2026, undefined]);
  });

  it('needs one, a review in its year and a seat for whom it names', async () => {
    const ofNone = `${silent}expect:
  - { measure: probability-extended, above: 5, because: x }
  - { measure: expected-real-income, region: CAN, year: 2026, above: 5, because: x }
  - { measure: real-income, region: CAN, year: 2026, above: 5, because: x }
`;
    expect(await faults({}, ofNone)).toMatchInlineSnapshot(`
      "mine.yaml:7:16: probability-extended is of a negotiation, and this case has none
          - { measure: probability-extended, above: 5, because: x }
                       ^^^^^^^^^^^^^^^^^^^^
        give the case a "negotiation", or expect something of its trade
      mine.yaml:8:16: expected-real-income is of a negotiation, and this case has none
          - { measure: expected-real-income, region: CAN, year: 2026, above: 5, because: x }
                       ^^^^^^^^^^^^^^^^^^^^
        give the case a "negotiation", or expect something of its trade
      mine.yaml:9:42: "year" does not go with real-income
          - { measure: real-income, region: CAN, year: 2026, above: 5, because: x }
                                                 ^^^^
        years are for what comes of a negotiation; other measures are those of the long run"
    `);
    const ofOne = `${negotiating}expect:
  - { measure: probability-extended, year: 2031, above: 5, because: x }
  - { measure: probability-extended, year: soon, above: 5, because: x }
  - { measure: expected-flow, importer: USA, exporter: rest, above: 5, because: x }
  - { measure: expected-real-income, order: [CAN, CHN, UAS], because: x }
`;
    expect(await faults({}, ofOne)).toMatchInlineSnapshot(`
      "mine.yaml:10:44: there is no review in 2031
          - { measure: probability-extended, year: 2031, above: 5, because: x }
                                                   ^^^^
        reviews of small: 2026, 2027
      mine.yaml:11:44: "year" must be a year such as 2030, not "soon"
          - { measure: probability-extended, year: soon, above: 5, because: x }
                                                   ^^^^
      mine.yaml:12:56: rest does not sit at the table, so that expected-flow is not known of it
          - { measure: expected-flow, importer: USA, exporter: rest, above: 5, because: x }
                                                               ^^^^
        possible here: USA, CAN, MEX
      mine.yaml:13:51: CHN does not sit at the table, so that expected-real-income is not known of it
          - { measure: expected-real-income, order: [CAN, CHN, UAS], because: x }
                                                          ^^^
        possible here: USA, CAN, MEX
      mine.yaml:13:56: there is no region "UAS"
          - { measure: expected-real-income, order: [CAN, CHN, UAS], because: x }
                                                               ^^^
        did you mean "USA"?"
    `);
  });

  it('is not judged where the negotiation cannot be read', async () => {
    const text = `${negotiating.replace('small.yaml', 'smal.yaml')}expect:
  - { measure: probability-extended, year: 2031, above: 5, because: x }
`;
    expect(await faults({}, text)).not.toContain('probability-extended');
  });
});
