import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const table = `title: A small table
parties: [USA, CAN, MEX]
reviews: [2026, 2027]
issues:
  dairy:
    title: Access to dairy
    options:
      as-is: {title: as it is, because: nothing changes}
      wider:
        title: wider
        effects:
          - trade-cost: -1%
            importer: CAN
            exporter: USA
            sectors: FOO
        concession: {CAN: 0.5}
        because: made up
packages:
  extension: {title: Extension, with: both, picks: {dairy: as-is}}
  dairy-deal: {title: Extension with dairy, with: both, picks: {dairy: wider}}
escalations:
  steel:
    title: 10% on Canadian steel
    by: USA
    against: CAN
    effects:
      - impose: 10%
        importer: USA
        exporter: CAN
        sectors: STL
    because: made up
`;

const stance = (party: string) => `title: ${party}
party: ${party}
author: usmca-sim
audience-cost: {value: 0.1, origin: calibrated, because: made up}
uncertainty: {value: 0.02, origin: calibrated, because: made up}
patience: {value: 0.9, origin: normalised, because: made up}
precision: {value: 20, origin: normalised, because: made up}
`;

const small = `title: A small negotiation
question: What comes of two reviews?
author: usmca-sim
date: 2026-06-30
as-of: review-2026
negotiation:
  table: small-table.yaml
  stances: {USA: usa.yaml, CAN: can.yaml, MEX: mex.yaml}
  concept: quantal
`;

const types = `types:
  soft: {title: Would settle, probability: 0.5, audience-cost: 0.05, because: made up}
  hard: {title: Means what it says, probability: 0.5, audience-cost: 0.4, because: made up}
`;

const silent = small.slice(0, small.indexOf('negotiation:'));

/**
 * A folder with a case that negotiates over a small table of its own, `small.yaml`, one in which the United States has a
 * secret, `secret.yaml`, and one without a negotiation, `silent.yaml`.
 */
export function folderWithNegotiation(): string {
  const folder = mkdtempSync(join(tmpdir(), 'usmca-sim-negotiation-'));
  const files = {
    'small-table': table,
    small,
    silent,
    secret: small.replace('usa.yaml', 'usa-of-two-types.yaml').replace('quantal', 'private-types'),
    'usa-of-two-types': `${stance('USA')}${types}`,
    usa: stance('USA'),
    can: stance('CAN'),
    mex: stance('MEX'),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.yaml`), text);
  return folder;
}
