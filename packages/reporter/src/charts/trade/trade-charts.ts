import type { Frame } from '../../frame.ts';
import type { Chart } from '../chart.ts';
import { bilateralChangesChart } from './bilateral-changes.ts';
import { sectorChangesChart } from './sector-changes.ts';
import { tradeDivertedChart } from './trade-diverted.ts';
import { tradeFlowsChart } from './trade-flows.ts';
import { transitionPathChart } from './transition-path.ts';

/**
 * The charts of trade that a frame of results has figures for, in the order of a report: flows before and after,
 * bilateral changes, sectors, trade created and diverted, the way to the long run. Several cases are facets of one
 * chart, the reference first.
 */
export function tradeCharts(frame: Frame): Chart[] {
  return [
    ...(frame.pairs.length > 0 ? [tradeFlowsChart(frame)] : []),
    ...(frame.regions.length > 1 ? [bilateralChangesChart(frame)] : []),
    sectorChangesChart(frame),
    ...(frame.parties.length > 0 && frame.regions.length > 2 ? [tradeDivertedChart(frame)] : []),
    transitionPathChart(frame),
  ].filter((chart) => chart !== undefined);
}
