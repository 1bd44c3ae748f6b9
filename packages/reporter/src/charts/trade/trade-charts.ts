import type { Frame } from '../../frame.ts';
import type { Chart } from '../chart.ts';

/**
 * The charts of trade that a frame of results has figures for, in the order of a report: flows before and after,
 * bilateral changes, sectors, trade created and diverted, the way to the long run. Several cases are facets of one
 * chart, the reference first.
 */
export declare function tradeCharts(frame: Frame): Chart[];
