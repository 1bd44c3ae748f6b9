import type { NegotiatedCase } from '../../negotiation/negotiated-case.ts';
import type { Chart } from '../chart.ts';
import { dealSpaceChart } from './deal-space.ts';
import { payoffsByPartChart } from './payoffs-by-part.ts';
import { regimesByYearChart } from './regimes-by-year.ts';

/**
 * The charts of solved negotiations: probability of each regime by year, what each government gains and loses by part,
 * and the deal space. Several cases are facets of one chart; no cases have no charts.
 */
export function negotiationCharts(cases: readonly NegotiatedCase[]): Chart[] {
  if (cases.length === 0) return [];
  return [regimesByYearChart(cases), payoffsByPartChart(cases), dealSpaceChart(cases)].filter(
    (chart) => chart !== undefined,
  );
}
