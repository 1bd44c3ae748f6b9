/** Which words single out one figure of a measure of the results. */
export type MeasureKeys = 'pair-sector' | 'pair' | 'region' | 'region-sector' | 'region-one-sector' | 'whole';

/** The measures of the results by name, as cases, facts and tables call them. */
export const measureKeys = {
  'trade-flow': 'pair-sector',
  'trade-volume': 'pair-sector',
  exports: 'region-sector',
  imports: 'region-sector',
  'real-income': 'region',
  'real-wage': 'region',
  wage: 'region',
  'consumer-prices': 'region',
  income: 'region',
  'tariff-revenue': 'region',
  output: 'region-sector',
  'value-added': 'region-sector',
  price: 'region-one-sector',
  'statutory-duty': 'pair-sector',
  'effective-duty': 'pair-sector',
  'party-content': 'region',
  'third-market-share': 'region-sector',
  'probability-in-force': 'whole',
  'probability-extended': 'whole',
  'probability-bilateral-one': 'whole',
  'probability-bilateral-other': 'whole',
  'probability-two-bilaterals': 'whole',
  'probability-without-proposer': 'whole',
  'probability-expired': 'whole',
  'expected-real-income': 'region',
  'expected-flow': 'pair',
} as const satisfies Record<string, MeasureKeys>;

export type MeasureId = keyof typeof measureKeys;

/** Whether a measure is one of what comes of a negotiation, review by review: no other case has it. */
export function isOfNegotiation(id: MeasureId): boolean {
  return measureKeys[id] === 'whole' || id === 'expected-real-income' || id === 'expected-flow';
}

export type Dimension = 'importer' | 'exporter' | 'region' | 'sector';
export const dimensions: readonly Dimension[] = ['importer', 'exporter', 'region', 'sector'];

/** What a measure must be told, and what it may be told besides. */
export const dimensionsOf: Readonly<
  Record<MeasureKeys, { readonly needs: readonly Dimension[]; readonly allows: readonly Dimension[] }>
> = {
  'pair-sector': { needs: ['importer', 'exporter'], allows: ['sector'] },
  pair: { needs: ['importer', 'exporter'], allows: [] },
  region: { needs: ['region'], allows: [] },
  'region-sector': { needs: ['region'], allows: ['sector'] },
  'region-one-sector': { needs: ['region', 'sector'], allows: [] },
  whole: { needs: [], allows: [] },
};
