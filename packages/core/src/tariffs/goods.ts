/** A set of tariff lines that law speaks of: `steel`, `vehicle-parts`, `canada-march-4`. */
export interface GoodsList {
  readonly id: string;
  readonly title: string;
}

/**
 * Goods of one flow on which the same lists bear. The groups of a flow partition it; a flow without groups is one
 * group on no list.
 */
export interface ProductGroup {
  /** `CAN-STL-01`. */
  readonly id: string;
  readonly importer: string;
  readonly exporter: string;
  readonly sector: string;
  /** Part of the flow's base-year value, in (0, 1]; the groups of a flow sum to 1. */
  readonly share: number;
  /** Ids of the lists that its goods are on. */
  readonly lists: readonly string[];
  /** Value of the metal in its goods over their value. */
  readonly steelContent: number;
  readonly aluminiumContent: number;
  readonly copperContent: number;
  /** Ordinary (MFN) duty of its goods when USMCA is not claimed. */
  readonly ordinaryDuty: number;
  /** Absent where no preference can be claimed. */
  readonly claims?: GroupClaims;
}

/** USMCA claims of a group, as shares of its value. */
export interface GroupClaims {
  /** At no margin beyond the ordinary duty: January and February 2025. */
  readonly floor: number;
  /** Reached under the duties of 2025: its fourth quarter. */
  readonly ceiling: number;
}

/**
 * The part of a flow without product groups that is on a list. Lists with a share below 1 bear on different goods of
 * the flow, side by side, as long as they are in force together; a list with share 1 is the whole flow.
 */
export interface Coverage {
  readonly list: string;
  readonly importer: string;
  readonly exporter: string;
  readonly sector: string;
  /** Part of the flow's base-year value, in (0, 1]. */
  readonly share: number;
  /** The average rate over the goods and countries covered, where the law has more than one; fraction. */
  readonly rate?: number;
  /** How share and rate were arrived at, in a sentence. */
  readonly basis: string;
}

export interface GoodsTables {
  readonly lists: readonly GoodsList[];
  readonly groups: readonly ProductGroup[];
  readonly coverage: readonly Coverage[];
}
