/**
 * The text of a case to begin with: valid as it stands, every part explained, what is optional in comments.
 *
 * @param schema where the JSON Schema lies, for editors: a path relative to the case, or an address.
 */
export function newCaseTemplate({
  id,
  title = `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`,
  schema = 'scenario.schema.json',
}: {
  readonly id: string;
  readonly title?: string;
  readonly schema?: string;
}): string {
  return `# yaml-language-server: $schema=${schema}
title: ${JSON.stringify(title)}
question: What would this change in trade between the three?
author: your name
date: 2026-01-31
sources: []
leaves-out:
  - What this case cannot capture, in a sentence

# The law that the case starts from: before-2025, august-2025, or a date such as 2025-08-31.
start: before-2025

# Named numbers, for the changes below. One may be computed from another: half: steel / 2
quantities:
  steel: 25%

changes:
  - impose: steel              # added to the ordinary duty
    importer: USA              # a region, a list such as [CAN, MEX], parties, or all
    exporter: [CAN, MEX]
    sectors: STL               # goods, services, all, a sector, or a list of sectors
    on: 2026-01-01
    # share: 60%               # part of the flow that bears it
    # until: 2028-01-01        # first day no longer in force
    because: Say here why the case makes this change.

  # Other kinds of change; each has "on" as well:
  # - lift: canada-list-of-march-4          # ends a measure of the starting law
  # - ordinary-duty: 2.5%                   # replaces the ordinary duty
  # - ban: 20%                              # part of the flow that may not be imported, or all
  # - trade-cost: -5%                       # delivery becomes cheaper
  # - duties: my-duties.csv                 # a table beside this file: importer,exporter,sector,rate
  #   as: additional                        # or ordinary

# elasticities: central        # or { set: central, sectors: { VEH: 3 } }
# deficits: held               # or balanced
# horizon: 2035                # last year of the transition path
# growth: 0%                   # of every level, a year

# What the results must satisfy; usmca-sim validate checks it.
expect:
  - measure: trade-flow
    importer: USA
    exporter: CAN
    sector: STL
    below: 0                   # percent; or above, or an order of regions
    because: The duty makes Canadian steel dearer in the United States.
`;
}
