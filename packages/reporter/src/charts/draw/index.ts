/** Drawing of charts: what a browser needs of them, and nothing else. */
export { type DrawOptions, drawChart } from './draw-chart.ts';
export type { SvgDocument, SvgElement } from './pen.ts';
