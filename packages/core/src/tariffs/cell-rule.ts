/**
 * A rule that bears on one importer-exporter-sector cell for some days. Arrays indexed by the cell's goods, short ones
 * and many: plain arrays are quicker to make. What it does to goods for which USMCA is not claimed and to those for which it is.
 */
export interface CellRule {
  /** `ordinary-duty` takes the place of the ordinary duty; `duty` is added. */
  readonly kind: 'duty' | 'ordinary-duty';
  /** Index into `Ruling.owners`. Rules of a cell are in order of it, those of one measure in order of its charges. */
  readonly owner: number;
  /** First day and first day no longer in force, as day numbers. */
  readonly on: number;
  readonly until: number;
  /** 1 where it names the goods. */
  readonly names: readonly number[];
  /** Part of the value of the goods that it keeps from measures that give way to it. */
  readonly cover: readonly number[];
  /** Ad valorem rate, `Infinity` for a ban, and the part of the value that it is charged on. */
  readonly rate: readonly [unclaimed: readonly number[], claimed: readonly number[]];
  readonly part: readonly [unclaimed: readonly number[], claimed: readonly number[]];
  /** Which pieces of the case's own lists it bears on; all where absent. */
  readonly pieces?: Uint8Array;
  /** Whether claimed goods pay on what is not United States content. */
  readonly sparesUsContent: boolean;
}

/** What a case changes in rules that stand. */
export interface Adjustment {
  /** Indices into `Ruling.owners`; absent where it is about every rule. */
  readonly owners?: ReadonlySet<number>;
  readonly on: number;
  readonly until: number;
  /** Which goods, and which pieces of the case's own lists; all pieces where absent. */
  readonly covers: readonly number[];
  readonly pieces?: Uint8Array;
  readonly does:
    | { readonly kind: 'exempt'; readonly claimedOnly: boolean }
    /** The rate moves a part of the way to `to`. */
    | { readonly kind: 'rate'; readonly to: number; readonly part: number }
    | { readonly kind: 'us-content'; readonly share: number };
}

/** Dated conditions of a cell other than duties. */
export interface CellCondition {
  readonly on: number;
  readonly until: number;
  readonly covers: readonly number[];
  readonly does: /** Ratio of the iceberg factor to its base. */
    | { readonly kind: 'trade-cost'; readonly factor: number }
    | { readonly kind: 'claim-ceiling'; readonly ceiling: number; readonly cost: number };
}
