import type { AgreementEvent } from '../agreement/index.ts';
import type { PayoffParts } from './payoff.ts';
import type { Policy } from './policy.ts';
import type { ReviewState } from './review-states.ts';
import type { Stance } from './stance.ts';
import type { NegotiationTable, RegimeKind } from './table.ts';

export type Concept = 'subgame-perfect' | 'quantal' | 'private-types';

/** What a case says about the negotiation: who sits at which table, and how they are taken to behave. */
export interface NegotiationChoices {
  readonly table: NegotiationTable;
  /** In the table's order of parties. */
  readonly stances: readonly Stance[];
  readonly concept: Concept;
  /** λ in place of the stances' own; absent where those stand. */
  readonly precision?: number;
  /** Whether political terms are neutral: pure real income. */
  readonly economistsView: boolean;
}

/** A solved negotiation. Plain data; by-party arrays are in the table's order. */
export interface NegotiationResult {
  readonly choices: NegotiationChoices;
  readonly states: readonly ReviewState[];
  /** What a year in each state is worth to each party, by part: `[state][party]`. */
  readonly yearly: readonly (readonly PayoffParts[])[];
  /** What trade does under each policy that the game can reach, against the law that the case starts from. */
  readonly policies: readonly PolicyOutcome[];
  /** Index into `policies` of each state. */
  readonly policyOf: readonly number[];
  readonly years: readonly OutcomeYear[];
  /** The most likely path, review by review. */
  readonly path: readonly PathStep[];
  /** The path as events of Articles 34.6 and 34.7; absent where the table is not about the parties of the agreement. */
  readonly agreement?: readonly AgreementEvent[];
  /** What the others come to believe of a government whose type is its secret, review by review. */
  readonly beliefs?: Beliefs;
  /** Expected value of the whole game to each party, present value, by part. */
  readonly value: readonly PayoffParts[];
  /** What each party does in each state at each review: for tables, play and export. */
  readonly policyTable: readonly PolicyTableRow[];
  readonly solved: {
    readonly maximumRegret: number;
    /** Simultaneous decisions with another pure equilibrium beside the one chosen. */
    readonly otherEquilibria: number;
    /** Equilibria of trade solved for the payoffs, and positions of one review. */
    readonly equilibria: number;
    readonly positions: number;
    /** λ by party; absent under subgame perfection. */
    readonly precision?: readonly number[];
  };
}

/** Trade and welfare in the long run under a policy. */
export interface PolicyOutcome {
  readonly policy: Policy;
  /** Percent, by party: 100 (W/W₀ − 1) against the law that the case starts from. */
  readonly realIncome: readonly number[];
  /** Goods and services between the parties, million US$ before duty: `[importer][exporter]` in the table's order. */
  readonly flow: readonly (readonly number[])[];
}

/** Where things stand in the year after a review. */
export interface OutcomeYear {
  readonly year: number;
  /** Probability of each regime that can be; they sum to 1. */
  readonly regimes: readonly { readonly regime: RegimeKind; readonly probability: number }[];
  /** Probability that an escalation stands, by escalation of the table. */
  readonly escalations: readonly number[];
  /** Mean and 10th, 50th and 90th percentiles over outcomes, of the long run of that year's policy. */
  readonly realIncome: readonly Spread[];
  readonly flow: readonly (readonly Spread[])[];
}

export interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** One move on the most likely path. */
export interface PathStep {
  readonly year: number;
  /** Party's index; two where they decide at once; none for news. */
  readonly players: readonly number[];
  readonly about: string;
  readonly move: string;
  readonly probability: number;
  /** The next best move of the party and what it would lose by it, present value in percent of real income, with the part that decides. */
  readonly instead?: { readonly move: string; readonly loses: number; readonly decidedBy: keyof PayoffParts };
  /** The regime after the move. */
  readonly regime: RegimeKind;
}

export interface PolicyTableRow {
  readonly year: number;
  readonly state: number;
  /** Probability of being there. */
  readonly probability: number;
  readonly moves: readonly {
    readonly players: readonly number[];
    readonly about: string;
    readonly move: string;
    readonly probability: number;
  }[];
}

export interface Beliefs {
  /** Index into the parties. */
  readonly party: number;
  /** Ids of its types; the probability is of the second. */
  readonly types: readonly [string, string];
  /** Before the first review, and after each: on average, and where the government is of the first or second type. */
  readonly path: readonly { readonly mean: number; readonly ifFirst: number; readonly ifSecond: number }[];
}
