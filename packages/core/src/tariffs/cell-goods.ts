import { dayNumber } from './calendar.ts';
import type { Coverage, GroupClaims, ProductGroup } from './goods.ts';
import type { Charge } from './measure.ts';
import { type Listed, piecesOf, placeStretches, StretchOverflow } from './stretches.ts';

/** Goods of one cell that no rule of the record tells apart. The goods of a cell partition it. */
export interface CellGoods {
  /** Part of the flow's base-year value. */
  readonly share: number;
  /** Lists that they are on. */
  readonly lists: ReadonlySet<string>;
  /** The product group, on flows that have them. */
  readonly group?: ProductGroup;
  readonly claims?: GroupClaims;
  /** Average rate on a list, where the record has one. */
  readonly listRates?: ReadonlyMap<string, number>;
}

const noLists: ReadonlySet<string> = new Set();

/** A flow of which nothing is told apart. */
export const allGoods: readonly CellGoods[] = [{ share: 1, lists: noLists }];

export function goodsOfGroups(groups: readonly ProductGroup[]): CellGoods[] {
  return groups.map((group) => ({
    share: group.share,
    lists: new Set(group.lists),
    group,
    ...(group.claims ? { claims: group.claims } : {}),
  }));
}

/** The days on which a list matters, by list: from its first day to its last; lists that nobody names are absent. */
export type ListDays = ReadonlyMap<string, { readonly on: number; readonly until: number }>;

/** A list that only exempts matters always. */
export function listDaysOf(charges: readonly Charge[]): ListDays {
  const days = new Map<string, { on: number; until: number }>();
  const note = (list: string, on: number, until: number) => {
    const known = days.get(list);
    if (known) {
      known.on = Math.min(known.on, on);
      known.until = Math.max(known.until, until);
    } else {
      days.set(list, { on, until });
    }
  };
  for (const { lists = [], except = [], from, until } of charges) {
    const end = until === undefined ? Infinity : dayNumber(until);
    for (const list of lists) note(list, dayNumber(from), end);
    for (const list of except) note(list, -Infinity, Infinity);
  }
  return days;
}

/** More on lists that hold together than there is in the flow. */
export class CoverageOverflow extends RangeError {
  readonly list: string;

  constructor({ list, importer, exporter, sector, share }: Coverage, free: number) {
    super(`${importer} from ${exporter} of ${sector}: ${share} is on ${list}, ${free} is not on other lists`);
    this.list = list;
  }
}

/**
 * The goods of a flow of which only the coverage of lists is known. Lists that hold together are put side by side,
 * lists that follow each other on the same goods as far as they go. Where a case brings together what never held
 * together on record and it does not fit, only lists that the law keeps apart stay side by side.
 *
 * @param apart whether the law keeps two lists apart: one measure has both, or that of one gives way to the other's.
 * @throws CoverageOverflow where more than the flow is on lists that are kept apart.
 */
export function goodsOfCoverage(
  coverage: readonly Coverage[],
  days: ListDays,
  apart: (list: string, other: string) => boolean = () => true,
): CellGoods[] {
  const named = coverage.filter(({ list }) => days.has(list));
  if (named.length === 0) return [...allGoods];
  const whole = named.filter(({ share }) => share >= 1);
  const parts = named.filter(({ share }) => share < 1);
  const times = parts.map(({ list, share }): Listed => ({ share, ...days.get(list)! }));
  const { shares, covers } = piecesOf(placed(parts, times, apart));
  return shares.map((share, piece) => {
    const here = [...whole, ...parts.filter((_, k) => covers[k]![piece] === 1)];
    const listRates = new Map(here.flatMap(({ list, rate }) => (rate === undefined ? [] : [[list, rate]])));
    return { share, lists: new Set(here.map(({ list }) => list)), listRates };
  });
}

function placed(
  parts: readonly Coverage[],
  times: readonly Listed[],
  apart: (list: string, other: string) => boolean,
) {
  try {
    return placeStretches(times);
  } catch (error) {
    if (!(error instanceof StretchOverflow)) throw error;
  }
  try {
    return placeStretches(times, (a, b) => apart(parts[a]!.list, parts[b]!.list));
  } catch (error) {
    if (!(error instanceof StretchOverflow)) throw error;
    throw new CoverageOverflow(parts[error.index]!, error.placed);
  }
}
