import type { Chart } from './charts/chart.ts';
import type { Section } from './report.ts';

/** The section that each chart belongs to, by their ids. */
const sectionOf: Readonly<Record<string, string>> = {
  'trade-flows': 'trade',
  'bilateral-changes': 'trade',
  'transition-path': 'transition',
  'trade-diverted': 'diversion',
  'sector-changes': 'sectors',
  'duty-timeline': 'duties',
  'regimes-by-year': 'negotiation',
  'deal-space': 'negotiation',
  'payoffs-by-part': 'negotiation',
};

/** Sections with their charts. A chart is left out with its section, as where every figure is zero. */
export function withCharts(sections: readonly Section[], charts: readonly Chart[]): Section[] {
  return sections.map((section) => {
    const own = charts.filter(({ id }) => sectionOf[id] === section.id);
    return own.length === 0 ? section : { ...section, charts: own };
  });
}
