/**
 * How the share of goods entered under USMCA answers to what a claim saves. With m the margin, the additional duty of
 * an unclaimed good less that of a claimed one, the share that a group settles at is
 *
 *     u*(m) = floor + (ceiling − floor) (1 − exp(−m / κ)).
 *
 * Each month closes a part ψ of the gap from below. A claim is a sunk cost: a share once reached is kept for the
 * memory after the margin has fallen, then closes the gap from above at the same speed.
 */
export interface ClaimResponse {
  /** κ: the margin, a fraction, at which 1 − 1/e of the way to the ceiling is gone. */
  readonly scale: number;
  /** ψ: part of the gap closed in a month, in (0, 1]. */
  readonly speed: number;
  /** Months for which a share once reached is kept. */
  readonly memory: number;
  /** The first day from which claims are followed; before it every group stands at its floor. */
  readonly since: string;
}

/** Days of an average month of the Gregorian calendar. */
export const daysOfMonth = 365.2425 / 12;

/** u*(m): the share that a group settles at under a margin, a fraction that may be Infinity. */
export function settledShare(floor: number, ceiling: number, margin: number, scale: number): number {
  return floor + (ceiling - floor) * (1 - Math.exp(-Math.max(0, margin) / scale));
}

/** Where the claims of a group stand on some day. */
export interface ClaimState {
  readonly share: number;
  /** Days since the margin fell below what the share was reached under; 0 while it has not. */
  readonly daysFallen: number;
}

/** Below this the gap is not worth following. */
const closed = 1e-7;

/**
 * The claims of a group some days on, under one margin and ceiling throughout.
 *
 * @param settled u*(m) under that margin; @param limit the most that can be claimed: what a rule of origin forbids is
 * given up at once, memory or not.
 */
export function claimsAfter(
  state: ClaimState,
  days: number,
  settled: number,
  limit: number,
  { speed, memory }: ClaimResponse,
): ClaimState {
  const share = Math.min(state.share, limit);
  const gap = settled - share;
  if (Math.abs(gap) < closed) return { share: settled, daysFallen: 0 };
  if (gap > 0) return { share: towards(share, settled, days, speed), daysFallen: 0 };
  const fallen = state.daysFallen + days;
  const falling = Math.min(days, fallen - memory * daysOfMonth);
  return { share: falling > 0 ? towards(share, settled, falling, speed) : share, daysFallen: fallen };
}

function towards(share: number, settled: number, days: number, speed: number): number {
  const next = settled + (share - settled) * (1 - speed) ** (days / daysOfMonth);
  return Math.abs(next - settled) < closed ? settled : next;
}
