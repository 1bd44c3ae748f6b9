import { buildReview, type ReviewYear } from '../src/negotiation/build-review.ts';
import { totalOf } from '../src/negotiation/payoff.ts';
import type { ReviewValues } from '../src/negotiation/solve-reviews.ts';
import type { Stance } from '../src/negotiation/stance.ts';
import type { Escalation, NegotiationTable, Option } from '../src/negotiation/table.ts';
import { yearlyPayoff } from '../src/negotiation/yearly-payoff.ts';
import { figure, neutralStance } from './neutral-stance.ts';

/** A government with a figure, made up, for each part of politics. */
export function madeStance(party: string, parts: Partial<Stance> = {}): Stance {
  return neutralStance(party, {
    id: party,
    audienceCost: figure(0.2),
    uncertainty: figure(0.05),
    trust: { USA: figure(0.02), CAN: figure(0.02), MEX: figure(0.02) },
    breakingFront: figure(0.1),
    leaving: figure(0.3),
    revoking: figure(0.2),
    precision: figure(10),
    ...parts,
  });
}

export function madeOption(
  id: string,
  concession: Record<string, number>,
  worth: Record<string, number> = {},
): Option {
  return { id, title: id, effects: [], worth, concession, because: 'made up' };
}

function escalation(id: string, by: string, against: string, more: Partial<Escalation> = {}): Escalation {
  return {
    id,
    title: id,
    by,
    against,
    standing: false,
    effects: [],
    cost: 0.01,
    announced: 0,
    answers: [],
    because: 'made up',
    ...more,
  };
}

/** A table with a package for all, one with each partner, a threat and its answer; small enough to write two reviews out. */
export function madeTable(more: Partial<NegotiationTable> = {}): NegotiationTable {
  return {
    id: 'made',
    title: 'Made up',
    sources: [],
    parties: ['USA', 'CAN', 'MEX'],
    issues: [
      {
        id: 'terms',
        title: 'Terms',
        options: [
          madeOption('clean', { USA: 0.8 }),
          madeOption('content', { CAN: 0.3, MEX: 0.4 }, { USA: 0.1 }),
        ],
      },
    ],
    packages: [
      { id: 'clean', title: 'Clean', picks: { terms: 'clean' }, with: 'both', ends: [] },
      { id: 'content', title: 'Content', picks: { terms: 'content' }, with: 'both', ends: [] },
      { id: 'side-can', title: 'Side', picks: { terms: 'content' }, with: 'CAN', ends: [] },
      { id: 'side-mex', title: 'Side', picks: { terms: 'content' }, with: 'MEX', ends: [] },
    ],
    escalations: [
      escalation('threat', 'USA', 'CAN', { announced: 0.1 }),
      escalation('answer', 'CAN', 'USA', { answers: ['threat'] }),
    ],
    regimes: {},
    news: [],
    reviews: [2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036],
    ...more,
  };
}

/** A year of made-up trade: what a state does to real income, by party. */
export type MadeTrade = (state: ReviewYear['states'][number]) => readonly [number, number, number];

/** The review of a table with made-up trade, and what its states are worth. */
export function madeReview(table: NegotiationTable, stances: readonly Stance[], trade: MadeTrade) {
  const year = buildReview(table, stances);
  const patience = stances.map((stance) => stance.patience.value);
  const partsOf = (state: ReviewYear['states'][number]) =>
    yearlyPayoff(table, stances, [], state, { realIncome: trade(state), sectors: [0, 0, 0] });
  const yearly = year.states.map(partsOf);
  const last = year.states.map((state) =>
    partsOf(state.regime === 'in-force' ? { ...state, regime: 'expired' } : state).map((parts, i) =>
      Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, value / (1 - patience[i]!)])),
    ),
  ) as unknown as typeof yearly;
  const flat = (parts: typeof yearly) => Float64Array.from(parts.flatMap((state) => state.map(totalOf)));
  const values: ReviewValues = { yearly: flat(yearly), last: flat(last), patience };
  return { year, values, parts: { yearly, last }, patience };
}

/** Numbers that look random and are the same every time. */
export function madeTrade(seed: number): MadeTrade {
  return ({ regime, packages, escalations, trust }) => {
    const hash = (party: number) => {
      let h = seed * 7919 + party * 104729;
      for (const part of `${regime}|${packages}|${escalations}|${trust}`)
        h = (h * 31 + part.charCodeAt(0)) % 1_000_003;
      return (h / 1_000_003 - 0.5) * 0.6;
    };
    return [hash(0), hash(1), hash(2)];
  };
}
