import { dayNumber } from './calendar.ts';
import { type ClaimState, claimsAfter, settledShare } from './claims.ts';
import type { CellRuling, Ruling } from './ruling.ts';
import { type InForce, inForceOn, Stacking } from './stacking.ts';

/**
 * One cell over all time, cut where anything changes. Between cuts duties stand still and claims move.
 * With P goods, A pieces and K spans, arrays are laid out `[span][goods][piece]` or `[span][goods]`.
 */
export interface CellTimeline {
  readonly ruling: CellRuling;
  /** First day of each span; a span ends where the next begins, the last never. */
  readonly starts: readonly number[];
  readonly inForce: readonly InForce[];
  /** Duty of goods that are not claimed and of those that are, ordinary duty included. */
  readonly unclaimed: Float64Array;
  readonly claimed: Float64Array;
  /** ln of the ratio of the iceberg factor to its base: all goods, and on top of it claimed goods. */
  readonly logCost: Float64Array;
  readonly logClaimCost: Float64Array;
  /** Part of the value of the goods claimed on a day; 0 where there is no preference. */
  claimedShare(goods: number, day: number): number;
}

/** Lays out every cell of a ruling over time. */
export function timelinesOf(ruling: Ruling): CellTimeline[] {
  const stacking = new Stacking(ruling);
  return ruling.cells.map((cell) => timelineOf(cell, ruling, stacking));
}

function timelineOf(cell: CellRuling, { claims }: Ruling, stacking: Stacking): CellTimeline {
  const { goods, pieces, conditions } = cell;
  const starts = cutsOf(cell);
  const K = starts.length;
  const P = goods.length;
  const A = pieces.length;
  const unclaimed = new Float64Array(K * P * A);
  const claimed = new Float64Array(K * P * A);
  const logCost = new Float64Array(K * P);
  const logClaimCost = new Float64Array(K * P);
  const settled = new Float64Array(K * P);
  const limit = new Float64Array(K * P);
  const inForce = starts.map((day) => inForceOn(cell, day));
  const hasClaims = goods.some((of) => of.claims !== undefined);

  for (let k = 0; k < K; k++) {
    const today = inForce[k]!;
    const holding = conditions.filter(({ on, until }) => on <= starts[k]! && starts[k]! < until);
    for (let p = 0; p < P; p++) {
      let ceiling = 1;
      for (const { covers, does } of holding) {
        if (covers[p] !== 1) continue;
        if (does.kind === 'trade-cost') {
          logCost[k * P + p]! += Math.log(does.factor);
        } else {
          ceiling = Math.min(ceiling, does.ceiling);
          logClaimCost[k * P + p]! += Math.log1p(does.cost);
        }
      }
      const own = goods[p]!.claims;
      let margin = 0;
      for (let a = 0; a < A; a++) {
        const at = (k * P + p) * A + a;
        unclaimed[at] = stacking.dutyOf(cell.ordinary, today, { goods: p, piece: a, claimed: 0 });
        claimed[at] = own
          ? stacking.dutyOf(cell.ordinary, today, { goods: p, piece: a, claimed: 1 })
          : unclaimed[at]!;
        // Where both are banned there is nothing to save.
        if (claimed[at]! < Infinity) margin += pieces[a]! * (unclaimed[at]! - claimed[at]!);
      }
      if (own) {
        const top = Math.min(own.ceiling, ceiling);
        settled[k * P + p] = settledShare(Math.min(own.floor, top), top, margin, claims.scale);
        limit[k * P + p] = ceiling;
      }
    }
  }

  const since = dayNumber(claims.since);
  /** Claims some days into a span; before they are followed every group stands at its floor. */
  const claimsIn = (k: number, p: number, state: ClaimState, day: number): ClaimState =>
    day <= since
      ? state
      : claimsAfter(state, day - Math.max(starts[k]!, since), settled[k * P + p]!, limit[k * P + p]!, claims);
  const states: ClaimState[][] = [];
  for (let k = 0; hasClaims && k < K; k++) {
    states.push(
      goods.map((of, p) => {
        const before = states[k - 1]?.[p];
        return before
          ? claimsIn(k - 1, p, before, starts[k]!)
          : { share: of.claims?.floor ?? 0, daysFallen: 0 };
      }),
    );
  }

  return {
    ruling: cell,
    starts,
    inForce,
    unclaimed,
    claimed,
    logCost,
    logClaimCost,
    claimedShare(p, day) {
      if (goods[p]!.claims === undefined) return 0;
      const k = spanOf(starts, day);
      return claimsIn(k, p, states[k]![p]!, day).share;
    },
  };
}

/** Index of the span that a day falls in. */
export function spanOf(starts: readonly number[], day: number): number {
  let k = starts.length - 1;
  while (k > 0 && starts[k]! > day) k--;
  return k;
}

function cutsOf({ rules, adjustments, conditions }: CellRuling): number[] {
  const cuts = new Set<number>([-Infinity]);
  for (const { on, until } of [...rules, ...adjustments, ...conditions]) {
    cuts.add(on);
    if (until < Infinity) cuts.add(until);
  }
  return [...cuts].sort((a, b) => a - b);
}
