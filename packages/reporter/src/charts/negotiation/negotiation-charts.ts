import type { NegotiatedCase } from '../../negotiation/negotiated-case.ts';
import type { Chart } from '../chart.ts';

/**
 * The charts of solved negotiations: probability of each regime by year, what each government gains and loses by part,
 * and the deal space. Several cases are facets of one chart.
 */
export declare function negotiationCharts(cases: readonly NegotiatedCase[]): Chart[];
