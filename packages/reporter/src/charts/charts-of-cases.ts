import { type Comparison, frameOf } from '../frame.ts';
import { negotiationsOf } from '../negotiation/in-comparison.ts';
import type { Chart } from './chart.ts';
import { negotiationCharts } from './negotiation/negotiation-charts.ts';
import { tradeCharts } from './trade/trade-charts.ts';

/**
 * Every chart of a report on one case, or on several side by side, but duties over time: trade, and the negotiations of
 * cases that have one.
 *
 * @throws Error when the reference is not among the results, or the results are of different economies.
 */
export function chartsOfCases(comparison: Comparison): Chart[] {
  const frame = frameOf(comparison);
  return [...tradeCharts(frame), ...negotiationCharts(negotiationsOf(frame.results))];
}
