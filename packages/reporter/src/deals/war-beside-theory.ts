import { labelColumn } from '../label-column.ts';
import type { Column, Section } from '../report.ts';
import { type FoughtCase, meanOf, type PairOfWar, pairsOf, percentOf, tradeOf } from './fought-case.ts';

export function besideSection(one: FoughtCase): Section {
  const { war, regions } = one;
  const pairs = pairsOf(one);
  const at = (code: string) => regions.findIndex((region) => region.code === code);
  const rate = (key: string, heading: string, group: string): Column => ({
    key,
    heading,
    group,
    kind: 'rate',
    unit: 'fraction',
  });
  const number = (key: string, heading: string): Column => ({
    key,
    heading,
    kind: 'number',
    unit: '1',
    decimals: 2,
  });
  const mean = (of: (pair: PairOfWar) => number) => {
    const trade = pairs.reduce((sum, pair) => sum + tradeOf(pair), 0);
    return pairs.reduce((sum, pair) => sum + (of(pair) * tradeOf(pair)) / trade, 0);
  };
  return {
    heading: 'Beside theory and other studies',
    sentences: [
      'Two countries that trade one good have an optimal tariff of 1/(ε λ), where ε is the trade elasticity and λ the part of its spending that the partner spends at home (Gros 1987; Felbermayr, Jung and Larch 2013). Here both are those of the goods that pass; Nash: two countries alike with these ε and λ.',
      'Theory leaves out that buyers may turn to a third country, whose goods bear no more duty than before, and that goods are inputs, so that a duty is a cost to one’s own industry. Both speak for lower duties here than there.',
      `Ossa (2014, American Economic Review 104(12), 4104–46; abstract) finds optimal tariffs that average 62 percent, tariffs of a worldwide trade war that average 63 percent, and a loss of government welfare of 2.9 percent on average. Ours average ${percentOf(
        mean(({ tariffs }) => meanOf(tariffs, 'alone')),
        0,
      )} and ${percentOf(
        mean(({ tariffs }) => meanOf(tariffs, 'rate')),
        0,
      )} over trade among the three. There everybody fights everybody, duties shift profits as well, and governments have political motives; here the three fight among themselves, and others can sell in their place.`,
    ],
    tables: [
      {
        title: 'Closed forms beside the war; duties in percent',
        columns: [
          labelColumn('Importer and partner', 'pair'),
          number('elasticity', 'ε'),
          number('home-share', 'λ'),
          rate('closed-optimal', '1/(ε λ)', 'Optimal'),
          rate('alone', 'here', 'Optimal'),
          rate('closed-nash', 'two alike', 'Nash'),
          rate('rate', 'here', 'Nash'),
        ],
        rows: pairs.map((pair) => {
          const form = war.closedForms.find(
            (known) => known.importer === at(pair.importer) && known.exporter === at(pair.exporter),
          )!;
          return {
            cells: [
              `${pair.importer} on ${pair.exporter}`,
              form.elasticity,
              form.homeShare,
              form.optimal,
              meanOf(pair.tariffs, 'alone'),
              form.nash ?? null,
              meanOf(pair.tariffs, 'rate'),
            ],
          };
        }),
      },
    ],
  };
}
