import { bandOf, lowest } from './claim-fit-search.ts';
import { settledShare } from './claims.ts';

/** Claims of goods before there were duties beyond the ordinary one. */
export interface OrdinaryClaims {
  /** Weight: value of the goods. */
  readonly value: number;
  /** What a claim saved then: the ordinary duty, a fraction. */
  readonly ordinaryDuty: number;
  /** Share claimed then, and the share reached later, when a claim saved much more. */
  readonly floor: number;
  readonly ceiling: number;
}

export interface ScaleFit {
  /** κ, a fraction. */
  readonly scale: number;
  /** Root mean square error of the shares, weighted by value. */
  readonly rmse: number;
  /** κ between which the error is at most 5% above the least. */
  readonly band: { readonly from: number; readonly to: number };
  readonly observations: number;
}

const least = 0.001;
const most = 0.5;
const grid = Array.from({ length: 400 }, (_, k) => least + k * 0.0005);

/**
 * The scale κ of the claim response from goods side by side: where the ordinary duty was m, the share claimed was
 * ceiling · (1 − exp(−m / κ)). Least squares weighted by value.
 */
export function fitScale(goods: readonly OrdinaryClaims[]): ScaleFit {
  const error = (scale: number) => {
    let squares = 0;
    let weight = 0;
    for (const { value, ordinaryDuty, floor, ceiling } of goods) {
      squares += value * (floor - settledShare(0, ceiling, ordinaryDuty, scale)) ** 2;
      weight += value;
    }
    return Math.sqrt(squares / weight);
  };
  const { at, value } = lowest(error, least, most);
  return { scale: at, rmse: value, band: bandOf(error, grid, 1.05), observations: goods.length };
}
