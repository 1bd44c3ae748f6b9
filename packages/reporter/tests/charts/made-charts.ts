import { type Chart, chartsOfCases } from '../../src/charts/index.ts';
import { madeNegotiation } from '../made-negotiation.ts';
import { madeResult } from '../made-result.ts';

/** Charts of every kind but duties over time, of results made by hand: one case alone, and two side by side. */
export function madeCharts(): { readonly alone: Chart[]; readonly compared: Chart[] } {
  const law = { ...madeResult({ id: 'law', change: -0.1, duty: 0.05 }), negotiation: madeNegotiation() };
  const other = { ...madeResult({ id: 'other', change: -0.04 }), negotiation: madeNegotiation() };
  return {
    alone: chartsOfCases({ results: [law], reference: 'law' }),
    compared: chartsOfCases({ results: [law, other], reference: 'law' }),
  };
}

const hostileText = '</text><script>alert(1)</script>&"\u202e\u0000=cmd|';
const longName = 'Maschinenbauerzeugnisse '.repeat(420);

/** The chart with names that are hostile or 10,000 letters long in place of its own, wherever a person would write one. */
export function withHostileNames(chart: Chart): Chart {
  return replaced(chart, (key, value) => {
    if (
      typeof value !== 'string' ||
      !['title', 'label', 'name', 'unit', 'row', 'description'].includes(key)
    ) {
      return value;
    }
    // Labels stay apart from one another, as those of real charts are.
    return value === '' ? value : `${key === 'label' ? value : ''}${hostileText}${longName}`;
  });
}

/** The chart with another figure in place of every value. */
export function withFigures(chart: Chart, figure: number | null): Chart {
  return replaced(chart, (key, value) =>
    ['value', 'x', 'y'].includes(key) && typeof value === 'number' ? figure : value,
  );
}

function replaced(chart: Chart, by: (key: string, value: unknown) => unknown): Chart {
  const walk = (key: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(key, one));
    if (typeof value !== 'object' || value === null) return by(key, value);
    return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, walk(inner, one)]));
  };
  return walk('', chart) as Chart;
}
