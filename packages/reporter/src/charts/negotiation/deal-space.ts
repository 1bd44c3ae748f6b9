import type { PayoffParts } from '@usmca-sim/core';
import { paretoSet } from '@usmca-sim/core/bargaining';
import { labelColumn } from '../../label-column.ts';
import { type NegotiatedCase, partyNames } from '../../negotiation/negotiated-case.ts';
import { regimeLabel } from '../../negotiation/regime-in-words.ts';
import type { ColourName, PointsChart } from '../chart.ts';

interface Deal {
  readonly label: string;
  readonly colour: ColourName;
  /** A year of it, percent of real income, by party. */
  readonly payoffs: readonly number[];
}

/** What a year under each package is worth to every two governments; a panel two governments, a row a case. */
export function dealSpaceChart(cases: readonly NegotiatedCase[]): PointsChart | undefined {
  const spaces = cases.map((one) => ({ one, deals: dealsOf(one) })).filter(({ deals }) => deals.length > 1);
  if (spaces.length === 0) return undefined;
  const unit = 'What a year is worth to each government, percent of real income';
  const best = spaces.map(
    ({ deals }) =>
      new Set(
        paretoSet(
          deals.map(({ payoffs }) => payoffs),
          1e-9,
        ),
      ),
  );
  const { one: first, deals } = spaces[0]!;
  const under = spaces.length > 1 ? ` under ${first.id}` : '';
  return {
    id: 'deal-space',
    kind: 'points',
    title: `${best[0]!.size} of ${deals.length} places where the review can end leave no government better off without another worse off${under}`,
    unit: `${unit}, against the law at the start; ringed: no other is at least as good for both and better for one`,
    description: `Points for every two governments: what a year under each package of the table is worth to the one (across) and to the other (up).`,
    table: {
      title: unit,
      columns: [
        labelColumn('Case', 'case'),
        labelColumn('Where it ends', 'deal'),
        ...partyNames(first).map((name, at) => ({
          key: first.negotiation.choices.table.parties[at]!,
          heading: name,
          kind: 'percent' as const,
          unit: 'percent of real income',
          signed: true,
          decimals: 3,
        })),
        labelColumn('Nothing is better for all three', 'efficient'),
      ],
      rows: spaces.flatMap(({ one, deals: own }, which) =>
        own.map(({ label, payoffs }, at) => ({
          cells: [one.id, label, ...payoffs, best[which]!.has(at) ? 'yes' : 'no'],
        })),
      ),
    },
    notes: [
      'A year of it as it stands, without what a government pays once for backing down in public. The title counts all three governments together; the rings count the two of their panel.',
    ],
    figures: { kind: 'percent', signed: true, decimals: 2 },
    panels: spaces.flatMap(({ one, deals: own }) => {
      const names = partyNames(one);
      return [
        [0, 1],
        [0, 2],
        [1, 2],
      ].map(([across, up]) => {
        const two = own.map(({ payoffs }) => [payoffs[across!]!, payoffs[up!]!]);
        const efficient = new Set(paretoSet(two, 1e-9));
        return {
          ...(spaces.length > 1 ? { row: one.title } : {}),
          title: `${names[across!]} and ${names[up!]}`,
          x: `${names[across!]}, across`,
          y: `${names[up!]}, up`,
          points: own.map(({ label, colour }, at) => ({
            label,
            colour,
            x: two[at]![0]!,
            y: two[at]![1]!,
            named: true,
            ...(efficient.has(at) ? { best: true } : {}),
          })),
        };
      });
    }),
  };
}

/** Where things stand at the start, after each package agreed from there, and where the agreement ends. */
function dealsOf({ regions, negotiation, ...rest }: NegotiatedCase): Deal[] {
  const { states, yearly, choices } = negotiation;
  const names = partyNames({ regions, negotiation, ...rest });
  const start = states[0]!;
  // Of states that differ in who has turned on whom, the one nearest to the start.
  const nearest = (fits: (state: (typeof states)[number]) => boolean) => {
    const found = states.flatMap((state, at) => (fits(state) ? [at] : []));
    const far = (at: number) =>
      Math.abs(states[at]!.trust - start.trust) + bits(states[at]!.escalations ^ start.escalations);
    return found.sort((a, b) => far(a) - far(b))[0];
  };
  const deal = (label: string, at: number | undefined): Deal[] =>
    at === undefined
      ? []
      : [{ label, colour: `regime-${states[at]!.regime}`, payoffs: yearly[at]!.map(sumOf) }];
  return [
    ...deal('As at the start, not extended', 0),
    ...choices.table.packages.flatMap(({ title }, k) =>
      deal(
        title,
        nearest(({ packages }) => packages.length === 1 && packages[0] === k),
      ),
    ),
    ...(['without-proposer', 'expired'] as const).flatMap((regime) =>
      deal(
        regimeLabel(regime, names),
        nearest((state) => state.regime === regime),
      ),
    ),
  ];
}

function sumOf(parts: PayoffParts): number {
  return Object.values(parts).reduce((sum, part) => sum + part, 0);
}

function bits(mask: number): number {
  return mask.toString(2).replace(/[^1]/g, '').length;
}
