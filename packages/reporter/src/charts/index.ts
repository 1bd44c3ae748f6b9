/** Charts: what they hold (`Chart`), how they are made from results, and how they are drawn. Free of Node. */
export type {
  Bar,
  BarsChart,
  Chart,
  ChartKind,
  ColourName,
  FigureStyle,
  Flow,
  FlowsChart,
  Line,
  LinesChart,
  MatrixCell,
  MatrixChart,
  Place,
  Point,
  PointsChart,
  StacksChart,
} from './chart.ts';
export { chartsOfCases } from './charts-of-cases.ts';
export { type DrawOptions, drawChart, type SvgDocument, type SvgElement } from './draw/index.ts';
export { negotiationCharts } from './negotiation/negotiation-charts.ts';
export type { Palette } from './palette.ts';
export { darkPalette, lightPalette, pageColours, pagePalette } from './palette.ts';
export { type DayOfDuties, dutyTimelineChart } from './trade/duty-timeline.ts';
export { tradeCharts } from './trade/trade-charts.ts';
