import { dayNumber } from './calendar.ts';
import { type ClaimState, claimsAfter, settledShare } from './claims.ts';

/** The share of a flow entered under USMCA, month by month, and what a claim saved. */
export interface ClaimSeries {
  readonly exporter: string;
  readonly sector: string;
  /** Share before the duties, and the share reached under them. */
  readonly floor: number;
  readonly ceiling: number;
  /** Parts of the flow with one margin each, summing to 1; margins in order of date, 0 before the first. */
  readonly parts: readonly {
    readonly part: number;
    readonly margins: readonly { readonly from: string; readonly margin: number }[];
  }[];
  /** In order and without gaps. */
  readonly months: readonly ClaimMonth[];
}

export interface ClaimMonth {
  /** `2025-03`. */
  readonly month: string;
  /** Value of all imports in the month: the weight. */
  readonly value: number;
  /** Share entered under USMCA as the customs data record it. */
  readonly share: number;
}

/** What the data record of a rise in claims: a part of it before a day, all of it from then on. */
export interface ClaimRecording {
  /** ISO date, first of a month: the first day of full recording. */
  readonly until: string;
  /** ρ by exporter and sector, 0 to 1: recorded = floor + ρ (share − floor). */
  readonly recorded: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface SpeedFit extends ClaimRecording {
  /** ψ: the slowest speed whose error is at most 5% above the least. Part of the gap closed in a month. */
  readonly speed: number;
  /** The speed with the least error, of those tried; the last of them where the data set no upper bound. */
  readonly best: number;
  /** Root mean square error of the recorded shares at `speed`, weighted by value. */
  readonly rmse: number;
  /** Part of the weighted variance of the recorded shares that the fit explains. */
  readonly r2: number;
  readonly observations: number;
}

const speeds = Array.from({ length: 95 }, (_, k) => (k + 5) / 100);

/** Shares of a series in its months, by a response with this scale and speed: averages over the days of each month. */
export function claimPath(series: ClaimSeries, scale: number, speed: number): number[] {
  const { floor, ceiling, months } = series;
  const path = months.map(() => 0);
  const response = { scale, speed, memory: Infinity, since: '' };
  for (const { part, margins } of series.parts) {
    const starts = margins.map(({ from }) => dayNumber(from));
    const settled = margins.map(({ margin }) => settledShare(floor, ceiling, margin, scale));
    let state: ClaimState = { share: floor, daysFallen: 0 };
    let current = -1;
    for (const [k, { month }] of months.entries()) {
      const first = dayNumber(`${month}-01`);
      const days = daysIn(month);
      let sum = 0;
      for (let day = first; day < first + days; day++) {
        while (current + 1 < starts.length && starts[current + 1]! <= day) current++;
        state = claimsAfter(state, 1, current < 0 ? floor : settled[current]!, 1, response);
        sum += state.share;
      }
      path[k]! += (part * sum) / days;
    }
  }
  return path;
}

/** A path as the customs data would record it. */
export function recordedPath(
  { exporter, sector, floor, months }: ClaimSeries,
  path: readonly number[],
  { recorded, until }: ClaimRecording,
): number[] {
  const rho = recorded[exporter]?.[sector] ?? 1;
  return path.map((share, k) => (isBefore(months[k]!.month, until) ? floor + rho * (share - floor) : share));
}

/**
 * The speed ψ of the claim response, and the part ρ of each rise that the data record before `until`, given the scale
 * κ: least squares weighted by value. Given ψ, ρ has a closed form; ψ is tried in hundredths.
 */
export function fitSpeed(all: readonly ClaimSeries[], scale: number, until: string): SpeedFit {
  const tried = speeds.map((speed) => errorAt(all, scale, speed, until));
  const least = Math.min(...tried.map(({ rmse }) => rmse));
  const chosen = tried.findIndex(({ rmse }) => rmse <= 1.05 * least);
  const { rmse, recorded } = tried[chosen]!;
  const months = all.flatMap((series) => series.months);
  const total = (of: (month: ClaimMonth) => number) => months.reduce((sum, month) => sum + of(month), 0);
  const weight = total(({ value }) => value);
  const mean = total(({ value, share }) => value * share) / weight;
  const variance = total(({ value, share }) => value * (share - mean) ** 2) / weight;
  return {
    speed: speeds[chosen]!,
    best: speeds[tried.findIndex((one) => one.rmse === least)]!,
    until,
    recorded,
    rmse,
    r2: 1 - rmse ** 2 / variance,
    observations: months.length,
  };
}

/** The weighted error of the recorded shares at a speed, with the best ρ of each series. */
function errorAt(all: readonly ClaimSeries[], scale: number, speed: number, until: string) {
  const recorded: Record<string, Record<string, number>> = {};
  let squares = 0;
  let weight = 0;
  for (const series of all) {
    const path = claimPath(series, scale, speed);
    const { exporter, sector } = series;
    recorded[exporter] ??= {};
    recorded[exporter][sector] = recordedPart(series, path, until);
    const fitted = recordedPath(series, path, { until, recorded });
    for (const [k, { value, share }] of series.months.entries()) {
      squares += value * (share - fitted[k]!) ** 2;
      weight += value;
    }
  }
  return { rmse: Math.sqrt(squares / weight), recorded };
}

/** ρ by least squares, within 0 and 1; 1 where claims did not rise before `until`. */
function recordedPart({ floor, months }: ClaimSeries, path: readonly number[], until: string): number {
  let across = 0;
  let own = 0;
  for (const [k, { month, value, share }] of months.entries()) {
    if (!isBefore(month, until)) continue;
    const rise = path[k]! - floor;
    across += value * rise * (share - floor);
    own += value * rise * rise;
  }
  return own > 0 ? Math.min(1, Math.max(0, across / own)) : 1;
}

function isBefore(month: string, until: string): boolean {
  return `${month}-01` < until;
}

function daysIn(month: string): number {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}
