import type { Economy } from '../economy/economy.ts';
import type { Bundle, ShockedCell, TradeShock } from '../trade/trade-shock.ts';
import type { Period } from './calendar.ts';
import { type CellDuty, type CellTimeline, spanOf, timelinesOf } from './cell-timeline.ts';
import type { Ruling } from './ruling.ts';

/** What a period's law amounts to, cell by cell. */
export interface TariffSchedule {
  readonly shock: TradeShock;
  /** Average duty over goods that may be imported: base-year weights, claims of the period; as `Economy.flow`. */
  readonly statutoryDuty: Float64Array;
  /** Part of each flow's base value under a ban. */
  readonly bannedShare: Float64Array;
}

/** The law of a case, ready to be read for any period. */
export interface Timeline {
  readonly ruling: Ruling;
  readonly cells: readonly CellTimeline[];
}

/** Works out how every duty of a ruling changes over time: what `scheduleOf` reads any period off. */
export function timelineOf(ruling: Ruling): Timeline {
  return { ruling, cells: timelinesOf(ruling) };
}

/**
 * The schedule of a period: rates averaged over its days, exact for a single day; goods banned for part of a year are
 * banned in that part of the trade. Claims stand where they do on the last day of the period.
 */
export function scheduleOf({ ruling, cells }: Timeline, period: Period): TariffSchedule {
  const { economy } = ruling;
  const statutoryDuty = economy.duty.slice();
  const bannedShare = new Float64Array(economy.flow.length);
  const shocked: ShockedCell[] = [];
  for (const timeline of cells) {
    const { cell } = timeline.ruling;
    const duty = dutyIn(timeline, period, economy);
    if (!duty) continue;
    statutoryDuty[cell] = duty.statutoryDuty;
    bannedShare[cell] = duty.bannedShare;
    // A flow that does not exist cannot be taxed into being, and a sector that nobody trades has no border.
    if (economy.flow[cell]! > 0) shocked.push(duty.shocked);
  }
  return { shock: { cells: shocked }, statutoryDuty, bannedShare };
}

/** @returns undefined where the cell is as in the base year. */
function dutyIn(timeline: CellTimeline, period: Period, economy: Economy): CellDuty | undefined {
  const { ruling, starts, latest } = timeline;
  const last = period.until - 1;
  const span = spanOf(starts, last);
  const claimedShares = ruling.goods.map((_, p) => timeline.claimedShare(p, last));
  const isStill = starts[span]! <= period.from;
  // Most years are as the year before.
  if (
    isStill &&
    latest?.span === span &&
    claimedShares.every((share, p) => share === latest.claimedShares[p])
  ) {
    return latest.duty;
  }
  const duty = dutyAnew(timeline, period, claimedShares, economy);
  if (isStill) timeline.latest = { span, claimedShares, duty };
  return duty;
}

function dutyAnew(
  timeline: CellTimeline,
  period: Period,
  claimedShares: readonly number[],
  { regions, sectors, duty: base }: Economy,
): CellDuty | undefined {
  const { cell } = timeline.ruling;
  const bundles = bundlesOf(timeline, period, claimedShares);
  let charged = 0;
  let open = 0;
  let changed = false;
  for (const { share, duty, tradeCost } of bundles) {
    if (Math.abs(duty - base[cell]!) > 1e-15 || tradeCost !== 1) changed = true;
    if (duty === Infinity) continue;
    charged += share * duty;
    open += share;
  }
  if (!changed) return undefined;
  const N = regions.length;
  const J = sectors.length;
  const importer = Math.floor(cell / J / N);
  const exporter = Math.floor(cell / J) % N;
  return {
    shocked: { importer, exporter, sector: cell % J, bundles },
    statutoryDuty: open > 0 ? charged / open : 0,
    bannedShare: 1 - open > 1e-12 ? 1 - open : 0,
  };
}

/** The goods of a cell in a period, those with the same duty and cost together. */
function bundlesOf(timeline: CellTimeline, period: Period, claimedShares: readonly number[]): Bundle[] {
  const { ruling, starts } = timeline;
  const { goods, pieces } = ruling;
  const P = goods.length;
  const A = pieces.length;
  const K = starts.length;
  const hasCosts = timeline.logCost.length > 0;
  const bundles = new Bundles();
  const first = spanOf(starts, period.from);

  for (let p = 0; p < P; p++) {
    const claimedShare = claimedShares[p]!;
    for (let a = 0; a < A; a++) {
      for (let claimed = 0; claimed < 2; claimed++) {
        const part = claimed === 1 ? claimedShare : 1 - claimedShare;
        const share = goods[p]!.share * pieces[a]! * part;
        if (share <= 0) continue;
        const duties = claimed === 1 ? timeline.claimed : timeline.unclaimed;
        let sum = 0;
        let logCost = 0;
        let open = 0;
        let banned = 0;
        for (let k = first; k < K && starts[k]! < period.until; k++) {
          const from = Math.max(starts[k]!, period.from);
          const until = Math.min(starts[k + 1] ?? Infinity, period.until);
          const days = until - from;
          const duty = duties[(k * P + p) * A + a]!;
          if (duty === Infinity) {
            banned += days;
          } else {
            sum += days * duty;
            open += days;
            if (hasCosts) {
              logCost += days * (timeline.logCost[k * P + p]! + claimed * timeline.logClaimCost[k * P + p]!);
            }
          }
        }
        if (open > 0) {
          const duty = Math.max(0, sum / open);
          bundles.add((share * open) / (open + banned), duty, logCost === 0 ? 1 : Math.exp(logCost / open));
        }
        if (banned > 0) bundles.add((share * banned) / (open + banned), Infinity, 1);
      }
    }
  }
  return bundles.all;
}

/** Shares by duty and cost. */
class Bundles {
  readonly all: { share: number; duty: number; tradeCost: number }[] = [];
  readonly #byDuty = new Map<number, { share: number; duty: number; tradeCost: number }>();

  add(share: number, duty: number, tradeCost: number): void {
    const known = this.#byDuty.get(duty);
    if (known && known.tradeCost === tradeCost) {
      known.share += share;
      return;
    }
    const bundle = { share, duty, tradeCost };
    this.all.push(bundle);
    if (!known) this.#byDuty.set(duty, bundle);
  }
}
