import type { Economy, Sector } from '../economy/economy.ts';
import type { Law } from '../tariffs/law.ts';

/**
 * The text of a case to begin with: valid as it stands, every part explained, what is optional in comments.
 *
 * @param schema where the JSON Schema lies, for editors: a path relative to the case, or an address.
 * @param world data of the reader's own, whose codes the case then speaks in; those of 2024 unless given.
 */
export function newCaseTemplate({
  id,
  title = `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`,
  schema = 'scenario.schema.json',
  world,
}: {
  readonly id: string;
  readonly title?: string;
  readonly schema?: string;
  readonly world?: { readonly economy: Economy; readonly law: Law };
}): string {
  const words = world ? wordsOf(world.economy, world.law) : wordsOf2024;
  const { importer, exporters, sector, quantity } = words;
  const importers = `importer: ${importer}`.padEnd(24);
  return `# yaml-language-server: $schema=${schema}
title: ${JSON.stringify(title)}
question: ${words.question}
author: your name
date: 2026-01-31
sources: []
leaves-out:
  - What this case cannot capture, in a sentence

# The day whose law the case starts from: ${words.starts}.
as-of: ${words.asOf}

# Named numbers, for the changes below. One may be computed from another: half: ${quantity} / 2
quantities:
  ${quantity}: 25%

changes:
  - ${`impose: ${quantity}`.padEnd(26)} # added to the ordinary duty
    ${importers}   # a region, a list such as ${words.list}, parties, or all
    exporter: ${exporters.length === 1 ? exporters[0] : `[${exporters.join(', ')}]`}
    ${`sectors: ${sector}`.padEnd(26)} # goods, services, all, a sector, or a list of sectors
    on: ${words.on}
    # share: 60%               # part of the flow that bears it
    # until: ${words.until}        # first day no longer in force
    # full-from: ${words.fullFrom}    # grows in equal steps, one a year, until then
    # usmca: exempt            # goods that claim the agreement do not bear it; applies unless told
    because: Say here why the case makes this change.

${words.measures}  # Other kinds of change; each has "on" as well:
  # - quota: 80%                            # goods beyond this part of the flow pay more
  #   beyond: 25%
  # - ordinary-duty: 2.5%                   # replaces the ordinary duty
  # - ban: 20%                              # part of the flow that may not be imported, or all
  # - trade-cost: -5%                       # delivery becomes cheaper
  # - duties: my-duties.csv                 # a table beside this file: importer,exporter,sector,rate
  #   as: additional                        # or ordinary

# elasticities: ${words.elasticities.padEnd(14)} # or { set: ${words.elasticities}, sectors: { ${words.otherSector}: 3 } }
# deficits: held               # or balanced
# horizon: ${words.horizon}                # last year of the transition path
# growth: 0%                   # a year, of the levels on the way in CSV and JSON

# What the results must satisfy; usmca-sim validate --expect checks it.
expect:
  - measure: trade-flow
    importer: ${importer}
    exporter: ${exporters[0]}
    sector: ${sector}
    below: 0                   # percent; or above, or an order of regions
    because: ${words.because}
`;
}

/** What of the template depends on the data. */
interface Words {
  readonly question: string;
  readonly starts: string;
  readonly asOf: string;
  readonly quantity: string;
  readonly importer: string;
  readonly exporters: readonly string[];
  readonly list: string;
  readonly sector: string;
  readonly otherSector: string;
  readonly on: string;
  readonly until: string;
  readonly fullFrom: string;
  /** Lines of comment, or nothing where there is no measure to name. */
  readonly measures: string;
  readonly elasticities: string;
  readonly horizon: number;
  readonly because: string;
}

const wordsOf2024: Words = {
  question: 'What would this change in trade between the three?',
  starts: 'before-2025, september-2025, review-2026, latest, or a date such as 2025-08-31',
  asOf: 'before-2025',
  quantity: 'steel',
  importer: 'USA',
  exporters: ['CAN', 'MEX'],
  list: '[CAN, MEX]',
  sector: 'STL',
  otherSector: 'VEH',
  on: '2026-01-01',
  until: '2028-01-01',
  fullFrom: '2027-01-01',
  measures: measureLines('us-section-232-metals'),
  elasticities: 'central',
  horizon: 2035,
  because: 'The duty makes Canadian steel dearer in the United States.',
};

function wordsOf(economy: Economy, { situations, measures }: Law): Words {
  const { importer, exporter, sector } = largestFlow(economy);
  const regions = economy.regions.map(({ code }) => code);
  const partners = economy.parties.map((n) => regions[n]!).filter((code) => code !== importer);
  const exporters = partners.includes(exporter) ? partners : [exporter];
  const others = regions.filter((code) => code !== importer);
  const measure = measures[0];
  const ids = situations.map(({ id }) => id);
  return {
    question: 'What would this change in trade between them?',
    starts: ids.join(', '),
    asOf: ids[0]!,
    quantity: 'added',
    importer,
    exporters: [exporter, ...exporters.filter((code) => code !== exporter)],
    list: `[${others.slice(0, 2).join(', ')}]`,
    sector: sector.code,
    otherSector: (economy.sectors.find((other) => other !== sector) ?? sector).code,
    on: `${economy.year + 2}-01-01`,
    until: `${economy.year + 4}-01-01`,
    fullFrom: `${economy.year + 3}-01-01`,
    measures: measure ? measureLines(measure.id) : '',
    elasticities: economy.defaultElasticities,
    horizon: 2035,
    because: 'The duty makes these imports dearer than others.',
  };
}

/** The verbs that act on measures, as comments. */
function measureLines(id: string): string {
  return `  # Changes of measures that the law of that day has; usmca-sim measures lists them:
  # - lift: ${id.padEnd(31)} # ends it
  # - raise: ${id.padEnd(30)} # or lower: sets its rate
  #   to: 50%
  # - exempt: ${id.padEnd(29)} # frees part of what it covers
  #   share: 30%

`;
}

/** The goods most traded between two parties, or between any two regions: there a duty shows. */
function largestFlow({ regions, sectors, parties, flow }: Economy): {
  importer: string;
  exporter: string;
  sector: Sector;
} {
  const J = sectors.length;
  const all = regions.map((_, n) => n);
  const goods = sectors.some(({ kind }) => kind === 'goods') ? 'goods' : 'services';
  let largest = { value: 0, n: 0, i: Math.min(1, regions.length - 1), j: 0 };
  for (const among of [parties, all]) {
    for (const n of among) {
      for (const i of among) {
        for (let j = 0; n !== i && j < J; j++) {
          const value = flow[(n * regions.length + i) * J + j]!;
          if (sectors[j]!.kind === goods && value > largest.value) largest = { value, n, i, j };
        }
      }
    }
    if (largest.value > 0) break;
  }
  return {
    importer: regions[largest.n]!.code,
    exporter: regions[largest.i]!.code,
    sector: sectors[largest.j]!,
  };
}
