import type { Region, Sector } from '@usmca-sim/core';
import type { Playable } from '@usmca-sim/core/play';
import { partiesInSentences } from '../negotiation/most-likely-path.ts';
import type { Cast } from '../negotiation/move-in-words.ts';

/** A negotiation that is played, and what its figures are called. */
export interface PlayedCase {
  readonly playable: Playable;
  /** Regions of the economy: names of the parties. */
  readonly regions: readonly Region[];
  /** Sectors of the economy: names of what political weights are on. */
  readonly sectors: readonly Sector[];
}

/** The cast of a negotiation, for moves in words. */
export function castOf({ playable, regions }: PlayedCase): Cast {
  const { table } = playable.game.year;
  return { table, names: partiesInSentences(table, regions) };
}

/** Short names of the parties, for headings of columns. */
export function headingsOf({ playable, regions }: PlayedCase): string[] {
  return playable.game.year.table.parties.map(
    (code) => regions.find((region) => region.code === code)?.name ?? code,
  );
}
