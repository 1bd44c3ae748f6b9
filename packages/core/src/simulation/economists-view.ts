import type { Reasoned, Stance } from '../negotiation/stance.ts';
import type { NegotiationTable } from '../negotiation/table.ts';

const neutral = (value: number): Reasoned => ({
  value,
  origin: 'normalised',
  because: "Neutral in the economist's view.",
});

/** A stance that wants real income and nothing else, as patient and as precise as it was. */
export function withoutPolitics(stance: Stance): Stance {
  return {
    ...stance,
    redLines: [],
    sectorWeights: {},
    audienceCost: neutral(0),
    domesticPressure: neutral(1),
    uncertainty: neutral(0),
    trust: {},
    breakingFront: neutral(0),
    leaving: neutral(0),
    revoking: neutral(0),
    types: [],
  };
}

/** The same table with nothing in it beyond trade: no worth of options, no cost of acting, no news that pays. */
export function tableWithoutPolitics(table: NegotiationTable): NegotiationTable {
  return {
    ...table,
    issues: table.issues.map((issue) => ({
      ...issue,
      options: issue.options.map((option) => ({ ...option, worth: {}, concession: {} })),
    })),
    escalations: table.escalations.map((escalation) => ({ ...escalation, cost: 0, announced: 0 })),
    news: table.news.map((news) => ({ ...news, extension: {} })),
  };
}
