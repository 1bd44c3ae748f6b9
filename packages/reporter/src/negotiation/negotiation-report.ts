import { joined } from '../names.ts';
import { withoutEmptyTables } from '../nothing-to-show.ts';
import type { Manifest, Report, Section } from '../report.ts';
import { reproductionPoints } from '../reproduction.ts';
import { beliefsSection } from './beliefs-of-type.ts';
import { gainsSection } from './gains-and-losses.ts';
import { pathSection } from './most-likely-path.ts';
import type { NegotiatedCase } from './negotiated-case.ts';
import { negotiationInBrief } from './negotiation-in-brief.ts';
import { negotiationRecord } from './negotiation-record.ts';
import { policySection } from './policy-table.ts';
import { regimesSection } from './regimes-by-year.ts';
import { sideBySide } from './side-by-side.ts';
import { tradeSection } from './trade-along-outcomes.ts';
import { howItWasSolved, negotiationLimits, whatWasAsked } from './what-was-asked.ts';

export interface NegotiationReportOptions {
  /** Add moves and payoffs state by state. */
  readonly all?: boolean;
  readonly manifest: Manifest;
  /** The question of the case; of the first where there are several. */
  readonly question?: string;
}

/** The report on the negotiation of a case, or of several side by side and then each on its own. */
export function negotiationReport(
  cases: readonly NegotiatedCase[],
  { all = false, manifest, question }: NegotiationReportOptions,
): Report {
  const several = cases.length > 1;
  const own = cases.flatMap((one) =>
    sectionsOf(one, all).map((section) =>
      several ? { ...section, heading: `${one.id}: ${lowered(section.heading)}` } : section,
    ),
  );
  return {
    title: several
      ? `Negotiations of ${joined(cases.map(({ id }) => id))}`
      : `Negotiation: ${cases[0]!.title}`,
    ...(question === undefined ? {} : { question }),
    sections: [
      ...(several ? sideBySide(cases) : []),
      ...own,
      negotiationLimits(),
      { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) },
    ],
    manifest,
    record: negotiationRecord(cases, { all }),
    negotiations: cases.map(({ id, negotiation }) => ({ case: id, ...negotiation })),
  };
}

function sectionsOf(one: NegotiatedCase, all: boolean): Section[] {
  return [
    whatWasAsked(one),
    { heading: 'In brief', sentences: negotiationInBrief(one) },
    regimesSection(one),
    pathSection(one),
    ...beliefsSection(one),
    gainsSection(one),
    withoutEmptyTables(tradeSection(one)),
    ...(all ? [policySection(one)] : []),
    howItWasSolved(one),
  ];
}

function lowered(heading: string): string {
  return heading.charAt(0).toLowerCase() + heading.slice(1);
}
