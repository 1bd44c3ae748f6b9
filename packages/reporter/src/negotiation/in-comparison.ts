import type { ScenarioResult } from '@usmca-sim/core';
import type { Report, Section } from '../report.ts';
import type { NegotiatedCase } from './negotiated-case.ts';
import { negotiationInBrief } from './negotiation-in-brief.ts';
import { regimesTable } from './regimes-by-year.ts';

/** The results that hold a negotiation, as its tables want them. */
export function negotiationsOf(results: readonly ScenarioResult[]): NegotiatedCase[] {
  return results.flatMap(({ scenario: { id, title }, regions, madeBy: { unit }, negotiation }) =>
    negotiation ? [{ id, title, regions, unit, negotiation }] : [],
  );
}

/** What a report on one case says of its negotiation; `usmca-sim negotiate` says the rest. */
export function negotiationOfCase(result: ScenarioResult): Section[] {
  return negotiationsOf([result]).map((one) => ({
    heading: 'The negotiation',
    sentences: [
      ...negotiationInBrief(one),
      `The figures of trade above are those of the law that the case starts from, with its changes; nobody negotiates there. The whole negotiation: usmca-sim negotiate ${one.id}`,
    ],
    tables: [regimesTable(one)],
  }));
}

/** Negotiations of results in full, for programs. */
export function negotiationRecords(results: readonly ScenarioResult[]): Pick<Report, 'negotiations'> {
  const found = negotiationsOf(results);
  if (found.length === 0) return {};
  return { negotiations: found.map(({ id, negotiation }) => ({ case: id, ...negotiation })) };
}
