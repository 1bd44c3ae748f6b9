/** Part of a flow's goods, as intervals of [0, 1). */
export type Stretch = readonly { readonly start: number; readonly end: number }[];

/** Something that bears on a part of a flow's goods for some time. */
export interface Listed {
  /** Part of the goods, in (0, 1]. */
  readonly share: number;
  /** First day and first day no longer, as day numbers. */
  readonly on: number;
  readonly until: number;
}

/** Shares that do not fit side by side. */
export class StretchOverflow extends Error {
  /** Which of the shares, and how much of the goods was still free for it. */
  readonly index: number;
  readonly placed: number;

  constructor(index: number, wanted: number, placed: number) {
    super(`${wanted} of the goods wanted, ${placed} free`);
    this.index = index;
    this.placed = placed;
  }
}

const slack = 1e-9;

/**
 * Puts shares of a flow's goods side by side: those that hold on the same day and may meet never overlap, those that
 * follow each other take the same goods as far as they can. In order, each from the left.
 *
 * @param meet whether two of them, by index, may bear on the same goods at all; all may where absent.
 * @throws StretchOverflow where they do not fit.
 */
export function placeStretches(
  listed: readonly Listed[],
  meet: (a: number, b: number) => boolean = () => true,
): Stretch[] {
  const placed: Stretch[] = [];
  for (const [index, { share, on, until }] of listed.entries()) {
    const taken = placed
      .flatMap((stretch, other) => {
        const beside = listed[other]!;
        return beside.on < until && on < beside.until && meet(index, other) ? stretch : [];
      })
      .sort((a, b) => a.start - b.start);
    const stretch: { start: number; end: number }[] = [];
    let at = 0;
    let left = share;
    for (const { start, end } of [...taken, { start: 1, end: 1 }]) {
      const length = Math.min(left, start - at);
      if (length > slack) {
        stretch.push({ start: at, end: at + length });
        left -= length;
      }
      at = Math.max(at, end);
    }
    if (left > slack) throw new StretchOverflow(index, share, share - left);
    placed.push(stretch);
  }
  return placed;
}

/** Cuts [0, 1) where a stretch begins or ends: lengths, and for each stretch which of the pieces it covers. */
export function piecesOf(stretches: readonly Stretch[]): { shares: number[]; covers: Uint8Array[] } {
  const cuts = [0, 1, ...stretches.flat().flatMap(({ start, end }) => [start, end])].sort((a, b) => a - b);
  const edges: number[] = [];
  for (const cut of cuts) if (edges.length === 0 || cut - edges.at(-1)! > slack) edges.push(cut);
  // The last piece ends at 1 whatever rounding made of the last cut.
  if (edges.at(-1)! < 1) edges[edges.length - 1] = 1;
  const shares = edges.slice(1).map((end, k) => end - edges[k]!);
  const covers = stretches.map((stretch) =>
    Uint8Array.from(shares, (share, k) => {
      const middle = edges[k]! + share / 2;
      return stretch.some(({ start, end }) => start < middle && middle < end) ? 1 : 0;
    }),
  );
  return { shares, covers };
}
