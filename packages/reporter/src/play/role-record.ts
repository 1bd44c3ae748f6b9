import { type NegotiationTable, totalOf } from '@usmca-sim/core';
import { changeOfTrade, type Role } from '@usmca-sim/core/play';
import { labelColumn } from '../label-column.ts';
import type { Table } from '../report.ts';
import { figuresOf } from '../stances-report.ts';

/** What is on sheets of parties as tidy rows, one figure a row, at full precision. */
export function roleRecord(id: string, { parties }: NegotiationTable, roles: readonly Role[]): Table {
  const keys = ['case', 'party', 'figure', 'name', 'value', 'unit'];
  return {
    title: 'Roles',
    columns: keys.map((key) =>
      key === 'value' ? { key, heading: key, kind: 'number', unit: '' } : labelColumn(key, key),
    ),
    rows: roles.flatMap(({ party, stance, packages, range, outside, threats }) => {
      const row = (figure: string, name: string, value: number, unit: string) => ({
        cells: [id, parties[party]!, figure, name, value, unit],
      });
      const present = 'percent, present value';
      return [
        row('reservation', '', range.reservation, present),
        row('best', '', range.best, present),
        ...figuresOf(stance).map(({ name, figure }) => row('interest', name, figure.value, '')),
        ...packages.flatMap(({ package: pack, worth, trade }) => [
          row('package-worth', pack.id, totalOf(worth), present),
          row('package-real-income', pack.id, trade.realIncome[party]!, 'percent'),
        ]),
        ...outside.map(({ kind, package: pack, trade }) =>
          row('outside-real-income', pack ? `${kind} ${pack.id}` : kind, trade.realIncome[party]!, 'percent'),
        ),
        ...threats.flatMap(({ escalation, effect }) => [
          row('threat-cost', escalation.id, escalation.cost, 'percent a year'),
          ...(effect
            ? [
                row(
                  'threat-real-income',
                  escalation.id,
                  changeOfTrade(effect.before, effect.after).realIncome[party]!,
                  'percent',
                ),
              ]
            : []),
        ]),
      ];
    }),
  };
}
