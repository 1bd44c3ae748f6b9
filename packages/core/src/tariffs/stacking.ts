import type { Adjustment, CellRule } from './cell-rule.ts';
import type { Ruling } from './ruling.ts';

/** Goods of a cell that pay one duty: one of its goods, in one piece of the case's own lists, claimed or not. */
export interface Atom {
  readonly goods: number;
  readonly piece: number;
  /** 0 where USMCA is not claimed, 1 where it is. */
  readonly claimed: 0 | 1;
}

/** Rules and adjustments of a cell: all, or those in force on some day. */
export interface InForce {
  readonly rules: readonly CellRule[];
  readonly adjustments: readonly Adjustment[];
}

/** Those in force on a day. */
export function inForceOn({ rules, adjustments }: InForce, day: number): InForce {
  const isOn = ({ on, until }: { on: number; until: number }) => on <= day && day < until;
  return {
    rules: rules.filter(isOn),
    adjustments: adjustments.length > 0 ? adjustments.filter(isOn) : adjustments,
  };
}

/**
 * Adds up what the rules in force charge on some goods. Of the charges of a measure the first that names the goods
 * counts; a rule falls only on that part of the value which no rule that it gives way to covers.
 */
export class Stacking {
  readonly #yields: Ruling['yields'];
  /** Rules that bear on the goods last asked about, and what each adds; the first `count` of them hold. */
  readonly applied: CellRule[] = [];
  added = new Float64Array(16);
  count = 0;

  constructor({ yields }: Pick<Ruling, 'yields'>) {
    this.#yields = yields;
  }

  /**
   * The duty of the goods, ordinary duty included; `Infinity` where they may not be imported. Leaves the rules behind
   * it in `applied` and `added`.
   */
  dutyOf(ordinary: number, { rules, adjustments }: InForce, { goods, piece, claimed }: Atom): number {
    this.count = 0;
    let last = -1;
    for (const rule of rules) {
      if (rule.kind !== 'duty' || rule.names[goods] !== 1) continue;
      if (rule.pieces && rule.pieces[piece] !== 1) continue;
      if (rule.owner === last) continue;
      last = rule.owner;
      if (isExempt(rule, adjustments, goods, piece, claimed)) continue;
      this.applied[this.count++] = rule;
    }
    if (this.count > this.added.length) this.added = new Float64Array(2 * this.count);
    let duty = this.ordinaryOf(ordinary, { rules, adjustments }, { goods, piece, claimed });
    for (let r = 0; r < this.count; r++) {
      const rule = this.applied[r]!;
      const left = this.#left(rule, goods);
      const part = partOf(rule, adjustments, goods, piece, claimed);
      const rate = rateOf(rule, adjustments, goods, piece, claimed);
      // A ban of nothing is no ban.
      const adds = left * part === 0 ? 0 : rate === Infinity ? Infinity : rate * part * left;
      this.added[r] = adds;
      duty += adds;
    }
    return duty;
  }

  /** The ordinary duty of the goods: the latest rule that sets one, or that of the base. */
  ordinaryOf(ordinary: number, { rules }: InForce, { goods, piece }: Atom): number {
    let standing = ordinary;
    for (const rule of rules) {
      if (rule.kind !== 'ordinary-duty' || rule.names[goods] !== 1) continue;
      if (!rule.pieces || rule.pieces[piece] === 1) standing = rule.rate[0][goods]!;
    }
    return standing;
  }

  /** Part of the value of the goods that no rule covers to which this one gives way. */
  #left(rule: CellRule, goods: number): number {
    const yields = this.#yields[rule.owner]!;
    if (yields.size === 0) return 1;
    let covered = 0;
    for (let q = 0; q < this.count; q++) {
      const other = this.applied[q]!;
      if (other !== rule && yields.has(other.owner)) covered += other.cover[goods]!;
    }
    return covered >= 1 ? 0 : 1 - covered;
  }
}

function bears(
  { owners, covers, pieces }: Adjustment,
  rule: CellRule,
  goods: number,
  piece: number,
): boolean {
  return (
    covers[goods] === 1 &&
    (owners === undefined || owners.has(rule.owner)) &&
    (!pieces || pieces[piece] === 1)
  );
}

function isExempt(
  rule: CellRule,
  adjustments: readonly Adjustment[],
  goods: number,
  piece: number,
  claimed: 0 | 1,
): boolean {
  for (const adjustment of adjustments) {
    const { does } = adjustment;
    if (does.kind !== 'exempt' || (does.claimedOnly && claimed === 0)) continue;
    if (bears(adjustment, rule, goods, piece)) return true;
  }
  return false;
}

/** The rate after what the case has done to it, in the order in which it did. */
function rateOf(
  rule: CellRule,
  adjustments: readonly Adjustment[],
  goods: number,
  piece: number,
  claimed: 0 | 1,
): number {
  let rate = rule.rate[claimed][goods]!;
  for (const adjustment of adjustments) {
    const { does } = adjustment;
    if (does.kind !== 'rate' || !bears(adjustment, rule, goods, piece)) continue;
    rate = does.part === 1 ? does.to : rate + does.part * (does.to - rate);
  }
  return rate;
}

function partOf(
  rule: CellRule,
  adjustments: readonly Adjustment[],
  goods: number,
  piece: number,
  claimed: 0 | 1,
): number {
  let part = rule.part[claimed][goods]!;
  if (claimed === 0 || !rule.sparesUsContent) return part;
  for (const adjustment of adjustments) {
    const { does } = adjustment;
    if (does.kind === 'us-content' && bears(adjustment, rule, goods, piece)) {
      part = rule.part[0][goods]! * (1 - does.share);
    }
  }
  return part;
}
