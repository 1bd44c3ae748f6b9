import { type ForecastPoint, type ForecastScores, scoresOf } from './backtest-scores.ts';
import type { ScenarioResult } from './result.ts';

/** What a flow was worth in a year. */
export interface ObservedFlow {
  readonly year: number;
  /** Region codes. */
  readonly importer: string;
  readonly exporter: string;
  /** A sector of the record, which may be several of the economy; undefined for all goods, those of no sector too. */
  readonly sector: string | undefined;
  /** Money of the year, before duty. */
  readonly value: number;
}

export interface ObservedTrade {
  readonly flows: readonly ObservedFlow[];
  /** Sectors of the record that are several of the economy, by code; others are the economy's sector of that code. */
  readonly sectors: Readonly<Record<string, readonly string[]>>;
}

/** A forecast of the change of flows from the base year to the year after. */
export interface Forecast {
  readonly id: string;
  readonly title: string;
  /** Relative change, a fraction; `sector` is one of the record, undefined for all goods. */
  readonly change: (importer: string, exporter: string, sector?: string) => number;
}

/** A flow with what happened to it and what was forecast. Changes are fractions. */
export interface BacktestRow {
  readonly importer: string;
  readonly exporter: string;
  /** Undefined for all goods. */
  readonly sector: string | undefined;
  /** In the base year, as observed. */
  readonly before: number;
  readonly actual: number;
  /** One a forecast, in their order. */
  readonly forecasts: readonly number[];
}

/** A look back: forecasts of one year beside what happened. */
export interface Backtest {
  /** The base year; forecasts are of the year after. */
  readonly year: number;
  readonly forecasts: readonly { readonly id: string; readonly title: string }[];
  readonly totals: readonly BacktestRow[];
  readonly sectors: readonly BacktestRow[];
  /** One a forecast, over totals and over sectors. */
  readonly scores: readonly { readonly totals: ForecastScores; readonly sectors: ForecastScores }[];
}

/**
 * Sets forecasts of the year after `year` beside what happened, by flow and sector. Flows that were nothing in either
 * year are left out.
 */
export function backtest(observed: ObservedTrade, forecasts: readonly Forecast[], year: number): Backtest {
  const { totals: pairs, cells } = flowsOf(observed, year);
  const row = ({ importer, exporter, sector }: ObservedFlow): BacktestRow => {
    const before = recordedValue(observed, year, importer, exporter, sector);
    const after = recordedValue(observed, year + 1, importer, exporter, sector);
    const changes = forecasts.map(({ change }) => change(importer, exporter, sector));
    return { importer, exporter, sector, before, actual: after / before - 1, forecasts: changes };
  };
  const totals = pairs.map(row);
  const sectors = cells.map(row);
  const scores = forecasts.map((_, f) => ({
    totals: scoresOf(totals.map((one) => pointOf(one, f))),
    sectors: scoresOf(sectors.map((one) => pointOf(one, f))),
  }));
  return { year, forecasts: forecasts.map(({ id, title }) => ({ id, title })), totals, sectors, scores };
}

/** The model's forecast: the first year of a result's transition path against its base year. */
export function forecastOf(
  id: string,
  title: string,
  { base, transition, regions, sectors }: ScenarioResult,
  observed: ObservedTrade,
): Forecast {
  const first = transition[0];
  if (!first)
    throw new RangeError('the result has no year after the base year: its horizon is the base year');
  const codes = [...new Set(observed.flows.flatMap(({ sector }) => (sector === undefined ? [] : [sector])))];
  const J = sectors.length;
  const sum = (flow: Float64Array, importer: string, exporter: string, sector?: string) => {
    const n = regions.findIndex(({ code }) => code === importer);
    const i = regions.findIndex(({ code }) => code === exporter);
    const own = new Set(
      (sector === undefined ? codes : [sector]).flatMap((code) => observed.sectors[code] ?? [code]),
    );
    return sectors.reduce(
      (total, { code }, j) => (own.has(code) ? total + flow[(n * regions.length + i) * J + j]! : total),
      0,
    );
  };
  return {
    id,
    title,
    change: (...place) => sum(first.flow, ...place) / sum(base.flow, ...place) - 1,
  };
}

/** The forecast that nothing changes. */
export const noChange: Forecast = { id: 'no-change', title: 'No change', change: () => 0 };

/**
 * The forecast that each flow goes on as before: its mean growth over the years on record up to `year`, the slope of
 * a straight line through the logarithms of its values by least squares.
 */
export function trendForecast(observed: ObservedTrade, year: number): Forecast {
  const years = [...new Set(observed.flows.map((flow) => flow.year))].filter((one) => one <= year).sort();
  const change: Forecast['change'] = (importer, exporter, sector) => {
    const logs = years.map((one) => Math.log(recordedValue(observed, one, importer, exporter, sector)));
    return Math.expm1(slopeOf(years, logs));
  };
  return { id: 'trend', title: `Trend of ${years[0]} to ${year}`, change };
}

/** A forecast on top of another: the changes of both compounded. */
export function onTopOf(id: string, title: string, one: Forecast, other: Forecast): Forecast {
  return { id, title, change: (...place) => (1 + one.change(...place)) * (1 + other.change(...place)) - 1 };
}

function slopeOf(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middle, level] = [mean(x), mean(y)];
  const across = x.reduce((sum, value, k) => sum + (value - middle) * (y[k]! - level), 0);
  return across / x.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}

function pointOf({ before, actual, forecasts }: BacktestRow, f: number): ForecastPoint {
  return { weight: before, actual, forecast: forecasts[f]! };
}

function recordedValue(
  { flows }: ObservedTrade,
  year: number,
  importer: string,
  exporter: string,
  sector?: string,
): number {
  return flows
    .filter((flow) => flow.year === year && flow.importer === importer && flow.exporter === exporter)
    .filter((flow) => flow.sector === sector)
    .reduce((sum, { value }) => sum + value, 0);
}

/** Totals and sectors with a value in every year up to the one after `year`, pair by pair. */
function flowsOf({ flows }: ObservedTrade, year: number) {
  const upTo = flows.filter((flow) => flow.year <= year + 1);
  const empty = new Set(upTo.filter(({ value }) => !(value > 0)).map(cellKey));
  const present = upTo.filter((flow) => flow.year === year && !empty.has(cellKey(flow)));
  const totals = present.filter(({ sector }) => sector === undefined);
  const order = totals.map(pairKey);
  const cells = present.filter(({ sector }) => sector !== undefined);
  cells.sort((a, b) => order.indexOf(pairKey(a)) - order.indexOf(pairKey(b)));
  return { totals, cells };
}

function pairKey({ importer, exporter }: ObservedFlow): string {
  return `${importer} ${exporter}`;
}

function cellKey(flow: ObservedFlow): string {
  return `${pairKey(flow)} ${flow.sector ?? ''}`;
}
