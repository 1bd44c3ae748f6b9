/**
 * @typedef {import('@usmca-sim/core').Change} Change
 * @typedef {import('@usmca-sim/core').Economy} Economy
 * @typedef {import('@usmca-sim/core').Escalation} Escalation
 * @typedef {import('@usmca-sim/core').NegotiatedScenario} NegotiatedScenario
 * @typedef {import('@usmca-sim/core').NegotiationTable} NegotiationTable
 * @typedef {import('@usmca-sim/core').Package} Package
 * @typedef {import('@usmca-sim/core').Stance} Stance
 */

const day = '2026-10-07';
const because = 'for a measurement of time';

/**
 * How large a table is: issues, options of each beside the one that changes nothing, and escalations.
 *
 * @typedef {object} TableSize
 * @property {number} issues
 * @property {number} options
 * @property {number} escalations
 */

/** The size of a table about relief, content, dairy and China with the measures that stand and are threatened. */
export const defaultSize = { issues: 4, options: 1, escalations: 5 };

/**
 * A case with a negotiation of a given size: every single option is offered to both, all first options together as
 * well, and those about one partner as a protocol with it. No figure in it means anything.
 *
 * @param {Economy} economy
 * @param {TableSize} size
 * @param {number} salt moves all rates a little, so that nothing is remembered
 * @returns {NegotiatedScenario}
 */
export function caseOfSize(economy, { issues, options, escalations }, salt = 0) {
  const goods = economy.sectors.filter(({ kind }) => kind === 'goods').map(({ code }) => code);
  const partners = ['CAN', 'MEX'];
  const duty = (/** @type {string} */ importer, /** @type {string} */ exporter, /** @type {number} */ rate) =>
    /** @type {Change} */ ({
      verb: 'impose',
      rate: rate + salt,
      share: 1,
      scope: { importers: [importer], exporters: [exporter], sectors: goods },
      usmca: 'exempt',
      yieldsTo: [],
      on: day,
    });
  const easier = (/** @type {string} */ exporter, /** @type {string} */ sector, /** @type {number} */ by) =>
    /** @type {Change} */ ({
      verb: 'trade-cost',
      change: -by - salt,
      scope: { importers: ['USA'], exporters: [exporter], sectors: [sector] },
      on: day,
    });
  const lapse = (/** @type {readonly string[]} */ ...with_) =>
    with_.flatMap((partner) => [duty('USA', partner, 0.03), duty(partner, 'USA', 0.04)]);
  const ids = Array.from({ length: issues }, (_, i) => `issue-${i}`);
  const picked = (/** @type {number} */ o) => `option-${o}`;
  /** @type {Package[]} */
  const packages = ids.flatMap((id) =>
    Array.from({ length: options }, (_, o) => ({
      id: `${id}-${o}`,
      title: `${id}, ${o}`,
      picks: { [id]: picked(o) },
      with: 'both',
      ends: [],
    })),
  );
  packages.push({
    id: 'all',
    title: 'Everything',
    picks: Object.fromEntries(ids.map((id) => [id, picked(0)])),
    with: 'both',
    ends: [],
  });
  partners.forEach((partner, p) => {
    packages.push({
      id: `with-${partner}`,
      title: `With ${partner}`,
      picks: { [ids[p % issues]]: picked(0) },
      with: partner,
      ends: [],
    });
  });
  /** @type {readonly (readonly [by: string, against: string])[]} */
  const directions = [
    ['USA', 'CAN'],
    ['USA', 'MEX'],
    ['CAN', 'USA'],
    ['MEX', 'USA'],
  ];
  /** @type {NegotiationTable} */
  const table = {
    id: 'of-a-size',
    title: 'A table of a given size',
    sources: [],
    parties: ['USA', 'CAN', 'MEX'],
    issues: ids.map((id, i) => ({
      id,
      title: id,
      options: Array.from({ length: options }, (_, o) => ({
        id: picked(o),
        title: picked(o),
        effects: partners.map((partner) => easier(partner, goods[(3 * i) % goods.length], 0.01 * (o + 1))),
        worth: {},
        concession: { USA: 0.2, CAN: 0.1 },
        because,
      })),
    })),
    packages,
    escalations: Array.from({ length: escalations }, (_, e) => {
      const [by, against] = directions[e % directions.length];
      return /** @type {Escalation} */ ({
        id: `escalation-${e}`,
        title: `Escalation ${e}`,
        by,
        against,
        standing: false,
        effects: [duty(by, against, 0.05 + 0.01 * e)],
        cost: 0,
        announced: 0,
        answers: [],
        because,
      });
    }),
    regimes: {
      'bilateral-one': lapse('MEX'),
      'bilateral-other': lapse('CAN'),
      'without-proposer': lapse('CAN', 'MEX'),
      expired: lapse('CAN', 'MEX'),
    },
    news: [],
    reviews: Array.from({ length: 11 }, (_, t) => 2026 + t),
  };
  return {
    version: 1,
    id: 'of-a-size',
    title: 'A negotiation of a given size',
    question: 'How long does it take?',
    author: 'bench',
    date: '2026-10-06',
    sources: [],
    leavesOut: [],
    asOf: 'latest',
    changes: [],
    elasticities: { set: economy.defaultElasticities, sectors: {} },
    deficits: 'held',
    horizon: 2036,
    transitionSpeed: 0.36,
    growth: 0,
    expect: [],
    lineage: ['of-a-size'],
    file: 'of-a-size.yaml',
    negotiation: {
      table,
      stances: table.parties.map((party) => stanceOf(party)),
      concept: 'quantal',
      economistsView: false,
    },
  };
}

/**
 * @param {string} party
 * @returns {Stance}
 */
function stanceOf(party) {
  const figure = (/** @type {number} */ value) =>
    /** @type {const} */ ({ value, origin: 'normalised', because });
  return {
    id: `stance-of-${party}`,
    title: party,
    party,
    author: 'bench',
    sources: [],
    objectives: [],
    redLines: [],
    sectorWeights: { STL: figure(2), VEH: figure(1.5) },
    audienceCost: figure(0.1),
    domesticPressure: figure(1),
    patience: figure(0.9),
    uncertainty: figure(0.02),
    trust: {},
    breakingFront: figure(0.02),
    leaving: figure(0.2),
    revoking: figure(0.05),
    types: [],
    precision: figure(20),
  };
}
