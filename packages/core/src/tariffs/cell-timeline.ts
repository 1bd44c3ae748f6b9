import type { ShockedCell } from '../trade/trade-shock.ts';
import { dayNumber } from './calendar.ts';
import { type ClaimState, claimsAfter, settledShare } from './claims.ts';
import type { CellRuling, Ruling } from './ruling.ts';
import { inForceOn, Stacking } from './stacking.ts';

/**
 * One cell over all time, cut where anything changes. Between cuts duties stand still and claims move.
 * With P goods, A pieces and K spans, arrays are laid out `[span][goods][piece]` or `[span][goods]`.
 */
export interface CellTimeline {
  readonly ruling: CellRuling;
  /** First day of each span; a span ends where the next begins, the last never. */
  readonly starts: readonly number[];
  /** Duty of goods that are not claimed and of those that are, ordinary duty included. */
  readonly unclaimed: Float64Array;
  readonly claimed: Float64Array;
  /** ln of the ratio of the iceberg factor to its base: all goods, and on top of it claimed goods; empty where all are 0. */
  readonly logCost: Float64Array;
  readonly logClaimCost: Float64Array;
  /** What was read of it last, for whoever reads the next year. */
  latest: CellReading | undefined;
  /** Part of the value of the goods claimed on a day; 0 where there is no preference. */
  claimedShare(goods: number, day: number): number;
}

const nothing = new Float64Array(0);

/** Cells that several rulings share are laid out once. */
const laidOut = new WeakMap<CellRuling, CellTimeline>();

/** What one cell amounts to in a period within which nothing changes. */
interface CellReading {
  readonly span: number;
  readonly claimedShares: readonly number[];
  /** Undefined where the cell is as in the base year. */
  readonly duty: CellDuty | undefined;
}

export interface CellDuty {
  readonly shocked: ShockedCell;
  readonly statutoryDuty: number;
  readonly bannedShare: number;
}

/** Lays out every cell of a ruling over time. */
export function timelinesOf(ruling: Ruling): CellTimeline[] {
  const stacking = new Stacking(ruling);
  return ruling.cells.map((cell) => {
    const known = laidOut.get(cell) ?? timelineOf(cell, ruling, stacking);
    laidOut.set(cell, known);
    return known;
  });
}

function timelineOf(cell: CellRuling, { claims }: Ruling, stacking: Stacking): CellTimeline {
  const { goods, pieces, rules, adjustments, conditions } = cell;
  const starts = cutsOf(cell);
  const K = starts.length;
  const P = goods.length;
  const A = pieces.length;
  const unclaimed = new Float64Array(K * P * A);
  // Most rules of a cell name few of its goods.
  const bearing = goods.map((_, p) => rules.filter(({ names }) => names[p] === 1));
  const hasClaims = goods.some((of) => of.claims !== undefined);
  const hasCosts = conditions.length > 0;
  // Most cells have neither claims nor costs, and memory is a good part of what a layout takes.
  const claimed = hasClaims ? new Float64Array(K * P * A) : unclaimed;
  const logCost = hasCosts ? new Float64Array(K * P) : nothing;
  const logClaimCost = hasCosts ? new Float64Array(K * P) : nothing;
  const settled = hasClaims ? new Float64Array(K * P) : nothing;
  const limit = hasClaims ? new Float64Array(K * P) : nothing;
  const moves = movesOf(cell, starts);

  for (let k = 0; k < K; k++) {
    const holding =
      conditions.length > 0
        ? conditions.filter(({ on, until }) => on <= starts[k]! && starts[k]! < until)
        : [];
    for (let p = 0; p < P; p++) {
      const now = k * P + p;
      if (k > 0 && moves[now] === 0) {
        const before = now - P;
        unclaimed.copyWithin(now * A, before * A, (before + 1) * A);
        if (hasClaims) claimed.copyWithin(now * A, before * A, (before + 1) * A);
        if (hasCosts) {
          logCost[now] = logCost[before]!;
          logClaimCost[now] = logClaimCost[before]!;
        }
        if (hasClaims) {
          settled[now] = settled[before]!;
          limit[now] = limit[before]!;
        }
        continue;
      }
      const today = inForceOn({ rules: bearing[p]!, adjustments }, starts[k]!);
      let ceiling = 1;
      for (const { covers, does } of holding) {
        if (covers[p] !== 1) continue;
        if (does.kind === 'trade-cost') {
          logCost[now]! += Math.log(does.factor);
        } else {
          ceiling = Math.min(ceiling, does.ceiling);
          logClaimCost[now]! += Math.log1p(does.cost);
        }
      }
      const own = goods[p]!.claims;
      let margin = 0;
      for (let a = 0; a < A; a++) {
        const at = now * A + a;
        unclaimed[at] = stacking.dutyOf(cell.ordinary, today, { goods: p, piece: a, claimed: 0 });
        if (!hasClaims) continue;
        claimed[at] = own
          ? stacking.dutyOf(cell.ordinary, today, { goods: p, piece: a, claimed: 1 })
          : unclaimed[at]!;
        // Where both are banned there is nothing to save.
        if (claimed[at]! < Infinity) margin += pieces[a]! * (unclaimed[at]! - claimed[at]!);
      }
      if (own) {
        const top = Math.min(own.ceiling, ceiling);
        settled[now] = settledShare(Math.min(own.floor, top), top, margin, claims.scale);
        limit[now] = ceiling;
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
    latest: undefined,
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

/** 1 where anything that bears on the goods begins or ends with the span, laid out `[span][goods]`. */
function movesOf(
  { goods, rules, adjustments, conditions }: CellRuling,
  starts: readonly number[],
): Uint8Array {
  const P = goods.length;
  const moves = new Uint8Array(starts.length * P);
  const spanFrom = new Map(starts.map((day, k) => [day, k]));
  const mark = (day: number, bears: readonly number[]) => {
    const k = spanFrom.get(day);
    if (k === undefined) return;
    for (let p = 0; p < P; p++) if (bears[p] === 1) moves[k * P + p] = 1;
  };
  for (const { on, until, names } of rules) {
    mark(on, names);
    mark(until, names);
  }
  for (const { on, until, covers } of [...adjustments, ...conditions]) {
    mark(on, covers);
    mark(until, covers);
  }
  return moves;
}

function cutsOf({ rules, adjustments, conditions }: CellRuling): number[] {
  const cuts = new Set<number>([-Infinity]);
  for (const { on, until } of [...rules, ...adjustments, ...conditions]) {
    cuts.add(on);
    if (until < Infinity) cuts.add(until);
  }
  return [...cuts].sort((a, b) => a - b);
}
