import type { NegotiationResult, Region } from '@usmca-sim/core';

/** A case with its solved negotiation, and what its figures are called. */
export interface NegotiatedCase {
  readonly id: string;
  readonly title: string;
  /** Regions of the economy: names of the parties. */
  readonly regions: readonly Region[];
  /** Unit of flows: `million US$`. */
  readonly unit: string;
  readonly negotiation: NegotiationResult;
}

/** Short names of the parties, in the table's order: `United States`. */
export function partyNames({ regions, negotiation }: NegotiatedCase): string[] {
  return negotiation.choices.table.parties.map(
    (code) => regions.find((region) => region.code === code)?.name ?? code,
  );
}
