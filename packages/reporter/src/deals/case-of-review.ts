import type { NegotiationChoices, Region } from '@usmca-sim/core';

/** What every report on a review begins with: the case, its economy's regions, and how it was played. */
export interface CaseOfReview {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Regions of the economy: names of the parties. */
  readonly regions: readonly Region[];
  /** As played: without political terms in the economist's view. */
  readonly choices: NegotiationChoices;
}
