import { symmetricNashTariff } from '../trade/optimal-tariff.ts';
import type { TradeModel } from '../trade/trade-model.ts';

/** What the theory of two countries and one good says of an importer and one partner. Rates are fractions. */
export interface ClosedForm {
  /** Indices of regions. */
  readonly importer: number;
  readonly exporter: number;
  /** ε: mean trade elasticity of the goods that the importer buys of the partner, weighted with their base-year value. */
  readonly elasticity: number;
  /** λ_jj: part of its spending on goods that the partner spends at home, in the base year. */
  readonly homeShare: number;
  /** 1/(ε λ_jj). */
  readonly optimal: number;
  /**
   * Duty of a war between two countries alike with these ε and λ_jj without duties; undefined where they would buy more
   * abroad than at home, which no cost of trade explains.
   */
  readonly nash: number | undefined;
}

/** The closed forms for every two parties. */
export function closedForms({ economy, elasticity }: TradeModel, parties: readonly number[]): ClosedForm[] {
  const { regions, sectors, flow, duty } = economy;
  const goods = sectors.flatMap(({ kind }, j) => (kind === 'goods' ? [j] : []));
  const cell = (n: number, i: number, j: number) => (n * regions.length + i) * sectors.length + j;
  const bought = (n: number, i: number) => goods.reduce((sum, j) => sum + flow[cell(n, i, j)]!, 0);
  const spent = (n: number, i: number) =>
    goods.reduce((sum, j) => sum + flow[cell(n, i, j)]! * (1 + duty[cell(n, i, j)]!), 0);
  return parties.flatMap((importer) =>
    parties.flatMap((exporter): ClosedForm[] => {
      if (exporter === importer || bought(importer, exporter) === 0) return [];
      const weighted = goods.reduce((sum, j) => sum + elasticity[j]! * flow[cell(importer, exporter, j)]!, 0);
      const epsilon = weighted / bought(importer, exporter);
      const atHome = spent(exporter, exporter) / regions.reduce((sum, _, i) => sum + spent(exporter, i), 0);
      const tradeCost = (atHome / (1 - atHome)) ** (1 / epsilon);
      return [
        {
          importer,
          exporter,
          elasticity: epsilon,
          homeShare: atHome,
          optimal: 1 / (epsilon * atHome),
          nash:
            tradeCost >= 1 && tradeCost < Infinity
              ? symmetricNashTariff({ elasticity: epsilon, tradeCost }).rate
              : undefined,
        },
      ];
    }),
  );
}
