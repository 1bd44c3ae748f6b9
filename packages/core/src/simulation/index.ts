/** Running a case: the law year by year, the equilibrium of trade, the negotiation, and what is measured of it. */
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
} from './backtest.ts';
export {
  type BacktestChoices,
  type BacktestForecasts,
  backtestForecasts,
} from './backtest-forecasts.ts';
export { type ForecastScores, signThreshold } from './backtest-scores.ts';
export { checkSchedule } from './check-schedule.ts';
export { type DutiesOn, dutiesOn } from './duties-on.ts';
export { type DutiesOfDay, dutiesOverTime } from './duties-over-time.ts';
export { checkExpectations, type ExpectationOutcome } from './expectations.ts';
export { changeUnit, type FactOptions, facts, figure, levelUnit } from './facts.ts';
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
} from './measures.ts';
export { negotiate, negotiatePriced } from './negotiate.ts';
export {
  nameOfPolicy,
  type PricedPolicies,
  type Progress,
  pricePolicies,
} from './price-policies.ts';
export { isNegotiated, type NegotiatedScenario, type PricedReviews, priceReviews } from './price-reviews.ts';
export type {
  Fact,
  ScenarioResult,
  TransitionYear,
  WorldState,
} from './result.ts';
export { packageVersion, runScenario } from './run-scenario.ts';
export { solvePriced } from './solve-priced.ts';
export { timelineOfCase } from './timeline-of-case.ts';
