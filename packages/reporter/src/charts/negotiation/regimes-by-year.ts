import { regimeKinds } from '@usmca-sim/core';
import { labelColumn } from '../../label-column.ts';
import { type NegotiatedCase, partyNames } from '../../negotiation/negotiated-case.ts';
import { regimeLabel } from '../../negotiation/regime-in-words.ts';
import { probabilityOf, regimesShown } from '../../negotiation/regimes-by-year.ts';
import { formatNumber } from '../../number-style.ts';
import type { StacksChart } from '../chart.ts';

/** Probability of each regime in the year after each review: a column a year, a panel a case. */
export function regimesByYearChart(cases: readonly NegotiatedCase[]): StacksChart {
  const shown = new Set(cases.flatMap(({ negotiation }) => regimesShown(negotiation)));
  const regimes = regimeKinds.filter((regime) => shown.has(regime));
  const first = cases[0]!;
  const label = (regime: (typeof regimes)[number]) => regimeLabel(regime, partyNames(first));
  const unit = 'Probability of each regime in the year after the review, percent';
  const { years } = first.negotiation;
  const [start, end] = [years[0]!, years.at(-1)!];
  const likeliest = (year: typeof start) =>
    regimes.reduce((a, b) => (probabilityOf(year, b) > probabilityOf(year, a) ? b : a));
  const inWords = (year: typeof start) =>
    `“${label(likeliest(year)).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())}” (${formatNumber(100 * probabilityOf(year, likeliest(year)), 0)}%)`;
  const under = cases.length > 1 ? ` under ${first.id}` : '';
  return {
    id: 'regimes-by-year',
    kind: 'stacks',
    title: `After the review of ${start.year} ${inWords(start)} is likeliest, after that of ${end.year} ${inWords(end)}${under}`,
    unit,
    description: `A column a year, divided by the probability of each regime: ${regimes.map(label).join(', ')}.`,
    table: {
      title: unit,
      columns: [
        labelColumn('Case', 'case'),
        labelColumn('Year', 'year'),
        ...regimes.map((regime) => ({
          key: regime,
          heading: label(regime),
          kind: 'points' as const,
          unit: 'percent',
          decimals: 1,
        })),
      ],
      rows: cases.flatMap(({ id, negotiation }) =>
        negotiation.years.map((year) => ({
          cells: [id, `${year.year}`, ...regimes.map((regime) => 100 * probabilityOf(year, regime))],
        })),
      ),
    },
    figures: { kind: 'points', decimals: 0 },
    parts: regimes.map((regime) => ({ label: label(regime), colour: `regime-${regime}` as const })),
    panels: cases.map(({ title, negotiation }) => ({
      title: cases.length > 1 ? title : '',
      columns: negotiation.years.map((year) => ({
        label: `${year.year}`,
        values: regimes.map((regime) => probabilityOf(year, regime)),
      })),
    })),
  };
}
