import type { Manifest, Report } from '../report.ts';
import { facilitatorSheet } from './facilitator-sheet.ts';
import type { PlayedCase } from './played-case.ts';
import { publicSheet } from './public-sheet.ts';
import { roleSheet } from './role-sheet.ts';

/** A sheet to hand out, and what its file is called: `role-CAN`, `shared`, `facilitator`. */
export interface Sheet {
  readonly name: string;
  readonly report: Report;
}

/** The sheets of a negotiation: the shared one, one of each party, the facilitator's. */
export function sheetsOf(played: PlayedCase, manifest: Manifest): Sheet[] {
  const { parties } = played.playable.game.year.table;
  return [
    { name: 'shared', report: publicSheet(played) },
    ...parties.map((code, party) => ({ name: `role-${code}`, report: roleSheet(played, party) })),
    { name: 'facilitator', report: facilitatorSheet(played, manifest) },
  ];
}
