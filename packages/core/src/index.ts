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
export { ReviewTooLarge, type ReviewYear } from './negotiation/build-review.ts';
export type {
  Concept,
  NegotiationChoices,
  NegotiationResult,
  OutcomeYear,
  PathStep,
  PolicyOutcome,
  PolicyTableRow,
  Spread,
} from './negotiation/negotiation-result.ts';
export { stanceJsonSchema, tableJsonSchema } from './negotiation/negotiation-schema.ts';
export { parseStance } from './negotiation/parse-stance.ts';
export { type PayoffParts, type PolicyPrice, payoffParts, totalOf } from './negotiation/payoff.ts';
export { changesOf, isSet, type Policy, policyKey } from './negotiation/policy.ts';
export { isFinal, type ReviewState, standingAtStart } from './negotiation/review-states.ts';
export {
  ReviewSolveError,
  type ReviewValues,
  solveQuantal,
  solveSubgamePerfect,
} from './negotiation/solve-reviews.ts';
export type { Origin, Reasoned, Stance, StanceType } from './negotiation/stance.ts';
export type {
  ByParty,
  Escalation,
  Issue,
  NegotiationTable,
  News,
  Option,
  Package,
  RegimeKind,
} from './negotiation/table.ts';
export { toExtensiveGame } from './negotiation/to-extensive-game.ts';
export * from './problems/index.ts';
export { type CaseFiles, caseId, type FileKind, longestFile } from './scenario/case-files.ts';
export { scenarioJsonSchema } from './scenario/case-json-schema.ts';
export { elasticitiesFault, horizonYears } from './scenario/choices.ts';
export { type MeasureId, type MeasureKeys, measureKeys } from './scenario/measures.ts';
export { newCaseTemplate } from './scenario/new-case-template.ts';
export { type CaseContext, parseScenario } from './scenario/parse-scenario.ts';
export type { Expectation, Scenario } from './scenario/scenario.ts';
export {
  type Backtest,
  type BacktestRow,
  backtest,
  type Forecast,
  forecastOf,
  noChange,
  type ObservedFlow,
  type ObservedTrade,
  onTopOf,
  trendForecast,
} from './simulation/backtest.ts';
export {
  type BacktestChoices,
  type BacktestForecasts,
  backtestForecasts,
} from './simulation/backtest-forecasts.ts';
export { type ForecastScores, signThreshold } from './simulation/backtest-scores.ts';
export { checkSchedule } from './simulation/check-schedule.ts';
export { type DutiesOn, dutiesOn } from './simulation/duties-on.ts';
export { checkExpectations, type ExpectationOutcome } from './simulation/expectations.ts';
export { changeUnit, type FactOptions, facts, figure, levelUnit } from './simulation/facts.ts';
export {
  type ChangeKind,
  changeOf,
  type FigureKey,
  type MeasuredState,
  type ResultMeasure,
  regionGroup,
  resultMeasure,
  resultMeasures,
  sectorGroup,
} from './simulation/measures.ts';
export { negotiate } from './simulation/negotiate.ts';
export {
  nameOfPolicy,
  type PricedPolicies,
  type Progress,
  pricePolicies,
} from './simulation/price-policies.ts';
export { type NegotiatedScenario, type PricedReviews, priceReviews } from './simulation/price-reviews.ts';
export type {
  Fact,
  ScenarioResult,
  TransitionYear,
  WorldState,
} from './simulation/result.ts';
export { packageVersion, runScenario } from './simulation/run-scenario.ts';
export { timelineOfCase } from './simulation/timeline-of-case.ts';
export type { FlowDuty, GoodsDuty, MeasureDuty } from './tariffs/breakdown.ts';
export { dayPeriod, yearPeriod } from './tariffs/calendar.ts';
export type { Change, DutyRow, Scope, Verb } from './tariffs/change.ts';
export { checkPrecedence } from './tariffs/check-precedence.ts';
export {
  type ClaimMonth,
  type ClaimRecording,
  type ClaimSeries,
  claimPath,
  fitSpeed,
  recordedPath,
  type SpeedFit,
} from './tariffs/claim-fit.ts';
export { fitScale, type OrdinaryClaims, type ScaleFit } from './tariffs/claim-fit-scale.ts';
export { type ClaimResponse, settledShare } from './tariffs/claims.ts';
export { flowDuties } from './tariffs/flow-duties.ts';
export type { Coverage, GoodsList, GoodsTables, GroupClaims, ProductGroup } from './tariffs/goods.ts';
export type { Law, Situation } from './tariffs/law.ts';
export { type LawEvent, lawEvents } from './tariffs/law-events.ts';
export {
  type Charge,
  type ChargeBase,
  type Confidence,
  endOf,
  isCharged,
  isInForce,
  type Rate,
  startOf,
  type TariffMeasure,
  type UsmcaTreatment,
} from './tariffs/measure.ts';
export { checkIds, parseMeasures } from './tariffs/parse-measures.ts';
export { type Ruling, rulingOf, rulingOfRecord } from './tariffs/ruling.ts';
export { scheduleOf, type TariffSchedule, type Timeline, timelineOf } from './tariffs/schedule.ts';
export { situationOf, standingLaw } from './tariffs/standing-law.ts';
export { balanceEconomy } from './trade/balance-economy.ts';
export type { Equilibrium } from './trade/equilibrium.ts';
export { EquilibriumError, type EquilibriumErrorCode } from './trade/equilibrium-error.ts';
export { type OneStepWelfare, oneStepWelfare } from './trade/one-step-welfare.ts';
export { type TradeDiversion, tradeDiversion } from './trade/trade-diversion.ts';
export { createTradeModel, type SolveOptions, type TradeModel } from './trade/trade-model.ts';
export {
  type Bundle,
  noShock,
  type ShockedCell,
  type TradeShock,
  type Wedge,
  wedgeOf,
} from './trade/trade-shock.ts';
export { transitionYear } from './trade/transition.ts';
export { valueAddedContent } from './trade/value-added-content.ts';
export { decomposeWelfare, type WelfareDecomposition } from './trade/welfare.ts';
