import type { Economy } from '../economy/economy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Law } from '../tariffs/law.ts';
import {
  type Forecast,
  forecastOf,
  noChange,
  type ObservedTrade,
  onTopOf,
  trendForecast,
} from './backtest.ts';
import { standardChoices } from './prepared-economy.ts';
import type { ScenarioResult } from './result.ts';
import { runScenario } from './run-scenario.ts';

/** Settings of the runs, those of a case that makes no choices where absent. */
export interface BacktestChoices {
  readonly elasticities?: string;
  readonly deficits?: Scenario['deficits'];
  /** φ: part of the way to the long run, in logs, that flows go in a year. */
  readonly transitionSpeed: number;
}

/** The forecasts of a look back, the model's first, and the result behind the first. */
export interface BacktestForecasts {
  readonly forecasts: readonly Forecast[];
  readonly result: ScenarioResult;
}

/**
 * Runs the base year one year forward under the measures in force in the year after it, as known on its last day,
 * and sets two bars beside it. Variants of the law show what the forecast owes to the measures on everyone else and
 * to the answer of claims.
 */
export function backtestForecasts(
  economy: Economy,
  law: Law,
  observed: ObservedTrade,
  choices: BacktestChoices,
): BacktestForecasts {
  const { year } = economy;
  const scenario = lastDayOf(year + 1, economy, choices);
  const run = (variant: Law) => runScenario(economy, variant, scenario);
  const result = run(law);
  const model = forecastOf('model', `Model, law of ${year + 1}`, result, observed);
  const trend = trendForecast(observed, year);
  const alone = run(amongParties(law, economy));
  const unmoved = run(withClaimsUnmoved(law));
  return {
    result,
    forecasts: [
      model,
      noChange,
      trend,
      onTopOf('model-on-trend', 'Model on top of the trend', model, trend),
      forecastOf('model-parties-alone', 'Model, measures among the parties alone', alone, observed),
      forecastOf('model-claims-unmoved', 'Model, claims at their floor', unmoved, observed),
    ],
  };
}

/** A case that changes nothing: the law as it stood on the last day of a year, and that year. */
function lastDayOf(year: number, economy: Economy, choices: BacktestChoices): Scenario {
  const { elasticities, deficits } = standardChoices(economy);
  return {
    version: 1,
    id: `law-of-${year}`,
    title: `The law of ${year}`,
    question: `What did the measures in force in ${year} do to trade in that year?`,
    author: 'usmca-sim',
    date: `${year}-12-31`,
    sources: [],
    leavesOut: [],
    asOf: `${year}-12-31`,
    changes: [],
    elasticities: { ...elasticities, ...(choices.elasticities ? { set: choices.elasticities } : {}) },
    deficits: choices.deficits ?? deficits,
    horizon: year,
    transitionSpeed: choices.transitionSpeed,
    growth: 0,
    expect: [],
    lineage: [`law-of-${year}`],
    file: `the law of ${year}`,
  };
}

/** A law without the measures of parties on others, and of others. What the base year's duties hold stays. */
function amongParties(law: Law, { regions, parties }: Economy): Law {
  const codes = parties.map((n) => regions[n]!.code);
  const measures = law.measures.flatMap((measure) => {
    if (measure.inBase) return [measure];
    const exporters = measure.exporters.filter((code) => codes.includes(code));
    return codes.includes(measure.importer) && exporters.length > 0 ? [{ ...measure, exporters }] : [];
  });
  return { ...law, measures };
}

/** A law under which nobody claims more than before there were duties to save. */
function withClaimsUnmoved(law: Law): Law {
  const groups = law.goods.groups.map((group) =>
    group.claims ? { ...group, claims: { ...group.claims, ceiling: group.claims.floor } } : group,
  );
  return { ...law, goods: { ...law.goods, groups } };
}
