/** Which words pick out one figure of each measure of the results. */
export const measureNeeds: Readonly<
  Record<
    string,
    {
      readonly needs: readonly Dimension[];
      readonly allows?: readonly Dimension[];
    }
  >
> = {
  'trade-flow': { needs: ['importer', 'exporter'], allows: ['sector'] },
  exports: { needs: ['region'] },
  imports: { needs: ['region'] },
  'real-income': { needs: ['region'] },
  'real-wage': { needs: ['region'] },
  'consumer-prices': { needs: ['region'] },
  'tariff-revenue': { needs: ['region'] },
  output: { needs: ['region', 'sector'] },
  'value-added': { needs: ['region', 'sector'] },
  'statutory-duty': { needs: ['importer', 'exporter'], allows: ['sector'] },
  'effective-duty': { needs: ['importer', 'exporter'], allows: ['sector'] },
};

export type Dimension = 'importer' | 'exporter' | 'region' | 'sector';
export const dimensions: readonly Dimension[] = ['importer', 'exporter', 'region', 'sector'];
