import type { Region, Sector } from '../economy/economy.ts';
import type { NegotiationResult } from '../negotiation/negotiation-result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Situation } from '../tariffs/law.ts';
import type { TradeDiversion } from '../trade/trade-diversion.ts';
import type { WelfareDecomposition } from '../trade/welfare.ts';

/**
 * A state of the world: levels in million US$ of the base year (the model's numeraire), hats against the base.
 * Flow-shaped arrays are `[(n·N + i)·J + j]`, sector-shaped `[n·J + j]`, region-shaped `[n]`.
 */
export interface WorldState {
  /** Pre-tariff value of each flow at the prices of this state. */
  readonly flow: Float64Array;
  /** The same flow at base-year prices: its quantity. */
  readonly volume: Float64Array;
  /** Duty of each flow weighted with base-year values, fraction; banned goods left out. */
  readonly statutoryDuty: Float64Array;
  /** Part of each flow's base-year value that may not be imported. */
  readonly bannedShare: Float64Array;
  /** Duty actually paid over pre-tariff value, after substitution, fraction. */
  readonly effectiveDuty: Float64Array;
  /** Gross output and value added by sector. */
  readonly output: Float64Array;
  readonly valueAdded: Float64Array;
  /** Price of each sector's composite good to the buyers of a region, ratio to the base. */
  readonly price: Float64Array;
  readonly wage: Float64Array;
  readonly consumerPrices: Float64Array;
  /** Final expenditure: value added, tariff revenue and deficit. */
  readonly income: Float64Array;
  readonly tariffRevenue: Float64Array;
  /** Exact: final expenditure over the exact price index, ratio to the base. */
  readonly realIncome: Float64Array;
  /** Of the value added that final expenditure pays for, the share added in the parties. */
  readonly partyContent: Float64Array;
}

export interface TransitionYear {
  readonly year: number;
  /** Flows on the way to the long run of this year's law, pre-tariff value. */
  readonly flow: Float64Array;
}

/** What a run of a case gives. Plain data: it can be cloned, posted to a worker, kept. */
export interface ScenarioResult {
  readonly version: 1;
  readonly scenario: Scenario;
  /** The law that the case started from. */
  readonly situation: Situation;
  readonly madeBy: {
    readonly package: string;
    readonly economy: string;
    readonly economyTitle: string;
    readonly economyHash: string;
    readonly lawHash: string;
    readonly baseYear: number;
    readonly unit: string;
    /** Part of the value of goods traded that the data observe, 0 to 1: among the parties, and in the world. */
    readonly observedAmongParties: number;
    readonly observedInWorld: number;
    readonly elasticities: string;
    readonly deficits: 'held' | 'balanced';
    readonly transitionSpeed: number;
    readonly growth: number;
    /** Largest residual of any equation that a solve may leave. */
    readonly tolerance: number;
  };
  readonly regions: readonly Region[];
  readonly sectors: readonly Sector[];
  /** Indices into `regions`. */
  readonly parties: readonly number[];
  readonly base: WorldState;
  /** The long run under the law at the end of the horizon. */
  readonly longRun: WorldState;
  readonly welfare: WelfareDecomposition;
  readonly diversion: TradeDiversion;
  readonly transition: readonly TransitionYear[];
  /** What comes of the negotiation, where the case has one: policies against the long run above. */
  readonly negotiation?: NegotiationResult;
  /** Laws solved for on the way and for the long run, and the largest residual that was left. */
  readonly solves: { readonly count: number; readonly worstResidual: number };
}

/** One fact of a result: a row of the tidy CSV. */
export interface Fact {
  readonly case: string;
  readonly year: number;
  /** `review`: the mean over what the negotiation comes to after the review of that year. */
  readonly horizon: 'base' | 'transition' | 'long-run' | 'review';
  readonly measure: string;
  readonly importer: string;
  readonly exporter: string;
  readonly region: string;
  readonly sector: string;
  readonly value: number;
  readonly unit: string;
}
