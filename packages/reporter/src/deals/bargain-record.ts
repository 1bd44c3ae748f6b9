import { type PayoffParts, payoffParts } from '@usmca-sim/core';
import { leftOn, payoffsOf } from '@usmca-sim/core/deals';
import { labelColumn } from '../label-column.ts';
import type { Cell, Row, Table } from '../report.ts';
import type { BargainedCase } from './bargained-case.ts';
import { distanceTo, outcomesOf } from './distances.ts';

const keys = [
  'case',
  'figure',
  'outcome',
  'disagreement',
  'solution',
  'over',
  'issue',
  'option',
  'party',
  'part',
  'value',
  'unit',
] as const;
type Fact = Partial<Record<(typeof keys)[number], Cell>>;

const money = 'percent, present value';

/** Everything as tidy rows, one figure a row, at full precision. */
export function bargainRecord(one: BargainedCase): Table {
  const facts = [...dealFacts(one), ...pointFacts(one), ...distanceFacts(one), ...termFacts(one)];
  return {
    title: 'Bargaining',
    columns: keys.map((key) =>
      key === 'value' ? { key, heading: key, kind: 'number', unit: '' } : labelColumn(key, key),
    ),
    rows: facts.map(
      (fact): Row => ({ cells: keys.map((key) => (key === 'case' ? one.id : (fact[key] ?? ''))) }),
    ),
  };
}

function byPart({ choices }: BargainedCase, parts: readonly PayoffParts[], fact: Fact): Fact[] {
  return parts.flatMap((own, i) =>
    payoffParts.map((part) => ({
      ...fact,
      party: choices.table.parties[i]!,
      part: part === 'realIncome' ? 'real-income' : part,
      value: own[part],
      unit: money,
    })),
  );
}

function byParty({ choices }: BargainedCase, values: readonly number[], fact: Fact): Fact[] {
  return values.map((value, i) => ({ ...fact, party: choices.table.parties[i]!, value, unit: money }));
}

function dealFacts(one: BargainedCase): Fact[] {
  const { pareto, lotteryMore } = one.efficiency;
  return [
    ...one.deals.flatMap((deal, k) => [
      ...byPart(one, deal.parts, { figure: 'payoff-part', outcome: deal.id }),
      {
        figure: 'efficient',
        outcome: deal.id,
        over: 'packages',
        value: pareto.includes(k) ? 1 : 0,
        unit: 'yes 1, no 0',
      },
      {
        figure: 'efficient',
        outcome: deal.id,
        over: 'lotteries',
        value: pareto.includes(k) && lotteryMore[k] === 0 ? 1 : 0,
        unit: 'yes 1, no 0',
      },
    ]),
    ...one.from.flatMap(({ disagreement }) => [
      ...byPart(one, disagreement.parts, { figure: 'disagreement-part', disagreement: disagreement.id }),
      ...one.deals.flatMap((deal) =>
        byParty(
          one,
          payoffsOf(deal).map((payoff, i) => payoff - payoffsOf(disagreement)[i]!),
          { figure: 'gain', outcome: deal.id, disagreement: disagreement.id },
        ),
      ),
    ]),
  ];
}

function pointFacts(one: BargainedCase): Fact[] {
  return one.from.flatMap(({ disagreement, points }) =>
    points.flatMap((point) => {
      const fact: Fact = { disagreement: disagreement.id, solution: point.solution, over: point.over };
      return [
        ...byParty(one, point.payoffs, { ...fact, figure: 'point' }),
        ...byParty(one, point.gains, { ...fact, figure: 'point-gain' }),
        ...point.carriedBy.map((it) => ({
          ...fact,
          figure: 'carried-by',
          outcome: one.deals[it.package]!.id,
          value: 100 * it.probability,
          unit: 'percent',
        })),
      ];
    }),
  );
}

function distanceFacts(one: BargainedCase): Fact[] {
  return outcomesOf(one).flatMap(({ id, payoffs }) => [
    ...byParty(one, payoffs, { figure: 'payoff', outcome: id }),
    ...(['packages', 'lotteries'] as const).map((over) => ({
      figure: 'left-on-the-table',
      outcome: id,
      over,
      value: leftOn(one.deals, payoffs, over),
      unit: money,
    })),
    ...one.from.flatMap(({ disagreement, points }) =>
      points.map((point) => ({
        figure: 'distance',
        outcome: id,
        disagreement: disagreement.id,
        solution: point.solution,
        over: point.over,
        value: distanceTo(point, payoffs),
        unit: money,
      })),
    ),
  ]);
}

function termFacts(one: BargainedCase): Fact[] {
  return one.terms.flatMap(({ package: index, frame, terms, together }) => {
    const outcome = one.choices.table.packages[index]!.id;
    return [
      ...byPart(one, frame, { figure: 'deal-itself', outcome }),
      ...terms.flatMap(({ issue, option, parts }) =>
        byPart(one, parts, { figure: 'term', outcome, issue, option }),
      ),
      ...byPart(one, together, { figure: 'options-together', outcome }),
    ];
  });
}
