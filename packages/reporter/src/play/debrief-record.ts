import type { NegotiationTable } from '@usmca-sim/core';
import type { DealOnTheTable, Debrief } from '@usmca-sim/core/play';
import { labelColumn } from '../label-column.ts';
import type { Cell, Table } from '../report.ts';

/** A debrief as tidy rows, one figure a row, at full precision. */
export function debriefRecord(id: string, { parties }: NegotiationTable, debrief: Debrief): Table {
  const keys = ['case', 'review', 'party', 'figure', 'name', 'value', 'unit'];
  const present = 'percent, present value';
  const row = (figure: string, value: Cell, unit: string, party = '', name = '', review = '') => ({
    cells: [id, review, party, figure, name, value, unit],
  });
  const { scores, expected, bargaining, turns, predictions } = debrief;
  return {
    title: 'Debrief',
    columns: keys.map((key) =>
      key === 'value' ? { key, heading: key, kind: 'number', unit: '' } : labelColumn(key, key),
    ),
    rows: [
      ...parties.flatMap((code, k) => [
        row('payoff', scores[k]!, present, code),
        row('expected', expected[k]!, present, code),
        row('disagreement', bargaining.disagreement[k]!, present, code),
        ...(bargaining.nash
          ? [row('nash', bargaining.nash.deal.worth[k]!, present, code, dealId(bargaining.nash.deal))]
          : []),
        ...bargaining.pareto.map((deal) => row('pareto', deal.worth[k]!, present, code, dealId(deal))),
      ]),
      row('left-on-the-table', bargaining.leftOnTheTable, present),
      ...turns.flatMap(({ party, year, about, made, best, loses }) => [
        row('loses', loses, `${present} of the review`, parties[party], `${about}: ${made.move}`, `${year}`),
        row('probability', made.probability, 'fraction', parties[party], `${about}: ${made.move}`, `${year}`),
        row('best', best.probability, 'fraction', parties[party], `${about}: ${best.move}`, `${year}`),
      ]),
      ...predictions.moves.map(({ prediction, year, about, made, brier }) =>
        row('brier', brier, '', parties[prediction.party], `${about}: ${made}`, `${year}`),
      ),
      ...predictions.flows.flatMap(({ prediction, year, change }) => {
        const flow = `${parties[prediction.importer]} from ${parties[prediction.exporter]}`;
        const party = parties[prediction.party];
        return [
          row('flow-predicted', prediction.change, 'percent', party, flow, `${year}`),
          row('flow-came', change, 'percent', party, flow, `${year}`),
        ];
      }),
    ],
  };
}

function dealId({ package: { id }, afterFront }: DealOnTheTable): string {
  return afterFront ? `${id} after-front` : id;
}
