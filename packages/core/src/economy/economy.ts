/** A country or group of countries. Codes are ISO where there is one: `USA`, `CAN`, `MEX`, `EU27`, `ROW`. */
export interface Region {
  readonly code: string;
  readonly name: string;
}

export interface Sector {
  readonly code: string;
  readonly name: string;
  readonly kind: 'goods' | 'services';
}

/** How a figure came to be: read off a record, computed from records, or filled in from a related record. */
export type ProvenanceKind = 'observed' | 'derived' | 'imputed' | 'not stated';

/** Where a figure comes from. Many cells share one source. */
export interface Source {
  readonly id: string;
  readonly kind: ProvenanceKind;
  readonly description: string;
}

/**
 * The world before anything changes: one year of trade, production and spending, consistent with itself.
 *
 * Matrices are flat and row-major; N regions, J sectors; `n` importer, `i` exporter, `j` and `k` sectors.
 * Money is in `unit`, rates and shares are fractions.
 */
export interface Economy {
  readonly id: string;
  readonly title: string;
  /** The year that the data describe. */
  readonly year: number;
  /** `million US$` for the embedded economy. */
  readonly unit: string;
  readonly regions: readonly Region[];
  readonly sectors: readonly Sector[];
  /** Indices of the regions that the tables lead with: the United States, Canada and Mexico. */
  readonly parties: readonly number[];

  /** Value of the flow before duty, domestic sales included: `flow[(n·N + i)·J + j]`. */
  readonly flow: Float64Array;
  /** Ad valorem duty that flow paid in the base year, laid out as `flow`. */
  readonly duty: Float64Array;
  /** Share of value added in gross output, `[n·J + j]`. */
  readonly valueAddedShare: Float64Array;
  /** Share of input k in the gross output of user j, `[(n·J + k)·J + j]`; with value added they sum to 1 over k. */
  readonly inputShare: Float64Array;
  /** Share of sector j in final expenditure, `[n·J + j]`; sums to 1 over j. */
  readonly finalShare: Float64Array;
  /** Value added of each region, `[n]`: what labour earns in the model. */
  readonly valueAdded: Float64Array;
  /** Imports less exports of each region, `[n]`; sums to zero. */
  readonly deficit: Float64Array;

  /** Named sets of long-run trade elasticities, each `[j]`. */
  readonly elasticities: ReadonlyMap<string, Float64Array>;
  /** The set used where a case names none. */
  readonly defaultElasticities: string;

  readonly sources: readonly Source[];
  /** Index into `sources` for the value of each flow, laid out as `flow`. */
  readonly flowSource: Uint16Array;
  /** Index into `sources` for the duty of each flow, laid out as `flow`. */
  readonly dutySource: Uint16Array;

  /**
   * Whether the data satisfy every accounting identity as they stand, or are to be balanced by solving for the
   * equilibrium at their own duties before anything is compared with them.
   */
  readonly accounts: 'balanced' | 'to-be-balanced';
  /** First 12 hexadecimal digits of the SHA-256 of the files, or another stable name of the data. */
  readonly hash: string;
}
