export type { Economy, ProvenanceKind, Region, Sector, Source } from './economy/economy.ts';
export * from './problems/index.ts';
export type { Change, DutyRow, Expectation, Scenario, Scope } from './scenario/scenario.ts';
export type {
  Fact,
  ScenarioResult,
  TradeDiversion,
  TransitionYear,
  WelfareDecomposition,
  WorldState,
} from './simulation/result.ts';
export type { Confidence, DutyLine, Law, Measure, Situation } from './tariffs/law.ts';
