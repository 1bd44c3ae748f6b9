import { messages, parse } from '../scenario/case-fixture.ts';

/* Files of a negotiation that are sound but for what a test puts in their place. */

export const table = `title: A small table
parties: [USA, CAN, MEX]
reviews: [2026, 2027]
issues:
  steel:
    title: Duty on steel
    options:
      stays: {title: It stays, because: as it is}
      falls:
        title: It falls
        because: a wish
        worth: {CAN: 0.1}
        concession: {USA: 0.5}
        effects:
          - {lower: us-section-232-metals, to: 25%, exporter: CAN, goods: steel}
packages:
  extension: {title: Extension, with: both, picks: {steel: stays}}
  deal: {title: A deal, with: CAN, picks: {steel: falls}, ends: [duty]}
escalations:
  duty:
    title: A duty
    by: USA
    against: CAN
    because: a threat
    effects:
      - {impose: 10%, importer: USA, exporter: CAN, sectors: goods}
`;

export function stance(party: string, lines = ''): string {
  return `title: Stance of ${party}
party: ${party}
author: A. Reader
patience: {value: 0.9, origin: normalised, because: a tenth a year}
precision: {value: 20, origin: calibrated, because: a guess}
${lines}`;
}

export const header = `title: A negotiation
question: Who agrees?
author: A. Reader
date: 2026-06-30
as-of: review-2026
`;

export const seats = `negotiation:
  table: small.yaml
  stances: {USA: usa.yaml, CAN: can.yaml, MEX: mex.yaml}
`;

const files = {
  'small.yaml': table,
  'usa.yaml': stance('USA'),
  'can.yaml': stance('CAN'),
  'mex.yaml': stance('MEX'),
};

export function negotiationOf(others: Readonly<Record<string, string>> = {}, text = header + seats) {
  return parse(text, { ...files, ...others });
}

/** The messages that a case gives with some of its files replaced. */
export function faults(others: Readonly<Record<string, string>>, text = header + seats): Promise<string> {
  return messages(text, { ...files, ...others });
}

/** The table with one text in it replaced. */
export function tableWith(old: string, fresh: string): { readonly 'small.yaml': string } {
  if (!table.includes(old)) throw new Error(`the table has no ${old}`);
  return { 'small.yaml': table.replace(old, fresh) };
}
