import {
  balanceEconomy,
  type Change,
  type Economy,
  type Escalation,
  type NegotiatedScenario,
  type NegotiationTable,
  type Option,
  type Stance,
} from '../src/index.ts';
import { madeScenario } from './made-scenario.ts';
import { figure, neutralStance } from './neutral-stance.ts';
import { randomEconomy } from './random-economy.ts';

/** Four regions, of which R0 sits opposite R1 and R2; three traded sectors and a sheltered one. */
export const threeParties: Economy = {
  ...randomEconomy(7, { regions: 4, traded: 3, sheltered: 1 }),
  parties: [0, 1, 2],
};

/** The same with R1 and R2 alike in everything: the mean of it and of itself with the two exchanged. */
export const alikePartners: Economy = alike(threeParties);

function alike(economy: Economy): Economy {
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const other = [0, 2, 1, 3];
  const perRegion = (values: Float64Array, width: number) =>
    values.map((value, at) => {
      const twin = other[Math.floor(at / width)]! * width + (at % width);
      return (value + values[twin]!) / 2;
    });
  const perFlow = (values: Float64Array) =>
    values.map((value, at) => {
      const importer = other[Math.floor(at / J / N)]!;
      const exporter = other[Math.floor(at / J) % N]!;
      return (value + values[(importer * N + exporter) * J + (at % J)]!) / 2;
    });
  return balanceEconomy(
    {
      ...economy,
      id: 'alike-partners',
      flow: perFlow(economy.flow),
      duty: perFlow(economy.duty),
      valueAddedShare: perRegion(economy.valueAddedShare, J),
      inputShare: perRegion(economy.inputShare, J * J),
      finalShare: perRegion(economy.finalShare, J),
      valueAdded: perRegion(economy.valueAdded, 1),
      deficit: perRegion(economy.deficit, 1),
      accounts: 'to-be-balanced',
    },
    'held',
  );
}

const day = '2001-01-01';

export function duty(importer: string, exporter: string, rate: number): Change {
  const scope = { importers: [importer], exporters: [exporter], sectors: ['S0', 'S1', 'S2'] };
  return { verb: 'impose', rate, share: 1, scope, usmca: 'applies', yieldsTo: [], on: day };
}

const cheaper = (importer: string, exporter: string, change: number): Change => ({
  verb: 'trade-cost',
  change,
  scope: { importers: [importer], exporters: [exporter], sectors: ['S0', 'S1'] },
  on: day,
});

const option = (id: string, effects: readonly Change[], parts: Partial<Option> = {}): Option => ({
  id,
  title: id,
  effects,
  worth: {},
  concession: {},
  because: 'for a test',
  ...parts,
});

export function escalation(
  id: string,
  by: string,
  against: string,
  rate: number,
  parts: Partial<Escalation> = {},
): Escalation {
  return {
    id,
    title: id,
    by,
    against,
    standing: false,
    effects: [duty(by, against, rate)],
    cost: 0,
    announced: 0,
    answers: [],
    because: 'for a test',
    ...parts,
  };
}

const lapse = (...partners: string[]) =>
  partners.flatMap((partner) => [duty('R0', partner, 0.05), duty(partner, 'R0', 0.05)]);

/** An extension with easier trade, a protocol with either partner, a duty on either; the partners are alike. */
export function madeTable(parts: Partial<NegotiationTable> = {}): NegotiationTable {
  const opened = (...partners: string[]) => partners.map((partner) => cheaper('R0', partner, -0.02));
  return {
    id: 'made',
    title: 'A made table',
    sources: [],
    parties: ['R0', 'R1', 'R2'],
    issues: [
      {
        id: 'access',
        title: 'Access',
        options: [
          option('both', opened('R1', 'R2'), { concession: { R0: 0.5 }, worth: { R1: 0.1, R2: 0.1 } }),
          option('one', opened('R1'), { concession: { R0: 0.3 } }),
          option('other', opened('R2'), { concession: { R0: 0.3 } }),
        ],
      },
    ],
    packages: [
      { id: 'open', title: 'Extension', picks: { access: 'both' }, with: 'both', ends: [] },
      { id: 'side-one', title: 'With R1', picks: { access: 'one' }, with: 'R1', ends: [] },
      { id: 'side-other', title: 'With R2', picks: { access: 'other' }, with: 'R2', ends: [] },
    ],
    escalations: [
      escalation('on-one', 'R0', 'R1', 0.1, { announced: 0.2, cost: 0.01 }),
      escalation('on-other', 'R0', 'R2', 0.1, { announced: 0.2, cost: 0.01 }),
    ],
    regimes: {
      'bilateral-one': lapse('R2'),
      'bilateral-other': lapse('R1'),
      'without-proposer': lapse('R1', 'R2'),
      expired: lapse('R1', 'R2'),
    },
    news: [
      {
        id: 'good-news',
        title: 'Good news',
        probability: 0.2,
        extension: { R0: 0.05 },
        because: 'for a test',
      },
    ],
    reviews: [2026, 2027, 2028, 2029],
    ...parts,
  };
}

const partner = (party: string, other: string) =>
  neutralStance(party, {
    sectorWeights: { S0: figure(1.5) },
    audienceCost: figure(0.05),
    uncertainty: figure(0.1),
    trust: { R0: figure(0.03), [other]: figure(0.02) },
    breakingFront: figure(0.04),
  });

/** Stances with politics in every part; R1 and R2 want the same. */
export function politicalStances(): Stance[] {
  return [
    neutralStance('R0', {
      sectorWeights: { S0: figure(2), S2: figure(0.5) },
      audienceCost: figure(0.1),
      domesticPressure: figure(1.2),
      uncertainty: figure(0.02),
      leaving: figure(0.2),
      revoking: figure(0.05),
      trust: { R1: figure(0.01), R2: figure(0.01) },
    }),
    partner('R1', 'R2'),
    partner('R2', 'R1'),
  ];
}

export function negotiatedCase(
  parts: Partial<NegotiatedScenario> = {},
  choices: Partial<NegotiatedScenario['negotiation']> = {},
): NegotiatedScenario {
  return {
    ...madeScenario({ changes: [], horizon: 2030 }),
    negotiation: {
      table: madeTable(),
      stances: politicalStances(),
      concept: 'quantal',
      economistsView: false,
      ...choices,
    },
    ...parts,
  };
}
