/** The duty of one flow on one day, and the measures behind it. Rates are fractions. */
export interface FlowDuty {
  readonly importer: string;
  readonly exporter: string;
  readonly sector: string;
  /** Base-year value of the flow. */
  readonly value: number;
  /** Duty of the base year less what measures collected in it. */
  readonly ordinary: number;
  /** Average over goods that may be imported, base-year weights, claims of the day: ordinary and measures. */
  readonly statutory: number;
  /** Part of the base-year value that may not be imported. */
  readonly banned: number;
  /** Part entered under USMCA on that day; undefined where no preference can be claimed. */
  readonly claimed: number | undefined;
  /** What each measure adds to `statutory`, in the order of the record; those that add nothing left out. */
  readonly measures: readonly MeasureDuty[];
  /** Goods that differ in what they pay. */
  readonly goods: readonly GoodsDuty[];
}

export interface MeasureDuty {
  /** Id of a measure, or name of a change of the case. */
  readonly measure: string;
  /** Points of the flow's average duty, as a fraction. */
  readonly contribution: number;
  /** Part of the flow's value that bears it. */
  readonly covered: number;
}

export interface GoodsDuty {
  /** Id of the product group, or undefined for goods of a flow without groups. */
  readonly group: string | undefined;
  /** Lists that the goods are on. */
  readonly lists: readonly string[];
  /** Part of the flow's value. */
  readonly share: number;
  /** Part of these goods entered under USMCA. */
  readonly claimed: number | undefined;
  /**
   * What these goods owe, their own ordinary duty included (none where USMCA is claimed); `Infinity` under a ban. On
   * average over a flow the ordinary duty is the one that was collected in the base year.
   */
  readonly claimedDuty: number | undefined;
  readonly unclaimedDuty: number;
  /** The measures that bear on them, with the rate on unclaimed and on claimed goods. */
  readonly measures: readonly {
    readonly measure: string;
    readonly unclaimed: number;
    readonly claimed: number | undefined;
  }[];
}
