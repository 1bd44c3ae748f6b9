/** A change of a flow beside the change that a forecast gave it. Changes are fractions: 0.05 is 5% more. */
export interface ForecastPoint {
  /** Weight: value of the flow in the year before. */
  readonly weight: number;
  readonly actual: number;
  readonly forecast: number;
}

/** How near a forecast came. Undefined where a measure says nothing of it. */
export interface ForecastScores {
  /** Mean absolute error, fraction, weighted. */
  readonly meanAbsoluteError: number;
  /** Root mean square error, fraction, weighted. */
  readonly rootMeanSquareError: number;
  /** Spearman's rank correlation over the points, unweighted; undefined where the forecasts are all alike. */
  readonly rankCorrelation: number | undefined;
  /** Points that moved by at least `signThreshold`, and those of them whose sign the forecast has. */
  readonly signs: { readonly hits: number; readonly of: number } | undefined;
}

/** A change of less than this either way has no sign worth calling. */
export const signThreshold = 0.02;

export function scoresOf(points: readonly ForecastPoint[]): ForecastScores {
  const weight = points.reduce((sum, point) => sum + point.weight, 0);
  const mean = (of: (point: ForecastPoint) => number) =>
    points.reduce((sum, point) => sum + point.weight * of(point), 0) / weight;
  const clear = points.filter(({ actual }) => Math.abs(actual) >= signThreshold);
  const hits = clear.filter(({ actual, forecast }) => Math.sign(actual) === Math.sign(forecast)).length;
  return {
    meanAbsoluteError: mean(({ actual, forecast }) => Math.abs(forecast - actual)),
    rootMeanSquareError: Math.sqrt(mean(({ actual, forecast }) => (forecast - actual) ** 2)),
    rankCorrelation: rankCorrelation(
      points.map(({ forecast }) => forecast),
      points.map(({ actual }) => actual),
    ),
    signs: points.every(({ forecast }) => forecast === 0) ? undefined : { hits, of: clear.length },
  };
}

/** Spearman's: the correlation of the ranks, ties at their mean rank. Undefined where one side has no variation. */
export function rankCorrelation(left: readonly number[], right: readonly number[]): number | undefined {
  const x = ranks(left);
  const y = ranks(right);
  const middle = (left.length + 1) / 2;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [k, rank] of x.entries()) {
    xy += (rank - middle) * (y[k]! - middle);
    xx += (rank - middle) ** 2;
    yy += (y[k]! - middle) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : undefined;
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, k) => k).sort((a, b) => values[a]! - values[b]!);
  const found = values.map(() => 0);
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    while (end < order.length && values[order[end]!] === values[order[first]!]) end++;
    for (let k = first; k < end; k++) found[order[k]!] = (first + 1 + end) / 2;
    first = end;
  }
  return found;
}
