export {
  type AccountBreak,
  accountingTolerance,
  checkAccounts,
  type StatedTotals,
} from './economy/check-accounts.ts';
export { type CsvLayout, type CsvTable, readCsvTable } from './economy/csv-table.ts';
export {
  type Circle,
  type PairTrade,
  type ProvenanceShares,
  provenanceShares,
  type RegionSize,
  regionSizes,
  type SectorSize,
  type SourceUse,
  sectorSizes,
  sourceUses,
  tradeBetweenParties,
} from './economy/describe-economy.ts';
export type { Economy, ProvenanceKind, Region, Sector, Source } from './economy/economy.ts';
export { economyFiles, type LoadOptions, loadEconomy } from './economy/load-economy.ts';
export * from './problems/index.ts';
export { type CaseFiles, caseId, longestFile } from './scenario/case-files.ts';
export { scenarioJsonSchema } from './scenario/case-json-schema.ts';
export { newCaseTemplate } from './scenario/new-case-template.ts';
export { type CaseContext, parseScenario } from './scenario/parse-scenario.ts';
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
