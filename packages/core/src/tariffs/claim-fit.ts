import { dayNumber } from './calendar.ts';
import { lowest } from './claim-fit-search.ts';
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

/** What the data record of a rise in claims: by exporter before a day, all of it from then on. */
export interface ClaimRecording {
  /** ISO date, first of a month: the first day of full recording. */
  readonly until: string;
  /** ρ: recorded = floor + ρ (share − floor). */
  readonly recorded: Readonly<Record<string, number>>;
}

export interface SpeedFit extends ClaimRecording {
  /** ψ: part of the gap closed in a month. */
  readonly speed: number;
  /** Root mean square error of the recorded shares, weighted by value. */
  readonly rmse: number;
  /** Part of the weighted variance of the recorded shares that the fit explains. */
  readonly r2: number;
  readonly observations: number;
}

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
  series: ClaimSeries,
  path: readonly number[],
  recording: ClaimRecording,
): number[] {
  const rho = recording.recorded[series.exporter] ?? 1;
  return path.map((share, k) =>
    isBefore(series.months[k]!.month, recording.until) ? series.floor + rho * (share - series.floor) : share,
  );
}

/**
 * The speed ψ of the claim response, and the part ρ of a rise that the data record before `until`, given the scale κ:
 * least squares weighted by value. ρ is linear given ψ and has a closed form; ψ is searched.
 */
export function fitSpeed(all: readonly ClaimSeries[], scale: number, until: string): SpeedFit {
  const { at: speed, value } = lowest((psi) => squaresAt(all, scale, psi, until).squares, 0.01, 0.999);
  const { recorded } = squaresAt(all, scale, speed, until);
  let weight = 0;
  let sum = 0;
  let sumOfSquares = 0;
  let observations = 0;
  for (const { months } of all) {
    for (const month of months) {
      weight += month.value;
      sum += month.value * month.share;
      sumOfSquares += month.value * month.share ** 2;
      observations++;
    }
  }
  const variance = sumOfSquares / weight - (sum / weight) ** 2;
  const mean = value / weight;
  return { speed, until, recorded, rmse: Math.sqrt(mean), r2: 1 - mean / variance, observations };
}

/** Weighted sum of squared errors, with the best ρ of each exporter. */
function squaresAt(all: readonly ClaimSeries[], scale: number, speed: number, until: string) {
  const paths = all.map((series) => claimPath(series, scale, speed));
  const products = new Map<string, { across: number; own: number }>();
  for (const [s, { exporter, floor, months }] of all.entries()) {
    const sums = products.get(exporter) ?? { across: 0, own: 0 };
    products.set(exporter, sums);
    for (const [k, { month, value, share }] of months.entries()) {
      if (!isBefore(month, until)) continue;
      const rise = paths[s]![k]! - floor;
      sums.across += value * rise * (share - floor);
      sums.own += value * rise * rise;
    }
  }
  const recorded = Object.fromEntries(
    [...products].map(([exporter, { across, own }]) => [exporter, own > 0 ? across / own : 1]),
  );
  let squares = 0;
  for (const [s, series] of all.entries()) {
    const fitted = recordedPath(series, paths[s]!, { until, recorded });
    for (const [k, { value, share }] of series.months.entries()) squares += value * (share - fitted[k]!) ** 2;
  }
  return { squares, recorded };
}

function isBefore(month: string, until: string): boolean {
  return `${month}-01` < until;
}

function daysIn(month: string): number {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}
